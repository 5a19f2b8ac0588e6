using System.Text;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Reading again leaves the store as if its pages had been read into an empty one.</summary>
public sealed class RereadTests : IDisposable
{
    private static readonly Provenance Old = new("k", "m", null), Now = new("k2", "m", null);
    private static readonly Refused No = new(RefusalReason.NotAnArticle, "A list.");
    private readonly Workplace place = new();
    private int stores;

    public void Dispose() => place.Dispose();

    [Fact]
    public void WhatReadsTheSameChangesNothingButTheStamp()
    {
        using CasusStore store = Filled([0, 1, null]);
        string before = Content(store);
        PageChange[] changes = Reread(store, [0, 1, null]);
        Assert.All(changes, c => Assert.False(c.IsAny));
        Assert.Equal(before, Content(store));
        Assert.Equal(0, new KeptPages(store, Now, null).Count());
        Assert.Equal(3, new KeptPages(store, Old, null).Count());
        Assert.False(new KeptPages(store, new Provenance("k2", "m", "another gazetteer"), null).Count() == 0);
    }

    [Fact]
    public void ChangesAreToldPageByPage()
    {
        using CasusStore store = Filled([0, null, 2, 2]);
        PageChange[] changes = Reread(store, [7, 1, null, 2]);
        Assert.Equal([("read", "read"), ("refused: not-an-article", "read"), ("read", "refused: not-an-article"), ("read", "read")], changes.Select(c => (c.Before, c.After)));
        Assert.Equal(new RereadCounts(1, 1, 0, 1, 1, 0), changes[0].Counts);
        Assert.NotEqual(changes[0].ArticleBefore, changes[0].ArticleAfter);
        Assert.Equal(new RereadCounts(1, 0, 0, 1, 0, 0), changes[1].Counts);

        // The other page that gave it keeps the article.
        Assert.Equal(default, changes[2].Counts);
        Assert.False(changes[3].IsAny);
    }

    [Fact]
    public void AClaimThatSaysSomethingElseIsAltered()
    {
        using CasusStore store = Filled([0]);
        PageRead read = (PageRead)Read(0, 0);
        using var writer = new RereadWriter(store, Now, DateTimeOffset.UnixEpoch);
        PageChange change = writer.Replace(read with { Reading = read.Reading! with { Claims = [read.Reading.Claims[0] with { Sentence = 4 }] } });
        Assert.Equal(new RereadCounts(0, 0, 1, 0, 0, 1), change.Counts);
        Assert.Equal(4, new Lookup(store).ClaimsOf(read.Article.Id)[0].Claim.Sentence);
    }

    [Fact]
    public void ADryRunTellsTheSameAndChangesNothing()
    {
        using CasusStore store = Filled([0, 0, null]);
        string before = Content(store);
        PageChange[] tried = store.Try(() => Reread(store, [3, 3, 4]));
        Assert.Equal(before, Content(store));
        Assert.Equal(3, new KeptPages(store, Now, null).Count());
        Assert.Equal(Reread(store, [3, 3, 4]), tried);
    }

    [Theory]
    [InlineData("refused", 1)]
    [InlineData("not-an-article", 1)]
    [InlineData("read", 2)]
    [InlineData("page1", 1)]
    [InlineData("nothing", 0)]
    public void OnlyNarrows(string only, int pages)
    {
        using CasusStore store = Filled([0, 1, null]);
        Assert.Equal(pages, new KeptPages(store, Now, only).Count());
        Assert.Equal(pages, new KeptPages(store, Now, only).Walk().Count());
    }

    [Fact]
    public void PagesComeBackAsTheyWentIn()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        var known = new KnownFacts("https://a.example/", new DateOnly(2024, 12, 28), "The Post", "Title") { Listed = new Listing(new DateOnly(2024, 12, 27), "Fri, 27 Dec 2024", "https://a.example/rss") };
        using (var writer = new PageWriter(store, Old, DateTimeOffset.UnixEpoch))
        {
            foreach (PageFormat format in Enum.GetValues<PageFormat>())
            {
                writer.Add(new PageRefused(Page.Of($"{format}", Encoding.UTF8.GetBytes($"bytes of {format}"), format, known), No), new Casus.App.Fetch.ArchivePlace("r", "12", "2024"));
            }
        }

