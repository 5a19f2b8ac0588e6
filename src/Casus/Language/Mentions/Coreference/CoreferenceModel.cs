using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Casus.Language;

/// <summary>
/// Trained weights of coreference: which words refer, to what kind of thing, and to which earlier ones. Linear models over hashed
/// features, summed in whole numbers, so that every machine links alike. Immutable; share one among threads.
/// </summary>
public sealed class CoreferenceModel
{
    internal const int RefersBits = 17, KindBits = 15, LinkBits = 19;

    /// <summary>GUM's types of entities, in the order of their rows; 0 is for what no weights have judged.</summary>
    internal static readonly string[] Kinds = ["", "person", "organization", "place", "event", "time", "object", "abstract", "animal", "substance", "plant"];

    private readonly sbyte[] refers;
    private readonly sbyte[] kinds;
    private readonly sbyte[] links;
    private readonly float refersUnit;
    private readonly float linkUnit;

    private CoreferenceModel(string hash, sbyte[] refers, sbyte[] kinds, sbyte[] links, float refersUnit, float linkUnit)
    {
        Hash = hash;
        this.refers = refers;
        this.kinds = kinds;
        this.links = links;
        this.refersUnit = refersUnit;
        this.linkUnit = linkUnit;
    }

    /// <summary>Content hash of the file, for the provenance of what was read with it.</summary>
    public string Hash { get; }

    /// <exception cref="InvalidDataException">The bytes are no weights of coreference, are of another version, or were damaged.</exception>
    public static CoreferenceModel Load(ReadOnlyMemory<byte> weights)
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections = ModelFile.Read(weights, "models/coreference.bin");
        sbyte[] refers = Section(sections, "refers", 1 << RefersBits);
        sbyte[] kinds = Section(sections, "kinds", (Kinds.Length - 1) << KindBits);
        sbyte[] links = Section(sections, "links", 1 << LinkBits);
        ReadOnlySpan<byte> units = sections.TryGetValue("units", out ReadOnlyMemory<byte> bytes) && bytes.Length == 8 ? bytes.Span : throw Missing("units", 8);
        return new CoreferenceModel(ContentHash.OfBytes(weights.Span), refers, kinds, links, BinaryPrimitives.ReadSingleLittleEndian(units), BinaryPrimitives.ReadSingleLittleEndian(units[4..]));
    }

    private static sbyte[] Section(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections, string name, int count) =>
        sections.TryGetValue(name, out ReadOnlyMemory<byte> bytes) && bytes.Length == count ? MemoryMarshal.Cast<byte, sbyte>(bytes.Span).ToArray() : throw Missing(name, count);

    private static InvalidDataException Missing(string name, int count) =>
        new($"The weights of coreference have no section '{name}' of {count} bytes: train them again with tools/Casus.Train.");

    internal static byte[] Write(float[] refers, float[] kinds, float[] links)
    {
        (byte[] refersBytes, float refersUnit) = Rounded(refers);
        (byte[] linkBytes, float linkUnit) = Rounded(links);
        var units = new byte[8];
        BinaryPrimitives.WriteSingleLittleEndian(units, refersUnit);
        BinaryPrimitives.WriteSingleLittleEndian(units.AsSpan(4), linkUnit);
        return ModelFile.Write([new("refers", refersBytes), new("kinds", Rounded(kinds).Bytes), new("links", linkBytes), new("units", units)]);
    }

    private static (byte[] Bytes, float Unit) Rounded(float[] weights)
    {
        float top = 1e-6f;
        foreach (float weight in weights)
        {
            top = Math.Max(top, Math.Abs(weight));
        }

        float unit = top / 127;
        var bytes = new byte[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            bytes[i] = (byte)(sbyte)MathF.Round(weights[i] / unit);
        }

        return (bytes, unit);
    }

    internal float Refers(ReadOnlySpan<int> rows) => Sum(refers, rows) * refersUnit;

    internal float Link(ReadOnlySpan<int> rows) => Sum(links, rows) * linkUnit;

    /// <summary>Index in <see cref="Kinds"/>, from 1.</summary>
    internal byte Kind(ReadOnlySpan<int> rows)
    {
        int count = Kinds.Length - 1, best = 0;
        Span<int> sums = stackalloc int[count];
        sums.Clear();
        foreach (int row in rows)
        {
            ReadOnlySpan<sbyte> weights = kinds.AsSpan(row * count, count);
            for (int k = 0; k < weights.Length; k++)
            {
                sums[k] += weights[k];
            }
        }

        for (int k = 1; k < count; k++)
        {
            best = sums[k] > sums[best] ? k : best;
        }

        return (byte)(best + 1);
    }

    private static int Sum(sbyte[] weights, ReadOnlySpan<int> rows)
    {
        int sum = 0;
        foreach (int row in rows)
        {
            sum += weights[row];
        }

        return sum;
    }
}
