using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Casus.App.Fetch.Web;

/// <summary>The feeds that a page names in its head: &lt;link rel="alternate" type="application/rss+xml" href="…"&gt;.</summary>
internal static partial class FeedDiscovery
{
    /// <summary>What comes later in a page is its body.</summary>
    private const int HeadBytes = 512 << 10;

    /// <summary>Addresses as written, in the page's order, those of comments last.</summary>
    public static IReadOnlyList<string> Of(ReadOnlySpan<byte> page)
    {
        string head = Encoding.UTF8.GetString(page[..Math.Min(page.Length, HeadBytes)]);
        var found = new List<string>();
        foreach (Match link in Links().Matches(head))
        {
            string? rel = null, type = null, href = null;
            foreach (Match attribute in Attributes().Matches(link.Value))
            {
                string value = WebUtility.HtmlDecode(attribute.Groups[2].Value + attribute.Groups[3].Value + attribute.Groups[4].Value);
                switch (attribute.Groups[1].Value.ToLowerInvariant())
                {
                    case "rel":
                        rel = value;
                        break;
                    case "type":
                        type = value.Split(';')[0].Trim().ToLowerInvariant();
                        break;
                    case "href":
                        href = value.Trim();
                        break;
                }
            }

            bool names = type is "application/rss+xml" or "application/atom+xml" or "application/feed+json" or "application/rdf+xml";
            if (names && href is { Length: > 0 } && rel is not null && rel.Split(' ').Contains("alternate", StringComparer.OrdinalIgnoreCase) && !found.Contains(href))
            {
                found.Add(href);
            }
        }

        return [.. found.OrderBy(f => f.Contains("comment", StringComparison.OrdinalIgnoreCase))];
    }

    [GeneratedRegex("<link\\b[^<>]{1,2000}>", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex("([a-zA-Z]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"'>]+))")]
    private static partial Regex Attributes();
}
