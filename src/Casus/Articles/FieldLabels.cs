using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>The table articles/fields: what the labels of front matter, messages and press exports stand for. Comparisons ignore case.</summary>
internal sealed class FieldLabels
{
    public const string FrontMatter = "front-matter", Mail = "mail", Nexis = "nexis", Factiva = "factiva";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> layouts;

    public FieldLabels(KnowledgeTable table)
    {
        int layout = table.Column("layout"), label = table.Column("label"), field = table.Column("field");
        layouts = table.Rows.GroupBy(r => r[layout], StringComparer.Ordinal).ToFrozenDictionary(
            g => g.Key, g => g.ToFrozenDictionary(r => r[label], r => r[field], StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
    }

    /// <summary>The field that a label stands for in a layout; null when it is no label of it.</summary>
    public string? Of(string layout, ReadOnlySpan<char> label) =>
        layouts.TryGetValue(layout, out FrozenDictionary<string, string>? fields) && fields.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(label, out string? field) ? field : null;

    /// <summary>The labels of a field.</summary>
    public ImmutableArray<string> For(string layout, string field) =>
        layouts.TryGetValue(layout, out FrozenDictionary<string, string>? fields)
            ? [.. fields.Where(f => f.Value == field).Select(f => f.Key).Order(StringComparer.OrdinalIgnoreCase)]
            : [];

    /// <summary>The field of a line such as "LENGTH: 412 words" and where its value begins; null when the line opens no field.</summary>
    public (string Field, int ValueAt)? Opening(string layout, ReadOnlySpan<char> line)
    {
        int colon = line.IndexOf(':');
        return colon is > 0 and < 40 && Of(layout, line[..colon].Trim(" \t*_>")) is { } field ? (field, colon + 1) : null;
    }
}
