using Casus.Claims;
using Casus.Events;
using Casus.Language;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.Events;

/// <summary>Judgements join and part claims before any weight is asked.</summary>
public class ConstraintTests
{
    private const string First = "The northern mill was hit from the air on Tuesday and rescuers dug until dawn for those below the stones.";
    private const string Second = "Parliament opened its autumn sitting with a quarrel about the price of bread and the wages of nurses in towns.";
    private const string Third = "Harvests were late in the valleys, and the cooperative hired students to bring the grapes in before the frost.";

    private static readonly EventClaim A = Claim("a", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 12);
    private static readonly EventClaim B = Claim("b", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 12);
    private static readonly EventClaim Far = Claim("c", initiator: "SYL", target: "REBELS", day: "2024-05-09", place: "RU-S", killed: 2);

    private static Linked Link((string, string)[] same, (string, string)[] different, params string[] rejected) => new Linker(Known).Link(
        [Article("a", First, "2024-03-02", A), Article("b", Second, "2024-03-03", B), Article("c", Third, "2024-05-10", Far)],
        new LinkConstraints([.. same], [.. different], [.. rejected]));

    [Fact]
    public void What_is_judged_the_same_is_one_event_whatever_its_day_and_place()
    {
        Assert.Equal(2, Link([], []).Events.Length);
        Assert.Single(Link([(A.Id, Far.Id)], []).Events);
    }

    [Fact]
    public void What_is_judged_different_stays_apart_and_what_is_rejected_takes_no_part()
    {
        Assert.Equal(3, Link([], [(B.Id, A.Id)]).Events.Length);
        Assert.Equal([A.Id], Link([], [], B.Id, Far.Id).Events.Single().Claims);
        Assert.Equal(2, Link([], [("c-nobody", A.Id)]).Events.Length);
    }

    [Fact]
    public void A_contradiction_is_named_with_its_chain_and_the_two_stay_apart()
    {
        Linked linked = Link([(A.Id, Far.Id), (Far.Id, B.Id)], [(A.Id, B.Id)]);
        LinkContradiction contradiction = Assert.Single(linked.Contradictions);
        Assert.Equal(3, contradiction.Path.Length);
        Assert.Contains(Far.Id, contradiction.Path);
        Assert.DoesNotContain(linked.Events, e => e.Claims.Contains(A.Id) && e.Claims.Contains(B.Id));
    }

    [Fact]
    public void What_answers_another_event_makes_an_episode_of_both()
    {
        var link = new ClaimLink(Far.Id, A.Id, ClaimLinkKind.Retaliates, Far.Trigger, new RuleId("test"));
        EventClaim retold = Claim("c", 1, initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 12);
        LinkArticle answer = Article("c", Third, "2024-05-10", Far, retold) with { Links = [link with { To = retold.Id }] };
        Linked linked = new Linker(Known).Link([Article("a", First, "2024-03-02", A), answer]);
        Episode episode = Assert.Single(linked.Episodes);
        Assert.Equal(2, episode.Events.Length);
        Assert.Equal(ClaimLinkKind.Retaliates, Assert.Single(episode.Steps).Kind);
        Assert.Equal(linked.Events.Single(e => e.Claims.Contains(A.Id)).Id, episode.Events[0]);
    }

    [Fact]
    public void What_a_voice_says_later_supersedes_what_it_said_before()
    {
        EventClaim Said(string article, long killed) => Claim(article, initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: killed) is var claim
            ? claim with { Speakers = [new Speaker(claim.Trigger with { Quote = "the ministry" }, new Resolution("SYL", new RuleId("test"), []), "said", null, false)] }
            : claim;
        Event only = Assert.Single(new Linker(Known).Link([Article("a", First, "2024-03-02", Said("a", 14)), Article("b", Second, "2024-03-04", Said("b", 17))]).Events);
        Assert.Equal(17, Assert.Single(only.Tolls).Value.Min);
        Assert.Equal("14, superseded", Assert.Single(only.Tolls[0].Dissent).Value);
        Assert.Equal(new TollBounds(TollKind.Killed, 17, 17, 17), Assert.Single(only.Bounds));
    }
}
