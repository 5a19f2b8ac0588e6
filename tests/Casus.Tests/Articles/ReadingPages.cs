using System.Text;
using Casus.Articles;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Short ways to read pages with the repository's knowledge.</summary>
internal static class ReadingPages
{
    public static ArticleReader Reader { get; } = new(RepositoryKnowledge.Base);

    public static PageReading Read(string text, PageFormat format = PageFormat.Unknown, KnownFacts? known = null) =>
        Reader.Read(Page.Of("test", Encoding.UTF8.GetBytes(text), format, known));

    public static Article Article(string text, PageFormat format = PageFormat.Unknown, KnownFacts? known = null) =>
        Assert.IsType<ArticleRead>(Read(text, format, known)).Article;

    /// <summary>Blocks as "Kind: text".</summary>
    public static string[] Blocks(Article article) => [.. article.Blocks.Select(b => $"{b.Kind}: {b.Span.Of(article.Text)}")];
}
