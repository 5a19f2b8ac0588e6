namespace Casus.Language;

/// <summary>
/// Weights of 8 bits with a scale a row (<see cref="Quantised"/>), widened to 16 and laid out for <see cref="ShortGemm"/>: panels of
/// <see cref="ShortGemm.Panel"/> columns, in each the numbers of two rows side by side. Immutable; share one among threads.
/// </summary>
internal sealed unsafe class ShortMatrix
{
    private readonly short[] numbers;

    /// <param name="from">Element (k, j) is from[k * columns + j].</param>
    /// <param name="rows">Even.</param>
    /// <param name="columns">A multiple of <see cref="ShortGemm.Panel"/>.</param>
    public ShortMatrix(ReadOnlySpan<float> from, int rows, int columns)
    {
        (Rows, Columns) = (rows, columns);
        Scales = new FloatBuffer(rows);
        Pointer = Pinned.Array(rows * columns, out numbers);
        for (int k = 0; k < rows; k++)
        {
            ReadOnlySpan<float> row = from.Slice(k * columns, columns);
            float scale = Quantised.Scale(row);
            Scales.Span[k] = scale;
            for (int j = 0; j < columns; j++)
            {
                int panel = j / ShortGemm.Panel * ShortGemm.Panel;
                Pointer[panel * rows + (k / 2 * ShortGemm.Panel + j - panel) * 2 + (k & 1)] = Quantised.Step(row[j], scale);
            }
        }
    }

    public int Rows { get; }

    public int Columns { get; }

    public short* Pointer { get; }

    /// <summary>What one step of a row's numbers is worth.</summary>
    public FloatBuffer Scales { get; }

    /// <summary>Lays the matrices of a network out for running; those of one row are biases and stay as they are.</summary>
    public static (ShortMatrix?[] Laid, FloatBuffer[] Biases) Of((int Rows, int Columns)[] sizes, float[][] matrices)
    {
        var laid = new ShortMatrix?[sizes.Length];
        var biases = new FloatBuffer[sizes.Length];
        for (int m = 0; m < sizes.Length; m++)
        {
            (int rows, int columns) = sizes[m];
            biases[m] = new FloatBuffer(rows > 1 ? 8 : columns);
            if (rows > 1)
            {
                laid[m] = new ShortMatrix(matrices[m], rows, columns);
            }
            else
            {
                matrices[m].CopyTo(biases[m].Span);
            }
        }

        return (laid, biases);
    }
}
