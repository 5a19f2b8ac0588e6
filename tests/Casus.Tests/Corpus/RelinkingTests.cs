using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Tests.App;
using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>A store that grows is linked where it grows: the result is that of linking everything at once.</summary>
public sealed class RelinkingTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2025, 7, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public void Linking_as_pages_come_gives_what_linking_them_all_gives(int seed)
    {
        ReadOutcome[] pages = [.. File.ReadLines(Repository.Path("corpus", "linking.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Select(r => WholeEngine.Read(
            r.GetProperty("id").GetString()!,
            r.GetProperty("text").GetString()!,
            PageFormat.PlainText,
            new KnownFacts(Published: DateOnly.Parse(r.GetProperty("published").GetString()!, CultureInfo.InvariantCulture), Outlet: r.GetProperty("outlet").GetString())))];
        string all = Linked(pages, pages.Length, "all.db");
        var random = new Random(seed);
        random.Shuffle(pages);
        Assert.Equal(all, Linked(pages, 7, "grown.db"));
        Assert.Contains("\"steps\"", all, StringComparison.Ordinal);
    }

    private string Linked(ReadOutcome[] pages, int portion, string name)
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store + name);
        var linker = new Linker(WholeEngine.Knowledge);
        foreach (ReadOutcome[] some in pages.Chunk(portion))
        {
            using (var writer = new PageWriter(store, new Provenance("k", "m", null), Now))
            {
                foreach (ReadOutcome page in some)
                {
                    writer.Add(page);
                }
            }

            LinkWriter.Link(store, linker, WholeEngine.Knowledge);
        }

        using Statement events = store.Prepare("SELECT id, record FROM event UNION ALL SELECT first || second || month || way || exact, killed || ' ' || score || ' ' || verbal_conflict || material_conflict FROM dyad_month UNION ALL SELECT first || second, events || ' ' || exact_events || first_month FROM dyad UNION ALL SELECT month || event_id, first || second || way || exact FROM dyad_event UNION ALL SELECT month, events FROM record_month UNION ALL SELECT actor_id || role, event_id FROM event_actor UNION ALL SELECT story_id || article_id, position || kind || ifnull(derives_from, '') || overlap FROM edition UNION ALL SELECT id, editions FROM story UNION ALL SELECT article_id || other_id, words FROM passage UNION ALL SELECT id, record FROM episode UNION ALL SELECT event_id, group_concat(claim_id) FROM (SELECT * FROM event_claim ORDER BY event_id, position) GROUP BY event_id ORDER BY 1, 2");
        return string.Join('\n', events.Rows(r => r.GetString(0) + " " + r.GetValue(1)));
    }
}
