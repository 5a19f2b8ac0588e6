using Casus.Language;

namespace Casus.Train;

/// <summary>All trainable numbers of the parser's network: dense matrices, and embedding rows in two tables.</summary>
internal sealed class NetworkWeights : DenseWeights
{
    public NetworkWeights(NetworkShape shape, int seed)
        : base(shape.Matrices())
    {
        Shape = shape;
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
    }

    public NetworkShape Shape { get; }

    public FloatBuffer Words { get; }

    public FloatBuffer Pieces { get; }

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
}
