using System.Collections.Frozen;
using System.Text;

namespace Casus.Language;

/// <summary>A table of words with a small number each, as lines "word TAB number".</summary>
internal static class WordTable
{
    public static FrozenDictionary<string, int> Read(ReadOnlyMemory<byte> bytes)
    {
        var table = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string word, string value) in Rows(bytes))
        {
            table[word] = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>A list of words, a line each.</summary>
    public static FrozenSet<string> Lines(ReadOnlyMemory<byte> bytes) =>
        Encoding.UTF8.GetString(bytes.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    public static IEnumerable<(string Word, string Value)> Rows(ReadOnlyMemory<byte> bytes)
    {
        foreach (string line in Encoding.UTF8.GetString(bytes.Span).Split('\n'))
        {
            int tab = line.LastIndexOf('\t');
            if (tab > 0)
            {
                yield return (line[..tab], line[(tab + 1)..]);
            }
        }
    }

    public static byte[] Write(IEnumerable<KeyValuePair<string, string>> rows) =>
        Encoding.UTF8.GetBytes(string.Concat(rows.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key}\t{r.Value}\n")));
}
