using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Which way a time expression points. The nearest verb above it in the tree decides; where the tree says nothing, the nearest
/// finite verb in the sentence.
/// </summary>
internal static class Tense
{
    private const int FarthestVerb = 12;

    public static Direction At(Sentence sentence, int token)
    {
        int governor = Governor(sentence, token);
        if (governor >= 0)
        {
            Direction direct = OfVerb(sentence, governor);
            if (direct != Direction.Unknown)
            {
                return direct;
            }
        }

        for (int distance = 1; distance <= FarthestVerb; distance++)
        {
            Direction before = OfWord(sentence, token - distance), after = OfWord(sentence, token + distance);
            if (before != Direction.Unknown || after != Direction.Unknown)
            {
                return before != Direction.Unknown ? before : after;
            }
        }

        return Direction.Unknown;
    }

    private static int Governor(Sentence sentence, int token)
    {
        int steps = 0;
        for (int at = sentence.Tokens[token].Head; at >= 0 && steps < sentence.Tokens.Length; at = sentence.Tokens[at].Head, steps++)
        {
            if (sentence.Tokens[at].Upos is "VERB" or "AUX")
            {
                return at;
            }
        }

        return -1;
    }

    private static Direction OfVerb(Sentence sentence, int verb)
    {
        bool past = sentence.Tokens[verb].Xpos is "VBD";
        foreach (int child in sentence.Children(verb))
        {
            Token token = sentence.Tokens[child];
            if (token.Upos != "AUX" && token.Upos != "PART")
            {
                continue;
            }

            if (IsFuture(token))
            {
                return Direction.Future;
            }

            past |= token.Xpos == "VBD" || (token.Lemma == "have" && token.Xpos is "VBZ" or "VBP");
        }

        return past ? Direction.Past : Direction.Unknown;
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

    /// <summary>"will", "shall", "'ll"; "would" and the other modals say nothing.</summary>
    private static bool IsFuture(Token token) => token.Xpos == "MD" && token.Lemma is "will" or "shall" && !token.Form.StartsWith('w') | token.Form is "will" or "wo";
}
