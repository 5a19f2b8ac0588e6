using Microsoft.AspNetCore.Http;

namespace Casus.Tests.App.Net;

/// <summary>What a small news site answers: a feed of its pages, each with marks that hold until it changes.</summary>
internal sealed class NewsServer
{
    /// <summary>Numbers of the pages that the feed lists.</summary>
    public List<int> Listed { get; } = [];

    /// <summary>Pages that are broken for now.</summary>
    public HashSet<int> Broken { get; } = [];

    /// <summary>What stands in the head of each page.</summary>
    public string Head { get; set; } = "";

    public int Edition { get; set; } = 1;

    public async Task Answer(string path, HttpContext context)
    {
        if (path == "/robots.txt")
        {
            return;
        }

        if (path == "/")
        {
            await context.Response.WriteAsync("<html><head><link rel='alternate' type='application/rss+xml' href='feed.xml'></head><body>Links</body></html>");
            return;
        }

        string mark = path == "/feed.xml" ? $"\"{string.Join('-', Listed)}\"" : $"\"{Edition}{path}\"";
        context.Response.Headers.ETag = mark;
        if (context.Request.Headers.IfNoneMatch == mark)
        {
            context.Response.StatusCode = 304;
        }
        else if (path == "/feed.xml")
        {
            context.Response.ContentType = "application/rss+xml";
            await context.Response.WriteAsync($"<rss><channel><title>Site</title>{string.Concat(Listed.Select(Entry))}</channel></rss>");
        }
        else if (Broken.Contains(int.Parse(path.AsSpan(1))))
        {
            context.Response.StatusCode = 404;
        }
        else
        {
            context.Response.ContentType = "text/html";
            await context.Response.WriteAsync(Page(path));
        }
    }

    private static string Entry(int number) => $"<item><title>Page {number}</title><link>/{number}</link><pubDate>Tue, 03 Jun 2025 09:39:21 +0500</pubDate></item>";

    private string Page(string path) => $"""
        <html><head><title>Post near village {path[1..]} attacked</title>{Head}</head><body><article><h1>Post near village {path[1..]} attacked</h1>
        <p>Gunmen attacked a checkpoint near village number {path[1..]} on Monday, killing three soldiers and wounding {path[1..]} others, officials of the district said.</p>
        <p>Residents told reporters that shots were heard for an hour. The governor called for calm in edition {Edition} of the statement.</p></article></body></html>
        """;
}
