using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Features of one case as hashed rows with weights, gathered family by family. Each family is brought to the length of its weight, so
/// that long sentences do not speak louder than short ones.
/// </summary>
/// <param name="bits">Rows are numbered from 0 to 2^bits - 1.</param>
internal sealed class HashedRows(int bits)
{
    private const uint Prime = 16777619u;
    private readonly List<int> rows = new(512);
    private readonly List<float> values = new(512);
    private int family;

    public ReadOnlySpan<int> RowSpan => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows);

    public ReadOnlySpan<float> ValueSpan => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(values);

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
        float scale = weight / MathF.Sqrt(Math.Max(1, rows.Count - family));
        for (int i = family; i < rows.Count; i++)
        {
            values[i] = scale;
        }

        family = rows.Count;
    }

    /// <summary>Adds to each score its column of the features' rows times their values; <paramref name="weights"/> has a row of scores.Length numbers a feature.</summary>
    public void Sum(ReadOnlySpan<float> weights, Span<float> scores)
    {
        for (int f = 0; f < rows.Count; f++)
        {
            ReadOnlySpan<float> row = weights.Slice(rows[f] * scores.Length, scores.Length);
            float value = values[f];
            for (int c = 0; c < scores.Length; c++)
            {
                scores[c] += row[c] * value;
            }
        }
    }

    /// <summary>A row that is hashed elsewhere, 0 to 2^bits - 1.</summary>
    public void Add(int row)
    {
        rows.Add(row);
        values.Add(1);
    }

    private void Add(uint hash)
    {
        Add((int)(FeatureList.Mix(hash) >> (32 - bits)));
    }

    private static uint Next(uint hash, ReadOnlySpan<char> part)
    {
        foreach (char c in part)
        {
            hash = (hash ^ c) * Prime;
        }

        return (hash ^ 0x1F) * Prime;
    }
}
