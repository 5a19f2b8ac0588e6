using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Casus.Articles;

/// <summary>
/// Text exports of press archives, with one article or many in a file. Three layouts: labelled fields ("LENGTH: 412 words") with "2 of 40 DOCUMENTS" above or "End of Document" below
/// each article; codes of two letters ("HD", "LP"); and lines without labels, told by "412 words" between headline and day. The last two end with "Document" and a long code.
/// </summary>
internal static class ExportParts
{
    private const int LeastCode = 18, LeastLabels = 2;

    /// <summary>Characters in which an export shows itself.</summary>
    private const int Head = 60_000;

    public static bool IsExport(string text, FieldLabels labels)
    {
        int ends = 0, counted = 0, fields = 0, coded = 0, lengths = 0;
        foreach (ReadOnlySpan<char> raw in text.AsSpan(0, Math.Min(text.Length, Head)).EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.IsEmpty)
            {
                continue;
            }

            counted += IsCount(line) ? 1 : 0;
            ends += IsEnd(line, labels) ? 1 : 0;
            fields += labels.Opening(FieldLabels.Nexis, line) is not null ? 1 : 0;
            coded += ExportCodes.Of(line, labels) is not null ? 1 : 0;
            lengths += IsLength(line) ? 1 : 0;
        }

        return (counted > 0 && fields >= LeastLabels) || (ends > 0 && (fields >= LeastLabels || coded > LeastLabels || lengths > 0));
    }

    /// <summary>The text of each article, in order.</summary>
    public static ImmutableArray<string> Of(string text, FieldLabels labels)
    {
        var parts = ImmutableArray.CreateBuilder<string>();
        var part = new StringBuilder();
        bool counted = false;
        foreach (ReadOnlySpan<char> raw in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim(" \t\f");
            if (IsCount(line))
            {
                Close(false);
                counted = true;
                continue;
            }

            part.Append(raw.TrimStart('\f')).Append('\n');
            if (IsEnd(line, labels))
            {
                Close(true);
            }
        }

        Close(false);
        return parts.ToImmutable();

        void Close(bool ended)
        {
            // What stands before the first article is the cover of the export, behind the last a note; all else is accounted for.
            string found = part.ToString();
            if (!string.IsNullOrWhiteSpace(found) && (ended || counted || Holds(found, labels)))
            {
                parts.Add(found);
            }

            part.Clear();
            counted = false;
        }
    }

    /// <summary>Each article as a page of its own, named after the file: "export.txt#3". The page itself when it holds one or none.</summary>
    public static ImmutableArray<Page> Pages(Page page, string text, FieldLabels labels)
    {
        ImmutableArray<string> parts = Of(text, labels);
        return parts.Length < 2
            ? [page]
            : [.. parts.Select((p, i) => Page.Of($"{page.Name}#{(i + 1).ToString(CultureInfo.InvariantCulture)}", Encoding.UTF8.GetBytes(p), PageFormat.Export, page.Known with { Title = null }))];
    }

    /// <summary>"412 words" alone on a line.</summary>
    public static bool IsLength(ReadOnlySpan<char> line) =>
        line.Length < 20 && line.EndsWith(" words", StringComparison.OrdinalIgnoreCase) && line[..^6].IndexOfAnyExcept("0123456789,. ") < 0;

    /// <summary>"2 of 40 DOCUMENTS", "Document 2 of 40".</summary>
    private static bool IsCount(ReadOnlySpan<char> line)
    {
        const string word = "document";
        bool before = line.StartsWith(word, StringComparison.OrdinalIgnoreCase), after = line.TrimEnd('S').TrimEnd('s').EndsWith(word, StringComparison.OrdinalIgnoreCase);
        if (line.Length > 40 || before == after)
        {
            return false;
        }

        ReadOnlySpan<char> numbers = (before ? line[word.Length..] : line[..line.LastIndexOf(word, StringComparison.OrdinalIgnoreCase)]).Trim();
        int of = numbers.IndexOf(" of ", StringComparison.OrdinalIgnoreCase);
        return of > 0 && int.TryParse(numbers[..of], NumberStyles.None, CultureInfo.InvariantCulture, out _) && int.TryParse(numbers[(of + 4)..], NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>A line below an article: the archive's words for it, or "Document" and a code of letters and digits.</summary>
    public static bool IsEnd(ReadOnlySpan<char> line, FieldLabels labels)
    {
        const string word = "Document ";
        line = ExportCodes.Of(line, labels) is (_, var at) ? line[at..].Trim() : line;
        if (line.Length < 40 && labels.Of(FieldLabels.Nexis, line) == "ends")
        {
            return true;
        }

        ReadOnlySpan<char> code = line.StartsWith(word, StringComparison.Ordinal) ? line[word.Length..].Trim() : [];
        return code.Length is >= LeastCode and < 60 && code.ContainsAnyInRange('0', '9') && code.IndexOfAnyExceptInRange('0', 'z') < 0 && !code.Contains(':');
    }

    private static bool Holds(string part, FieldLabels labels)
    {
        int signs = 0;
        foreach (ReadOnlySpan<char> raw in part.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            signs += !line.IsEmpty && (IsLength(line) || IsEnd(line, labels) || labels.Opening(FieldLabels.Nexis, line) is not null || ExportCodes.Of(line, labels) is not null) ? 1 : 0;
        }

        return signs >= LeastLabels;
    }
}
