namespace Casus.Language;

/// <summary>Writes what a layer reads of a word's form; the empty form stands for the root where there is one.</summary>
internal unsafe delegate void FormEmbedding(string form, float* x);

/// <summary>
/// What a first layer makes of each word's form before it looks at the neighbours: its share of the gates, in both directions. The forms met
/// first are remembered; in running text these are four words of five. The working memory of one thread.
/// </summary>
/// <param name="width">Of the embedding.</param>
/// <param name="directions">The layer's input matrix, forward and backward.</param>
/// <param name="biases">Added to each direction's shares; null where they are added later.</param>
internal sealed unsafe class FormProjection(int width, int gates, IRightFactor[] directions, FloatBuffer[]? biases, FormEmbedding embed)
{
    private const int Remembered = 2048, LongestRemembered = 32;
    private readonly Dictionary<string, int> slots = new(Remembered, StringComparer.Ordinal);
    private readonly FloatBuffer memory = new(Remembered * 2 * gates), input = new(), fresh = new();
    private int[] source = [], slotOf = [];
    private int rows, freshRows;

    /// <summary>Forgets the rows of the last batch, not the forms.</summary>
    /// <param name="most">Rows that will be taken.</param>
    public void Begin(int most)
    {
        if (source.Length < most)
        {
            source = new int[most + most / 4];
            slotOf = new int[source.Length];
        }

        (rows, freshRows) = (0, 0);
        input.Room(most * width);
    }

    /// <summary>Takes the next row's form.</summary>
    public void Take(string form)
    {
        if (slots.TryGetValue(form, out int slot))
        {
            source[rows++] = slot;
            return;
        }

        embed(form, input.Pointer + (nint)freshRows * width);
        bool kept = slots.Count < Remembered && form.Length <= LongestRemembered;
        slotOf[freshRows] = kept ? slots.Count : -1;
        source[rows++] = kept ? slots.Count : ~freshRows;
        if (kept)
        {
            slots.Add(form, slots.Count);
        }

        freshRows++;
    }

    /// <summary>Projects the forms that are new.</summary>
    public void End()
    {
        float* z = fresh.Room(2 * freshRows * gates);
        for (int direction = 0; direction < 2; direction++, z += (nint)freshRows * gates)
        {
            directions[direction].Multiply(freshRows, input.Pointer, width, z, gates, add: false);
            if (biases is not null)
            {
                Activation.Bias(z, freshRows, gates, biases[direction].Pointer, 0);
            }

            for (int f = 0; f < freshRows; f++)
            {
                if (slotOf[f] >= 0)
                {
                    new ReadOnlySpan<float>(z + (nint)f * gates, gates).CopyTo(new Span<float>(memory.Pointer + (nint)slotOf[f] * 2 * gates + direction * gates, gates));
                }
            }
        }
    }

    /// <summary>Writes the rows' shares of one direction's gates; row r goes to map[r].</summary>
    public void Fill(int direction, ReadOnlySpan<int> map, float* z)
    {
        for (int r = 0; r < map.Length; r++)
        {
            float* from = source[r] >= 0
                ? memory.Pointer + (nint)source[r] * 2 * gates + direction * gates
                : fresh.Pointer + ((nint)direction * freshRows + ~source[r]) * gates;
            new ReadOnlySpan<float>(from, gates).CopyTo(new Span<float>(z + (nint)map[r] * gates, gates));
        }
    }
}
