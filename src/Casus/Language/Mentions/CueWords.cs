using System.Collections.Frozen;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>A flat list of words of knowledge/ with what one column says of each.</summary>
internal sealed class CueWords
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> words;

    /// <param name="column">The column that holds the value; null when being in the list is all.</param>
    public CueWords(KnowledgeTable table, string? column = null, bool ignoreCase = false, Func<KnowledgeRow, bool>? only = null)
    {
        int word = table.Column("word"), value = column is null ? -1 : table.Column(column);
        StringComparer comparer = ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var all = new Dictionary<string, string>(comparer);
        foreach (KnowledgeRow row in table.Rows)
        {
            if (only is null || only(row))
            {
                all.TryAdd(row[word], row[value]);
            }
        }

        words = all.ToFrozenDictionary(comparer).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Has(ReadOnlySpan<char> word) => words.ContainsKey(Bare(word));

    /// <summary>Null when the word is not in the list.</summary>
    public string? Find(ReadOnlySpan<char> word) => words.TryGetValue(Bare(word), out string? value) ? value : null;

    /// <summary>"Gen." is "Gen".</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> word) => word.Length > 2 && word[^1] == '.' ? word[..^1] : word;
}
