using Casus.Language;

namespace Casus.Train;

/// <summary>The matrices of a network in one list, and their packed layouts of the current step.</summary>
internal abstract unsafe class DenseWeights
{
    /// <param name="sizes">Matrices of one row are biases, which are not packed.</param>
    protected DenseWeights((int Rows, int Columns)[] sizes)
    {
        Sizes = sizes;
        Offsets = new int[sizes.Length];
        for (int m = 0; m < sizes.Length; m++)
        {
            Offsets[m] = Count;
            Count += sizes[m].Rows * sizes[m].Columns;
        }

        Dense = new FloatBuffer(Count);
        Forward = [.. sizes.Select(_ => new PackedMatrix())];
        Backward = [.. sizes.Select(_ => new PackedMatrix())];
    }

    public (int Rows, int Columns)[] Sizes { get; }

    public int[] Offsets { get; }

    public int Count { get; }

    public FloatBuffer Dense { get; }

    public PackedMatrix[] Forward { get; }

    public PackedMatrix[] Backward { get; }

    public float* Bias(int m) => Dense.Pointer + Offsets[m];

    /// <summary>Lays one matrix out for the coming step, both ways.</summary>
    public void Pack(int m)
    {
        (int rows, int columns) = Sizes[m];
        if (rows > 1)
        {
            Forward[m].Pack(Dense.Pointer + Offsets[m], columns, rows, columns);
            Backward[m].PackTransposed(Dense.Pointer + Offsets[m], columns, columns, rows);
        }
    }

    protected static void Fill(Span<float> values, Order chance, float deviation)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = chance.Gaussian() * deviation;
        }
    }
}
