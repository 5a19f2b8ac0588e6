namespace Casus.Events;

/// <summary>Sentences of two editions that tell the same; up to three of one may answer one of the other. Half-open ranges of indices, an empty one for nothing.</summary>
internal readonly record struct Aligned(int EarlierBegin, int EarlierEnd, int LaterBegin, int LaterEnd, bool Moved);

/// <summary>
/// Aligns two editions sentence by sentence: the pairing, in order, that shares most words weighted by their rarity, by dynamic programming
/// (Gale and Church 1993, with words in place of lengths). What is left is paired wherever it stands: it was moved.
/// </summary>
internal sealed class SentenceAlignment
{
    /// <summary>Part of the words of both sides that must be shared.</summary>
    private const double Least = 0.35, LeastMoved = 0.5;
    private const int Most = 3;

    private readonly int[][] earlier, later;
    private readonly double[] weights;

    /// <summary>Word numbers of each sentence, and how rare each word is.</summary>
    public SentenceAlignment(int[][] earlier, int[][] later, double[] weights)
    {
        this.earlier = [.. earlier.Select(Sorted)];
        this.later = [.. later.Select(Sorted)];
        this.weights = weights;
    }

    /// <summary>Every sentence of both once; in the order of the later edition, what it lacks where the earlier has it.</summary>
    public List<Aligned> Align()
    {
        List<Aligned> path = Path();
        int[] lost = [.. path.Where(p => p.LaterBegin == p.LaterEnd).Select(p => p.EarlierBegin)];
        int[] gained = [.. path.Where(p => p.EarlierBegin == p.EarlierEnd).Select(p => p.LaterBegin)];
        var moved = new Dictionary<int, int>();
        var taken = new HashSet<int>();
        foreach ((int from, int to, double share) in lost.SelectMany(i => gained.Select(j => (i, j, Share(earlier[i], later[j])))).Where(m => m.Item3 >= LeastMoved).OrderByDescending(m => m.Item3).ThenBy(m => m.i).ThenBy(m => m.j))
        {
            if (!moved.ContainsKey(to) && taken.Add(from))
            {
                moved[to] = from;
            }
        }

        return [.. path
            .Where(p => p.LaterBegin < p.LaterEnd || !taken.Contains(p.EarlierBegin))
            .Select(p => p.EarlierBegin == p.EarlierEnd && moved.TryGetValue(p.LaterBegin, out int from) ? new Aligned(from, from + 1, p.LaterBegin, p.LaterEnd, true) : p)];
    }

    private List<Aligned> Path()
    {
        int n = earlier.Length, m = later.Length;
        var best = new double[n + 1, m + 1];
        var step = new (byte Earlier, byte Later)[n + 1, m + 1];
        int[][][] from = Groups(earlier), to = Groups(later);
        for (int i = 0; i <= n; i++)
        {
            for (int j = 0; j <= m; j++)
            {
                if (i + j == 0)
                {
                    continue;
                }

                // Skipping gains nothing; of equals the earlier sentence is left out last.
                (double gain, (byte, byte) way) = j > 0 ? (best[i, j - 1], ((byte)0, (byte)1)) : (best[i - 1, j], ((byte)1, (byte)0));
                if (i > 0 && best[i - 1, j] > gain)
                {
                    (gain, way) = (best[i - 1, j], (1, 0));
                }

                for (int a = 1; a <= Math.Min(Most, i); a++)
                {
                    for (int b = 1; b <= Math.Min(a == 1 ? Most : 1, j); b++)
                    {
                        double more = best[i - a, j - b] + Gain(from[a - 1][i - a], to[b - 1][j - b]);
                        if (more > gain + 1e-9)
                        {
                            (gain, way) = (more, ((byte)a, (byte)b));
                        }
                    }
                }

                (best[i, j], step[i, j]) = (gain, way);
            }
        }

        var path = new List<Aligned>();
        for (int i = n, j = m; i + j > 0;)
        {
            (byte a, byte b) = step[i, j];
            path.Add(new Aligned(i - a, i, j - b, j, false));
            (i, j) = (i - a, j - b);
        }

        path.Reverse();
        return path;
    }

    /// <summary>Weight shared, both sides counted, less what would be expected of both.</summary>
    private double Gain(int[] a, int[] b)
    {
        (double shared, double all) = Weigh(a, b);
        return (2 * shared) - (Least * all);
    }

    private double Share(int[] a, int[] b)
    {
        (double shared, double all) = Weigh(a, b);
        return all == 0 ? 0 : 2 * shared / all;
    }

    private (double Shared, double All) Weigh(int[] a, int[] b)
    {
        double shared = 0, all = 0;
        int i = 0, j = 0;
        while (i < a.Length || j < b.Length)
        {
            int order = i == a.Length ? 1 : j == b.Length ? -1 : a[i].CompareTo(b[j]);
            double weight = weights[order <= 0 ? a[i] : b[j]];
            shared += order == 0 ? weight : 0;
            all += order == 0 ? 2 * weight : weight;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return (shared, all);
    }

    /// <summary>The words of one, two and three sentences on end, by the first of them.</summary>
    private static int[][][] Groups(int[][] sentences) =>
        [.. Enumerable.Range(1, Most).Select(size => Enumerable.Range(0, Math.Max(0, sentences.Length - size + 1)).Select(i => Sorted([.. sentences[i..(i + size)].SelectMany(s => s)])).ToArray())];

    private static int[] Sorted(int[] words) => [.. words.Distinct().Order()];
}
