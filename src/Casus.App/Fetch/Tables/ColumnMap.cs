using System.Collections.Immutable;
using Casus.Articles;

namespace Casus.App.Fetch;

/// <param name="Key">What it is to Casus, as in a line of JSON: text, html, page, id, url, published, outlet or title.</param>
/// <param name="Index">From 0.</param>
/// <param name="Order">Of the parts of a day of publication; null where the day is to tell by itself.</param>
internal sealed record MappedColumn(string Key, string Name, int Index, DayOrder? Order);

/// <summary>Which column of a table is what.</summary>
/// <param name="IsGuess">Told from the header's words, not by the user.</param>
internal sealed record ColumnMap(ImmutableArray<MappedColumn> Columns, bool IsGuess)
{
    private static readonly (string Key, string[] Headers)[] Common =
    [
        ("text", ["text", "body", "content", "article", "full_text", "fulltext", "article_text", "article_body", "maintext", "body_text"]),
        ("html", ["html", "raw_html", "html_path"]),
        ("page", ["page", "markup", "page_text"]),
        ("id", ["id", "article_id", "doc_id", "uid"]),
        ("url", ["url", "link", "address", "uri", "permalink", "source_url"]),
        ("published", ["published", "date", "pub_date", "pubdate", "publication_date", "publish_date", "date_publish", "date_published", "published_at", "published_date", "day"]),
        ("outlet", ["outlet", "source", "publisher", "newspaper", "publication", "source_name", "site", "domain"]),
        ("title", ["title", "headline", "head"]),
    ];

    public static string Keys { get; } = string.Join(", ", Common.Select(c => c.Key));

    /// <param name="wanted">What the user said: "text=body,published=date:dmy"; null to guess.</param>
    /// <param name="file">For messages.</param>
    /// <exception cref="Trouble">It names what the table has not, or the header's words tell of no text.</exception>
    public static ColumnMap Of(string? wanted, IReadOnlyList<string> header, string file)
    {
        var columns = ImmutableArray.CreateBuilder<MappedColumn>();
        foreach ((string key, string column, DayOrder? order) in wanted is null ? Guess(header) : Stated(wanted))
        {
            int index = IndexOf(header, column);
            if (index < 0)
            {
                throw Trouble.Usage($"{file} has no column \"{column}\": its columns are {string.Join(", ", header)}.");
            }

            columns.Add(new MappedColumn(key, header[index].Trim(), index, order));
        }

        return columns.Any(c => c.Key is "text" or "html" or "page")
            ? new ColumnMap(columns.ToImmutable(), wanted is null)
            : throw Trouble.Usage($"Which column of {file} is the article's text? Its columns are {string.Join(", ", header)}: say it like --columns text=COLUMN,title=COLUMN,published=COLUMN,url=COLUMN,outlet=COLUMN.");
    }

    /// <summary>"text ← body, title ← headline; not read: notes".</summary>
    /// <param name="header">All columns.</param>
    public string Says(IReadOnlyList<string> header)
    {
        string[] left = [.. header.Where((_, i) => Columns.All(c => c.Index != i)).Select(h => h.Trim())];
        return string.Join(", ", Columns.Select(c => $"{c.Key} ← {c.Name}")) + (left.Length == 0 ? "" : $"; not read: {string.Join(", ", left.Take(MostLeft))}{(left.Length > MostLeft ? " …" : "")}");
    }

    private const int MostLeft = 12;

    public MappedColumn? this[string key] => Columns.FirstOrDefault(c => c.Key == key);

    /// <exception cref="Trouble">What the user said cannot be understood.</exception>
    public static IEnumerable<(string Key, string Column, DayOrder? Order)> Stated(string wanted)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string part in wanted.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var key, [_, ..] column] || Array.TrueForAll(Common, c => c.Key != key))
            {
                throw Trouble.Usage($"--columns {part}: write KEY=COLUMN, with a key of {Keys}.");
            }

            if (!seen.Add(key))
            {
                throw Trouble.Usage($"--columns names {key} twice.");
            }

            DayOrder? order = key == "published" ? DayForms.Order(column[(column.LastIndexOf(':') + 1)..]) : null;
            yield return (key, order is null ? column : column[..column.LastIndexOf(':')], order);
        }
    }

    private static IEnumerable<(string, string, DayOrder?)> Guess(IReadOnlyList<string> header)
    {
        foreach ((string key, string[] headers) in Common)
        {
            if (headers.FirstOrDefault(h => IndexOf(header, h) >= 0) is { } found)
            {
                yield return (key, found, null);
            }
        }
    }

    /// <summary>Case does not matter, nor whether words are joined by a blank, a dash or an underscore.</summary>
    private static int IndexOf(IReadOnlyList<string> header, string column)
    {
        for (int i = 0; i < header.Count; i++)
        {
            if (Plain(header[i]).Equals(Plain(column), StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static string Plain(string name) => name.Trim().Replace(' ', '_').Replace('-', '_');
}
