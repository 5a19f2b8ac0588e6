using System.Collections.Frozen;
using System.Text;

namespace Casus.Language;

/// <summary>
/// Tagger, name finder and parser in one network: a two-layer BiLSTM over words and pieces of their spelling; tags and names are read
/// from the first layer, arcs (biaffine) and relations from the second (Kiperwasser and Goldberg 2016; Dozat and Manning 2017).
/// Immutable after loading; the working memory is a <see cref="NetworkRun"/>.
/// </summary>
internal sealed class Network
{
    private const int Version = 2;

    public required NetworkShape Shape { get; init; }

    public required string[] Words { get; init; }

    /// <summary>UPOS and XPOS joined by "|".</summary>
    public required string[] Tags { get; init; }

    /// <summary>"O", then "B-" and "I-" labels.</summary>
    public required string[] Names { get; init; }

    public required string[] Relations { get; init; }

    public required float[] WordRows { get; init; }

    public required float[] PieceRows { get; init; }

    /// <summary>In the order of <see cref="NetworkShape.Matrices"/>, row by row.</summary>
    public required float[][] Matrices { get; init; }

    /// <summary><see cref="Tags"/> parted.</summary>
    public (string Upos, string Xpos)[] TagPairs { get; private set; } = [];

    public WordFeatures Features { get; private set; } = null!;

    public ShortMatrix?[] Laid { get; private set; } = null!;

    public FloatBuffer[] Biases { get; private set; } = null!;

    /// <summary>Makes the lookups and layouts that running needs.</summary>
    public Network Ready()
    {
        TagPairs = [.. Tags.Select(t => (t[..t.IndexOf('|')], t[(t.IndexOf('|') + 1)..]))];
        Features = new WordFeatures(Words.Select((w, i) => KeyValuePair.Create(w, i + WordFeatures.FirstWord)).ToFrozenDictionary(StringComparer.Ordinal));
        (Laid, Biases) = ShortMatrix.Of(Shape.Matrices(), Matrices);
        return this;
    }

    public static Network Read(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes.ToArray()), Encoding.UTF8);
        int version = reader.ReadInt32();
        if (version != Version)
        {
            throw new InvalidDataException($"The network in the language weights has version {version}, this program reads {Version}: train it again with tools/Casus.Train.");
        }

        int hidden = reader.ReadInt32();
        int[] widths = [.. Enumerable.Range(0, 6).Select(_ => reader.ReadInt32())];
        string[] words = Strings(reader), tags = Strings(reader), names = Strings(reader), relations = Strings(reader);
        var shape = new NetworkShape(words.Length + WordFeatures.FirstWord, hidden, tags.Length, names.Length, relations.Length)
        {
            WordWidth = widths[0],
            PieceWidth = widths[1],
            TagWidth = widths[2],
            NameWidth = widths[3],
            ArcWidth = widths[4],
            RelationWidth = widths[5],
        };
        float[] wordRows = Quantised.Read(reader, shape.Words, shape.WordWidth);
        float[] pieceRows = Quantised.Read(reader, 1 << WordFeatures.HashBits, shape.PieceWidth);
        float[][] matrices = [.. shape.Matrices().Select(m => Quantised.Read(reader, m.Rows, m.Columns))];
        return new Network { Shape = shape, Words = words, Tags = tags, Names = names, Relations = relations, WordRows = wordRows, PieceRows = pieceRows, Matrices = matrices }.Ready();
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write(Shape.Hidden);
        foreach (int width in new[] { Shape.WordWidth, Shape.PieceWidth, Shape.TagWidth, Shape.NameWidth, Shape.ArcWidth, Shape.RelationWidth })
        {
            writer.Write(width);
        }

        foreach (string[] list in new[] { Words, Tags, Names, Relations })
        {
            writer.Write(list.Length);
            foreach (string s in list)
            {
                writer.Write(s);
            }
        }

        Quantised.Write(writer, WordRows, Shape.Words, Shape.WordWidth);
        Quantised.Write(writer, PieceRows, 1 << WordFeatures.HashBits, Shape.PieceWidth);
        (int Rows, int Columns)[] sizes = Shape.Matrices();
        for (int m = 0; m < sizes.Length; m++)
        {
            Quantised.Write(writer, Matrices[m], sizes[m].Rows, sizes[m].Columns);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static string[] Strings(BinaryReader reader)
    {
        var list = new string[reader.ReadInt32()];
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = reader.ReadString();
        }

        return list;
    }
}
