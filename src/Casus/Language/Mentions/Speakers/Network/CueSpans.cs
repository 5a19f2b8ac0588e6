namespace Casus.Language;

/// <summary>Words of a cue and the one of them that governs the others.</summary>
internal static class CueSpans
{
    /// <param name="words">Tokens of the sentence, rising, at least one.</param>
    /// <returns>The first verb whose governor lies outside, else the first such word.</returns>
    public static int Head(Sentence sentence, ReadOnlySpan<int> words)
    {
        int first = -1;
        foreach (int word in words)
        {
            if (words.Contains(sentence.Tokens[word].Head))
            {
                continue;
            }

            if (sentence.Tokens[word].Upos is "VERB")
            {
                return word;
            }

            first = first < 0 ? word : first;
        }

        return first;
    }
}
