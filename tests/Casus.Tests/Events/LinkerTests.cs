using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.Events;

public class LinkerTests
{
    private const string First = "The northern mill was hit from the air on Tuesday and rescuers dug until dawn for those below the stones.";
    private const string Second = "Parliament opened its autumn sitting with a quarrel about the price of bread and the wages of nurses in towns.";

    private static IReadOnlyList<Event> Link(params LinkArticle[] articles) => new Linker(Known).Link(articles).Events;

    [Fact]
    public void OneHappeningToldByTwoOutletsIsOneEventWithTwoStories()
    {
        IReadOnlyList<Event> events = Link(
            Article("a", First, "2024-03-02", Claim("a", initiator: "RUR.ARMY", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 12)),
            Article("b", Second, "2024-03-03", Claim("b", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "ru.mill", killed: 12)));
        Event only = Assert.Single(events);
        Assert.Equal(2, only.Stories.Length);
        Assert.Equal("ru.mill", only.Place!.Value.PlaceId);
        Assert.Equal("RUR.ARMY", Assert.Single(only.Initiators.Value).ActorId);
        Assert.Empty(only.Initiators.Dissent);
    }

    [Fact]
    public void WhomAnEnemyAccusesAndWhoDeniesItIsNotPublishedToHaveDoneIt()
    {
        EventClaim Told(string article, int sentence, string? initiator, Factuality factuality, double score) => Claim(article, sentence, initiator: initiator, target: "REBELS", day: "2024-03-01", place: "ru.mill", killed: 12, factuality: factuality) with { Score = score };
        Event only = Assert.Single(Link(
            Article("a", First, "2024-03-02", Told("a", 0, null, Factuality.Asserted, 0.8), Told("a", 1, "SYL", Factuality.Reported, 0.45), Told("a", 2, "SYL", Factuality.Denied, 0.45)),
            Article("b", Second, "2024-03-03", Told("b", 0, null, Factuality.Asserted, 0.8))));

        Assert.Empty(only.Initiators.Value);
    }

    [Theory]
    [InlineData(Factuality.Reported, Factuality.Reported)]
    [InlineData(Factuality.Asserted, Factuality.Asserted)]
    public void ADeedIsAsSureAsThatItsDoerDidIt(Factuality ofDoer, Factuality published)
    {
        Event only = Assert.Single(Link(
            Article("a", First, "2024-03-02", Claim("a", target: "REBELS", day: "2024-03-01", place: "ru.mill", killed: 12), Claim("a", 1, initiator: "SYL", target: "REBELS", day: "2024-03-01", place: "ru.mill", killed: 12, factuality: ofDoer)),
            Article("b", Second, "2024-03-03", Claim("b", target: "REBELS", day: "2024-03-01", place: "ru.mill", killed: 12))));

        Assert.Equal("SYL", Assert.Single(only.Initiators.Value).ActorId);
        Assert.Equal(published, only.Factuality);
    }

    [Theory]
    [InlineData("2024-03-04", 1, "2024-03-02")]
    [InlineData("2024-03-02", 1, "2024-03-02")]
    [InlineData("2024-03-07", 2, null)]
    public void TheDayOnWhichSomebodyTellsOfItIsNotHeldAgainstAnEarlierOne(string said, int happenings, string? day)
    {
        EventClaim deed = Claim("a", initiator: "RUR.ARMY", target: "REBELS", day: "2024-03-02", place: "ru.mill", killed: 12), told = Claim("b", initiator: "RUR.ARMY", target: "REBELS", day: said, place: "ru.mill", killed: 12);
        IReadOnlyList<Event> events = Link(
            Article("a", First, "2024-03-03", deed),
            Article("b", Second, "2024-03-07", told with { Time = told.Time with { Rule = ClaimTime.Said } }));

        Assert.Equal(happenings, events.Count);
        if (day is not null)
        {
            Assert.Equal(day, events[0].Time.Value.Value);
        }
    }

    [Fact]
    public void ABareMentionMakesNoTwoHappeningsOne()
    {
        IReadOnlyList<Event> events = Link(
            Article("a", First, "2024-03-02", Claim("a", initiator: "RUR.ARMY", target: "REBELS", day: "2024-03-01", place: "ru.mill")),
            Article("b", Second, "2024-03-02", Claim("b", day: "2024-03-01", place: "ru.mill")),
            Article("c", "The harbour pilots met on the quay and voted for a longer break at noon, which the port refused.", "2024-03-02", Claim("c", initiator: "SYL", target: "RUR.CIVILIANS", day: "2024-03-01", place: "RU-N")));

        Assert.DoesNotContain(events, e => e.Initiators.Value.Any(p => p.ActorId == "RUR.ARMY") && e.Articles.Contains("c"));
    }

