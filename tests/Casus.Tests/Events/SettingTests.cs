using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.Events;

/// <summary>What an article tells elsewhere weighs for claims that leave it out, and never more than that.</summary>
public class SettingTests
{
    [Fact]
    public void A_setting_is_the_one_day_of_a_type_and_the_finest_place_that_all_agree_on()
    {
        ArticleSetting setting = Of(Claim("a", day: "2024-03-01", place: "RU-N"), Claim("a", 1, day: "2024-03-01", place: "ru.mill"), Claim("a", 2, type: "CONSULT", day: "2024-03-04"));

        Assert.Equal(new DateOnly(2024, 3, 1).DayNumber, setting.DayOf("ASSAULT"));
        Assert.Equal(new DateOnly(2024, 3, 4).DayNumber, setting.DayOf("CONSULT"));
        Assert.Null(setting.DayOf("AID"));
        Assert.Equal("ru.mill", setting.PlaceId);
    }

    [Fact]
    public void Days_and_places_that_differ_make_no_setting()
    {
        ArticleSetting setting = Of(Claim("a", day: "2024-03-01", place: "RU-N"), Claim("a", 1, day: "2024-03-02", place: "RU-S"), Claim("a", 2, day: "2024-03-01"));

        Assert.Null(setting.DayOf("ASSAULT"));
        Assert.Null(setting.PlaceId);
    }

    [Fact]
    public void What_is_planned_sets_nothing() =>
        Assert.Equal(ArticleSetting.None.PlaceId, Of(Claim("a", day: "2024-03-01", place: "RU-N", factuality: Factuality.Planned)).PlaceId);

    [Theory]
    [InlineData("2024-03-01", "RU-N", true)]
    [InlineData("2024-03-04", "RU-S", false)]
    public void A_claim_without_day_and_place_joins_where_its_article_puts_it(string day, string place, bool isOne)
    {
        EventClaim bare = Claim("b", 1, initiator: "RUR", target: "REBELS");
        EventClaim around = Claim("b", 0, type: "ASSAULT", initiator: "SYL", day: day, place: place);
        var linker = new Linker(Known);
        ArticleSetting setting = linker.SettingOf([bare, around]);
        LinkRow first = linker.RowOf(In(Claim("a", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "ru.mill"), ArticleSetting.None, new DateOnly(2024, 3, 2)));
        LinkRow second = linker.RowOf(In(bare, setting, new DateOnly(2024, 3, 9)));

        double without = linker.Similarity.Compare(first, second with { SettingDay = null, SettingPlace = null })!.Value, with = linker.Similarity.Compare(first, second)!.Value;
        Assert.Equal(isOne, with > without);
        Assert.True(linker.KeysOf(first).Intersect(linker.KeysOf(second)).Any());
    }

    [Fact]
    public void What_was_struck_is_the_same_by_its_noun()
    {
        var linker = new Linker(Known);
        LinkRow Row(string article, string struck, string quote) => linker.RowOf(In(Struck(article, struck, quote), ArticleSetting.None, new DateOnly(2024, 3, 2)));
        LinkRow hotel = Row("a", "a hotel in Oldtown", "A bomb went off at a hotel in Oldtown."), dead = Row("b", "the hotels", "Six died at the hotel."), mosque = Row("c", "a mosque near Oldtown", "A mosque near Oldtown burned.");

        Assert.Contains(PairFeature.StruckSame, linker.Similarity.Reasons(hotel, dead).Select(r => r.Feature));
        Assert.Contains(PairFeature.StruckOther, linker.Similarity.Reasons(hotel, mosque).Select(r => r.Feature));
    }

    [Fact]
    public void An_unnamed_party_supports_only_what_is_called_alike()
    {
        EventClaim Hit(string article, string whom) => Struck(article, whom, "Gunmen fired at them.") with { Time = Claim(article, day: "2024-03-01").Time, Place = Claim(article, place: "ru.mill").Place, Tolls = Claim(article, killed: 12).Tolls, Initiators = Claim(article, initiator: "RUR").Initiators };
        Event only = Assert.Single(new Linker(Known).Link([
            Article("a", "The clerk of the mill told of shots, and of twelve who did not come home that night.", "2024-03-02", Hit("a", "two nurses")),
            Article("b", "Bread was dear again this week, said the union, which counts prices in four markets.", "2024-03-02", Hit("b", "a driver")),
            Article("c", "Nobody expected snow so late, and the pass stayed shut until the ploughs came through.", "2024-03-02", Hit("c", "the nurses"))]).Events);

        Assert.Contains("nurses", Assert.Single(only.Targets.Value).Name, StringComparison.Ordinal);
        Assert.Equal(2, only.Targets.Support.Length);
        Assert.Empty(only.Targets.Dissent);
    }

    private static ArticleSetting Of(params Claim[] claims) => ArticleSetting.Of(claims, Known.Places);

    private static ClaimInContext In(EventClaim claim, ArticleSetting setting, DateOnly published) => new(claim, "s-" + claim.ArticleId, published, null) { Setting = setting };

    private static EventClaim Struck(string article, string whom, string quote)
    {
        EventClaim claim = Claim(article, quote: quote);
        return claim with { Targets = [new Party(claim.Evidence[0] with { Quote = whom }, null, "facility", null, claim.Rules[0])] };
    }
}
