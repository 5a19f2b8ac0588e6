using System.Collections.Immutable;
using System.Text;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Articles;
using Casus.Language;

namespace Casus.App.Web;

/// <summary>What the program makes of a text that somebody typed.</summary>
/// <param name="Problem">Why it was not read; null when it was.</param>
internal sealed record TriedText(string Text, ImmutableArray<Sentence> Sentences, ImmutableArray<ClaimContext> Claims, string? Problem)
{
    public static TriedText Of(World world, string text) => world.Reading(reader =>
    {
        if (reader.Read(Page.Of("tried", Encoding.UTF8.GetBytes(text), PageFormat.PlainText)) is not PageRead { Reading: { } reading } read)
        {
            return new TriedText(text, [], [], "This is no text in English, the one language that is coded.");
        }

        Article article = read.Article;
        var stored = new StoredArticle(article.Id, article.TextId.Value, null, null, null, article.Language, null, article.Text, ArticleRecord.Of(read), article.PageId, [], null);
        return new TriedText(article.Text, reading.Analysis.Sentences, [.. reading.Claims.Select(c => new ClaimContext(c, stored))], null);
    });
}
