using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Patterns by the head lemma of their triggers.</summary>
internal sealed class TriggerIndex
{
    private const int SupportUnknown = -2;

    /// <summary>In fewer words a few stop words tell no language.</summary>
    private const int FewestForeign = 8;

    private readonly LemmaTable<ImmutableArray<Entry>> byLemma;
    private readonly LemmaTable<ImmutableArray<string[]>> idioms;
    private readonly LemmaTable<ImmutableArray<string>> types;
    private readonly Lexicon lexicon;
    private readonly LanguageGuess languages;

    private sealed record Entry(CompiledPattern Pattern, string Pos, string[] Words, int HeadWord)
    {
        public LemmaBits Bits { get; } = LemmaBits.Of(Words.Where((_, i) => i != HeadWord));
    }

    public TriggerIndex(ImmutableArray<Pattern> patterns, Lexicon lexicon)
    {
        this.lexicon = lexicon;
        languages = new(lexicon.Knowledge.Tables["articles/languages"]);
        var entries = new List<(string Lemma, Entry Entry)>();
        foreach (Pattern pattern in patterns.OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            CompiledPattern compiled = CompiledPattern.Of(pattern, lexicon);
            foreach (string verb in Expand(pattern.Trigger.Verbs, lexicon))
            {
                string[] words = verb.Split(' ');
                entries.Add((words[0], new Entry(compiled, "verb", words, 0)));
            }

            foreach (string noun in Expand(pattern.Trigger.Nouns, lexicon))
            {
                string[] words = noun.Split(' ');
                int head = Array.FindIndex(words, w => lexicon.In("phrase-preposition", w)) is > 0 and var prep ? prep - 1 : words.Length - 1;
                entries.Add((words[head], new Entry(compiled, "noun", words, head)));
            }

            foreach (string adjective in Expand(pattern.Trigger.Adjectives, lexicon))
            {
                string[] words = adjective.Split(' ');
                entries.Add((words[0], new Entry(compiled, "adjective", words, 0)));
            }
        }

        IGrouping<string, Entry>[] lemmas = [.. entries.GroupBy(e => e.Lemma, e => e.Entry, StringComparer.Ordinal)];
        byLemma = new(lemmas.Select(g => KeyValuePair.Create(g.Key, g.ToImmutableArray())));
        types = new(lemmas.Select(g => KeyValuePair.Create(g.Key, g.Select(x => x.Pattern.Pattern.Type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray())));
        idioms = new(lexicon.List("idiom").Select(i => i.Split(' '))
            .SelectMany(words => words.Distinct(StringComparer.Ordinal).Select(w => (w, words)))
            .GroupBy(w => w.w, w => w.words, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.OrderBy(w => string.Join(' ', w), StringComparer.Ordinal).ToImmutableArray())));
    }

    /// <summary>The types whose patterns a lemma may open, whatever their conditions; in the order of names, none twice.</summary>
    public ImmutableArray<string> TypesOf(string lemma) => types.GetValueOrDefault(lemma, []);

    /// <summary>The best match of every triggering word, in text order; none in a sentence of another language ("Das war nicht so" tells of no war).</summary>
    public List<TriggerMatch> Find(SentenceView s)
    {
        List<TriggerMatch> found = [];
        if (s.Count >= FewestForeign && languages.Of(s.Sentence.Span.In(s.Analysis.Article.Text)) != LanguageGuess.Default)
        {
            return found;
        }

        List<int> buffer = [];
        for (int token = 0; token < s.Count; token++)
        {
            TriggerMatch? best = null;
            if (s[token].Upos is not ("VERB" or "NOUN" or "PROPN" or "ADJ" or "ADV" or "AUX"))
            {
                continue;
            }

            bool own = true;
            Word? opened = null;
            foreach (string lemma in Readings(s, token))
            {
                bool stripped = !own;
                own = false;
                if (best is not null)
                {
                    break;
                }

                if (!byLemma.TryGetValue(lemma, out ImmutableArray<Entry> entries))
                {
                    continue;
                }

                Word word = opened ?? Opened(s, token);
                foreach (Entry entry in entries)
                {
                    if ((!stripped || entry.Pos == "verb" || (entry.Pos == "noun" && Named(s, token))) && Match(s, ref word, entry, buffer) is { } match && (best is null || Better(match, best)))
                    {
                        best = match;
                    }
                }

                opened = word;
            }

            if (best is not null && !InIdiom(s, token) && !InName(s, token))
            {
                found.Add(best);
            }
        }

        // A word inside a longer trigger ("strike" of "air strike") opens nothing of its own.
        found.RemoveAll(m => found.Any(o => o != m && m.Token >= o.First && m.Token <= o.Last && o.Last - o.First > m.Last - m.First && o.Last - o.First < 6));
        return found;
    }