        Page[] pages = [.. new KeptPages(store, Now, null).Walk()];
        Assert.Equal(Enum.GetValues<PageFormat>(), pages.Select(p => p.Format));
        Assert.All(pages, p => Assert.Equal(($"bytes of {p.Format}", known), (Encoding.UTF8.GetString(p.Bytes.Span), p.Known)));
        Assert.All(new Queries(store).Pages(Filter.None), p => Assert.Equal(new Casus.App.Fetch.ArchivePlace("r", "12", "2024"), p.Place));
    }

    /// <summary>Any pages, any change of what they are read as, stopped anywhere and gone on with.</summary>
    [Fact]
    public void TheEndIsThatOfAFreshRead() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var chance = new Random(seed);
        int count = chance.Next(1, 9);
        int?[] Some() => [.. Enumerable.Range(0, count).Select(_ => chance.Next(4) == 0 ? (int?)null : chance.Next(5))];
        int?[] old = Some(), now = Some();
        using CasusStore store = Filled(old), fresh = Filled(now);
        using var writer = new RereadWriter(store, Now, DateTimeOffset.UnixEpoch);
        for (int i = 0; i < count; i++)
        {
            writer.Replace(Read(i, now[i]));
            AssertNoOrphans(store);
        }

        Assert.Equal(Content(fresh), Content(store));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    /// <param name="articles">What each page is read as: a number for an article, null for a refusal.</param>
    private CasusStore Filled(int?[] articles)
    {
        CasusStore store = CasusStore.OpenOrCreate(place.Path($"{stores++}.db"));
        store.Connection.Run("PRAGMA synchronous = OFF");
        using var writer = new PageWriter(store, Old, DateTimeOffset.UnixEpoch);
        for (int i = 0; i < articles.Length; i++)
        {
            writer.Add(Read(i, articles[i]));
        }

        return store;
    }

    private static PageChange[] Reread(CasusStore store, int?[] articles)
    {
        using var writer = new RereadWriter(store, Now, DateTimeOffset.UnixEpoch);
        return [.. articles.Select((a, i) => writer.Replace(Read(i, a)))];
    }

    private static ReadOutcome Read(int page, int? article)
    {
        Page bytes = Page.Of($"page{page}", Encoding.UTF8.GetBytes($"bytes of {page}"));
        if (article is null)
        {
            return new PageRefused(bytes, No);
        }

        PageRead read = Told.Page(text: $"{Told.Text} It was the telling {article}.");
        return read with { Page = bytes, Article = read.Article with { PageId = bytes.Id } };
    }

    private static void AssertNoOrphans(CasusStore store)
    {
        foreach (string orphans in new[]
        {
            "SELECT count(*) FROM page WHERE outcome = 'read' AND id NOT IN (SELECT page_id FROM article)",
            "SELECT count(*) FROM page WHERE outcome IN ('read', 'duplicate') AND article_id NOT IN (SELECT id FROM article)",
            "SELECT count(*) FROM article a JOIN page p ON p.id = a.page_id WHERE p.outcome <> 'read' OR p.article_id <> a.id",
            "SELECT count(*) FROM claim WHERE article_id NOT IN (SELECT id FROM article)",
            "SELECT count(*) FROM claim_actor WHERE article_id NOT IN (SELECT id FROM article)",
        })
        {
            Assert.Equal((orphans, 0L), (orphans, store.Connection.Value<long>(orphans)));
        }
    }

    private static string Content(CasusStore store)
    {
        var content = new StringBuilder();
        foreach (string rows in new[]
        {
            "SELECT id || '|' || outcome || '|' || ifnull(reason, '') || '|' || ifnull(article_id, '') FROM page ORDER BY rowid",
            "SELECT id || '|' || page_id || '|' || text || '|' || record FROM article ORDER BY id",
            "SELECT article_id || '|' || id || '|' || position || '|' || record FROM claim ORDER BY article_id, position",
            "SELECT actor_id || '|' || role || '|' || article_id || '|' || claim_id FROM claim_actor ORDER BY 1",
            "SELECT page_id || '|' || name FROM sighting ORDER BY 1",
        })
        {
            using Statement statement = store.Prepare(rows);
            content.AppendJoin('\n', statement.Rows(r => r.GetString(0))).Append("\n\n");
        }

        return content.ToString();
    }
}
