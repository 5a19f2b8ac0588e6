namespace Casus.Train;

/// <summary>What several networks think of the words of a sentence: for each word the likeliest answers and their shares, which add up to one.</summary>
internal sealed class SoftLabels(int words)
{
    public const int Kept = 4;
    private readonly ushort[] answers = new ushort[words * Kept];
    private readonly float[] shares = new float[words * Kept];

    public ReadOnlySpan<ushort> Answers(int word) => answers.AsSpan(word * Kept, Kept);

    public ReadOnlySpan<float> Shares(int word) => shares.AsSpan(word * Kept, Kept);

    /// <summary>Keeps the likeliest of a word's answers; of equal ones the first.</summary>
    public void Set(int word, ReadOnlySpan<float> likelihoods)
    {
        Span<ushort> ids = answers.AsSpan(word * Kept, Kept);
        Span<float> best = shares.AsSpan(word * Kept, Kept);
        best.Clear();
        for (int j = 0; j < likelihoods.Length; j++)
        {
            int at = Kept;
            while (at > 0 && likelihoods[j] > best[at - 1])
            {
                at--;
            }

            if (at < Kept)
            {
                for (int k = Kept - 1; k > at; k--)
                {
                    (ids[k], best[k]) = (ids[k - 1], best[k - 1]);
                }

                (ids[at], best[at]) = ((ushort)j, likelihoods[j]);
            }
        }

        Normalise(best);
    }

    /// <summary>The labels of some of the words. Answers that are words are renumbered; those to words left out lose their share. Null where a word has no answer left.</summary>
    /// <param name="numbers">New number of each answer, -1 for none; null leaves them.</param>
    public SoftLabels? Of(int[] kept, int[]? numbers)
    {
        var part = new SoftLabels(kept.Length);
        for (int i = 0; i < kept.Length; i++)
        {
            Answers(kept[i]).CopyTo(part.answers.AsSpan(i * Kept));
            Span<float> to = part.shares.AsSpan(i * Kept, Kept);
            Shares(kept[i]).CopyTo(to);
            if (numbers is null)
            {
                continue;
            }

            for (int k = 0; k < Kept; k++)
            {
                int number = numbers[part.answers[i * Kept + k]];
                part.answers[i * Kept + k] = (ushort)Math.Max(number, 0);
                to[k] = number < 0 ? 0 : to[k];
            }

            if (to[0] == 0)
            {
                return null;
            }

            Normalise(to);
        }

        return part;
    }

    private static void Normalise(Span<float> shares)
    {
        float sum = 0;
        foreach (float s in shares)
        {
            sum += s;
        }

        foreach (ref float s in shares)
        {
            s /= sum;
        }
    }
}

/// <summary>Soft answers to the four questions that the network is asked. Heads count from 0 for the root, words from 1.</summary>
internal sealed record SoftTree(SoftLabels Tags, SoftLabels Names, SoftLabels Heads, SoftLabels Relations);
