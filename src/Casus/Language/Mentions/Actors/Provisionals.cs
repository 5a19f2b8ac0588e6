using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Describes a named person or body that knowledge lacks by the words of the sentence: titles before the name ("rebel commander
/// Orlin Vasko"), an apposition ("the Dawn Brigade, a separatist group in Chad"), and whose those are.
/// </summary>
internal sealed class Provisionals(ActorContext context, NounIndex nouns, CueWords titles, CueWords bodies)
{
    public const string Prefix = "NEW.";

    /// <returns>Null where no name is left beside titles.</returns>
    public ProvisionalActor? Of(string text, Sentence sentence, NounPhrase phrase, MentionKind kind, List<ActorHit> hits)
    {
        if (kind is not (MentionKind.Person or MentionKind.Organisation))
        {
            return null;
        }

        int first = NameBegin(sentence, phrase, kind);
        string name = sentence.Tokens[first].Span.Cover(sentence.Tokens[phrase.Last].Span).Of(text);
        if (Id(name) is not { } id)
        {
            return null;
        }

        var told = new Description();
        Before(sentence, phrase, first, hits, ref told);
        Beside(sentence, phrase, hits, ref told);
        Behind(sentence, phrase.Head, hits, ref told);
        ImmutableArray<TextSpan>.Builder because = ImmutableArray.CreateBuilder<TextSpan>();
        because.Add(sentence.Tokens[first].Span.Cover(sentence.Tokens[phrase.Last].Span));
        if (told.Words is { } words)
        {
            because.Add(words);
        }

        because.Sort();
        return new ProvisionalActor(id, name.ReplaceLineEndings(" "), KindOf(sentence, first, phrase.Last, kind, told.Class), told.Class, told.Country, told.Of, because.DrainToImmutable());
    }

    /// <summary>The same for every case and punctuation of a name; null for a name without letters.</summary>
    public static string? Id(string name)
    {
        var id = new StringBuilder(Prefix);
        bool gap = false;
        foreach (char letter in name)
        {
            if (!char.IsLetterOrDigit(letter))
            {
                gap |= char.IsWhiteSpace(letter) || letter is '-' or '–' or '/' or '_';
                continue;
            }

            char c = ActorNameKey.Plain(letter);
            if (gap && id.Length > Prefix.Length)
            {
                id.Append('-');
            }

            gap = false;
            if (char.IsAscii(c))
            {
                id.Append(char.ToUpperInvariant(c));
            }
            else
            {
                id.Append('U').Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
            }
        }

        return id.Length > Prefix.Length ? id.ToString() : null;
    }

    /// <summary>Articles, titles and common nouns before a person's name are not part of it; before a body's only articles.</summary>
    private int NameBegin(Sentence sentence, NounPhrase phrase, MentionKind kind)
    {
        int first = phrase.First;
        for (int i = phrase.First; i < phrase.Last && kind == MentionKind.Person; i++)
        {
            first = IsPersonNoun(sentence, i) ? i + 1 : first;
        }

        while (first < phrase.Last)
        {
            Token token = sentence.Tokens[first];
            bool before = token.Upos is "DET" or "PUNCT" or "PRON" or "PART" or "NUM" || char.IsLower(token.Form[0])
                || (kind == MentionKind.Person && (titles.Find(token.Form) is not null || token.Upos == "ADJ"));
            if (!before)
            {
                break;
            }

            first++;
        }

        return first;
    }

    /// <summary>What a name is by the noun before or beside it: "rebel commander Orlin Vasko", "Dawn Brigade, a militia"; null when there is none.</summary>
    public MentionKind? KindByCompany(Sentence sentence, NounPhrase phrase)
    {
        for (int i = phrase.First; i < phrase.Last; i++)
        {
            if (IsPersonNoun(sentence, i) && sentence.Tokens[phrase.Last].Upos == "PROPN" && !Grammar.IsPlural(sentence.Tokens[i]))
            {
                return MentionKind.Person;
            }
        }

        foreach (int child in sentence.Children(phrase.Head))
        {
            if (child > phrase.Last && sentence.Tokens[child] is { Deprel: "appos", Upos: "NOUN" } && nouns.Find(sentence, child, out _) is { } sense && !Grammar.IsPlural(sentence.Tokens[child]))
            {
                return sense.Kind switch { "person" => MentionKind.Person, "group" or "body" => MentionKind.Organisation, _ => null };
            }
        }

        return null;
    }

    private bool IsPersonNoun(Sentence sentence, int token) =>
        sentence.Tokens[token].Upos == "NOUN" && nouns.Find(sentence, token, out _) is { Kind: "person" };

    private string KindOf(Sentence sentence, int first, int last, MentionKind kind, string? @class)
    {
        if (kind == MentionKind.Person)
        {
            return "person";
        }

        switch (@class)
        {
            case "militant":
                return "armed-group";
            case "security_forces":
                return "force";
        }

        for (int i = last; i >= first; i--)
        {
            if (bodies.Find(sentence.Tokens[i].Form) is { } body and not ("facility" or "thing"))
            {
                return body;
            }
        }

        return "organisation";
    }

    /// <summary>"militant group X", "Taliban commander X".</summary>
    private void Before(Sentence sentence, NounPhrase phrase, int name, List<ActorHit> hits, ref Description told)
    {
        for (int i = phrase.First; i < name; i++)
        {
            told.Take(nouns.Find(sentence, i, out _)?.Class, sentence.Tokens[i].Span);
        }

        Owner(hits, phrase.First, name - 1, ref told);
    }

    /// <summary>"X, a separatist group in Chad" and "a separatist group, X".</summary>
    private void Beside(Sentence sentence, NounPhrase phrase, List<ActorHit> hits, ref Description told)
    {
        foreach (int child in sentence.Children(phrase.Head))
        {
            if (sentence.Tokens[child].Deprel == "appos" && child > phrase.Last)
            {
                Noun(sentence, child, hits, ref told);
            }
        }

        Token head = sentence.Tokens[phrase.Head];
        if (head.Deprel == "appos" && head.Head >= 0)
        {
            Noun(sentence, head.Head, hits, ref told);
        }
    }

    private void Noun(Sentence sentence, int noun, List<ActorHit> hits, ref Description told)
    {
        if (nouns.Find(sentence, noun, out int first) is not { } sense || sentence.Tokens[noun].Upos != "NOUN")
        {
            return;
        }

        NounPhrase phrase = NounPhrase.Of(sentence, noun);
        told.Take(sense.Class, sentence.Tokens[Math.Min(first, phrase.First)].Span.Cover(sentence.Tokens[noun].Span));
        Owner(hits, phrase.First, phrase.Last, ref told);
        Behind(sentence, noun, hits, ref told);
    }

    /// <summary>"of the Frontier Corps", "for the Taliban", "from Chad", "in Chad".</summary>
    private void Behind(Sentence sentence, int head, List<ActorHit> hits, ref Description told)
    {
        foreach (int child in sentence.Children(head))
        {
            if (child > head && sentence.Tokens[child].Deprel.StartsWith("nmod", StringComparison.Ordinal) && Grammar.Case(sentence, child) is "of" or "for" or "from" or "in" or "with")
            {
                Owner(hits, child, child, ref told);
            }
        }
    }

    private void Owner(List<ActorHit> hits, int first, int last, ref Description told)
    {
        foreach (ActorHit hit in hits)
        {
            if (hit.First <= last && hit.Last >= first && told.Of is null && context.Resolve(hit, true) is { } resolution && context.Find(resolution.ActorId) is { } actor)
            {
                told.Country ??= actor.Country;
                told.Of = actor.Kind is "country" or "person" ? null : actor.Id;
            }
        }
    }

    /// <summary>What was told so far; the first word that says it counts.</summary>
    private record struct Description(string? Class, string? Country, string? Of, TextSpan? Words)
    {
        public void Take(string? @class, TextSpan words)
        {
            if (Class is null && @class is not null)
            {
                Class = @class;
                Words = words;
            }
        }
    }
}