    [Fact]
    public void RivalTollsStandSideBySide()
    {
        Event only = Assert.Single(Link(
            Article("a", First, "2024-03-02", Claim("a", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 46, speaker: "rebel officials")),
            Article("b", Second, "2024-03-03", Claim("b", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 20, speaker: "an army spokesman"))));
        Resolved<Toll> toll = Assert.Single(only.Tolls);
        Assert.Single(toll.Dissent);
        Assert.Equal(["an army spokesman", "rebel officials"], only.Accounts.Select(a => a.Voice).Order());
    }

    [Fact]
    public void ACountFromSomebodysMouthIsNotTheTellers()
    {
        EventClaim deed = Claim("a", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 9), count = Claim("a", 1, initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 9, speaker: "a nurse");
        // The words that count stand in the sentence of the second.
        ImmutableArray<Toll> told = [count.Tolls[0] with { Evidence = count.Tolls[0].Evidence with { Span = new TextSpan(30, 34) } }];
        deed = deed with { Tolls = told };
        count = count with { Tolls = told, Evidence = [count.Evidence[0] with { Span = new TextSpan(20, 40) }] };
        LinkArticle article = Article("a", First, "2024-03-02", deed, count);
        Event only = Assert.Single(Link(article with { Links = [new ClaimLink(count.Id, deed.Id, ClaimLinkKind.Same, count.Evidence[0], new RuleId("test"))] }));

        Assert.Empty(only.Accounts.Single(a => a.Side == "outlet").Tolls);
        Assert.Equal(9, only.Accounts.Single(a => a.Voice == "a nurse").Tolls[0].Min);
        Assert.Equal([count.Id], only.Tolls[0].Support);
    }

    [Fact]
    public void ADayThatMostTellWinsOverTheMonthThatAgreesWithAll()
    {
        string[] texts = [First, Second, "Harvests were late in the valleys, and the cooperative hired students to bring the grapes in.", "The ferry company cut its winter timetable, which the islands had feared since spring came."];
        EventClaim Told(string article, string? day) => Claim(article, initiator: "RUR", target: "REBELS", day: day ?? "2024-03-01", place: "ru.mill", killed: 12);
        EventClaim month = Told("c", null);
        month = month with { Time = month.Time with { Value = "2024-03", Precision = "month", Latest = new DateOnly(2024, 3, 31) } };
        Event only = Assert.Single(Link(
            Article("a", texts[0], "2024-03-02", Told("a", "2024-03-01")),
            Article("b", texts[1], "2024-03-03", Told("b", "2024-03-01")),
            Article("c", texts[2], "2024-04-09", month),
            Article("d", texts[3], "2024-03-03", Told("d", "2024-03-02"))));
        Assert.Equal("2024-03-01", only.Time.Value.Value);
        Assert.Equal("2024-03-02", Assert.Single(only.Time.Dissent).Value);
    }

    [Theory]
    [InlineData("2024-03-01", "2024-03-05", "RU-N", "RU-N")]
    [InlineData("2024-03-01", "2024-03-01", "RU-N", "RU-S")]
    public void OtherDaysAndOtherPlacesAreOtherEvents(string dayA, string dayB, string placeA, string placeB) =>
        Assert.Equal(2, Link(
            Article("a", First, "2024-03-06", Claim("a", initiator: "RUR", target: "REBELS", day: dayA, place: placeA, killed: 3)),
            Article("b", Second, "2024-03-06", Claim("b", initiator: "RUR", target: "REBELS", day: dayB, place: placeB, killed: 3))).Count);

    [Fact]
    public void WhatIsOnlyPlannedOrNegatedIsNoEvent() =>
        Assert.Empty(Link(
            Article("a", First, "2024-03-02", Claim("a", initiator: "RUR", factuality: Factuality.Planned), Claim("a", 1, initiator: "RUR", factuality: Factuality.Negated))));

