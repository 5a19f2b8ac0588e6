using System.Collections.Frozen;
using System.Text;

namespace Casus.Language;

/// <summary>
/// The trained weights that read who says what: a two-layer BiLSTM over the words of a paragraph tells cues, and products of projections
/// (after Dozat and Manning 2017) with weights of pair features tell which words are the speaker and the content of each. Immutable after loading.
/// </summary>
public sealed class AttributionModel
{
    private const string Section = "attribution";
    private const int Version = 1;

    internal AttributionShape Shape { get; init; } = null!;

    internal string[] Words { get; init; } = [];

    internal float[] WordRows { get; init; } = [];

    internal float[] PieceRows { get; init; } = [];

    internal float[] FeatureRows { get; init; } = [];

    internal float[] PairRows { get; init; } = [];

    internal float[][] Matrices { get; init; } = [];

    /// <summary>Content hash of the file, for the provenance of what was read with it.</summary>
    public string Hash { get; private init; } = "";

    internal WordFeatures Features { get; private set; } = null!;

    internal ShortMatrix?[] Laid { get; private set; } = null!;

    internal FloatBuffer[] Biases { get; private set; } = null!;

    /// <summary>The rows of the first layer's two input matrices that read the spelling, and those that read the features.</summary>
    internal ShortMatrix[] Spelling { get; private set; } = null!;

    internal ShortMatrix[] Traits { get; private set; } = null!;

    /// <exception cref="InvalidDataException">The bytes are no weights of Casus, are of another version, or were damaged.</exception>
    public static AttributionModel Load(ReadOnlyMemory<byte> weights)
    {
        if (!ModelFile.Read(weights).TryGetValue(Section, out ReadOnlyMemory<byte> bytes))
        {
            throw new InvalidDataException("These weights read no attributions: expected a file that tools/Casus.Train wrote (models/attribution.bin).");
        }

        try
        {
            return Read(bytes, ContentHash.OfBytes(weights.Span));
        }
        catch (Exception e) when (e is ArgumentException or IndexOutOfRangeException or EndOfStreamException or OverflowException)
        {
            throw new InvalidDataException("The weights for attributions are whole but were written by another version: train them again with tools/Casus.Train.", e);
        }
    }

    internal byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (int number in new[] { Version, Shape.Hidden, Shape.WordWidth, Shape.PieceWidth, Shape.FeatureWidth, Shape.RoleWidth, Words.Length })
        {
            writer.Write(number);
        }

        foreach (string word in Words)
        {
            writer.Write(word);
        }

        Quantised.Write(writer, WordRows, Shape.Words, Shape.WordWidth);
        Quantised.Write(writer, PieceRows, 1 << WordFeatures.HashBits, Shape.PieceWidth);
        Quantised.Write(writer, FeatureRows, 1 << AttributionFeatures.Bits, Shape.FeatureWidth);
        Quantised.Write(writer, PairRows, 1 << CuePairs.Bits, AttributionShape.PairWidth);
        (int Rows, int Columns)[] sizes = Shape.Matrices();
        for (int m = 0; m < sizes.Length; m++)
        {
            Quantised.Write(writer, Matrices[m], sizes[m].Rows, sizes[m].Columns);
        }

        writer.Flush();
        return ModelFile.Write([new(Section, stream.ToArray())]);
    }

    private static AttributionModel Read(ReadOnlyMemory<byte> bytes, string hash)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException($"The weights for attributions have version {version}, this program reads {Version}: train them again with tools/Casus.Train.");
        }

        int hidden = reader.ReadInt32();
        int[] widths = [.. Enumerable.Range(0, 4).Select(_ => reader.ReadInt32())];
        string[] words = [.. Enumerable.Range(0, reader.ReadInt32()).Select(_ => reader.ReadString())];
        var shape = new AttributionShape(words.Length + WordFeatures.FirstWord, hidden) { WordWidth = widths[0], PieceWidth = widths[1], FeatureWidth = widths[2], RoleWidth = widths[3] };
        return new AttributionModel
        {
            Shape = shape,
            Words = words,
            Hash = hash,
            WordRows = Quantised.Read(reader, shape.Words, shape.WordWidth),
            PieceRows = Quantised.Read(reader, 1 << WordFeatures.HashBits, shape.PieceWidth),
            FeatureRows = Quantised.Read(reader, 1 << AttributionFeatures.Bits, shape.FeatureWidth),
            PairRows = Quantised.Read(reader, 1 << CuePairs.Bits, AttributionShape.PairWidth),
            Matrices = [.. shape.Matrices().Select(m => Quantised.Read(reader, m.Rows, m.Columns))],
        }.Ready();
    }

    /// <summary>Makes the lookups and layouts that running needs.</summary>
    private AttributionModel Ready()
    {
        Features = new WordFeatures(Words.Select((w, i) => KeyValuePair.Create(w, i + WordFeatures.FirstWord)).ToFrozenDictionary(StringComparer.Ordinal));
        (Laid, Biases) = ShortMatrix.Of(Shape.Matrices(), Matrices);
        int[] first = [AttributionShape.Lstm1Forward, AttributionShape.Lstm1Backward];
        Spelling = Array.ConvertAll(first, m => Part(m, 0, Shape.Spelling));
        Traits = Array.ConvertAll(first, m => Part(m, Shape.Spelling, Shape.FeatureWidth));
        return this;
    }

    private ShortMatrix Part(int matrix, int from, int rows) => new(Matrices[matrix].AsSpan(from * Shape.Gates, rows * Shape.Gates), rows, Shape.Gates);
}
