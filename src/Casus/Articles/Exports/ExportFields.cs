namespace Casus.Articles;

/// <summary>What an export says of one article; text is its body, paragraph by paragraph as the lines came.</summary>
internal sealed class ExportFields
{
    private readonly Dictionary<string, (string Value, string Label)> values = new(StringComparer.Ordinal);
    private readonly System.Text.StringBuilder text = new();

    public string Text => text.ToString();

    /// <summary>A field's value with the label that it stood under; null when the export has none.</summary>
    public (string Value, string Label)? this[string field] => values.TryGetValue(field, out (string, string) found) ? found : null;

    /// <summary>The first value of a field stays; text adds up.</summary>
    public void Add(string field, string label, string value)
    {
        if (field == "text")
        {
            text.Append(value).Append("\n\n");
        }
        else if (!string.IsNullOrWhiteSpace(value))
        {
            values.TryAdd(field, (ElementText.Clean(value), label));
        }
    }
}
