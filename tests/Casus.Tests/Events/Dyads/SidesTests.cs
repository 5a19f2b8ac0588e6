using Casus.Events;
using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>For whom an actor acts hangs on the day.</summary>
public class SidesTests
{
    private static readonly DateOnly Before = new(2020, 5, 1), TakeOver = new(2021, 8, 15), After = new(2023, 5, 1);

    private static readonly Sides Known = new(new ActorCatalogue([
        Actor("LAND", "country"),
        Actor("LAND.GOV", "government", new ActorTie("part-of", "LAND", null, null, null)),
        Actor("LAND.ARMY", "force", new ActorTie("part-of", "LAND.GOV", null, null, null)),
        Actor("MOVEMENT", "armed-group", new ActorTie("leads", "LAND.GOV", TakeOver, null, null)),
        Actor("WING", "armed-group", new ActorTie("part-of", "MOVEMENT", null, new DateOnly(2022, 1, 1), null)),
        Actor("CHIEF", "person", new ActorTie("leads", "MOVEMENT", null, null, null)),
        Actor("OTHER", "country"),
    ]));

    [Fact]
    public void An_army_acts_for_its_state_on_any_day() => Assert.Equal(["LAND.ARMY", "LAND.GOV", "LAND"], Of("LAND.ARMY", null));

    [Fact]
    public void What_a_government_does_is_done_by_those_who_lead_it_then()
    {
        Assert.DoesNotContain("MOVEMENT", Of("LAND.ARMY", Before));
        Assert.Contains("MOVEMENT", Of("LAND.ARMY", After));
        Assert.Contains("LAND", Of("MOVEMENT", After));
        Assert.DoesNotContain("LAND", Of("MOVEMENT", Before));
        Assert.DoesNotContain("LAND", Of("MOVEMENT", null));
    }

    [Fact]
    public void A_tie_that_ended_before_another_began_reaches_only_while_both_hold()
    {
        Assert.Contains("LAND", Of("WING", new DateOnly(2021, 12, 1)));
        Assert.Equal(["WING"], Of("WING", After));
    }

    [Fact]
    public void A_person_is_nobody_whom_a_body_acts_for() => Assert.DoesNotContain("CHIEF", Of("MOVEMENT", After));

    [Fact]
    public void Those_who_ever_act_for_one_another_are_one_side()
    {
        Assert.True(Known.AreOne("MOVEMENT", "LAND"));
        Assert.False(Known.AreOne("OTHER", "LAND"));
        Assert.Equal("LAND", Known.PartsOf("LAND")[0]);
        Assert.Contains("LAND.ARMY", Known.PartsOf("LAND"));
        Assert.Equal(["NOBODY.KNOWN"], Of("NOBODY.KNOWN", After));
    }

    private static List<string> Of(string actor, DateOnly? day)
    {
        var sides = new List<string>();
        Known.Of(actor, day, sides);
        return sides;
    }

    private static Actor Actor(string id, string kind, params ActorTie[] ties) => new(id, id, id, kind, null, null, [], [.. ties], [], "test");
}
