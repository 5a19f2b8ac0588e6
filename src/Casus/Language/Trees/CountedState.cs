namespace Casus.Language;

/// <summary>
/// "The blast left at least 12 dead": after words that bound a number the parser at times takes it and the state behind it for two things the verb has; the number counts who is in that state, as it does in "ten were killed and forty abducted".
/// </summary>
internal static class CountedState
{
    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence)
    {
        for (int i = 1; i + 1 < sentence.Tokens.Length; i++)
        {
            if (IsCountOf(sentence, i))
            {
                return sentence.Rebuilt(sentence.Tokens.SetItem(i, sentence.Tokens[i] with { Head = i + 1, Deprel = "nummod" }));
            }

            if (IsBesideItsState(sentence, i) || IsOfNextState(sentence, i))
            {
                Token[] built = [.. sentence.Tokens];
                built[i] = built[i] with { Head = i + 1, Deprel = "nummod" };
                foreach (int child in sentence.Children(i))
                {
                    built[child] = built[child].Deprel is "cc" or "punct" ? built[child] with { Head = i + 1 } : built[child];
                }

                return sentence.Rebuilt([.. built]);
            }
        }

        return sentence;
    }

    /// <summary>"ten were killed and | forty | abducted": both joined to the first verb, where the number counts those of the second.</summary>
    private static bool IsBesideItsState(Sentence sentence, int number) =>
        sentence.Tokens[number] is { Xpos: "CD", Deprel: "conj", Head: >= 0 and var verb } && verb < number && sentence.Tokens[verb].Upos == "VERB"
        && sentence.Tokens[number + 1] is { Xpos: "VBN", Deprel: "conj" } state && state.Head == verb;

    /// <summary>"left nine dead and | dozens | injured", taken for more of the dead.</summary>
    private static bool IsOfNextState(Sentence sentence, int number) =>
        sentence.Tokens[number] is { Deprel: "conj", Head: >= 0 and var first } count && (count.Xpos == "CD" || count.Form is "dozens" or "scores" or "hundreds" or "thousands" or "others" or "several" or "many") && first < number
        && sentence.Tokens[first].Xpos is "JJ" or "VBN" or "NNS" or "CD" && TreeShape.Has(sentence, number, (c, t) => c == number - 1 && t.Deprel == "cc")
        && sentence.Tokens[number + 1] is { Xpos: "VBN" or "JJ", Deprel: "conj" or "xcomp" or "acl" or "amod", Head: var above } && above != number;

    private static bool IsCountOf(Sentence sentence, int number)
    {
        Token count = sentence.Tokens[number], state = sentence.Tokens[number + 1];
        if (count.Xpos != "CD" || count.Deprel is not ("obl" or "obj" or "nsubj") || count.Head < 0 || count.Head >= number || state.Head != count.Head || state.Deprel != "xcomp" || state.Xpos is not ("JJ" or "VBN"))
        {
            return false;
        }

        // "in 2014 dead": what has a preposition of its own counts nobody.
        foreach (int child in sentence.Children(number))
        {
            if (child > number || sentence.Tokens[child].Deprel == "case")
            {
                return false;
            }
        }

        return true;
    }
}
