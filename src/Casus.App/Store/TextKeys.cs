using System.Globalization;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What a text is found by in the index.</summary>
/// <param name="Grams">That it is searched by, in ascending order, each once; <paramref name="Passages"/>: fingerprints, likewise.</param>
/// <param name="Marks">As <see cref="StoryKeys.Marks"/> has them; as many as it has different 3-grams.</param>
/// <param name="Same">The same of all texts with its words, agency and day; null for texts that stand for themselves alone, whatever others say.</param>
internal sealed record TextKeys(uint[] Grams, uint[] Passages, ushort[] Marks, string? Same)
{
    public static TextKeys Of(StoryText text, StoryKeys keys)
    {
        keys.Read(text.Text);
        return new(
            [.. keys.Grams],
            [.. keys.Passages],
            [.. keys.Marks],
            keys.Words == 0 || text.Whole is not null ? null : ContentHash.Of("text", keys.Words.ToString("x", CultureInfo.InvariantCulture), text.Agency ?? "", text.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""));
    }

    /// <summary>Marks as steps from one to the next: a byte or two each.</summary>
    public static byte[] Write(ReadOnlySpan<ushort> marks)
    {
        var bytes = new byte[marks.Length * 3];
        int at = 0, before = 0;
        foreach (ushort mark in marks)
        {
            Varint.Put(bytes, ref at, (ulong)(mark - before));
            before = mark;
        }

        return bytes[..at];
    }

    public static ushort[] Read(ReadOnlySpan<byte> bytes, int count)
    {
        var marks = new ushort[count];
        int at = 0, before = 0;
        for (int i = 0; i < count; i++)
        {
            before += (int)Varint.Get(bytes, ref at);
            marks[i] = (ushort)before;
        }

        return marks;
    }
}
