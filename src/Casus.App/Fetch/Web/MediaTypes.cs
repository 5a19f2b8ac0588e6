namespace Casus.App.Fetch.Web;

/// <summary>Which answers can be pages or feeds, by the type that the server states.</summary>
internal static class MediaTypes
{
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "", "text/html", "application/xhtml+xml", "text/plain", "text/xml", "application/xml",
        "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
    };

    public static bool MayBeRead(string mediaType) => Taken.Contains(mediaType);

    /// <summary>Types under which no page stands, only a feed.</summary>
    public static bool OnlyFeeds(string mediaType) =>
        mediaType is "text/xml" or "application/xml" || mediaType.EndsWith("json", StringComparison.Ordinal) || (mediaType.EndsWith("+xml", StringComparison.Ordinal) && mediaType != "application/xhtml+xml");
}
