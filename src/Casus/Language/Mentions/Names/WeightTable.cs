using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Weights of a linear model by feature: a row of 8-bit numbers for each key that is known, and one scale.</summary>
internal sealed class WeightTable
{
    /// <summary>Key and first number of the row, side by side: one line of the cache for a look-up.</summary>
    private readonly (uint Key, int Row)[] slots;

    /// <summary>Rows widened to 16 bits and to whole vectors.</summary>
    private readonly short[] table;
    private readonly int mask, step;

    /// <param name="width">Numbers a row.</param>
    /// <param name="features">Keys, none 0, none twice; row i of the weights belongs to key i.</param>
    public WeightTable(int width, float scale, ReadOnlySpan<uint> features, sbyte[] weights)
    {
        Width = width;
        Scale = scale;
        int size = 16;
        while (size < features.Length * 2)
        {
            size *= 2;
        }

        mask = size - 1;
        slots = new (uint, int)[size];
        step = Padded(width);
        table = new short[features.Length * step];
        for (int i = 0; i < features.Length; i++)
        {
            int at = (int)(features[i] * 0x9E3779B1u) & mask;
            while (slots[at].Key != 0)
            {
                at = (at + 1) & mask;
            }

            slots[at] = (features[i], i * step);
            for (int j = 0; j < width; j++)
            {
                table[i * step + j] = weights[i * width + j];
            }
        }
    }

    public int Width { get; }

    /// <summary>What one step of the stored numbers is worth.</summary>
    public float Scale { get; }

    /// <summary>Adds the rows of the features, in steps of <see cref="Scale"/>.</summary>
    /// <param name="features">At most 256, so that 16 bits hold their sum.</param>
    public void Add(ReadOnlySpan<uint> features, Span<int> sums)
    {
        Span<short> own = stackalloc short[step];
        own.Clear();
        ref short sum = ref MemoryMarshal.GetReference(own);
        foreach (uint feature in features)
        {
            int at = (int)(feature * 0x9E3779B1u) & mask;
            while (slots[at].Key != feature && slots[at].Key != 0)
            {
                at = (at + 1) & mask;
            }

            if (slots[at].Key == 0)
            {
                continue;
            }

            ref short row = ref table[slots[at].Row];
            for (nuint j = 0; j < (nuint)step; j += 8)
            {
                (Vector128.LoadUnsafe(ref sum, j) + Vector128.LoadUnsafe(ref row, j)).StoreUnsafe(ref sum, j);
            }
        }

        for (int j = 0; j < sums.Length; j++)
        {
            sums[j] += own[j];
        }
    }

    private static int Padded(int width) => (width + 7) & ~7;

    /// <summary>Width, rows, scale, then the keys in rising order, then the weights; numbers low byte first.</summary>
    /// <exception cref="InvalidDataException">The length does not fit the head, or a key is 0 or not above the one before.</exception>
    public static WeightTable Read(ReadOnlySpan<byte> bytes)
    {
        const int Head = 12;
        int width = bytes.Length < Head ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes), count = bytes.Length < Head ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        if (width is < 1 or > 256 || count < 0 || bytes.Length != Head + (long)count * (4 + width))
        {
            throw new InvalidDataException("A table of weights does not have the length that its head tells: train models/names.bin again with tools/Casus.Train.");
        }

        float scale = BinaryPrimitives.ReadSingleLittleEndian(bytes[8..]);
        var features = new uint[count];
        for (int i = 0; i < count; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(Head + 4 * i)..]);
            if (features[i] == 0 || (i > 0 && features[i] <= features[i - 1]))
            {
                throw new InvalidDataException("The keys of a table of weights are not in order: train models/names.bin again with tools/Casus.Train.");
            }
        }

        var weights = new sbyte[count * width];
        MemoryMarshal.Cast<byte, sbyte>(bytes[(Head + 4 * count)..]).CopyTo(weights);
        return new WeightTable(width, scale, features, weights);
    }

    /// <summary>The bytes that <see cref="Read"/> takes. Rows that round to less than <paramref name="least"/> steps everywhere are left out.</summary>
    /// <param name="rows">A row of weights for each key.</param>
    public static byte[] Write(int width, IEnumerable<KeyValuePair<uint, float[]>> rows, int least = 1)
    {
        KeyValuePair<uint, float[]>[] all = [.. rows.OrderBy(r => r.Key)];
        float top = all.Length == 0 ? 1 : all.Max(r => r.Value.Max(Math.Abs));
        float scale = top / sbyte.MaxValue;
        all = [.. all.Where(r => r.Value.Any(w => Math.Abs(MathF.Round(w / scale)) >= least))];
        var bytes = new byte[12 + all.Length * (4 + width)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, width);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), all.Length);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(8), scale);
        for (int i = 0; i < all.Length; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(12 + 4 * i), all[i].Key);
            for (int j = 0; j < width; j++)
            {
                bytes[12 + 4 * all.Length + i * width + j] = (byte)(sbyte)MathF.Round(all[i].Value[j] / scale);
            }
        }

        return bytes;
    }
}
