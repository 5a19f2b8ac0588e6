using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Tells where a known name is only a part of another: "Jordan" of "Jordan Ellis", "Obama" of "Michelle Obama".</summary>
internal sealed class LongerNames(ActorContext context, NounIndex nouns, PlaceCues cues)
{
    /// <summary>"Latin American": a nationality that the word before makes another's.</summary>
    public bool IsOfAnotherPeople(Sentence sentence, ActorHit hit) =>
        hit.First > 0 && cues.BeforePeoples.Has(sentence.Tokens[hit.First - 1].Form) && context.First(hit).Name.Demonym;

    /// <summary>"pro-Russian", "anti-Assad": whom somebody is for or against is somebody else.</summary>
    public bool IsOfStance(Sentence sentence, ActorHit hit) =>
        sentence.Tokens[hit.First].Form is var form && form.IndexOf('-') is > 0 and var hyphen && cues.StancePrefixes.Has(form.AsSpan(0, hyphen));

    /// <summary>"Peru's | Congress |", "the Nigerian | Senate |": a name that only its country makes somebody's, beside another country.</summary>
    public void DropOfOtherLands(Sentence sentence, List<ActorHit> hits)
    {
        for (int i = hits.Count - 1; i >= 0; i--)
        {
            if (Beside(sentence, hits, hits[i]) is not { } land || context.Of(hits[i], land) is not { } kept)
            {
                continue;
            }

            if (kept.Count == 0)
            {
                hits.RemoveAt(i);
            }
            else
            {
                hits[i] = hits[i] with { Entries = kept };
            }
        }
    }

    /// <summary>The country whose a name is told to be, before it or behind "of"; null where none is.</summary>
    private string? Beside(Sentence sentence, List<ActorHit> hits, ActorHit name)
    {
        foreach (ActorHit other in hits)
        {
            bool before = other.Last == name.First - 1 || (other.Last == name.First - 2 && sentence.Tokens[name.First - 1].Form is "'s" or "’s" or "'" or "’");
            bool behind = other.First == name.Last + 2 && sentence.Tokens[name.Last + 1].Form == "of";
            if (before || behind)
            {
                Actor actor = context.First(other).Actor;
                return actor.Kind == "country" ? actor.Country : null;
            }
        }

        return null;
    }

    /// <summary>"Defence Minister Pedro Sánchez" is not the head of government by that name: of a person of whom only the highest offices are known.</summary>
    public bool IsOfAnotherOffice(Sentence sentence, ActorHit hit)
    {
        int title = hit.First - 1;
        if (title < 1 || !sentence.Tokens[title].Form.Equals("minister", StringComparison.OrdinalIgnoreCase) || sentence.Tokens[title - 1].Form.Equals("prime", StringComparison.OrdinalIgnoreCase) || !char.IsLetter(sentence.Tokens[title - 1].Form[0]) || sentence.Tokens[title - 1].Upos is "DET" or "PUNCT" or "ADP")
        {
            return false;
        }

        Actor actor = context.First(hit).Actor;
        bool any = false;
        foreach (ActorTie tie in actor.Kind == "person" ? actor.Ties : [])
        {
            if (tie.Office is { } office)
            {
                any = true;
                if (office.Contains("minister", StringComparison.OrdinalIgnoreCase) && !office.Contains("prime", StringComparison.OrdinalIgnoreCase))
                {
                    return false;
                }
            }
        }

        return any;
    }

