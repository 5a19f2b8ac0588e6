using Casus.App.Store;
using Casus.Events;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.App;

/// <summary>Sums of pairs that events come to and go from are those of writing what is left.</summary>
public sealed class DyadWriterTests : IDisposable
{
    private static readonly string[] Tables = ["dyad", "dyad_month", "dyad_event", "record_month"];

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public void Adding_and_removing_in_any_order_leaves_what_writing_the_rest_writes(int seed)
    {
        Event[] all = [.. Enumerable.Range(0, 24).Select(Told)];
        var random = new Random(seed);
        random.Shuffle(all);
        Event[] gone = all[..9], stay = all[9..];
        string grown = Written("grown.db", dyads =>
        {
            dyads.Add(all[..15]);
            dyads.Remove(gone);
            dyads.Add(all[15..]);
        });

        Assert.Equal(Written("fresh.db", dyads => dyads.Add(stay)), grown);
        Assert.Contains("REBELS", grown, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_removed_wholly_leaves_no_row()
    {
        Event[] all = [Told(0), Told(1), Told(2)];
        string empty = Written("empty.db", dyads =>
        {
            dyads.Add(all);
            dyads.Remove(all);
        });
        Assert.Equal(string.Join('\n', Tables.Select(t => t + "\n")), empty);
    }

    private string Written(string name, Action<DyadWriter> act)
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Path(name));
        using var dyads = new DyadWriter(store, Known);
        store.Write(() =>
        {
            act(dyads);
            return 0;
        });
        return StoreDump.Of(store, Tables);
    }

    private static Event Told(int i) => new Linker(Known).Resolve([new ClaimInContext(
        Claim($"a{i}", initiator: i % 3 == 0 ? "RUR.ARMY" : "SYL", target: i % 2 == 0 ? "REBELS" : "RUR.MFA", day: $"2024-{i % 4 + 1:00}-05", killed: i), "s", new DateOnly(2024, 6, 1), null)])!;
}
