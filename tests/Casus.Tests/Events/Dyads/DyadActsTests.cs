using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.Events;

/// <summary>What one event adds to pairs of actors.</summary>
public class DyadActsTests
{
    private static readonly Ontology Types = new([
        new EventType("ASSAULT", 4, -10, true, "19", "", [], [], [], [], new Crosswalk([], [], []), -9, []) { Telling = new Telling("attack", "by", "on") },
        new EventType("CONSULT", 1, 1, false, "04", "", [], [], [], [], new Crosswalk([], [], []), null, []) { Reciprocal = true, Telling = new Telling("talks", "of", "with") },
    ]);

    [Fact]
    public void A_pair_gets_one_act_for_itself_and_one_for_those_it_acts_for()
    {
        List<DyadAct> acts = Of(Told("ASSAULT", "RUR.ARMY", "REBELS", killed: 7));

        Assert.Equal([("REBELS", "RUR", false), ("REBELS", "RUR.ARMY", true)], acts.Select(a => (a.First, a.Second, a.Exact)).Order());
        Assert.All(acts, a => Assert.Equal((DyadWay.SecondActs, "2024-03", -100, -90, 7L, (long?)7), (a.Way, a.Month, a.Score, a.Goldstein, a.Killed, a.KilledMost)));
    }

    [Fact]
    public void Two_parts_of_one_whole_add_to_it_once_and_exact_wins()
    {
        List<DyadAct> acts = Of(Told("ASSAULT", "RUR RUR.ARMY RUR.MFA", "SYL"));

        Assert.Equal(1, acts.Count(a => a is { First: "RUR", Second: "SYL" }));
        Assert.True(acts.Single(a => a is { First: "RUR", Second: "SYL" }).Exact);
    }

    [Fact]
    public void What_passes_within_one_side_is_no_dyad() => Assert.Empty(Of(Told("ASSAULT", "RUR.ARMY", "RUR")));

    [Fact]
    public void Who_meet_without_a_target_act_together()
    {
        DyadAct only = Assert.Single(Of(Told("CONSULT", "RUR SYL", null)));
        Assert.Equal(DyadWay.Together, only.Way);
        Assert.Empty(Of(Told("ASSAULT", "RUR SYL", null)));
    }

    [Fact]
    public void A_month_sums_acts_and_counts_what_has_no_upper_bound()
    {
        DyadAct act = Of(Told("ASSAULT", "RUR", "SYL", killed: 3))[0];
        DyadMonth month = DyadMonth.Nothing("2024-03", act.Way).With(act).With(act with { KilledMost = null, Killed = 5 });

        Assert.Equal((2, 0, 8L, 8L, 1), (month.Hostile, month.Cooperative, month.Killed, month.KilledMost, month.Open));
    }

    private static List<DyadAct> Of(Event told)
    {
        var acts = new List<DyadAct>();
        new DyadActs(new Sides(Known.Actors), Types).Of(told, acts);
        return acts;
    }

    private static Event Told(string type, string initiators, string? targets, long? killed = null) =>
        new Linker(Known).Resolve([new ClaimInContext(Claim("a", type: type, initiator: initiators, target: targets, day: "2024-03-05", killed: killed), "s", new DateOnly(2024, 3, 6), null)])!;
}
