using System.Globalization;

namespace Casus.App.Publish;

/// <summary>Where the words of a source stand, for people.</summary>
/// <param name="Says">Outlet, day and headline, as far as they are known.</param>
/// <param name="Link">Null where the article was read from no address of the web.</param>
/// <param name="Where">The article's id and the span from the first quoted sentence to the last, in code points.</param>
internal sealed record CitationHead(string Says, Uri? Link, string Where)
{
    public static CitationHead Of(Citation source)
    {
        var article = source.Article;
        string day = article.Published is { } published && DateOnly.TryParseExact(published[..Math.Min(10, published.Length)], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly known) ? EventWords.Day(known) : "day not told";
        string says = $"{article.Outlet ?? "Outlet not told"}, {day}{(article.Title is { } title ? $": “{title}”" : "")}";
        Uri? link = Uri.TryCreate(article.Address, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
        var offsets = new CodePoints(article.Text);
        return new CitationHead(says, link, string.Create(CultureInfo.InvariantCulture, $"article {article.Id}, {offsets.FromUtf16(source.Sentences[0].Begin)}–{offsets.FromUtf16(source.Sentences.Max(s => s.End))}"));
    }
}
