using System.Buffers;
using System.Runtime.Intrinsics;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Features of one case as hashed rows with weights, gathered family by family. Each family is brought to the length of its weight, so
/// that long sentences do not speak louder than short ones.
/// </summary>
/// <param name="bits">Rows are numbered from 0 to 2^bits - 1.</param>
/// <param name="usual">Rows that there is room for at first.</param>
internal sealed class HashedRows(int bits, int usual = 512) : IDisposable
{
    private const uint Prime = 16777619u;
    private int[] rows = ArrayPool<int>.Shared.Rent(usual);
    private float[] values = ArrayPool<float>.Shared.Rent(usual);
    private int count, family;

    public ReadOnlySpan<int> RowSpan => rows.AsSpan(0, count);

    public ReadOnlySpan<float> ValueSpan => values.AsSpan(0, count);

    /// <summary>The features of <paramref name="kind"/> that the parts name, in their order.</summary>
    public void Add(uint kind, ReadOnlySpan<char> a, ReadOnlySpan<char> b = default, ReadOnlySpan<char> c = default, ReadOnlySpan<char> d = default)
    {
        uint hash = Next(Next(kind * 0x9E3779B1u, a), b);
        if (!c.IsEmpty || !d.IsEmpty)
        {
            hash = Next(Next(hash, c), d);
        }

        Add(hash);
    }

    /// <summary>Every run of <paramref name="least"/> to <paramref name="most"/> letters of the text.</summary>
    public void AddRuns(uint kind, ReadOnlySpan<char> text, int least, int most)
    {
        for (int i = 0; i < text.Length; i++)
        {
            uint hash = kind * 0x9E3779B1u;
            for (int length = 1; length <= most && i + length <= text.Length; length++)
            {
                hash = (hash ^ text[i + length - 1]) * Prime;
                if (length >= least)
                {
                    Add((hash ^ (uint)length) * Prime);
                }
            }
        }
    }

    /// <summary>Brings what was added since the last call to the length <paramref name="weight"/>.</summary>
    public void Close(float weight)
    {
        values.AsSpan(family, count - family).Fill(weight / MathF.Sqrt(Math.Max(1, count - family)));
        family = count;
    }

    /// <summary>Adds to each score its column of the features' rows times their values; <paramref name="weights"/> has a row of scores.Length numbers a feature.</summary>
    public void Sum(ReadOnlySpan<float> weights, Span<float> scores)
    {
        int at = 0;
        for (; at + Vector256<float>.Count <= scores.Length; at += Vector256<float>.Count)
        {
            Span<float> eight = scores.Slice(at, Vector256<float>.Count);
            Vector256<float> sum = Vector256.Create<float>(eight);
            for (int f = 0; f < count; f++)
            {
                // No fused operation: a score is the same, and of the same bits, whether it lies among eight or not.
                sum += Vector256.Create(weights.Slice(rows[f] * scores.Length + at, Vector256<float>.Count)) * values[f];
            }

            sum.CopyTo(eight);
        }

        Span<float> four = stackalloc float[Vector128<float>.Count];
        for (; at < scores.Length; at += Vector128<float>.Count)
        {
            int width = Math.Min(scores.Length - at, Vector128<float>.Count);
            Span<float> left = scores.Slice(at, width);
            left.CopyTo(four);
            Vector128<float> sum = Vector128.Create<float>(four);
            for (int f = 0; f < count; f++)
            {
                // What lies behind a row's last column is added up and left out.
                int from = rows[f] * scores.Length + at;
                sum += (from + Vector128<float>.Count <= weights.Length ? Vector128.Create(weights.Slice(from, Vector128<float>.Count)) : Last(weights[from..])) * values[f];
            }

            sum.CopyTo(four);
            four[..width].CopyTo(left);
        }
    }

    private static Vector128<float> Last(ReadOnlySpan<float> weights)
    {
        Span<float> four = stackalloc float[Vector128<float>.Count];
        weights.CopyTo(four);
        return Vector128.Create<float>(four);
    }

    /// <summary>A row that is hashed elsewhere, 0 to 2^bits - 1.</summary>
    public void Add(int row)
    {
        if (count == Math.Min(rows.Length, values.Length))
        {
            rows = Larger(rows);
            values = Larger(values);
        }

        (rows[count], values[count++]) = (row, 1);
    }

    /// <summary>Gives its memory back; of no use afterwards. What is never disposed of is collected as anything else.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(rows);
        ArrayPool<float>.Shared.Return(values);
        (rows, values, count) = ([], [], 0);
    }

    private T[] Larger<T>(T[] full)
    {
        T[] larger = ArrayPool<T>.Shared.Rent(2 * count);
        full.AsSpan(0, count).CopyTo(larger);
        ArrayPool<T>.Shared.Return(full);
        return larger;
    }

    private void Add(uint hash) => Add((int)(FeatureList.Mix(hash) >> (32 - bits)));

    private static uint Next(uint hash, ReadOnlySpan<char> part)
    {
        foreach (char c in part)
        {
            hash = (hash ^ c) * Prime;
        }

        return (hash ^ 0x1F) * Prime;
    }
}
