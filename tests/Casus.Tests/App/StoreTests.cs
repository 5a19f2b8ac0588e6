using System.Text.Json;
using Casus.App;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Claims;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Casus.Tests.App;

public sealed class StoreTests : IDisposable
{
    private static readonly Provenance Provenance = new("k", "m", null);
    private static readonly DateTimeOffset Now = new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void APageIsKeptWithItsArticleAndClaims()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        PageRead page = Told.Page();
        using (var writer = new PageWriter(store, Provenance, Now))
        {
            Assert.Equal(Outcome.Read, writer.Add(page));
        }

        var lookup = new Lookup(store);
        StoredArticle article = lookup.Article(page.Article.Id);
        Assert.Equal(Told.Text, article.Text);
        Assert.Equal(page.Article.Blocks, article.Record.Blocks);
        Claim claim = Assert.Single(lookup.ClaimsOf(article.Id)).Claim;
        Assert.Equal(Records.Write(page.Reading!.Claims[0]), Records.Write(claim));
        var told = Assert.IsType<EventClaim>(claim);
        Assert.Equal("at least nine people", told.Tolls[0].Evidence.Span!.Value.Of(article.Text));
        Assert.Equal("too far", told.Initiators[0].Resolution!.Rejected[0].Reason);
    }

    [Fact]
    public void ACopyOfTheFileAloneIsWholeOnceItsWriterIsDone()
    {
        CasusStore.OpenOrCreate(place.Store).Dispose();
        using CasusStore other = CasusStore.OpenReading(place.Store);
        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        using (var writer = new PageWriter(store, Provenance, Now))
        {
            writer.Add(Told.Page());
        }

        File.Copy(place.Store, place.Store + ".copy");
        using CasusStore copy = CasusStore.OpenReading(place.Store + ".copy");
        Assert.Equal(1, new Queries(copy).Totals().Pages);
    }

    [Fact]
    public void ReadingAgainAddsNothing()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using var writer = new PageWriter(store, Provenance, Now);
        Assert.Equal(Outcome.Read, writer.Add(Told.Page()));
        Totals before = new Queries(store).Totals();
        Assert.Equal(Outcome.Duplicate, writer.Add(Told.Page("b.txt")));
        Assert.Equal(before, new Queries(store).Totals());
        Assert.Equal(2, new Queries(store).Pages(Filter.None)[0].Sightings);
    }

    [Fact]
    public void TheSameArticleOnAnotherPageIsADuplicate()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using var writer = new PageWriter(store, Provenance, Now);
        PageRead first = Told.Page();
        var otherBytes = Page.Of("b.html", "<p>other bytes</p>"u8.ToArray());
        Assert.Equal(Outcome.Read, writer.Add(first));
        Assert.Equal(Outcome.Duplicate, writer.Add(first with { Page = otherBytes }));
        Totals totals = new Queries(store).Totals();
        Assert.Equal((2, 1, 1), (totals.Pages, totals.Articles, totals.Claims));
    }

    [Fact]
    public void RefusedPagesAreKeptWithTheirReason()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using var writer = new PageWriter(store, Provenance, Now);
        var why = new Refused(RefusalReason.Binary, "It is a picture.");
        Assert.Equal(Outcome.Refused, writer.Add(new PageRefused(Page.Of("x.txt", new byte[] { 0, 1 }), why)));
        Assert.Equal(Outcome.Empty, writer.Add(new PageRefused(Page.Of("y.txt", Array.Empty<byte>()), new Refused(RefusalReason.Empty, "Nothing."))));
        writer.AddUnfetched("gone.txt", new Refused(RefusalReason.Unreadable, "Not there."));
        List<PageRow> pages = new Queries(store).Pages(Filter.None);
        Assert.Equal(["refused", "refused", "empty"], pages.Select(p => p.Outcome));
        Assert.Equal("Not there.", pages[0].Detail);
    }

    [Fact]
    public void APageIsWrittenWholeOrNotAtAll()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using var writer = new PageWriter(store, Provenance, Now);
        PageRead page = Told.Page();
        Claim claim = page.Reading!.Claims[0];
        PageRead twice = page with { Reading = page.Reading with { Claims = [claim, claim] } };
        Assert.Throws<Trouble>(() => writer.Add(twice));
        Assert.Equal(new Totals(0, 0, 0, 0, 0), new Queries(store).Totals());
        Assert.Equal(Outcome.Read, writer.Add(page));
    }

    [Fact]
    public void AnOlderStoreIsBroughtUpToDate()
    {
        CasusStore.OpenOrCreate(place.Store).Dispose();
        var next = new Migrations("", [.. Migrations.Shipped.Steps, "ALTER TABLE page ADD COLUMN colour TEXT", "CREATE TABLE later (id TEXT)"]);
        using (CasusStore store = CasusStore.Open(place.Store, SqliteOpenMode.ReadWrite, next, 1))
        {
            using Statement version = store.Prepare("PRAGMA user_version");
            Assert.Equal(Migrations.Shipped.Version + 2L, version.Scalar());
            using Statement use = store.Prepare("SELECT count(colour) FROM page, later");
            Assert.Equal(0L, use.Scalar());
        }

        var trouble = Assert.Throws<Trouble>(() => CasusStore.OpenExisting(place.Store));
        Assert.Equal(ExitCode.Store, trouble.Exit);
        Assert.Contains("newer", trouble.Message);
    }

    [Fact]
    public void WhatIsNoStoreIsLeftAlone()
    {
        place.Write("text.db", new string('x', 5000));
        using (var foreign = new SqliteConnection($"Data Source={place.Path("foreign.db")};Pooling=False"))
        {
            foreign.Open();
            foreign.Run("CREATE TABLE t (a)");
        }

        foreach (string name in new[] { "text.db", "foreign.db" })
        {
            byte[] before = File.ReadAllBytes(place.Path(name));
            var trouble = Assert.Throws<Trouble>(() => CasusStore.OpenOrCreate(place.Path(name)));
            Assert.Equal(ExitCode.Store, trouble.Exit);
            Assert.Contains("not a store of Casus", trouble.Message);
            Assert.Equal(before, File.ReadAllBytes(place.Path(name)));
        }
    }

    [Fact]
    public void AStoreThatCannotBeMadeIsOneClearLine()
    {
        var trouble = Assert.Throws<Trouble>(() => CasusStore.OpenOrCreate(place.Path("no/such/folder/x.db")));
        Assert.Equal(ExitCode.Store, trouble.Exit);
        Assert.DoesNotContain('\n', trouble.Message);
        Assert.Equal(ExitCode.Usage, Assert.Throws<Trouble>(() => CasusStore.OpenExisting(place.Path("none.db"))).Exit);
        Assert.Equal(ExitCode.Store, Assert.Throws<Trouble>(() => CasusStore.OpenOrCreate(place.Folder)).Exit);
    }

    [Fact]
    public void ALockedStoreSaysSo()
    {
        using CasusStore holder = CasusStore.OpenOrCreate(place.Store);
        using CasusStore other = CasusStore.OpenOrCreate(place.Store, busySeconds: 1);
        holder.Write(() =>
        {
            using var writer = new PageWriter(other, Provenance, Now);
            var trouble = Assert.Throws<Trouble>(() => writer.Add(Told.Page()));
            Assert.Equal(ExitCode.Store, trouble.Exit);
            Assert.Contains("locked", trouble.Message);
            return 0;
        });
        using var after = new PageWriter(other, Provenance, Now);
        Assert.Equal(Outcome.Read, after.Add(Told.Page()));
    }

    [Fact]
    public void AFullDiskKeepsWhatWasFinished()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using var writer = new PageWriter(store, Provenance, Now);
        writer.Add(Told.Page());
        long pages = store.Connection.Value<long>("PRAGMA page_count");
        store.Connection.Value<long>($"PRAGMA max_page_count = {pages + 2}");
        PageRead big = Told.Page("big.txt", Told.Text + string.Join(' ', Enumerable.Range(0, 20000)));
        var trouble = Assert.Throws<Trouble>(() => writer.Add(big));
        Assert.Equal(ExitCode.Store, trouble.Exit);
        Assert.Contains("full", trouble.Message);
        store.Connection.Value<long>("PRAGMA max_page_count = 1000000");
        Assert.Equal(1, new Queries(store).Totals().Pages);
        Assert.Equal(Outcome.Read, writer.Add(big));
    }

    [Fact]
    public void LinkingRewritesStoriesAndEventsTogether()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using (var writer = new PageWriter(store, Provenance, Now))
        {
            writer.Add(Told.Page());
            writer.Add(Told.Page("b.txt", title: "Another telling"));
        }

        var knowledge = Events.ClaimMaker.Known;
        Assert.True(LinkWriter.IsDue(store, knowledge, null));
        LinkWriter.Link(store, new Linker(knowledge), knowledge);
        Assert.False(LinkWriter.IsDue(store, knowledge, null));
        Totals once = new Queries(store).Totals();
        Assert.NotEqual(0, once.Events);
        LinkWriter.Link(store, new Linker(knowledge), knowledge);
        Assert.Equal(once, new Queries(store).Totals());
        EventRow row = new Queries(store).Events(Filter.None)[0];
        Assert.Equal([new TollCount("killed", 9, null)], row.Tolls);
        Assert.Equal((1L, 2L), (row.Stories, row.Articles));
        Assert.NotEmpty(new Queries(store).Events(new Filter(Type: "assault", From: new DateOnly(2024, 12, 24), To: new DateOnly(2024, 12, 24))));
        Assert.Empty(new Queries(store).Events(new Filter(From: new DateOnly(2024, 12, 25))));
    }

    [Fact]
    public void EventsOfTheFirstVersionGetTheirCountsFromTheirRecords()
    {
        EventRow linked;
        using (CasusStore store = CasusStore.OpenOrCreate(place.Store))
        {
            using (var writer = new PageWriter(store, Provenance, Now))
            {
                writer.Add(Told.Page());
            }

            LinkWriter.Link(store, new Linker(Events.ClaimMaker.Known), Events.ClaimMaker.Known);
            linked = new Queries(store).Events(Filter.None)[0];
            store.Connection.Run(OlderStores.OfVersion10 + "ALTER TABLE event DROP COLUMN articles; ALTER TABLE event DROP COLUMN tolls; ALTER TABLE event DROP COLUMN modes; ALTER TABLE claim DROP COLUMN score; ALTER TABLE page DROP COLUMN engine; ALTER TABLE page DROP COLUMN record_id; ALTER TABLE page DROP COLUMN record_at; ALTER TABLE page DROP COLUMN captured_at; ALTER TABLE article DROP COLUMN whole; ALTER TABLE article DROP COLUMN part; ALTER TABLE article DROP COLUMN parts; ALTER TABLE article DROP COLUMN coded_with; PRAGMA user_version = 1;");
        }

        using CasusStore migrated = CasusStore.OpenExisting(place.Store);
        EventRow after = new Queries(migrated).Events(Filter.None)[0];
        Assert.NotEmpty(after.Tolls);
        Assert.Equal((linked.Tolls[0], linked.Articles), (after.Tolls[0], after.Articles));
    }

    [Fact]
    public void AnExplanationReachesTheWordsOfEveryValue()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using (var writer = new PageWriter(store, Provenance, Now))
        {
            writer.Add(Told.Page());
        }

        var knowledge = Events.ClaimMaker.Known;
        LinkWriter.Link(store, new Linker(knowledge), knowledge);
        var lookup = new Lookup(store);
        var explanation = new Casus.App.Explain.EventExplainer(lookup).Explain(lookup.Event(new Queries(store).Events(Filter.None)[0].Id));
        Assert.Contains(explanation.Fields, f => f.Field == "killed");
        foreach (var field in explanation.Fields)
        {
            Assert.NotEmpty(field.Support);
            Assert.All(field.Support, s => Assert.NotEmpty(s.Words));
        }

        string json = Written(explanation);
        using JsonDocument parsed = JsonDocument.Parse(json);
        foreach (JsonElement words in parsed.RootElement.GetProperty("fields").EnumerateArray().SelectMany(f => f.GetProperty("support").EnumerateArray()).SelectMany(s => s.GetProperty("words").EnumerateArray()))
        {
            int[] runes = [.. Told.Text.EnumerateRunes().Select(r => r.Value)];
            int begin = words.GetProperty("span")[0].GetInt32(), end = words.GetProperty("span")[1].GetInt32();
            Assert.Equal(words.GetProperty("quote").GetString(), string.Concat(runes[begin..end].Select(char.ConvertFromUtf32)));
        }
    }

    private static string Written(Casus.App.Explain.Explanation explanation)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            ExplanationWriter.Write(json, explanation);
        }

        return System.Text.Encoding.UTF8.GetString(bytes.ToArray());
    }
}
