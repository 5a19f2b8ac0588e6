namespace Casus.Language;

/// <summary>
/// Sentences of unlike length run through an LSTM together without padding: they are ordered by falling length, and the rows of one
/// step lie side by side. Row r of a sentence-major matrix (sentence after sentence) is row Forward[r] of the packed one, or Backward[r]
/// when sentences are read from their ends.
/// </summary>
internal sealed class Packing
{
    private int[] begins = new int[64], counts = new int[256], offsets = new int[256], forward = new int[1024], backward = new int[1024];

    public int Sentences { get; private set; }

    public int Rows { get; private set; }

    public int Steps { get; private set; }

    /// <summary>First row of each sentence in sentence-major order, and one past the last.</summary>
    public ReadOnlySpan<int> Begins => begins.AsSpan(0, Sentences + 1);

    /// <summary>Sentences that reach each step.</summary>
    public ReadOnlySpan<int> Counts => counts.AsSpan(0, Steps);

    /// <summary>First packed row of each step.</summary>
    public ReadOnlySpan<int> Offsets => offsets.AsSpan(0, Steps);

    public ReadOnlySpan<int> Forward => forward.AsSpan(0, Rows);

    public ReadOnlySpan<int> Backward => backward.AsSpan(0, Rows);

    /// <param name="lengths">Rows of each sentence, falling, none below 1.</param>
    public void Set(ReadOnlySpan<int> lengths)
    {
        Sentences = lengths.Length;
        Steps = lengths[0];
        Grow(ref begins, Sentences + 1);
        Grow(ref counts, Steps);
        Grow(ref offsets, Steps);
        counts.AsSpan(0, Steps).Clear();
        int row = 0;
        for (int s = 0; s < lengths.Length; s++)
        {
            begins[s] = row;
            row += lengths[s];
        }

        begins[Sentences] = Rows = row;
        for (int t = 0, s = Sentences; t < Steps; t++)
        {
            while (s > 0 && lengths[s - 1] <= t)
            {
                s--;
            }

            counts[t] = s;
            offsets[t] = t == 0 ? 0 : offsets[t - 1] + counts[t - 1];
        }

        Grow(ref forward, Rows);
        Grow(ref backward, Rows);
        for (int s = 0; s < lengths.Length; s++)
        {
            for (int t = 0; t < lengths[s]; t++)
            {
                forward[begins[s] + t] = offsets[t] + s;
                backward[begins[s] + t] = offsets[lengths[s] - 1 - t] + s;
            }
        }
    }

    private static void Grow(ref int[] array, int length)
    {
        if (array.Length < length)
        {
            array = new int[length + length / 4];
        }
    }
}

/// <summary>The recurrent part of one LSTM direction over packed rows.</summary>
internal static unsafe class Lstm
{
    /// <summary>On entry <paramref name="z"/> holds the input's share and bias of the four gates; on exit the gates' values.</summary>
    public static void Run(Packing packing, IRightFactor recurrent, int hidden, float* z, float* cells, float* squashed, float* outputs)
    {
        for (int t = 0; t < packing.Steps; t++)
        {
            nint at = packing.Offsets[t];
            int count = packing.Counts[t];
            nint before = t == 0 ? 0 : packing.Offsets[t - 1];
            if (t > 0)
            {
                recurrent.Multiply(count, outputs + before * hidden, hidden, z + at * 4 * hidden, 4 * hidden, add: true);
            }

            for (int s = 0; s < count; s++)
            {
                nint row = at + s;
                Activation.Cell(z + row * 4 * hidden, t == 0 ? null : cells + (before + s) * hidden, cells + row * hidden, squashed + row * hidden, outputs + row * hidden, hidden);
            }
        }
    }

    /// <summary>to[map[r]] = from[r], rows of a width; the target's rows may be wider.</summary>
    public static void Scatter(float* from, int fromWidth, float* to, int toWidth, int width, ReadOnlySpan<int> map)
    {
        for (int r = 0; r < map.Length; r++)
        {
            new ReadOnlySpan<float>(from + (nint)r * fromWidth, width).CopyTo(new Span<float>(to + (nint)map[r] * toWidth, width));
        }
    }

    /// <summary>to[r] = from[map[r]].</summary>
    public static void Gather(float* from, int fromWidth, float* to, int toWidth, int width, ReadOnlySpan<int> map)
    {
        for (int r = 0; r < map.Length; r++)
        {
            new ReadOnlySpan<float>(from + (nint)map[r] * fromWidth, width).CopyTo(new Span<float>(to + (nint)r * toWidth, width));
        }
    }
}
