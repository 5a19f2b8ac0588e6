namespace Casus.Language;

/// <summary>
/// The best tree for arc scores: the best head of each word where these make a tree with one root, else the best projective tree
/// (Eisner 1996) with a fine on arcs from the root, so that it has one only.
/// </summary>
internal sealed class TreeDecoder
{
    private const float RootFine = 10_000, Impossible = -1e30f;
    private int[] marks = [];
    private float[] table = [];
    private short[] splits = [];

    /// <param name="scores">Row d, column h: score of h as head of d; row and column 0 are the root.</param>
    /// <param name="heads">Gets the head of each row; the root's own is 0.</param>
    public void Decode(ReadOnlySpan<float> scores, int width, Span<int> heads)
    {
        int n = heads.Length;
        heads[0] = 0;
        for (int d = 1; d < n; d++)
        {
            int best = 0;
            for (int h = 1; h < n; h++)
            {
                if (h != d && scores[d * width + h] > scores[d * width + best])
                {
                    best = h;
                }
            }

            heads[d] = best;
        }

        if (!IsTree(heads))
        {
            Eisner(scores, width, heads);
        }
    }

    /// <summary>One root and no circle.</summary>
    public bool IsTree(ReadOnlySpan<int> heads)
    {
        if (marks.Length < heads.Length)
        {
            marks = new int[heads.Length * 2];
        }

        Span<int> seen = marks.AsSpan(0, heads.Length);
        seen.Clear();
        int roots = 0;
        for (int d = 1; d < heads.Length; d++)
        {
            roots += heads[d] == 0 ? 1 : 0;
            int at = d;
            while (at != 0 && seen[at] == 0)
            {
                seen[at] = d;
                at = heads[at];
            }

            if (at != 0 && seen[at] == d)
            {
                return false;
            }
        }

        return roots == 1;
    }

    // Chart of spans [i, j]: complete and incomplete, headed left (1) or right (0), four values a cell.
    private void Eisner(ReadOnlySpan<float> scores, int width, Span<int> heads)
    {
        int n = heads.Length;
        if (table.Length < n * n * 4)
        {
            table = new float[n * n * 4];
            splits = new short[n * n * 4];
        }

        for (int i = 0; i < n; i++)
        {
            table.AsSpan((i * n + i) * 4, 4).Clear();
        }

        for (int length = 1; length < n; length++)
        {
            for (int i = 0; i + length < n; i++)
            {
                int j = i + length, cell = (i * n + j) * 4;
                float best = Impossible;
                int split = i;
                for (int k = i; k < j; k++)
                {
                    float sum = table[(i * n + k) * 4 + 2] + table[((k + 1) * n + j) * 4 + 3];
                    if (sum > best)
                    {
                        best = sum;
                        split = k;
                    }
                }

                // 0: incomplete, i governs j; 1: incomplete, j governs i; 2: complete from i; 3: complete from j.
                table[cell] = best + scores[j * width + i] - (i == 0 ? RootFine : 0);
                table[cell + 1] = i == 0 ? Impossible : best + scores[i * width + j];
                splits[cell] = splits[cell + 1] = (short)split;
                best = Impossible;
                for (int k = i + 1; k <= j; k++)
                {
                    float sum = table[(i * n + k) * 4] + table[(k * n + j) * 4 + 2];
                    if (sum > best)
                    {
                        best = sum;
                        splits[cell + 2] = (short)k;
                    }
                }

                table[cell + 2] = best;
                best = 2 * Impossible;
                for (int k = i; k < j; k++)
                {
                    float sum = table[(i * n + k) * 4 + 3] + table[(k * n + j) * 4 + 1];
                    if (sum > best)
                    {
                        best = sum;
                        splits[cell + 3] = (short)k;
                    }
                }

                table[cell + 3] = best;
            }
        }

        Walk(0, n - 1, 2, n, heads);
    }

    // Depth is bounded by the length of the sentence, which the parser bounds.
    private void Walk(int i, int j, int kind, int n, Span<int> heads)
    {
        if (i == j)
        {
            return;
        }

        int k = splits[(i * n + j) * 4 + kind];
        switch (kind)
        {
            case 0 or 1:
                heads[kind == 0 ? j : i] = kind == 0 ? i : j;
                Walk(i, k, 2, n, heads);
                Walk(k + 1, j, 3, n, heads);
                break;
            case 2:
                Walk(i, k, 0, n, heads);
                Walk(k, j, 2, n, heads);
                break;
            default:
                Walk(i, k, 3, n, heads);
                Walk(k, j, 1, n, heads);
                break;
        }
    }
}
