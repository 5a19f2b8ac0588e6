using System.Globalization;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Articles;
using Casus.Events;
using Casus.Tests.App;
using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>What is asked of the columns is answered as the tables answer it, whatever is asked and however the record came to be.</summary>
public sealed class ColumnsTests : IDisposable
{
    private const int Filters = 30;

    private static readonly DateTimeOffset Now = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Workplace place = new();
    private readonly Linker linker = new(WholeEngine.Knowledge);

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(7)]
    [InlineData(19)]
    [InlineData(31)]
    public void Columns_that_are_carried_on_answer_as_the_tables_do(int seed)
    {
        var random = new Random(seed);
        ReadOutcome[] pages = WholeEngine.Retold();
        random.Shuffle(pages);
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        EventColumns? columns = null;
        int carried = 0, found = 0;
        foreach (ReadOutcome[] some in pages.Chunk(pages.Length / 6))
        {
            foreach (Action commit in (Action[])[() => Add(store, some), () => Link(store), () => Judge(store, random), () => Link(store), () => Thin(store, some, random), () => Link(store)])
            {
                commit();
                EventColumns? on = columns is null ? null : Reading(reader => ColumnsRefresh.Of(reader, columns));
                carried += on is null ? 0 : 1;
                columns = on ?? Reading(reader => ColumnsBuilder.Build(reader));
                found += Compare(columns, random);
            }
        }

        // All is joined anew: what the columns know of is no row any more.
        store.Connection.Run($"DELETE FROM state WHERE key = '{StateKey.LinkedBy}'");
        Link(store);
        Compare(Reading(reader => ColumnsRefresh.Of(reader, columns!) ?? ColumnsBuilder.Build(reader)), random);
        Assert.True(carried > 20, $"carried on {carried} times");
        Assert.True(found > 1_000, $"{found} events matched: the test shows little");
    }

    [Fact]
    public async Task They_are_kept_over_commits_of_other_processes()
    {
        Read(0);
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        using var kept = new KeptColumns(place.Store);
        using CasusStore reader = CasusStore.OpenReading(place.Store), older = CasusStore.OpenReading(place.Store);
        Assert.Null(Asked(reader));
        await kept.Building;
        EventColumns first = Asked(reader)!;
        Assert.Same(first, Asked(reader));
        older.Connection.Run("BEGIN");
        long events = older.Connection.Value<long>("SELECT count(*) FROM event");
        store.Connection.Run("INSERT INTO state (key, value) VALUES ('test', '1')");
        Assert.Same(first, Asked(reader));
        Read(20);
        EventColumns second = Asked(reader)!;
        Assert.NotSame(first, second);
        Assert.True(second.Length > first.Length);
        // Who began before sees what was there then, and asks the tables.
        Assert.Null(kept.Of(older));
        Assert.Equal(events, older.Connection.Value<long>("SELECT count(*) FROM event"));
        older.Connection.Run("COMMIT");
        store.Connection.Run("VACUUM");
        Assert.Null(Asked(reader));
        await kept.Building;
        Assert.Equal(store.Connection.Value<long>("SELECT count(*) FROM event"), Asked(reader)!.Length);

        EventColumns? Asked(CasusStore asking)
        {
            asking.Connection.Run("BEGIN");
            EventColumns? columns = kept.Of(asking);
            asking.Connection.Run("COMMIT");
            return columns;
        }

        void Read(int from)
        {
            string pages = place.Write($"{from}.jsonl", string.Join('\n', File.ReadLines(Repository.Path("corpus", "linking.jsonl")).Skip(from).Take(from == 0 ? 20 : 2)));
            Ran ran = place.Run("read", pages, "--db", place.Store);
            Assert.True(ran.Exit == 0, ran.Error);
        }
    }

    private T Reading<T>(Func<CasusStore, T> ask)
    {
        using CasusStore reader = CasusStore.OpenReading(place.Store);
        return ask(reader);
    }

    /// <returns>How many events the filters let through.</returns>
    private int Compare(EventColumns columns, Random random)
    {
        using CasusStore tables = CasusStore.OpenReading(place.Store), asked = CasusStore.OpenReading(place.Store);
        asked.Held = new(() => columns);
        var draw = new FilterDraw(tables, random);
        int found = 0;
        for (int i = 0; i < Filters; i++)
        {
            Filter filter = draw.Next();
            string of = string.Join(' ', filter.Asked);
            long all = new RecordCounts(tables).Events(filter);
            Assert.True(all == new RecordCounts(asked).Events(filter), of);
            found += (int)all;
            foreach (bool byDay in (bool[])[true, false])
            {
                Filter page = filter with { Limit = random.Next(1, 12), Skip = random.Next(0, (int)all + 2) };
                Assert.Equal(new Queries(tables).Events(page, byDay).Select(e => e.Id), new Queries(asked).Events(page, byDay).Select(e => e.Id));
                Assert.Equal(Walk(tables, filter, byDay), Walk(asked, filter, byDay));
            }

            TimeQueries summed = new(tables, filter), walked = new(asked, filter);
            Assert.Equal(summed.Types().AsEnumerable(), walked.Types());
            Assert.Equal(summed.Bins().Bins.Select(b => (b.From, string.Join(' ', b.ByQuad), b.Killed)), walked.Bins().Bins.Select(b => (b.From, string.Join(' ', b.ByQuad), b.Killed)));
            Assert.Equal((summed.Bins().Earlier, summed.Bins().Since), (walked.Bins().Earlier, walked.Bins().Since));
            Assert.Equal(new MapQueries(tables).Places(filter, summed, 1000).Places, new MapQueries(asked).Places(filter, walked, 1000).Places);
            Assert.Equal(new DisputeQueries(tables).Weightiest(filter, 4).Select(d => d.Row.Id), new DisputeQueries(asked).Weightiest(filter, 4, walked.Match).Select(d => d.Row.Id));
        }

        return found;
    }

    /// <summary>A list of the API, stretch by stretch.</summary>
    private static List<string> Walk(CasusStore store, Filter filter, bool byDay)
    {
        var ids = new List<string>();
        object?[]? after = null;
        do
        {
            Paged<Event> page = new ListQueries(store).Events(filter, byDay ? EventOrder.Day : EventOrder.Weight, many: false, after, 3);
            ids.AddRange(page.Rows.Select(e => e.Id));
            after = page.Next;
        }
        while (after is not null && ids.Count < 30);
        return ids;
    }

    private static void Add(CasusStore store, ReadOutcome[] pages)
    {
        using var writer = new PageWriter(store, new Provenance("k", "m", null), Now);
        foreach (ReadOutcome page in pages)
        {
            writer.Add(page);
        }
    }

    private void Link(CasusStore store) => LinkWriter.Link(store, linker, WholeEngine.Knowledge);

    /// <summary>Reads some of the pages again, as if rules had come that find less in them.</summary>
    private static void Thin(CasusStore store, ReadOutcome[] pages, Random random)
    {
        using var writer = new RereadWriter(store, new Provenance("k", "m2", null), Now);
        foreach (PageRead page in pages.OfType<PageRead>().Where(p => p.Reading is not null && random.Next(3) == 0))
        {
            writer.Replace(page with { Reading = page.Reading! with { Claims = [.. page.Reading.Claims.Where(_ => random.Next(3) > 0)], Links = [] } });
        }
    }

    private static void Judge(CasusStore store, Random random)
    {
        using Statement ids = store.Prepare("SELECT id FROM event ORDER BY id");
        string[] events = [.. ids.Rows(r => r.GetString(0))];
        var subjects = new JudgementSubjects(store, () => WholeEngine.Knowledge);
        for (int i = random.Next(1, 4); i > 0 && events.Length > 0; i--)
        {
            JudgementSubject told = subjects.Event(events[random.Next(events.Length)]);
            JudgementTable.Append(store, random.Next(3) switch
            {
                0 => new Judgement("", 0, "", "anna", JudgementVerb.Reject, told, null, null, null),
                1 => new Judgement("", 0, "", "anna", JudgementVerb.Correct, told, null, "killed", random.Next(1, 90).ToString(CultureInfo.InvariantCulture)),
                _ => new Judgement("", 0, "", "anna", JudgementVerb.Correct, told, null, "time", $"2025-0{random.Next(1, 7)}-1{random.Next(0, 9)}"),
            }, Now);
        }
    }
}
