using Casus.Language;

namespace Casus.Train;

/// <summary>All trainable numbers: dense matrices in one list, embedding rows in two tables, and the packed layouts of the current step.</summary>
internal sealed unsafe class NetworkWeights
{
    public NetworkWeights(NetworkShape shape, int seed)
    {
        Shape = shape;
        Sizes = shape.Matrices();
        Offsets = new int[Sizes.Length];
        int total = 0;
        for (int m = 0; m < Sizes.Length; m++)
        {
            Offsets[m] = total;
            total += Sizes[m].Rows * Sizes[m].Columns;
        }

        Dense = new FloatBuffer(total);
        Count = total;
        Words = new FloatBuffer(shape.Words * shape.WordWidth);
        Pieces = new FloatBuffer((1 << WordFeatures.HashBits) * shape.PieceWidth);
        var chance = new Order((ulong)seed * 7919);
        Fill(Words.Span, chance, 0.2f);
        Fill(Pieces.Span, chance, 0.1f);
        for (int m = 0; m < Sizes.Length; m++)
        {
            (int rows, int columns) = Sizes[m];
            Span<float> matrix = Dense.Span.Slice(Offsets[m], rows * columns);
            if (rows > 1)
            {
                bool lstm = m < NetworkShape.MiddleAt;
                Fill(matrix, chance, MathF.Sqrt((lstm ? 1f : 2f) / (rows + (lstm ? shape.Hidden : columns))));
            }
            else if (m < NetworkShape.MiddleAt)
            {
                matrix.Slice(shape.Hidden, shape.Hidden).Fill(1); // forget gates begin open
            }
        }

        Span<float> arc = Dense.Span.Slice(Offsets[NetworkShape.ArcAt], shape.ArcWidth * shape.ArcWidth);
        for (int i = 0; i < arc.Length; i++)
        {
            arc[i] = arc[i] * 0.2f + (i % (shape.ArcWidth + 1) == 0 ? 0.1f : 0);
        }

        Forward = [.. Sizes.Select(_ => new PackedMatrix())];
        Backward = [.. Sizes.Select(_ => new PackedMatrix())];
    }

    public NetworkShape Shape { get; }

    public (int Rows, int Columns)[] Sizes { get; }

    public int[] Offsets { get; }

    public int Count { get; }

    public FloatBuffer Dense { get; }

    public FloatBuffer Words { get; }

    public FloatBuffer Pieces { get; }

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

    public Network ToNetwork(TrainSet set) => new Network
    {
        Shape = Shape,
        Words = set.Words,
        Tags = set.Tags,
        Names = set.Names,
        Relations = set.Relations,
        WordRows = [.. Words.Span],
        PieceRows = [.. Pieces.Span],
        Matrices = [.. Sizes.Select((s, m) => Dense.Span.Slice(Offsets[m], s.Rows * s.Columns).ToArray())],
    };

    private static void Fill(Span<float> values, Order chance, float deviation)
    {
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = chance.Gaussian() * deviation;
        }
    }
}
