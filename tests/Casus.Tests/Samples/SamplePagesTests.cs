using System.Globalization;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Samples;

public class SamplePagesTests
{
    private static IEnumerable<PageRead> Pages => WholeEngine.Samples.Values.OfType<PageRead>();

    [Fact]
    public void Every_sample_is_in_the_corpus() =>
        Assert.Equal(WholeEngine.Samples.Keys.Order(StringComparer.Ordinal), ExpectedRows.Pages().Select(p => p.File).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_quote_is_the_slice_under_its_span()
    {
        foreach (PageRead page in Pages.Where(p => p.Reading is not null))
        {
            Analysis analysis = page.Reading!.Analysis;
            string text = page.Article.Text;
            Assert.All(analysis.Mentions, m => Assert.Equal(m.Span.Of(text), m.Quote));
            Assert.All(analysis.Times, t => Assert.Equal(t.Span.Of(text), t.Quote));
            Assert.All(analysis.Quantities, q => Assert.Equal(q.Span.Of(text), q.Quote));
            Assert.All(analysis.Places, p => Assert.Equal(p.Span.Of(text), p.Quote));
            Assert.All(page.Reading.Claims.SelectMany(Evidences), e => Assert.Equal(e.Span!.Value.Of(text), e.Quote));
        }
    }

    /// <summary>What Python does with a published span, done here with an array of code points.</summary>
    [Fact]
    public void Published_offsets_slice_the_text_in_code_points()
    {
        foreach (PageRead page in Pages.Where(p => p.Reading is not null))
        {
            string text = page.Article.Text;
            string[] points = [.. text.EnumerateRunes().Select(r => r.ToString())];
            var published = new CodePoints(text);
            Assert.All(page.Reading!.Claims.SelectMany(Evidences), e =>
                Assert.Equal(e.Quote, string.Concat(points[published.FromUtf16(e.Span!.Value.Begin)..published.FromUtf16(e.Span.Value.End)])));
        }
    }

    [Fact]
    public void Threads_that_read_at_once_read_what_one_thread_reads()
    {
        Page[] pages = [.. Pages.Select(p => p.Page)];
        string[] alone = [.. Pages.Select(Told)];
        var together = new string[pages.Length * 4];
        Parallel.For(0, 4, new ParallelOptions { MaxDegreeOfParallelism = 4 }, thread =>
        {
            Reader reader = WholeEngine.NewReader();
            for (int i = 0; i < pages.Length; i++)
            {
                // Each thread begins elsewhere, so that different pages meet.
                int at = (i + (thread * 5)) % pages.Length;
                together[(thread * pages.Length) + at] = Told((PageRead)reader.Read(pages[at]));
            }
        });
        Assert.All(together.Chunk(pages.Length), told => Assert.Equal(alone, told));
    }

    private static string Told(PageRead page) => page.Reading is not { } reading ? page.Article.Id : string.Join('\n',
    [
        .. reading.Claims.Select(c => c.Id),
        .. reading.Analysis.Mentions.Select(m => $"{m.Span} {m.Kind} {m.Actor?.ActorId}"),
        .. reading.Analysis.Places.Select(p => $"{p.Span} {p.PlaceId}"),
        .. reading.Analysis.Times.Select(t => $"{t.Span} {t.Value}"),
        .. reading.Analysis.Attributions.Select(a => $"{a.Sentence} {a.Actor?.ActorId}"),
    ]);

    [Fact]
    public void Blocks_tile_the_text()
    {
        foreach (Article article in Pages.Select(p => p.Article))
        {
            int at = 0;
            foreach (Block block in article.Blocks)
            {
                Assert.True(block.Span.Begin >= at, article.Text[..Math.Min(60, article.Text.Length)]);
                Assert.True(string.IsNullOrWhiteSpace(article.Text[at..block.Span.Begin]));
                at = block.Span.End;
            }

            Assert.True(string.IsNullOrWhiteSpace(article.Text[at..]));
        }
    }

    [Fact]
    public void Reprint_and_rewrite_are_editions_of_one_story()
    {
        var names = WholeEngine.Samples.Where(s => s.Value is PageRead).ToDictionary(s => ((PageRead)s.Value).Article.Id, s => s.Key, StringComparer.Ordinal);
        string[][] stories =
        [
            .. WholeEngine.Link(Pages).Stories.Where(s => s.Editions.Length > 1)
                .Select(s => s.Editions.Select(e => names[e.ArticleId]).Order(StringComparer.Ordinal).ToArray()),
        ];
        string[] story = Assert.Single(stories);
        Assert.Equal(["05-torkham-reopens.html", "06-torkham-gate-open-again.txt", "07-torkham-reprint.html"], story);
    }

    [Fact]
    public void Linking_does_not_depend_on_the_order_of_the_articles()
    {
        PageRead[] pages = [.. Pages];
        Assert.Equal(Shown(WholeEngine.Link(pages)), Shown(WholeEngine.Link(pages.Reverse())));
    }

    private static string Shown(Linked linked) =>
        string.Join('\n', linked.Stories.Select(s => s.Id).Concat(linked.Events.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Id} {e.Type} {string.Join(',', e.Claims)} {string.Join(',', e.Accounts.Select(a => a.Voice))}"))));

    private static IEnumerable<Evidence> Evidences(Claim claim)
    {
        IEnumerable<Evidence> own = claim.Evidence.Concat(claim.Speakers.Select(s => s.Evidence));
        IEnumerable<Evidence> special = claim switch
        {
            EventClaim e => e.Initiators.Concat(e.Targets).Concat(e.Victims).Select(p => p.Evidence).Append(e.Trigger).Concat(e.Tolls.Select(t => t.Evidence)).Concat(e.Means.Select(m => m.Evidence)),
            StatisticClaim s => s.Breakdown.Select(b => b.Evidence),
            RelationClaim r => [r.A.Evidence, r.B.Evidence],
            _ => [],
        };
        return own.Concat(special).Where(e => e.Span is not null);
    }
}
