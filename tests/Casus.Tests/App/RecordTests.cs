using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;
using Casus.Language;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Records that are read by hand say all that the serializer wrote.</summary>
public class RecordTests
{
    private static readonly RuleId Rule = new("rule");
    private static readonly Evidence Words = new(TextId.Of("text"), new TextSpan(3, 9), "Quote \"ü\"\n", "path");
    private static readonly Party Somebody = new(Words, new Resolution("RUR", Rule, [new Rejected("RIV", "else\\where")], new TextSpan(1, 2)), "group", "militant", Rule, true);
    private static readonly ClaimTime Time = new("2024-03-01", "day", new DateOnly(2024, 3, 1), new DateOnly(2024, 12, 31), Words, Rule);
    private static readonly ClaimPlace Place = new("RU-N", "town", Words, Rule) { Relation = "between", Other = new OtherPlace("RU-S", "town", Words), District = new DistrictTold("RU-D", "Lower") };
    private static readonly Toll Killed = new(TollKind.Killed, 3, 9, true, Words, "miners", Rule) { Class = "civilian", Parts = [new TollPart("men", 1, 2, "civilian", Words), new TollPart("women", 2, null, null, Words)] };

    [Fact]
    public void A_claim_with_everything_comes_back()
    {
        var claim = new EventClaim(
            "c-1", "a-1", 4, [Rule, new RuleId("other")], [Words, Words], [new Speaker(Words, Somebody.Resolution, "strong", "target", true)], Factuality.Historical, "ASSAULT", ["aerial"], 4, "195", 2, 0.8125, Words,
            [Somebody, Somebody with { Resolution = null, Provisional = new ProvisionalName("NEW.X", "X"), Class = null }], [Somebody], [Somebody], [new Means(Words, "drone")], Time, Place, [Killed, Killed with { Max = null, Whom = null, Parts = [] }], new Responsibility(true, [Somebody], Words))
        { Weighed = [new Weighed(Rule, "ASSAULT", 0.5)] };
        Same(claim);
        Same(claim with { Cameo = null, Place = null, Responsibility = null, Tolls = [], Weighed = [], Time = new(null, "none", null, null, null, Rule), Speakers = [new Speaker(Words, null, "weak", null, false)] });
    }

    [Fact]
    public void An_event_with_everything_comes_back()
    {
        Dissent other = new("somebody \"else\"", ["c-2"]);
        var parties = new Resolved<ImmutableArray<EventParty>>([new EventParty("RUR", "Rurals", "militant"), new EventParty(null, "men", null)], ["c-1"], [other], Rule);
        var told = new Event(
            "e-1", "ASSAULT", ["aerial"], 4, "195", Factuality.Denied, parties, parties, new(Time, ["c-1"], [other], Rule), new(Place, ["c-1"], [], Rule), [new(Killed, ["c-1"], [other], Rule)],
            [new Account("A minister", "RUR", "target", "s-1", ["c-1", "c-2"], [Killed], Factuality.Reported), new Account("outlet", null, null, "s-1", [], [], Factuality.Asserted)], ["c-1", "c-2"], ["s-1"], ["a-1"])
        { Bounds = [new TollBounds(TollKind.Killed, 1, 3, 9)], Judged = [new JudgedField("killed", "3", "2", "j-1"), new JudgedField("place", "", null, "j-2")] };
        Same(told);
        Same(told with { Cameo = null, Place = null, Modes = [], Tolls = [], Bounds = [], Judged = [] });
    }

    [Fact]
    public void What_the_samples_tell_comes_back()
    {
        PageRead[] pages = [.. WholeEngine.Samples.Values.OfType<PageRead>().Where(p => p.Reading is not null)];
        foreach (EventClaim claim in pages.SelectMany(p => p.Reading!.Claims).OfType<EventClaim>())
        {
            Same(claim);
        }

        foreach (Event told in WholeEngine.Link(pages).Events)
        {
            Same(told);
        }
    }

    private static void Same(EventClaim claim) => Assert.Equal(Records.Write(claim), Records.Write(Records.ReadClaim("event", Records.Write(claim))));

    private static void Same(Event told)
    {
        string record = JsonSerializer.Serialize(told, Records.Json.Event);
        Assert.Equal(record, JsonSerializer.Serialize(EventJson.Read(record), Records.Json.Event));
    }
}
