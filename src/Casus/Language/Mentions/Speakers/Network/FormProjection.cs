using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>
/// What the first layer makes of a word's spelling: its share of the gates in both directions. The forms met first are remembered;
/// in running text these are four words of five. The working memory of one thread.
/// </summary>
internal sealed unsafe class FormProjection(AttributionModel model)
{
    private const int Remembered = 2048, LongestRemembered = 32;
    private readonly AttributionShape shape = model.Shape;
    private readonly Dictionary<string, int> slots = new(Remembered, StringComparer.Ordinal);
    private readonly FloatBuffer memory = new(Remembered * 2 * model.Shape.Gates), input = new(), fresh = new();
    private readonly List<int> source = [], slotOf = [];
    private int freshRows;

    /// <summary>Forgets the rows of the last batch, not the forms.</summary>
    public void Begin(int rows)
    {
        source.Clear();
        slotOf.Clear();
        freshRows = 0;
        input.Room(rows * shape.Spelling);
    }

    /// <summary>Takes the next row's form.</summary>
    public void Take(string form)
    {
        if (slots.TryGetValue(form, out int slot))
        {
            source.Add(slot);
            return;
        }

        Embed(form, input.Pointer + (nint)freshRows * shape.Spelling);
        bool kept = slots.Count < Remembered && form.Length <= LongestRemembered;
        slotOf.Add(kept ? slots.Count : -1);
        source.Add(kept ? slots.Count : ~freshRows);
        if (kept)
        {
            slots.Add(form, slots.Count);
        }

        freshRows++;
    }

    /// <summary>Projects the forms that are new.</summary>
    public void End()
    {
        int gates = shape.Gates;
        float* z = fresh.Room(2 * freshRows * gates);
        for (int direction = 0; direction < 2; direction++, z += (nint)freshRows * gates)
        {
            Gemm.Multiply(freshRows, input.Pointer, shape.Spelling, 1, model.Spelling[direction], z, gates, add: false);
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
        int gates = shape.Gates;
        for (int r = 0; r < map.Length; r++)
        {
            float* from = source[r] >= 0
                ? memory.Pointer + (nint)source[r] * 2 * gates + direction * gates
                : fresh.Pointer + ((nint)direction * freshRows + ~source[r]) * gates;
            new ReadOnlySpan<float>(from, gates).CopyTo(new Span<float>(z + (nint)map[r] * gates, gates));
        }
    }

    private void Embed(string form, float* x)
    {
        Span<int> pieces = stackalloc int[WordFeatures.Pieces];
        int word = model.Features.Of(form, pieces);
        model.WordRows.AsSpan(word * shape.WordWidth, shape.WordWidth).CopyTo(new Span<float>(x, shape.WordWidth));
        new Span<float>(x + shape.WordWidth, shape.PieceWidth).Clear();
        Add(model.PieceRows, pieces, x + shape.WordWidth, shape.PieceWidth);
    }

    /// <summary>Adds rows of a table.</summary>
    public static void Add(float[] table, ReadOnlySpan<int> rows, float* to, int width)
    {
        foreach (int row in rows)
        {
            ReadOnlySpan<float> from = table.AsSpan(row * width, width);
            for (int j = 0; j < width; j += 8)
            {
                (Vector256.Create(from[j..]) + Vector256.Load(to + j)).Store(to + j);
            }
        }
    }
}
