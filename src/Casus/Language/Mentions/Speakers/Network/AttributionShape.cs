namespace Casus.Language;

/// <summary>Sizes of the network that reads attributions. Widths are multiples of 32, that of the LSTM of 16.</summary>
/// <param name="Words">Rows of the vocabulary, with the unknown word.</param>
/// <param name="Hidden">Width of the LSTM, one direction.</param>
internal sealed record AttributionShape(int Words, int Hidden)
{
    /// <summary>Columns of the label scores: outside, cue begun, cue gone on, speaker, content; then what a word scores for belonging to no cue, as content and as speaker.</summary>
    public const int Outside = 0, CueBegin = 1, CueInside = 2, Labels = 5, NoContent = 5, NoSpeaker = 6;

    /// <summary>Columns of a row of weights of pair features; 8 make a vector, two are used.</summary>
    public const int PairWidth = 8, SpeakerPair = 0, ContentPair = 1;

    public const int Lstm1Forward = 0, Lstm1Backward = 3, Lstm2Forward = 6, Lstm2Backward = 9, LabelAt = 12, TopAt = 14;

    public int WordWidth { get; init; } = 64;

    public int PieceWidth { get; init; } = 64;

    public int FeatureWidth { get; init; } = 64;

    /// <summary>Width of each of the four projections: a word as speaker, a word as content, a cue for speakers, a cue for contents.</summary>
    public int RoleWidth { get; init; } = 64;

    /// <summary>The part of the input that depends on the word's form alone.</summary>
    public int Spelling => WordWidth + PieceWidth;

    public int Input => WordWidth + PieceWidth + FeatureWidth;

    public int Gates => 4 * Hidden;

    public int Both => 2 * Hidden;

    public int Top => 4 * RoleWidth;

    public int LabelColumns => PackedMatrix.Padded(Labels + 2);

    /// <summary>Matrices in file order: rows (depth) × columns, columns padded to the panel. One-row matrices are biases.</summary>
    public (int Rows, int Columns)[] Matrices() =>
    [
        (Input, Gates), (Hidden, Gates), (1, Gates),
        (Input, Gates), (Hidden, Gates), (1, Gates),
        (Both, Gates), (Hidden, Gates), (1, Gates),
        (Both, Gates), (Hidden, Gates), (1, Gates),
        (Both, LabelColumns), (1, LabelColumns),
        (Both, Top), (1, Top),
    ];
}
