namespace Casus.Language;

/// <summary>Sizes of the network and where each matrix lies in the flat list of its weights. All widths are multiples of 32.</summary>
/// <param name="Words">Rows of the vocabulary, with the unknown word and the root.</param>
/// <param name="Hidden">Width of the LSTM, one direction.</param>
internal sealed record NetworkShape(int Words, int Hidden, int Tags, int Names, int Relations)
{
    public int WordWidth { get; init; } = 96;

    public int PieceWidth { get; init; } = 96;

    public int TagWidth { get; init; } = 128;

    public int NameWidth { get; init; } = 64;

    public int ArcWidth { get; init; } = 192;

    public int RelationWidth { get; init; } = 128;

    public int Input => WordWidth + PieceWidth;

    public int Middle => TagWidth + NameWidth;

    public int Top => 2 * ArcWidth + 2 * RelationWidth;

    public int Gates => 4 * Hidden;

    public int Both => 2 * Hidden;

    /// <summary>Matrices in file order: rows (depth) × columns, columns padded to the panel. One-row matrices are biases.</summary>
    public (int Rows, int Columns)[] Matrices() =>
    [
        (Input, Gates), (Hidden, Gates), (1, Gates),
        (Input, Gates), (Hidden, Gates), (1, Gates),
        (Both, Gates), (Hidden, Gates), (1, Gates),
        (Both, Gates), (Hidden, Gates), (1, Gates),
        (Both, Middle), (1, Middle),
        (TagWidth, PackedMatrix.Padded(Tags)), (1, PackedMatrix.Padded(Tags)),
        (NameWidth, PackedMatrix.Padded(Names)), (1, PackedMatrix.Padded(Names)),
        (Both, Top), (1, Top),
        (ArcWidth, ArcWidth), (1, ArcWidth),
        (RelationWidth, PackedMatrix.Padded(Relations)), (1, PackedMatrix.Padded(Relations)),
    ];

    public const int Lstm1Forward = 0, Lstm1Backward = 3, Lstm2Forward = 6, Lstm2Backward = 9, MiddleAt = 12, TagAt = 14, NameAt = 16, TopAt = 18, ArcAt = 20, RelationAt = 22;
}
