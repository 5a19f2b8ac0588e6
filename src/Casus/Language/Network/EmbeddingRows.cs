using System.Runtime.Intrinsics;

namespace Casus.Language;

/// <summary>Rows of embedding tables put together.</summary>
internal static unsafe class EmbeddingRows
{
    /// <summary>Adds rows of a table to <paramref name="to"/>, which is <paramref name="width"/> long: a multiple of 8.</summary>
    public static void Add(float[] table, ReadOnlySpan<int> rows, float* to, int width)
    {
        foreach (int row in rows)
        {
            ReadOnlySpan<float> from = table.AsSpan(row * width, width);
            for (int j = 0; j < width; j += 8)
            {
                (Vector256.Create(from[j..]) + Vector256.Load(to + j)).Store(to + j);
            }
        }
    }

    /// <summary>A word's own row, then the sum of the rows of its pieces.</summary>
    public static void Spelling(float[] words, int word, int wordWidth, float[] pieces, ReadOnlySpan<int> rows, int pieceWidth, float* x)
    {
        words.AsSpan(word * wordWidth, wordWidth).CopyTo(new Span<float>(x, wordWidth));
        new Span<float>(x + wordWidth, pieceWidth).Clear();
        Add(pieces, rows, x + wordWidth, pieceWidth);
    }
}
