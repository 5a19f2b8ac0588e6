namespace Casus.Language;

/// <summary>Sizes of the network and where each matrix lies in the flat list of its weights.</summary>
/// <param name="Words">Rows of the vocabulary, with the unknown word and the root.</param>
/// <param name="Hidden">Width of the LSTM, one direction; a multiple of 32.</param>
internal sealed record NetworkShape(int Words, int Hidden, int Tags, int Names, int Relations)
{
    public const int WordWidth = 96, PieceWidth = 96, Input = WordWidth + PieceWidth, TagWidth = 128, NameWidth = 64, Middle = TagWidth + NameWidth;
    public const int ArcWidth = 192, RelationWidth = 128, Top = 2 * ArcWidth + 2 * RelationWidth;

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
