using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>
/// What the first layer makes of each word before it looks at the neighbours: its share of the gates, in both directions. That depends on the word's
/// form alone, so the forms met first are remembered; in running text these are four words of five. The working memory of one thread.
/// </summary>
internal sealed unsafe class WordProjection(Network network)
{
    private const int Remembered = 2048, LongestRemembered = 32;
    private readonly NetworkShape shape = network.Shape;
    private readonly Dictionary<string, int> slots = new(Remembered, StringComparer.Ordinal);
    private readonly FloatBuffer memory = new(Remembered * 2 * network.Shape.Gates), input = new(), fresh = new();
    private int[] source = [], slotOf = [];
    private int freshRows;

    /// <summary>Takes the words of a batch, a row for the root before each sentence.</summary>
    public void Take(ReadOnlySpan<string[]> sentences, int rows)
    {
        if (source.Length < rows)
        {
            source = new int[rows + rows / 4];
            slotOf = new int[source.Length];
        }

        freshRows = 0;
        float* x = input.Room(rows * shape.Input);
        int row = 0;
        foreach (string[] sentence in sentences)
        {
            for (int i = -1; i < sentence.Length; i++, row++)
            {
                // No word is written with nothing in it: the empty form stands for the root.
                string form = i < 0 ? "" : sentence[i];
                if (slots.TryGetValue(form, out int slot))
                {
                    source[row] = slot;
                    continue;
                }

                Embed(i < 0 ? null : form, x + (nint)freshRows * shape.Input);
                bool kept = slots.Count < Remembered && form.Length <= LongestRemembered && (i < 0 || form.Length > 0);
                slotOf[freshRows] = kept ? slots.Count : -1;
                source[row] = kept ? slots.Count : ~freshRows;
                if (kept)
                {
                    slots.Add(form, slots.Count);
                }

                freshRows++;
            }
        }

        Project(x);
    }

    /// <summary>Writes the rows' shares of one direction's gates; row r goes to map[r].</summary>
    public void Fill(int direction, ReadOnlySpan<int> map, float* z)
    {
        int gates = shape.Gates;
        for (int r = 0; r < map.Length; r++)
        {
            float* from = source[r] >= 0
                ? memory.Pointer + (nint)source[r] * 2 * gates + direction * gates
                : fresh.Pointer + ((nint)direction * freshRows + ~source[r]) * gates;
            new ReadOnlySpan<float>(from, gates).CopyTo(new Span<float>(z + (nint)map[r] * gates, gates));
        }
    }

    private void Project(float* x)
    {
        int gates = shape.Gates;
        float* z = fresh.Room(2 * freshRows * gates);
        for (int direction = 0; direction < 2; direction++, z += (nint)freshRows * gates)
        {
            int at = direction == 0 ? NetworkShape.Lstm1Forward : NetworkShape.Lstm1Backward;
            Gemm.Multiply(freshRows, x, shape.Input, 1, network.Packed[at], z, gates, add: false);
            Activation.Bias(z, freshRows, gates, network.Biases[at + 2].Pointer, 0);
            for (int f = 0; f < freshRows; f++)
            {
                if (slotOf[f] >= 0)
                {
                    new ReadOnlySpan<float>(z + (nint)f * gates, gates).CopyTo(new Span<float>(memory.Pointer + (nint)slotOf[f] * 2 * gates + direction * gates, gates));
                }
            }
        }
    }

    private void Embed(string? form, float* x)
    {
        Span<int> pieces = stackalloc int[WordFeatures.Pieces];
        var sum = new Span<float>(x + shape.WordWidth, shape.PieceWidth);
        sum.Clear();
        int row = WordFeatures.Root;
        if (form is not null)
        {
            row = network.Features.Of(form, pieces);
            foreach (int piece in pieces)
            {
                Add(network.PieceRows.AsSpan(piece * shape.PieceWidth, shape.PieceWidth), sum);
            }
        }

        network.WordRows.AsSpan(row * shape.WordWidth, shape.WordWidth).CopyTo(new Span<float>(x, shape.WordWidth));
    }

    private static void Add(ReadOnlySpan<float> from, Span<float> to)
    {
        for (int j = 0; j < to.Length; j += 8)
        {
            (Vector256.Create(from[j..]) + Vector256.Create<float>(to[j..])).CopyTo(to[j..]);
        }
    }
}