    /// <summary>
    /// True where a name of one word goes on, or has a title or a given name that is not theirs: "Jordan Ellis" and "Mr. Jordan" are no
    /// country, "Michelle Obama" is not her husband.
    /// </summary>
    public bool IsSwallowed(Sentence sentence, NounPhrase phrase, ActorHit hit, List<ActorHit> hits)
    {
        (Actor actor, ActorName name) = context.First(hit);
        if (hit.First != hit.Last || name.Demonym)
        {
            return false;
        }

        if (actor.Kind == "person" && hit.First > phrase.First && IsSurnameOfOther(sentence, phrase, hit))
        {
            return true;
        }

        string? title = hit.First > phrase.First ? cues.Titles.Find(sentence.Tokens[hit.First - 1].Form) : null;
        if (actor.Kind == "person" ? title == "rank" && !name.Alone && actor.Class == "politician" : title is "civil" or "religious" or "rank")
        {
            return true;
        }

        int next = hit.Last + 1;
        if (next > phrase.Last || phrase.Last > next + 2)
        {
            return false;
        }

        for (int i = next; i <= phrase.Last; i++)
        {
            Token token = sentence.Tokens[i];
            if (i < phrase.Last && (token.Form is "-" || (token.Form.Length <= 3 && sentence.Tokens[i + 1].Form is "-")))
            {
                // "al-Fursan" in three tokens
                continue;
            }

            if (token.Upos != "PROPN" || !token.Deprel.StartsWith("flat", StringComparison.Ordinal) || !IsCapitalised(token.Form) || (token.Form.Length > 1 && char.IsUpper(token.Form[1]))
                || cues.Organisations.Find(token.Form) is not null || cues.Titles.Find(token.Form) is not null || hits.Exists(h => h != hit && h.First <= i && h.Last >= i))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"Ellis", and "al-Fursan" in one token.</summary>
    private static bool IsCapitalised(string word) =>
        char.IsUpper(word[0]) || (word.IndexOf('-') is > 0 and <= 3 and var hyphen && hyphen + 1 < word.Length && char.IsUpper(word[hyphen + 1]));

    /// <summary>"Isis Martinez", "Chad Wilkins": a given name of the list and nothing but one surname behind it.</summary>
    public bool IsGivenName(Sentence sentence, NounPhrase phrase, ActorHit hit) =>
        hit.First == hit.Last && hit.Last == phrase.Last - 1 && hit.First == phrase.First && cues.GivenNames.Has(sentence.Tokens[hit.First].Form)
        && cues.Organisations.Find(sentence.Tokens[phrase.Last].Form) is null && !context.First(hit).Name.Demonym;

    /// <summary>True where another given name stands before a surname: "Jeb" is no word of any name of the actor.</summary>
    public bool IsSurnameOfOther(Sentence sentence, NounPhrase phrase, ActorHit hit)
    {
        if (hit.First != hit.Last || hit.First <= phrase.First)
        {
            return false;
        }

        Actor actor = context.First(hit).Actor;
        return IsGivenNameOfOther(sentence, phrase.First, hit.First, word => actor.Names.Any(n => n.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
            || IsOfAnotherThrone(sentence, hit.First, word => Reigns(actor, word));
    }

    /// <param name="isTheirs">Whether a word is in a name of the one whose surname it is.</param>
    private bool IsGivenNameOfOther(Sentence sentence, int first, int surname, Func<string, bool> isTheirs)
    {
        if (surname <= first)
        {
            return false;
        }

        Token before = sentence.Tokens[surname - 1];
        bool named = before.Upos == "PROPN" && char.IsUpper(before.Form[0]) && before.Form.Any(char.IsLower)
            && (cues.GivenNames.Has(before.Form) || sentence.Tokens[surname].Deprel.StartsWith("flat", StringComparison.Ordinal));
        return named && cues.Titles.Find(before.Form) is null && nouns.Find(sentence, surname - 1, out _) is null && !isTheirs(before.Form);
    }

    /// <summary>True where a surname that the article has explained stands behind another given name.</summary>
    public bool IsOther(Sentence sentence, NounPhrase phrase, OwnName known) =>
        known.Kind == MentionKind.Person
        && (IsGivenNameOfOther(sentence, phrase.First, phrase.Last, word => IsNamed(known, word))
            || (phrase.Last > phrase.First && IsOfAnotherThrone(sentence, phrase.Last, word => known.ActorId is { } id ? Reigns(context.Find(id)!, word) : IsNamed(known, word))));

    /// <summary>"King Hussein" is no president of that name.</summary>
    private bool IsOfAnotherThrone(Sentence sentence, int surname, Func<string, bool> reigns) =>
        sentence.Tokens[surname - 1].Form is var word && cues.Titles.Find(word) is "throne" && !reigns(word);

    private static bool Reigns(Actor actor, string throne) =>
        actor.Names.Any(n => n.Text.Contains(throne, StringComparison.OrdinalIgnoreCase)) || actor.Ties.Any(t => t.Office?.Contains(throne, StringComparison.OrdinalIgnoreCase) == true);

    private bool IsNamed(OwnName known, string word) => known.ActorId is { } id
        ? context.Find(id)!.Names.Any(n => n.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
        : known.Provisional?.Name.Contains(word, StringComparison.OrdinalIgnoreCase) ?? true;
}
