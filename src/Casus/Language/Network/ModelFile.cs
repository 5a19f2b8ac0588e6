using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Casus.Language;

/// <summary>The file of weights: magic, count, then (name, length, bytes) of each section, then SHA-256 of all before.</summary>
internal static class ModelFile
{
    private const int Digest = 32;

    /// <param name="name">Where the weights lie in the repository, for what is said of broken ones.</param>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> file, string name = "models/language.bin")
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < LanguageModel.Magic.Length + 4 + Digest || !bytes.StartsWith(Encoding.ASCII.GetBytes(LanguageModel.Magic)))
        {
            throw new InvalidDataException($"These bytes are no language weights of Casus: expected a file that tools/Casus.Train wrote ({name}).");
        }

        Span<byte> digest = stackalloc byte[Digest];
        SHA256.HashData(bytes[..^Digest], digest);
        if (!digest.SequenceEqual(bytes[^Digest..]))
        {
            throw new InvalidDataException($"The weights are damaged (checksum does not match): restore {name} or train it again with tools/Casus.Train.");
        }

        var sections = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        int at = LanguageModel.Magic.Length;
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
        at += 4;
        for (int i = 0; i < count; i++)
        {
            int letters = bytes[at];
            string key = Encoding.UTF8.GetString(bytes.Slice(at + 1, letters));
            at += 1 + letters;
            int length = BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);
            sections.Add(key, file.Slice(at + 4, length));
            at += 4 + length;
        }

        return sections;
    }

    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> sections)
    {
        var all = sections.OrderBy(s => s.Key, StringComparer.Ordinal).ToArray();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Encoding.ASCII.GetBytes(LanguageModel.Magic));
        writer.Write(all.Length);
        foreach ((string name, byte[] bytes) in all)
        {
            byte[] key = Encoding.UTF8.GetBytes(name);
            writer.Write((byte)key.Length);
            writer.Write(key);
            writer.Write(bytes.Length);
            writer.Write(bytes);
        }

        writer.Flush();
        writer.Write(SHA256.HashData(stream.ToArray()));
        writer.Flush();
        return stream.ToArray();
    }
}
