using System.Text.Json;
using Casus.App;
using Casus.App.Fetch;
using Casus.App.Store;
using Casus.Articles;
using Casus.Tests.Articles;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Files of every form through the built program and into the store.</summary>
public sealed class FormsTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void EveryFormIsReadAndTheSumsAddUp()
    {
        place.Write("in/export.txt", ExportTests.Labelled);
        place.Write("in/paper.txt", PdfTextTests.TwoPages);
        place.Write("in/news.eml", MailTests.Newsletter);
        place.Write("in/report.md", MarkdownTests.Report);
        place.Write("in/README.md", "# Notes");
        place.Write("in/live.html", LiveBlogTests.Marked);
        Ran ran = place.Run("read", "in", "--json");
        Assert.Equal(ExitCode.Ok, ran.Exit);
        JsonElement told = JsonDocument.Parse(ran.Output).RootElement;
        int Told(string key) => told.GetProperty(key).GetInt32();
        Assert.Equal((6, 6, 0, 0, 0), (Told("fetched"), Told("read"), Told("empty"), Told("duplicate"), Told("refused")));
        Assert.Equal(1, told.GetProperty("passedOver").GetProperty("README.md").GetInt32());
        Assert.Equal((6, 8), (told.GetProperty("store").GetProperty("pages").GetInt32(), told.GetProperty("store").GetProperty("articles").GetInt32()));

        JsonElement again = JsonDocument.Parse(place.Run("read", "in", "--json").Output).RootElement;
        Assert.Equal((6, 6), (again.GetProperty("fetched").GetInt32(), again.GetProperty("duplicate").GetInt32()));

        Assert.Equal(ExitCode.Ok, place.Run("reread", "--json").Exit);
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        Assert.Equal((6L, 8L), (new Queries(store).Totals().Pages, new Queries(store).Totals().Articles));
        ArticleRow entry = new Queries(store).Articles(Filter.None).Single(a => a.Title == "Water falls at the weir");
        Assert.Equal(new ArticlePart("https://tarn.example/live/flood", 1, 3), new Lookup(store).Article(entry.Id).Part);
        Assert.Contains("part 1 of 3 of https://tarn.example/live/flood", place.Run("show", "article", entry.Id).Output.ReplaceLineEndings(" "));
    }

    [Fact]
    public void AReadMeIsReadWhereItIsNamed()
    {
        place.Write("in/README.md", "# Notes");
        Assert.Empty(new PageFinder([place.Path("in")]).Pages());
        Found named = Assert.Single(new PageFinder([place.Path("in/README.md")]).Pages());
        Assert.Equal(PageFormat.Markdown, named.Page!.Format);
    }

    [Fact]
    public void AnnotateAnswersALiveBlogAsOneArticleAndAnExportOfSeveralWithAReason()
    {
        place.Write("live.html", LiveBlogTests.Marked);
        place.Write("export.txt", ExportTests.Labelled);
        place.Write("news.eml", MailTests.Newsletter);
        string[] lines = place.RunWith("{\"html\":\"live.html\"}\n{\"html\":\"export.txt\"}\n{\"html\":\"news.eml\"}\n", "annotate").Output.TrimEnd().Split('\n');
        JsonElement live = JsonDocument.Parse(lines[0]).RootElement.GetProperty("article");
        Assert.Equal("Flood on the Tarn: as it happened", live.GetProperty("title").GetString());
        Assert.False(live.TryGetProperty("part", out _));
        Assert.Equal(RefusalReason.SeveralArticles, JsonDocument.Parse(lines[1]).RootElement.GetProperty("refused").GetString());
        Assert.Equal("2025-03-04", JsonDocument.Parse(lines[2]).RootElement.GetProperty("article").GetProperty("published").GetString());
    }
}
