using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Weights of a linear model by feature: a row of 8-bit numbers for each key that is known, and one scale.</summary>
internal sealed unsafe class WeightTable
{
    /// <summary>Bits of the sieve for each key: one unknown key of eight or more passes it.</summary>
    private const int SieveBits = 8;

    /// <summary>Keys that are compared at once.</summary>
    private const int Bucket = 8;

    /// <summary>A bit for every key that is known, and for a few others: small enough for the second cache, which the table is not.</summary>
    private readonly uint[] sieve;

    /// <summary>Eight keys, then where the row of each begins: one line of the cache for a look-up. The search goes on to the next line only from a full one.</summary>
    private readonly uint[] slots;
    private readonly uint* slotsAt;

    /// <summary>Rows widened to 16 bits and to whole vectors.</summary>
    private readonly short[] table;
    private readonly short* tableAt;
    private readonly int mask, step, sieveShift;

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

        mask = size / Bucket - 1;
        slotsAt = Pinned.Array(size * 2, out slots);
        int bits = Math.Max(5, BitOperations.Log2((uint)size * SieveBits / 2));
        sieveShift = 32 - bits;
        sieve = new uint[1 << (bits - 5)];
        step = Padded(width);
        tableAt = Pinned.Array(features.Length * step, out table);
        for (int i = 0; i < features.Length; i++)
        {
            uint spread = Spread(features[i]);
            sieve[spread >> sieveShift >> 5] |= 1u << (int)(spread >> sieveShift);
            uint* line = Line(spread);
            int at = 0;
            while (line[at] != 0)
            {
                at++;
                if (at == Bucket)
                {
                    line = Next(line);
                    at = 0;
                }
            }

            (line[at], line[at + Bucket]) = (features[i], (uint)(i * step));
            for (int j = 0; j < width; j++)
            {
                tableAt[i * step + j] = weights[i * width + j];
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
        Span<uint> passed = stackalloc uint[features.Length];
        Span<int> rows = stackalloc int[features.Length];
        int count = 0;
        foreach (uint feature in features)
        {
            // Whether a key is known is a matter of chance: a branch would be guessed wrong half the time.
            uint bit = Spread(feature) >> sieveShift;
            passed[count] = feature;
            count += (int)((sieve[bit >> 5] >> (int)bit) & 1);
        }

        int known = 0;
        foreach (uint feature in passed[..count])
        {
            uint* line = Line(Spread(feature));
            var key = Vector256.Create(feature);
            uint hit = Vector256.Equals(Vector256.Load(line), key).ExtractMostSignificantBits();
            while (hit == 0 && line[Bucket - 1] != 0)
            {
                line = Next(line);
                hit = Vector256.Equals(Vector256.Load(line), key).ExtractMostSignificantBits();
            }

            rows[known] = (int)line[Bucket + (BitOperations.TrailingZeroCount(hit) & (Bucket - 1))];
            known += hit == 0 ? 0 : 1;
        }

        Sum(rows[..known], sums);
    }

    private void Sum(ReadOnlySpan<int> rows, Span<int> sums)
    {
        Span<short> own = stackalloc short[Vector128<short>.Count];
        for (int j = 0; j < sums.Length; j += own.Length)
        {
            Vector128<short> sum = Vector128<short>.Zero;
            foreach (int row in rows)
            {
                sum += Vector128.Load(tableAt + row + j);
            }

            sum.CopyTo(own);
            for (int k = j; k < Math.Min(sums.Length, j + own.Length); k++)
            {
                sums[k] += own[k - j];
            }
        }
    }

    private uint* Line(uint spread) => slotsAt + ((nint)(spread & (uint)mask) * (2 * Bucket));

    private uint* Next(uint* line) => slotsAt + ((line - slotsAt) / (2 * Bucket) + 1 & mask) * (2 * Bucket);

    private static uint Spread(uint feature) => feature * 0x9E3779B1u;

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
