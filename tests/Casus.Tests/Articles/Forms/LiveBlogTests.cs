using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Live blogs: each dated entry an article of its own.</summary>
public sealed class LiveBlogTests
{
    private const string Head = """<html lang="en"><head><title>Flood on the Tarn: as it happened</title><meta property="og:title" content="Flood on the Tarn: as it happened"><meta property="og:site_name" content="Tarn Post">""";

    internal const string Marked = Head + """
        <link rel="canonical" href="https://tarn.example/live/flood">
        <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Flood on the Tarn: as it happened","datePublished":"2024-02-03T07:00:00Z"}</script></head>
        <body><h1>Flood on the Tarn: as it happened</h1>
        <div class="live-blog">
        <div id="e3" itemprop="liveBlogUpdate"><time datetime="2024-02-04T06:15:00Z">06:15</time><h3>Water falls at the weir</h3><p>The river fell by half a metre in the night, the water board said, and the road to Aske was opened at dawn.</p></div>
        <div id="e2" itemprop="liveBlogUpdate"><time datetime="2024-02-03T18:40:00Z">18:40</time><p>Soldiers have carried two hundred people out of the lower town by boat, the mayor told reporters at the town hall.</p></div>
        <div id="ad" itemprop="liveBlogUpdate"><time datetime="2024-02-03T18:00:00Z">18:00</time><img src="x.jpg"></div>
        <div id="e1" itemprop="liveBlogUpdate"><time datetime="2024-02-03T09:05:00Z">09:05</time><h3>Dam above the town gives way</h3><p>A dam above the town gave way shortly before nine, and water stands in the market hall, a witness said.</p></div>
        </div></body></html>
        """;

    private static ImmutableArray<Article> Entries(string page, KnownFacts? known = null) =>
        [.. Assert.IsType<EntriesRead>(ReadingPages.Reader.ReadEntries(Page.Of("live.html", Encoding.UTF8.GetBytes(page), PageFormat.Unknown, known))).Entries.Select(e => e.Article)];

    [Fact]
    public void Marked_entries_have_their_own_headline_time_and_address()
    {
        ImmutableArray<Article> entries = Entries(Marked);
        Assert.Equal(3, entries.Length);
        Assert.Equal(["Water falls at the weir", "Flood on the Tarn: as it happened", "Dam above the town gives way"], entries.Select(e => e.Title!.Value));
        Assert.Equal([(4, 6, 15), (3, 18, 40), (3, 9, 5)], entries.Select(e => (e.Published!.Value.Day.Day, e.Published.Value.Time!.Value.Hour, e.Published.Value.Time.Value.Minute)));
        Assert.Equal(["https://tarn.example/live/flood#e3", "https://tarn.example/live/flood#e2", "https://tarn.example/live/flood#e1"], entries.Select(e => e.Address));
        Assert.All(entries, e => Assert.Equal("Tarn Post", e.Outlet!.Value));
        const string blog = "https://tarn.example/live/flood";
        Assert.Equal([new ArticlePart(blog, 1, 3), new ArticlePart(blog, 2, 3), new ArticlePart(blog, 3, 3)], entries.Select(e => e.Part));
        Assert.Equal(["Paragraph: Soldiers have carried two hundred people out of the lower town by boat, the mayor told reporters at the town hall."], ReadingPages.Blocks(entries[1]));
    }

    [Fact]
    public void As_one_article_the_page_is_what_it_was()
    {
        Article whole = ReadingPages.Article(Marked);
        Assert.Null(whole.Part);
        Assert.Contains("half a metre", whole.Text);
        Assert.Contains("gave way", whole.Text);
    }

    [Fact]
    public void Blocks_with_only_a_time_of_day_are_of_the_day_of_the_blog_where_the_times_are_in_order()
    {
        string Page(params string[] times) => Head + """<meta property="article:published_time" content="2024-02-03T07:00:00Z"></head><body><h1>Flood on the Tarn: as it happened</h1><div class="live-posts">"""
            + string.Concat(times.Select((t, i) => $"""<div class="live-post"><span class="time">{t}</span><p>Report number {i} from the town says that the water stands in the market hall and that boats are under way.</p></div>""")) + "</div></body></html>";

        ImmutableArray<Article> entries = Entries(Page("14:30", "11:00", "09:15"));
        Assert.All(entries, e => Assert.Equal(new DateOnly(2024, 2, 3), e.Published!.Value.Day));
        Assert.All(entries, e => Assert.Equal(e.PageId, e.Part!.Whole));
        Assert.All(Entries(Page("08:10", "23:40", "09:15")), e => Assert.Null(e.Published));
    }

    [Fact]
    public void Entries_that_stand_only_in_the_data_are_read_from_it()
    {
        string page = Head + """
            <script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Flood on the Tarn: as it happened","datePublished":"2024-02-03T07:00:00Z","liveBlogUpdate":[
            {"@type":"BlogPosting","headline":"Water falls","datePublished":"2024-02-04T06:15:00Z","url":"https://tarn.example/live/flood#9","articleBody":"<p>The river fell by half a metre in the night.</p><p>The road to Aske was opened at dawn, the water board said.</p>"},
            {"@type":"BlogPosting","datePublished":"2024-02-03T18:40:00Z","articleBody":"Soldiers have carried two hundred people out of the lower town by boat.\nThe mayor thanked them."}]}</script></head>
            <body><h1>Flood on the Tarn: as it happened</h1><div id="app"></div></body></html>
            """;
        ImmutableArray<Article> entries = Entries(page);
        Assert.Equal(["Headline: Water falls", "Paragraph: The river fell by half a metre in the night.", "Paragraph: The road to Aske was opened at dawn, the water board said."], ReadingPages.Blocks(entries[0]));
        Assert.Equal("https://tarn.example/live/flood#9", entries[0].Address);
        Assert.Equal(new DateOnly(2024, 2, 3), entries[1].Published!.Value.Day);
    }

    [Fact]
    public void A_page_with_dated_teasers_is_no_live_blog()
    {
        string page = Head + "</head><body><h1>Floods</h1><div>" + string.Concat(Enumerable.Range(1, 4).Select(i => $"""<div class="teaser"><time datetime="2024-02-0{i}">{i} Feb</time><p>Report number {i} from the town says that the water stands in the market hall and that boats are under way.</p></div>""")) + "</div></body></html>";
        Assert.IsNotType<EntriesRead>(ReadingPages.Reader.ReadEntries(Casus.Articles.Page.Of("x", Encoding.UTF8.GetBytes(page))));
    }
}