    private static IEnumerable<string> Expand(ImmutableArray<string> words, Lexicon lexicon) =>
        words.SelectMany(w => w.StartsWith('@') ? lexicon.List(w[1..]).Order(StringComparer.Ordinal) : Enumerable.Repeat(w, 1));

    private static IEnumerable<string> Readings(SentenceView s, int token)
    {
        yield return s.Lemma(token);
        string lower = s[token].Form.ToLowerInvariant();
        if (s.Lexicon.Irregular(lower) is { } irregular && irregular != s.Lemma(token))
        {
            yield return irregular;
        }

        if (lower != s.Lemma(token))
        {
            yield return lower;
        }

        // Rare verbs get wrong lemmas: undo the plain endings.
        if (s[token].Xpos is "VBD" or "VBN" && lower.EndsWith("ed", StringComparison.Ordinal))
        {
            if (!Inflection.Doubles(lower[..^2]))
            {
                yield return lower[..^2];
            }

            yield return lower[..^1];
        }
        else if (s[token].Xpos == "VBG" && lower.EndsWith("ing", StringComparison.Ordinal))
        {
            if (!Inflection.Doubles(lower[..^3]))
            {
                yield return lower[..^3];
            }

            yield return lower[..^3] + "e";
        }
    }

    private static bool Better(TriggerMatch a, TriggerMatch b)
    {
        if (a.Specific != b.Specific)
        {
            return a.Specific > b.Specific;
        }

        if (a.Pattern.Pattern.Weight != b.Pattern.Pattern.Weight)
        {
            return a.Pattern.Pattern.Weight > b.Pattern.Pattern.Weight;
        }

        return string.CompareOrdinal(a.Pattern.Pattern.Id, b.Pattern.Pattern.Id) < 0;
    }

    /// <summary>What the patterns that one word may open share.</summary>
    /// <param name="Alone">The trigger of a pattern that has no other word.</param>
    /// <param name="Verb">May be a trigger of patterns of verbs; so <paramref name="Noun"/> and, of all others, <paramref name="Adjective"/>.</param>
    /// <param name="Support">The light verb, see <see cref="SupportOf"/>; <see cref="SupportUnknown"/> until a pattern asks.</param>
    private record struct Word(int Token, ImmutableArray<int> Alone, bool Verb, bool Noun, bool Adjective, int Support);

    private Word Opened(SentenceView s, int token) => new(
        token,
        [token],
        s.IsVerb(token) && !Named(s, token) && !IsThose(s, token) && !IsToDo(s, token, token + 1),
        s.IsNoun(token) || (s[token].Xpos == "VBG" && s.Child(token, "nsubj") < 0 && s.Child(token, "obj") < 0 && s.Child(token, "aux") < 0),
        s[token].Upos is "ADJ" or "VERB" or "ADV",
        SupportUnknown);

