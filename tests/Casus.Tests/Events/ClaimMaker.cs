using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Tests.Events;

/// <summary>Small claims for linking tests: only what linking looks at is filled in.</summary>
internal static class ClaimMaker
{
    public static readonly KnowledgeBase Known = new(
        "test",
        new Ontology([]),
        new ActorCatalogue([Actor("RUR"), Actor("RUR.ARMY", "RUR"), Actor("RUR.MFA", "RUR"), Actor("SYL"), Actor("REBELS")]),
        new PlaceCatalogue([
            new Place("RU-N", "North", "admin1", "RUR", null, null, null, null, null, 0, ["North"]),
            new Place("RU-S", "South", "admin1", "RUR", null, null, null, null, null, 0, ["South"]),
            new Place("ru.mill", "Mill", "town", "RUR", "RU-N", "Upper", null, null, null, 0, ["Mill"]),
        ]),
        [],
        new KnowledgeTables(new Dictionary<string, KnowledgeTable>()));

    public static EventClaim Claim(
        string article,
        int sentence = 0,
        string type = "ASSAULT",
        string? initiator = null,
        string? target = null,
        string? day = null,
        string? place = null,
        long? killed = null,
        string? speaker = null,
        Factuality factuality = Factuality.Asserted,
        string quote = "Words that say it.")
    {
        var text = TextId.Of(article);
        var evidence = new Evidence(text, new TextSpan(0, quote.Length), quote);
        var rule = new RuleId("test");
        DateOnly? date = day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        return new EventClaim(
            "c-" + ContentHash.Of(article, $"{sentence}", type, initiator ?? "", target ?? "", day ?? "", place ?? "", $"{killed}", speaker ?? ""),
            article,
            sentence,
            [rule],
            [evidence],
            speaker is null ? [] : [new Speaker(evidence with { Quote = speaker }, null, "said", null, false)],
            factuality,
            type,
            [],
            4,
            null,
            1,
            0.9,
            evidence,
            Parties(initiator, evidence, rule),
            Parties(target, evidence, rule),
            [],
            [],
            new ClaimTime(day, day is null ? "none" : "day", date, date, date is null ? null : evidence, rule),
            place is null ? null : new ClaimPlace(place, "admin1", evidence with { Quote = place }, rule),
            killed is { } count ? [new Toll(TollKind.Killed, count, count, false, evidence, null, rule)] : [],
            null);
    }

    public static LinkArticle Article(string id, string text, string published, params Claim[] claims) =>
        new(id, text, DateOnly.Parse(published, System.Globalization.CultureInfo.InvariantCulture), "Outlet " + id, [.. claims], []);

    private static ImmutableArray<Party> Parties(string? ids, Evidence evidence, RuleId rule) =>
        ids is null ? [] : [.. ids.Split(' ').Select(id => new Party(evidence with { Quote = id }, new Resolution(id, rule, []), "organisation", null, rule))];

    private static Actor Actor(string id, string? whole = null) =>
        new(id, id, id, "country", null, null, [], whole is null ? [] : [new ActorTie("part-of", whole, null, null, null)], [], "test");
}
