using System.Globalization;
using System.Text;
using CsvHelper;

namespace Casus.App.Commands;

/// <summary>A name of a list.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Day">The day of its own column; null where it has none.</param>
/// <param name="Problem">Why the line cannot be used; null when it can.</param>
internal sealed record ListedName(int Line, string Name, DateOnly? Day, string? Problem);

/// <summary>
/// Reads lists of names: one a line, or a table with a header that has a column "name" and perhaps one "date" or "day". A first line with a
/// tab makes it a table; so do the endings .tsv and .csv. Empty lines and lines that begin with # are passed over.
/// </summary>
internal static class NameList
{
    private const int LongestName = 200;

    private static readonly string[] DayColumns = ["date", "day", "on", "published"];

    public static IReadOnlyList<ListedName> Read(TextReader reader, string file)
    {
        string text = reader.ReadToEnd();
        string first = text.Split('\n').FirstOrDefault(l => l.Trim().Length > 0 && !l.StartsWith('#')) ?? "";
        bool commas = file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);
        return commas ? Table(Cells(text), file)
            : first.Contains('\t', StringComparison.Ordinal) || file.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? Table(Lines(text).Select(l => (l.Line, l.Text.Split('\t'))), file)
            : [.. Lines(text).Select(l => Name(l.Line, l.Text, null))];
    }

    private static IEnumerable<(int Line, string Text)> Lines(string text)
    {
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].TrimEnd('\r');
            if (line.Trim().Length > 0 && !line.StartsWith('#'))
            {
                yield return (i + 1, line);
            }
        }
    }

    private static IEnumerable<(int Line, string[] Cells)> Cells(string text)
    {
        var form = new CsvReaderOptions
        {
            Separator = ',',
            HasHeader = false,
            CommentPrefix = '#',
            SkipEmptyLines = true,
            TrackLineNumbers = true,
        };
        using CsvReader csv = CsvReader.FromText(text, form);
        while (csv.Read())
        {
            yield return ((int)csv.LineNumber, csv.Current.ToArray());
        }
    }

    private static List<ListedName> Table(IEnumerable<(int Line, string[] Cells)> rows, string file)
    {
        var names = new List<ListedName>();
        int name = -1, day = -1, columns = 0;
        foreach ((int line, string[] cells) in rows)
        {
            if (columns == 0)
            {
                string[] header = [.. cells.Select(c => c.Trim().ToLowerInvariant())];
                name = Array.IndexOf(header, "name");
                day = Array.FindIndex(header, DayColumns.Contains);
                columns = header.Length;
                if (name < 0)
                {
                    throw Trouble.Usage($"{file}:{line}: the header has no column \"name\": its columns are {string.Join(", ", header)}.");
                }

                continue;
            }

            names.Add(cells.Length != columns
                ? new ListedName(line, cells.Length > name ? cells[name] : "", null, $"has {Screen.Plural(cells.Length, "cell")} where the header has {columns}")
                : Name(line, cells[name], day < 0 ? null : cells[day]));
        }

        return names;
    }

    private static ListedName Name(int line, string cell, string? day)
    {
        string name = cell.Trim().Normalize(NormalizationForm.FormC);
        DateOnly known = default;
        bool dated = !string.IsNullOrWhiteSpace(day);
        string? problem =
            name.Length == 0 ? "has no name"
            : name.Length > LongestName ? $"has a name of {name.Length} characters: at most {LongestName}"
            : name.Contains('\uFFFD', StringComparison.Ordinal) ? "is not UTF-8"
            : name.Any(char.IsControl) ? "holds a control character"
            : dated && !TryDay(day!, out known) ? $"has the day \"{day!.Trim()}\": write it like 2021-08-15"
            : null;
        return new ListedName(line, name, dated && problem is null ? known : null, problem);
    }

    public static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
