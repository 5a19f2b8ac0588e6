namespace Casus.Articles;

/// <summary>The fields between two lines of dashes at the head of a Markdown file: "title: Talks end". Lists of names are joined; what is nested deeper is passed over.</summary>
internal static class FrontMatter
{
    private const int MostLines = 200;

    /// <summary>Key and value in order, and where the text begins; 0 when there is none.</summary>
    public static (List<(string Key, string Value)> Fields, int End) Of(string text)
    {
        var fields = new List<(string Key, string Value)>();
        int at = Line(text, 0, out ReadOnlySpan<char> line);
        if (!line.SequenceEqual("---"))
        {
            return (fields, 0);
        }

        for (int read = 0; at < text.Length && read < MostLines; read++)
        {
            at = Line(text, at, out line);
            if (line.SequenceEqual("---") || line.SequenceEqual("..."))
            {
                return (fields, at);
            }

            int colon = line.IndexOf(':');
            if (line.StartsWith("- ") || line.StartsWith("  - "))
            {
                // One of several: "authors:" stands above.
                string one = Bare(line.TrimStart(" -"));
                if (fields.Count > 0)
                {
                    fields[^1] = (fields[^1].Key, fields[^1].Value.Length == 0 ? one : fields[^1].Value + ", " + one);
                }
            }
            else if (colon > 0 && !char.IsWhiteSpace(line[0]))
            {
                fields.Add((line[..colon].Trim().ToString(), Bare(line[(colon + 1)..])));
            }
        }

        return ([], 0);
    }

    private static string Bare(ReadOnlySpan<char> value)
    {
        value = value.Trim();
        if (value.Length > 1 && value[0] == '[' && value[^1] == ']')
        {
            return string.Join(", ", value[1..^1].ToString().Split(',').Select(v => Bare(v)));
        }

        bool quoted = value.Length > 1 && value[0] is '"' or '\'' && value[^1] == value[0];
        return (quoted ? value[1..^1] : value).ToString();
    }

    private static int Line(string text, int at, out ReadOnlySpan<char> line)
    {
        int end = text.IndexOf('\n', at);
        line = text.AsSpan(at, (end < 0 ? text.Length : end) - at).TrimEnd();
        return end < 0 ? text.Length : end + 1;
    }
}