    private TriggerMatch? Match(SentenceView s, ref Word word, Entry entry, List<int> buffer)
    {
        int token = word.Token;
        bool fits = entry.Pos switch
        {
            "verb" => word.Verb,
            "noun" => word.Noun,
            _ => word.Adjective,
        };
        if (!fits || !s.Bits.MayHaveAllOf(entry.Bits) || !MayMeet(s, entry.Pattern.Require) || (entry.Words.Length == 1 ? word.Alone : Phrase(s, token, entry)) is not { } words)
        {
            return null;
        }

        bool noun = entry.Pos == "noun";
        if (noun && word.Support == SupportUnknown)
        {
            word.Support = SupportOf(s, token);
        }

        var match = new TriggerMatch(entry.Pattern, token, words, noun, noun ? word.Support : -1, -1, (entry.Words.Length - 1) * 3);
        foreach (CompiledCondition condition in entry.Pattern.Require)
        {
            int at = condition.Find(s, match, lexicon, buffer);
            if (at < 0)
            {
                return null;
            }

            match = match with { Specific = match.Specific + (condition.Loose ? 0 : 3), Frame = condition.OnObject && match.Frame < 0 ? at : match.Frame };
        }

        foreach (CompiledCondition condition in entry.Pattern.Forbid)
        {
            if (condition.Find(s, match, lexicon, buffer) >= 0)
            {
                return null;
            }
        }

        return match;
    }

    private static bool MayMeet(SentenceView s, ImmutableArray<CompiledCondition> conditions)
    {
        foreach (CompiledCondition condition in conditions)
        {
            if (!condition.MayFit(s))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"is going | to | be", "went on | to | say": nobody goes anywhere.</summary>
    private bool IsToDo(SentenceView s, int verb, int to) => to < s.Count && s[to].Xpos == "TO" && s[to].Upos == "PART" && lexicon.In("goes-somewhere", s.Lemma(verb));

    /// <summary>"the | accused | had shown no remorse": a participle behind an article stands for those of whom it tells.</summary>
    private static bool IsThose(SentenceView s, int token) =>
        s[token].Xpos is "VBN" or "VBD" && s.Relation(token) is "nsubj" or "obj" or "obl" or "nmod" && s.Child(token, "det") is >= 0 and var article && article == token - 1 && s.Child(token, "nsubj") < 0;

    /// <summary>"died in shelling": the deed is named and nobody in the sentence does it, though the tree takes it for a clause.</summary>
    private bool Named(SentenceView s, int token) =>
        s[token].Xpos == "VBG" && s.Child(token, "obj") < 0 && s.Child(token, "nsubj") < 0 && s.Child(token, "aux") < 0
        && s.Child(token, "mark") is >= 0 and var mark && lexicon.In("names-deed", s.Lemma(mark));

    /// <summary>The light verb that carries an event noun, such as "launched" in "launched an attack"; -1 when none does.</summary>
    private int SupportOf(SentenceView s, int noun)
    {
        int top = noun;
        while (s.Relation(top) == "conj" && s.Head(top) >= 0 && s.IsNoun(s.Head(top)))
        {
            top = s.Head(top);
        }

        int head = s.Head(top);
        if (head >= 0 && s.IsVerb(head))
        {
            string verb = WithParticle(s, head);
            string link = s.Relation(top) switch
            {
                "obj" => "",
                "nsubj" when s.Deprel(top) == "nsubj:pass" => "",
                "obl" => s.Case(top),
                "xcomp" => "",
                _ => "-",
            };
            if (link != "-" && (lexicon.In("light-verb", link.Length == 0 ? verb : verb + " " + link)))
            {
                return head;
            }
        }

        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) == "acl" && s.IsVerb(child) && lexicon.In("light-verb", WithParticle(s, child)))
            {
                return child;
            }
        }