    [Fact]
    public void ADenialAloneIsNoEventButIsAnAccountOfOne()
    {
        EventClaim denial = Claim("b", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", speaker: "a minister", factuality: Factuality.Denied);
        Assert.Empty(Link(Article("b", Second, "2024-03-03", denial)));
        Event only = Assert.Single(Link(
            Article("a", First, "2024-03-02", Claim("a", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 5)),
            Article("b", Second, "2024-03-03", denial)));
        Assert.Contains(only.Accounts, a => a.Factuality == Factuality.Denied && a.Voice == "a minister");
    }

    [Fact]
    public void AnEventThatNamesAndCountsNobodyIsNotPublished()
    {
        Assert.Empty(Link(Article("a", First, "2024-03-02", Claim("a", place: "RU-N"))));
        Assert.Single(Link(Article("a", First, "2024-03-02", Claim("a", place: "RU-N", killed: 2))));
    }

    [Fact]
    public void WhatOneSentenceTellsApartStaysApartWhenAnotherPageRetellsIt()
    {
        EventClaim tariff = Claim("a", 3, "COERCE", "RUR", "REBELS", quote: "The republic answered with tariffs, closed the bridge and searched lorries.");
        EventClaim bridge = Claim("a", 3, "COERCE", "RUR", "SYL", quote: "The republic answered with tariffs, closed the bridge and searched lorries.");
        EventClaim retold = Claim("b", 1, "COERCE", "RUR", "SYL REBELS", quote: "The republic closed the bridge, searched lorries and answered with tariffs.");
        Assert.Equal(2, Link(Article("a", First, "2024-03-02", tariff, bridge), Article("b", First, "2024-03-03", retold)).Count);
    }

    [Fact]
    public void ADoubtfulReadingStaysAClaim()
    {
        EventClaim doubtful = Claim("a", initiator: "RUR") with { Score = EventResolution.SureEnough - 0.1 };
        Assert.Empty(Link(Article("a", First, "2024-03-02", doubtful)));
        Assert.Single(Link(Article("a", First, "2024-03-02", doubtful with { Score = EventResolution.SureEnough })));
    }

    [Fact]
    public void WhatNoWordsDateHappenedByTheFirstDayItWasTold()
    {
        EventClaim later = Claim("b", initiator: "RUR", target: "REBELS", place: "RU-N", killed: 12) with { Time = Undated("2024-03-04") };
        EventClaim earlier = Claim("a", initiator: "RUR", target: "REBELS", place: "RU-N", killed: 12) with { Time = Undated("2024-03-02") };
        Event only = Assert.Single(Link(Article("b", Second, "2024-03-04", later), Article("a", First, "2024-03-02", earlier)));
        Assert.Equal(new DateOnly(2024, 3, 2), only.Time.Value.Latest);
    }

    private static ClaimTime Undated(string latest) =>
        new(null, "none", null, DateOnly.Parse(latest, System.Globalization.CultureInfo.InvariantCulture), null, new RuleId("test"));

    [Fact]
    public void TheOrderOfArticlesDoesNotMatter()
    {
        var random = new Random(7);
        LinkArticle[] articles = [.. Enumerable.Range(0, 40).Select(i => Article(
            $"a{i:00}",
            $"Report number {i} about the mill and the {i % 5} bridges over the river, told anew by a correspondent with {i} pages of notes.",
            $"2024-03-{1 + (i % 9):00}",
            Claim($"a{i:00}", initiator: i % 3 == 0 ? "RUR.ARMY" : "RUR", target: i % 4 == 0 ? null : "REBELS", day: i % 5 == 0 ? null : $"2024-03-{1 + (i % 4):00}", place: i % 2 == 0 ? "RU-N" : "ru.mill", killed: i % 6)))];
        string expected = Print(new Linker(Known).Link(articles));
        for (int round = 0; round < 5; round++)
        {
            random.Shuffle(articles);
            Assert.Equal(expected, Print(new Linker(Known).Link(articles)));
        }
    }

    private static string Print(Linked linked) => string.Join('\n', linked.Events.Select(e =>
        $"{e.Id} {e.Type} {string.Join(',', e.Claims)} {string.Join(',', e.Stories)} {string.Join(',', e.Initiators.Value.Select(p => p.ActorId))} {e.Time.Value.Value} {e.Place?.Value.PlaceId} {string.Join(',', e.Accounts.Select(a => a.Voice))}"));
}
