using System.Globalization;

namespace Casus.Articles;

/// <summary>
/// An article that goes over several pages: told by links to the next or the previous page that differ from the page's own address in a number alone, or by "Page 2 of 3".
/// A link to the next article does not differ so.
/// </summary>
internal static class PageSeries
{
    private const int Most = 99;

    private static readonly string[] Queries = ["page", "p", "pg", "seite", "pagina", "paged"];

    /// <summary>The part and its address; null when the page is no such part.</summary>
    public static ArticlePart? Of(PageFacts facts, PageTree tree, string? address)
    {
        if (Absolute(address, null) is not { } own)
        {
            return null;
        }

        (string whole, int? number) = Split(own);
        int? next = Linked(facts, "next", own, whole), previous = Linked(facts, "prev", own, whole);
        PageCount? told = Told(tree);
        int? at = told?.Number ?? number ?? (next is > 1 ? next - 1 : previous is > 0 ? previous + 1 : null);
        bool linked = (next is { } n && n == at + 1) || (previous is { } p && p == at - 1);
        return at is { } part && (linked || told is not null) ? new ArticlePart(whole, part, told?.Count) : null;
    }

    /// <summary>An absolute address of the web; null for what is none.</summary>
    public static string? Absolute(string? address, string? at)
    {
        bool found = at is not null && Uri.TryCreate(at, UriKind.Absolute, out Uri? from) ? Uri.TryCreate(from, address, out Uri? uri) : Uri.TryCreate(address, UriKind.Absolute, out uri);
        return found && uri!.Scheme is "http" or "https" ? uri!.AbsoluteUri : null;
    }

    private static int? Linked(PageFacts facts, string relation, string own, string whole)
    {
        foreach ((string towards, string link) in facts.Neighbours)
        {
            if (towards.StartsWith(relation, StringComparison.Ordinal) && Absolute(link, own) is { } address && Split(address) is var (other, number) && other == whole)
            {
                return number ?? 1;
            }
        }

        return null;
    }

    private static PageCount? Told(PageTree tree)
    {
        foreach (PageRun run in tree.Runs)
        {
            if (PageCount.Of(run.Text) is { } told)
            {
                return told;
            }
        }

        return null;
    }

    /// <summary>An address without its page number: "?page=2", "/page/2", "/2" below the article; the number is null where there is none.</summary>
    private static (string Whole, int? Number) Split(string address)
    {
        var uri = new Uri(address);
        string root = uri.GetLeftPart(UriPartial.Authority), path = uri.AbsolutePath;
        string[] query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        foreach (string pair in query)
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && Queries.Contains(pair[..equals].ToLowerInvariant()) && Number(pair[(equals + 1)..]) is { } shown)
            {
                string rest = string.Join('&', query.Where(q => q != pair));
                return (root + path.TrimEnd('/') + (rest.Length > 0 ? "?" + rest : ""), shown);
            }
        }

        string trimmed = path.TrimEnd('/');
        int slash = trimmed.LastIndexOf('/');
        if (slash > 0 && Number(trimmed[(slash + 1)..]) is { } last)
        {
            // The last of two numbers is a day of an archive.
            string above = trimmed[..slash];
            return Number(above[(above.LastIndexOf('/') + 1)..]) is not null ? (root + trimmed + uri.Query, null)
                : (root + (above.EndsWith("/page", StringComparison.OrdinalIgnoreCase) ? above[..^5] : above) + uri.Query, last);
        }

        return (root + trimmed + uri.Query, null);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= Most ? number : null;
}
