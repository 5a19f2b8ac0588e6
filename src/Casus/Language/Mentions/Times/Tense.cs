using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Which way a time expression points. The nearest verb above it in the tree decides, with the words of knowledge/times/ahead.tsv;
/// where the tree says nothing, the nearest finite verb in the sentence.
/// </summary>
internal sealed class Tense
{
    public const string Table = "times/ahead";
    private const int FarthestVerb = 12;
    private readonly FrozenSet<string> governors;
    private readonly FrozenSet<string> adjectives;
    private readonly FrozenSet<string> limits;
    private readonly FrozenSet<string> goals;
    private readonly FrozenSet<string> early;

    public Tense(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables[Table];
        FrozenSet<string> Of(string kind) => table.Rows.Where(r => r[table.Column("kind")] == kind).Select(r => r[table.Column("word")]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        (governors, adjectives, limits, goals, early) = (Of("governor"), Of("adjective"), Of("limit"), Of("goal"), Of("early"));
    }

    /// <param name="first">The expression's first token.</param>
    /// <param name="last">Its last.</param>
    public Direction At(Sentence sentence, int first, int last)
    {
        (int governor, bool adjective) = Governor(sentence, last);
        if (adjective)
        {
            return Direction.Future;
        }

        Direction direct = governor < 0 ? Direction.Unknown : OfVerb(sentence, governor);
        if (Ahead(sentence, first, governor, direct))
        {
            return Direction.Future;
        }

        if (direct != Direction.Unknown)
        {
            return direct;
        }

        for (int distance = 1; distance <= FarthestVerb; distance++)
        {
            Direction before = OfWord(sentence, last - distance), after = OfWord(sentence, last + distance);
            if (before != Direction.Unknown || after != Direction.Unknown)
            {
                return before != Direction.Unknown ? before : after;
            }
        }

        return Direction.Unknown;
    }

    private bool Ahead(Sentence sentence, int first, int verb, Direction direct)
    {
        string before = first > 0 ? sentence.Tokens[first - 1].Form : "";
        bool limit = limits.Contains(before);
        if (direct != Direction.Past && (limit || (first > 1 && before is "as" && early.Contains(sentence.Tokens[first - 2].Form))))
        {
            return true;
        }

        if (verb < 0)
        {
            return false;
        }

        Token token = sentence.Tokens[verb];
        bool fixedAhead = governors.Contains(token.Lemma);
        if (fixedAhead && (limit || goals.Contains(before) || (direct == Direction.Unknown && token.Xpos is "VBN" or "JJ" && HasPresentBe(sentence, verb))))
        {
            return true;
        }

        return token.Xpos == "VB" && token.Head >= 0 && HasTo(sentence, verb)
            && (HasPresentBe(sentence, verb) || (governors.Contains(sentence.Tokens[token.Head].Lemma) && !HasHad(sentence, token.Head)));
    }

    private static bool HasTo(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (sentence.Tokens[child] is { Upos: "PART", Lemma: "to" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What "had been due to expire" may lie behind.</summary>
    private static bool HasHad(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (sentence.Tokens[child] is { Lemma: "have", Xpos: "VBD" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"is to resume".</summary>
    private static bool HasPresentBe(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (sentence.Tokens[child] is { Lemma: "be", Xpos: "VBZ" or "VBP" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The verb above a token, or true for an adjective of what lies ahead that is met before.</summary>
    private (int Verb, bool Adjective) Governor(Sentence sentence, int token)
    {
        int steps = 0;
        for (int at = sentence.Tokens[token].Head; at >= 0 && steps < sentence.Tokens.Length; at = sentence.Tokens[at].Head, steps++)
        {
            if (sentence.Tokens[at].Upos == "ADJ" && adjectives.Contains(sentence.Tokens[at].Lemma) && !HasHad(sentence, at))
            {
                return (-1, true);
            }

            if (sentence.Tokens[at].Upos is "VERB" or "AUX")
            {
                return (at, false);
            }
        }

        return (-1, false);
    }

    private Direction OfVerb(Sentence sentence, int verb)
    {
        bool past = sentence.Tokens[verb].Xpos is "VBD", would = false, bare = sentence.Tokens[verb].Xpos is "VBN";
        foreach (int child in sentence.Children(verb))
        {
            Token token = sentence.Tokens[child];
            if (token.Upos != "AUX" && token.Upos != "PART")
            {
                continue;
            }

            bare = false;

            if (IsFuture(token))
            {
                return Direction.Future;
            }

            would |= token.Xpos == "MD" && token.Form is "would";
            past |= token.Xpos == "VBD" || (token.Lemma == "have" && token.Xpos is "VBZ" or "VBP" or "VB");
        }

        // "said it would resume on Monday" looks ahead; "would have resumed" does not.
        // "troops sent in May", but "talks planned for May".
        return past || (bare && !governors.Contains(sentence.Tokens[verb].Lemma)) ? Direction.Past : would ? Direction.Future : Direction.Unknown;
    }

    private static Direction OfWord(Sentence sentence, int at)
    {
        if (at < 0 || at >= sentence.Tokens.Length)
        {
            return Direction.Unknown;
        }

        Token token = sentence.Tokens[at];
        return token.Xpos == "VBD" ? Direction.Past : IsFuture(token) ? Direction.Future : Direction.Unknown;
    }

    /// <summary>"will", "shall", "'ll", "wo" of "won't"; other modals say nothing by themselves.</summary>
    private static bool IsFuture(Token token) => token.Xpos == "MD" && token.Lemma is "will" or "shall" && !token.Form.StartsWith('w') | token.Form is "will" or "wo";
}
