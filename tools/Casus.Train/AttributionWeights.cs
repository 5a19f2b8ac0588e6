using Casus.Language;

namespace Casus.Train;

/// <summary>All trainable numbers of the network that reads attributions.</summary>
internal sealed class AttributionWeights : DenseWeights
{
    public AttributionWeights(AttributionShape shape, int seed)
        : base(shape.Matrices())
    {
        Shape = shape;
        Words = new FloatBuffer(shape.Words * shape.WordWidth);
        Pieces = new FloatBuffer((1 << WordFeatures.HashBits) * shape.PieceWidth);
        Features = new FloatBuffer((1 << AttributionFeatures.Bits) * shape.FeatureWidth);
        Pairs = new FloatBuffer((1 << CuePairs.Bits) * AttributionShape.PairWidth);
        var chance = new Order((ulong)seed * 7919);
        Fill(Words.Span, chance, 0.2f);
        Fill(Pieces.Span, chance, 0.1f);
        Fill(Features.Span, chance, 0.1f);
        for (int m = 0; m < Sizes.Length; m++)
        {
            (int rows, int columns) = Sizes[m];
            Span<float> matrix = Dense.Span.Slice(Offsets[m], rows * columns);
            bool lstm = m < AttributionShape.LabelAt;
            if (rows > 1)
            {
                Fill(matrix, chance, MathF.Sqrt((lstm ? 1f : 2f) / (rows + (lstm ? shape.Hidden : columns))));
            }
            else if (lstm)
            {
                matrix.Slice(shape.Hidden, shape.Hidden).Fill(1); // forget gates begin open
            }
        }

        // A word is at first thought to belong to no cue.
        Dense.Span[Offsets[AttributionShape.LabelAt + 1] + AttributionShape.NoContent] = 1;
        Dense.Span[Offsets[AttributionShape.LabelAt + 1] + AttributionShape.NoSpeaker] = 3;
    }

    public AttributionShape Shape { get; }

    public FloatBuffer Words { get; }

    public FloatBuffer Pieces { get; }

    public FloatBuffer Features { get; }

    public FloatBuffer Pairs { get; }

    /// <summary>The embedding tables, in the order in which a pass hands gradients over.</summary>
    public Optimiser.Rows[] Tables() =>
        [new(Words, Shape.WordWidth), new(Pieces, Shape.PieceWidth), new(Features, Shape.FeatureWidth), new(Pairs, AttributionShape.PairWidth)];

    public byte[] ToFile(string[] words) => new AttributionModel
    {
        Shape = Shape,
        Words = words,
        WordRows = [.. Words.Span[..(Shape.Words * Shape.WordWidth)]],
        PieceRows = [.. Pieces.Span[..((1 << WordFeatures.HashBits) * Shape.PieceWidth)]],
        FeatureRows = [.. Features.Span[..((1 << AttributionFeatures.Bits) * Shape.FeatureWidth)]],
        PairRows = [.. Pairs.Span[..((1 << CuePairs.Bits) * AttributionShape.PairWidth)]],
        Matrices = [.. Sizes.Select((s, m) => Dense.Span.Slice(Offsets[m], s.Rows * s.Columns).ToArray())],
    }.Write();
}