        return -1;
    }

    internal static string WithParticle(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Deprel(child) == "compound:prt")
            {
                return s.Lemma(verb) + " " + s.Lemma(child);
            }
        }

        return s.Lemma(verb);
    }

    /// <summary>The words of a trigger of several in text order; null when one is missing.</summary>
    private ImmutableArray<int>? Phrase(SentenceView s, int token, Entry entry)
    {
        List<int> words = [token];
        int at = token;
        for (int i = entry.HeadWord - 1; i >= 0; i--)
        {
            at--;
            if (at >= 0 && s[at].Upos == "PUNCT")
            {
                at--;
            }

            if (at < 0 || s.Lemma(at) != entry.Words[i])
            {
                return null;
            }

            words.Add(at);
        }

        at = token;
        for (int i = entry.HeadWord + 1; i < entry.Words.Length; i++)
        {
            string word = entry.Words[i];
            at = at + 1 < s.Count && s.Lemma(at + 1) == word ? at + 1 : Governed(s, token, word);
            if (at >= 0 && IsToDo(s, token, at))
            {
                return null;
            }

            if (at < 0 || (entry.Words.Length == 2 && entry.HeadWord == 0 && at > token + 1 && IsOfPhrase(s, token, at)))
            {
                return null;
            }

            words.Add(at);
        }

        words.Sort();
        return [.. words];
    }

    /// <summary>"handed Kuwait maps | in | exchange", "called the police | on | his way": behind an object, the preposition of something else and no particle of the verb.</summary>
    private static bool IsOfPhrase(SentenceView s, int verb, int word) =>
        s.Relation(word) == "case" && (s.Lemma(verb) == "call" || s.Lexicon.In("particle-or-preposition", s.Lemma(word))) && s.Head(word) > word && s.Child(verb, "obj") is >= 0 and var thing && thing < word;

    /// <summary>A word that belongs to the trigger without standing next to it: a particle, an object, or the preposition of one of its phrases.</summary>
    private static int Governed(SentenceView s, int token, string word)
    {
        foreach (int child in s.Children(token))
        {
            if (child < token)
            {
                continue;
            }

            if (s.Lemma(child) == word && s.Relation(child) is "compound" or "advmod" or "obj" or "obl" or "xcomp" or "case" && s.Lemma(child) == word)
            {
                return child;
            }

            if (PartyReader.InTime(s, child))
            {
                // "called the king on Sunday" is no "call on".
                continue;
            }

            if (s.Relation(child) is "obl" or "nmod" or "advcl" or "xcomp")
            {
                foreach (int inner in s.Children(child))
                {
                    if (s.Relation(inner) is "case" or "mark" && s.Lemma(inner) == word)
                    {
                        return inner;
                    }
                }
            }
        }

        return -1;
    }

    /// <summary>"Amnesty International": a word of a body's own name tells no deed.</summary>
    private static bool InName(SentenceView s, int token) =>
        s[token].Upos == "PROPN" && (IsOfBearer(s, token) || IsOfBody(s, token) || IsWhoSpeaks(s, token));

    /// <summary>"a National | Conference | leader": what people before whom it stands belong to.</summary>
    private static bool IsOfBearer(SentenceView s, int token) => s.Relation(token) == "compound" && s.Head(token) > token && s.PartyNoun(s.Head(token)) is { Kind: "person" };

    /// <summary>"The National | Conference | said": a body by its name, which no list holds.</summary>
    private static bool IsWhoSpeaks(SentenceView s, int token) =>
        s.Relation(token) == "nsubj" && token > 0 && s.Head(token - 1) == token && char.IsUpper(s[token - 1].Form[0]) && token > 1 && FitsRole.IsSpeech(s, s.Head(token));

    private static bool IsOfBody(SentenceView s, int token) =>
        s.MentionOver(token) is { Kind: MentionKind.Organisation, Actor.Rule.Value: "actor.name" } body && body.Span.Length > s[token].Span.Length
        && s.Lexicon.Knowledge.Actors.Find(body.Actor.ActorId) is { } actor && actor.Names.Any(n => n.Text.Contains(s[token].Form, StringComparison.Ordinal));

    private bool InIdiom(SentenceView s, int token)
    {
        if (!idioms.TryGetValue(s.Lemma(token), out ImmutableArray<string[]> phrases))
        {
            return false;
        }

        foreach (string[] phrase in phrases)
        {
            for (int start = Math.Max(0, token - phrase.Length + 1); start <= token && start + phrase.Length <= s.Count; start++)
            {
                bool same = true;
                for (int i = 0; i < phrase.Length && same; i++)
                {
                    same = s.Lemma(start + i) == phrase[i];
                }

                if (same)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
