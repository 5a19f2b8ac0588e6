using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Casus.Language;

/// <summary>Weights of a linear model by feature: a row of 8-bit numbers for each key that is known, and one scale.</summary>
internal sealed unsafe class WeightTable
{
    /// <summary>Keys that are compared at once, and how many a bucket holds at least.</summary>
    private const int Compared = 8, Fewest = 4;

    /// <summary>Bytes of a line of the cache; parts of the places that are taken.</summary>
    private const int LineBytes = 64;
    private const double Fullness = 0.6;

    /// <summary>
    /// Buckets of a few keys, 0 for a free place, and behind them their rows: a look-up and its row mostly cost one line of the cache, of which the
    /// tables hold more than fit into the second. The search goes on to the next bucket only from a full one.
    /// </summary>
    private readonly byte[] table;
    private readonly byte* tableAt;
    private readonly int buckets, bucketBytes, places;

    /// <param name="width">Numbers a row.</param>
    /// <param name="features">Keys, none 0, none twice; row i of the weights belongs to key i.</param>
    public WeightTable(int width, float scale, ReadOnlySpan<uint> features, sbyte[] weights)
    {
        Width = width;
        Scale = scale;
        bucketBytes = LineBytes;
        while (bucketBytes / (sizeof(uint) + width) < Fewest)
        {
            bucketBytes += LineBytes;
        }

        places = Math.Min(Compared, bucketBytes / (sizeof(uint) + width));
        buckets = 1 + (int)(features.Length / (places * Fullness));
        // The numbers of the last row are read in whole vectors, too.
        tableAt = Pinned.Array(buckets * bucketBytes + 2 * Vector128<byte>.Count, out table);
        for (int i = 0; i < features.Length; i++)
        {
            byte* bucket = Bucket(features[i]);
            int place = 0;
            while (((uint*)bucket)[place] != 0)
            {
                place++;
                if (place == places)
                {
                    bucket = Next(bucket);
                    place = 0;
                }
            }

            ((uint*)bucket)[place] = features[i];
            weights.AsSpan(i * width, width).CopyTo(new Span<sbyte>(Row(bucket, place), width));
        }
    }

    public int Width { get; }

    /// <summary>What one step of the stored numbers is worth.</summary>
    public float Scale { get; }

    /// <summary>Adds the rows of the features, in steps of <see cref="Scale"/>.</summary>
    /// <param name="features">At most 256, so that 16 bits hold their sum.</param>
    [SkipLocalsInit]
    public void Add(ReadOnlySpan<uint> features, Span<int> sums)
    {
        nint* rows = stackalloc nint[features.Length];
        for (int i = 0; i < features.Length; i++)
        {
            byte* bucket = Bucket(features[i]);
            rows[i] = (nint)bucket;
            if (Sse.IsSupported)
            {
                Sse.Prefetch0(bucket);
            }
        }

        int known = 0;
        uint all = (1u << places) - 1;
        for (int i = 0; i < features.Length; i++)
        {
            byte* bucket = (byte*)rows[i];
            var key = Vector256.Create(features[i]);
            uint hit = Vector256.Equals(Vector256.Load((uint*)bucket), key).ExtractMostSignificantBits() & all;
            while (hit == 0 && ((uint*)bucket)[places - 1] != 0)
            {
                bucket = Next(bucket);
                hit = Vector256.Equals(Vector256.Load((uint*)bucket), key).ExtractMostSignificantBits() & all;
            }

            // Whether a key is known is a matter of chance, which a branch would guess wrong.
            rows[known] = (nint)Row(bucket, BitOperations.TrailingZeroCount(hit));
            known += hit == 0 ? 0 : 1;
        }

        Sum(new ReadOnlySpan<nint>(rows, known), sums);
    }

    [SkipLocalsInit]
    private static void Sum(ReadOnlySpan<nint> rows, Span<int> sums)
    {
        short* own = stackalloc short[Vector128<sbyte>.Count];
        for (int j = 0; j < sums.Length; j += Vector128<sbyte>.Count)
        {
            Vector128<short> low = Vector128<short>.Zero, high = Vector128<short>.Zero;
            foreach (nint row in rows)
            {
                Vector128<sbyte> numbers = Vector128.Load((sbyte*)row + j);
                low += Vector128.WidenLower(numbers);
                high += Vector128.WidenUpper(numbers);
            }

            low.Store(own);
            high.Store(own + Vector128<short>.Count);
            for (int k = 0; k < Math.Min(sums.Length - j, Vector128<sbyte>.Count); k++)
            {
                sums[j + k] += own[k];
            }
        }
    }

    private byte* Bucket(uint feature) => tableAt + (nint)((ulong)(feature * 0x9E3779B1u) * (uint)buckets >> 32) * bucketBytes;

    private byte* Next(byte* bucket) => bucket + bucketBytes == tableAt + (nint)buckets * bucketBytes ? tableAt : bucket + bucketBytes;

    private sbyte* Row(byte* bucket, int place) => (sbyte*)bucket + places * sizeof(uint) + place * Width;

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
