namespace Casus.Articles;

/// <summary>
/// An article without labels: headline, byline, "412 words", day, time, outlet, its code, language and rights, each on a line of its own, then the body.
/// </summary>
internal static class PlainExport
{
    /// <summary>Lines between the count of words and the body.</summary>
    private const int MostFacts = 10;

    public static bool Is(string[] lines) => Array.Exists(lines, l => ExportParts.IsLength(l.AsSpan().Trim()));

    public static ExportFields Read(string[] lines, FieldLabels labels, DateText days, Bylines bylines)
    {
        var fields = new ExportFields();
        int count = Array.FindIndex(lines, l => ExportParts.IsLength(l.AsSpan().Trim()));
        Above([.. lines[..count].Select(ElementText.Clean).Where(l => l.Length > 0)], fields, bylines);
        int at = count + 1, facts = 0;
        bool outlet = false;
        for (; at < lines.Length && facts < MostFacts; at++)
        {
            string line = ElementText.Clean(lines[at]);
            if (line.Length == 0)
            {
                if (outlet)
                {
                    break;
                }

                continue;
            }

            if (Prose.IsProse(line) && !IsRights(line) && outlet)
            {
                break;
            }

            facts++;
            if (fields["published"] is null && days.First(line, false) is not null)
            {
                fields.Add("published", "line after the count of words", line);
            }
            else if (fields["published"] is not null && !outlet && char.IsLetter(line[0]))
            {
                fields.Add("outlet", "line after the day", line);
                outlet = true;
            }
            else if (IsRights(line))
            {
                at++;
                break;
            }
        }

        int end = at;
        while (end < lines.Length && !ExportParts.IsEnd(lines[end].AsSpan().Trim(), labels))
        {
            end++;
        }

        fields.Add("text", "", string.Join('\n', lines[at..end]));
        return fields;
    }

    /// <summary>Bylines stand last; of what is left the longest line is the headline and one before it the section.</summary>
    private static void Above(List<string> lines, ExportFields fields, Bylines bylines)
    {
        int last = lines.Count - 1;
        while (last > 0 && bylines.IsByline(lines[last]))
        {
            fields.Add("author", "line before the count of words", lines[last]);
            last--;
        }

        if (last >= 1 && fields["author"] is null && bylines.IsPerson(lines[last]))
        {
            fields.Add("author", "line before the count of words", lines[last]);
            last--;
        }

        if (last < 0)
        {
            return;
        }

        int title = last;
        for (int i = last - 1; i >= Math.Max(0, last - 2); i--)
        {
            title = lines[i].Length > lines[title].Length ? i : title;
        }

        fields.Add("title", "line before the count of words", lines[title]);
        fields.Add("section", "first line", title > 0 && Prose.Words(lines[title - 1], 5) < 4 ? lines[title - 1] : "");
    }

    private static bool IsRights(string line) =>
        line.StartsWith("(c)", StringComparison.OrdinalIgnoreCase) || line.StartsWith('©') || line.StartsWith("Copyright", StringComparison.OrdinalIgnoreCase);
}
