using System.Text;

namespace Casus.Articles;

/// <summary>
/// An article whose fields have labels: above them, without labels, outlet and day with the headline before or after; then the fields, the body, and fields again.
/// </summary>
internal static class LabelledExport
{
    private const int MostEdition = 8;

    public static bool Is(string[] lines, FieldLabels labels)
    {
        int fields = 0;
        foreach (string line in lines)
        {
            fields += labels.Opening(FieldLabels.Nexis, line.AsSpan().Trim()) is not null ? 1 : 0;
        }

        return fields >= 2;
    }

    public static ExportFields Read(string[] lines, FieldLabels labels, DateText days)
    {
        var fields = new ExportFields();
        int first = Array.FindIndex(lines, l => labels.Opening(FieldLabels.Nexis, l.AsSpan().Trim()) is not null);
        var groups = Groups(lines, 0, first);
        string title = Top(groups, fields, days);
        int last = first;
        for (int at = first; at < lines.Length;)
        {
            // Fields follow one another with only empty lines between; what comes next is the body.
            string line = lines[at].Trim();
            if (line.Length == 0)
            {
                at++;
                continue;
            }

            if (labels.Of(FieldLabels.Nexis, line) == "text")
            {
                last = at + 1;
                break;
            }

            if (labels.Opening(FieldLabels.Nexis, line) is not var (field, valueAt))
            {
                break;
            }

            int end = Value(lines, at, labels);
            fields.Add(field, line[..(valueAt - 1)], line[valueAt..] + " " + string.Join(' ', lines[(at + 1)..end]));
            at = last = end;
        }

        Body(lines, last, fields, labels);
        fields.Add("title", "top", title);
        return fields;
    }

    /// <summary>A value goes on in the lines below it up to an empty one or the next label.</summary>
    private static int Value(string[] lines, int at, FieldLabels labels)
    {
        int end = at + 1;
        while (end < lines.Length && !string.IsNullOrWhiteSpace(lines[end]) && labels.Opening(FieldLabels.Nexis, lines[end].AsSpan().Trim()) is null && labels.Of(FieldLabels.Nexis, lines[end].AsSpan().Trim()) is null)
        {
            end++;
        }

        return end;
    }

    private static void Body(string[] lines, int from, ExportFields fields, FieldLabels labels)
    {
        var body = new StringBuilder();
        for (int at = from; at < lines.Length; at++)
        {
            ReadOnlySpan<char> line = lines[at].AsSpan().Trim();
            if (ExportParts.IsEnd(line, labels))
            {
                break;
            }

            if (labels.Opening(FieldLabels.Nexis, line) is var (field, valueAt) && field is not ("title" or "author" or "outlet"))
            {
                int end = Value(lines, at, labels);
                fields.Add(field == "text" ? "other" : field, line[..(valueAt - 1)].ToString(), line[valueAt..].ToString() + " " + string.Join(' ', lines[(at + 1)..end]));
                at = end - 1;
                continue;
            }

            if (!IsRights(line))
            {
                body.Append(lines[at]).Append('\n');
            }
        }

        fields.Add("text", "", body.ToString());
    }

    /// <summary>
    /// The lines above the first label: the outlet stands right before the day; the headline, which is the result, before the outlet, or after the day and the name of the edition.
    /// </summary>
    private static string Top(List<string> groups, ExportFields fields, DateText days)
    {
        int day = groups.FindIndex(g => days.All(g, true, 1) is [var found, ..] && found.Span.Length * 3 >= g.Length);
        if (day < 0)
        {
            return groups.Count > 0 ? groups[^1] : "";
        }

        fields.Add("published", "top", groups[day]);
        fields.Add("outlet", "top", day > 0 ? WithoutPlace(groups[day - 1]) : "");
        List<string> after = groups[(day + 1)..];
        after.RemoveAll(g => IsRights(g) || Prose.Words(g, MostEdition) < MostEdition && g.EndsWith(" edition", StringComparison.OrdinalIgnoreCase));
        return day > 1 ? groups[day - 2] : after.Count > 0 ? after[^1] : "";
    }

    /// <summary>"The Valley Herald (Oldtown)" is The Valley Herald.</summary>
    private static string WithoutPlace(string outlet)
    {
        int open = outlet.IndexOf(" (", StringComparison.Ordinal);
        return open > 2 && outlet.EndsWith(')') ? outlet[..open] : outlet;
    }

    private static bool IsRights(ReadOnlySpan<char> line) =>
        line.Length < 160 && (line.StartsWith("Copyright ", StringComparison.OrdinalIgnoreCase) || line.StartsWith('©') || line.StartsWith("(c) ", StringComparison.OrdinalIgnoreCase) || line.Equals("All Rights Reserved", StringComparison.OrdinalIgnoreCase));

    /// <summary>Lines as they are; a wrapped headline is one: lines that stand together without a day among them.</summary>
    private static List<string> Groups(string[] lines, int begin, int end)
    {
        var groups = new List<string>();
        for (int i = begin; i < end; i++)
        {
            string line = ElementText.Clean(lines[i]);
            if (line.Length > 0)
            {
                bool wrapped = i > begin && lines[i - 1].Length > 60 && lines[i - 1].Trim().Length > 45 && groups.Count > 0;
                groups.Add(wrapped ? groups[^1] + " " + line : line);
                if (wrapped)
                {
                    groups.RemoveAt(groups.Count - 2);
                }
            }
        }

        return groups;
    }
}
