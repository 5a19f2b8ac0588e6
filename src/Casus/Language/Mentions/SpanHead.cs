namespace Casus.Language;

/// <summary>The word of a stretch of tokens that governs the rest.</summary>
internal static class SpanHead
{
    /// <param name="first">First token; <paramref name="last"/> is included.</param>
    /// <returns>The token whose governor lies outside; of several, the last noun, else the last.</returns>
    public static int Of(Sentence sentence, int first, int last)
    {
        int best = last;
        bool found = false;
        for (int i = last; i >= first; i--)
        {
            Token token = sentence.Tokens[i];
            bool outside = token.Head < first || token.Head > last;
            if (outside && token.Upos is not ("PUNCT" or "ADP" or "DET") && !found)
            {
                best = i;
                found = true;
            }
        }

        return best;
    }
}
