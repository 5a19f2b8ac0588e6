using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Where a deed is said to have been done, in sentences of our own.</summary>
public sealed class PlaceOfEventTests
{
    [Theory]
    [InlineData("A roadside bomb killed two guards in Hatal Khan area of Nowshera District on Monday.", "Hatal Khan", "pk.kp.nowshera", "admin2")]
    [InlineData("Gunmen killed a driver at Torsak in Dera Bugti District on Monday.", "Torsak", "pk.ba.dera-bugti", "admin2")]
    [InlineData("Two traders were shot dead by unknown gunmen in Morzai village of Kohat District.", "Morzai", "pk.kp.kohat", "admin2")]
    [InlineData("Insurgents seized Barmal district overnight.", "Barmal", "af.pka.barmal", "admin2")]
    [InlineData("Rebels burned a school near Torsak. Police in Kohat District said nobody was hurt.", "Torsak", "pk.kp.kohat", "admin2")]
    public void The_place_is_the_one_that_the_words_say(string text, string quote, string id, string precision)
    {
        ClaimPlace place = First(text).Place!;
        Assert.Equal((quote, id, precision), (place.Evidence.Quote, place.PlaceId, place.Precision));
    }

    [Theory]
    [InlineData("Gunmen killed four soldiers 20 km north of Kunduz on Monday.", "Kunduz", PlaceRelation.Near)]
    [InlineData("A drone struck a truck 30 miles from Kunduz, police said.", "Kunduz", PlaceRelation.Near)]
    [InlineData("Fighting broke out north of Kunduz on Monday.", "Kunduz", PlaceRelation.Near)]
    [InlineData("A bomb killed five people in Chaman, some 25 kilometres from Quetta.", "Chaman", null)]
    [InlineData("Rebels captured Goma on Monday.", "Goma", null)]
    [InlineData("M23 rebels took control of Goma on Monday.", "Goma", null)]
    public void What_lies_so_far_from_a_town_is_near_it(string text, string quote, string? relation)
    {
        ClaimPlace place = First(text).Place!;
        Assert.Equal((quote, relation), (place.Evidence.Quote, place.Relation));
    }

    [Theory]
    [InlineData("Rebels shelled Goma, hours after an army strike killed six people in Bukavu.")]
    [InlineData("Rebels shelled Goma after an army strike killed a commander in Bukavu.")]
    public void What_went_before_has_a_place_of_its_own(string text) => Assert.Equal(["Goma", "Bukavu"], Events(text).Select(c => c.Place?.Evidence.Quote));

    [Theory]
    [InlineData("Residents fled Goma as fighting between the army and M23 rebels intensified.", "Goma", 2)]
    [InlineData("Thousands fled Goma after fighting erupted in Bukavu.", "Bukavu", 2000)]
    [InlineData("Thousands fled to Chad as fighting spread.", null, 2000)]
    public void Who_flees_flees_from_where_it_is(string text, string? quote, int displaced)
    {
        EventClaim fighting = Assert.Single(Events(text));

        Assert.Equal(("ASSAULT", quote), (fighting.Type, fighting.Place?.Evidence.Quote));
        Assert.Equal((TollKind.Displaced, displaced), (Assert.Single(fighting.Tolls).Kind, fighting.Tolls[0].Min));
    }

    [Fact]
    public void Three_hundred_kilometres_are_not_near() => Assert.Null(First("A blast hit a bridge more than 300 kilometres south of Kunduz.").Place);

    [Theory]
    [InlineData("A guard was shot dead at Torsak village under Lachi Police Station in Kohat District.", "Torsak", "Kohat")]
    [InlineData("A grenade was thrown at a shop in Mirza Karim tehsil (revenue unit) of Panjgoor District.", "Mirza Karim", "Panjgoor")]
    [InlineData("Gunmen fired on a bus in Salman Kot area of Jamrud in Khyber Agency.", "Salman Kot", "Khyber Agency")]
    [InlineData("Two men were wounded when a bomb went off at Dermala tea estate in Tinsukia District.", "Dermala tea estate", "Tinsukia")]
    [InlineData("In Kohat District, gunmen killed a trader in Karak area.", "Karak", "Kohat")]
    [InlineData("A mine killed two soldiers on Sarwek Torda road in Karak District.", "Sarwek Torda road", "Karak")]
    [InlineData("Rebels abducted three traders from Torsak area in Karak District.", "Torsak", "Karak")]
    [InlineData("Militants took control of Jurm District on Sunday.", "Jurm District", "Jurm")]
    [InlineData("A bomb hit Quetta's Torsak area on Monday.", "Torsak", "Quetta")]
    [InlineData("A soldier was killed in a blast in Karak District. The bomb had been planted near Torsak village.", "Torsak", "Karak")]
    [InlineData("A soldier was killed in a blast in Karak District. The incident took place at Torsak village.", "Torsak", "Karak")]
    public void The_district_is_the_one_that_the_words_say(string text, string quote, string district)
    {
        ClaimPlace place = First(text).Place!;
        Assert.Equal((quote, district), (place.Evidence.Quote, place.District?.Name));
    }

    [Fact]
    public void Another_deed_keeps_its_own_place()
    {
        ClaimPlace place = First("A soldier was killed in a blast in Karak District. In another incident, gunmen killed a trader near Torsak village.").Place!;
        Assert.Equal("Karak District", place.Evidence.Quote);
    }

    [Theory]
    [InlineData("A soldier was killed near Mingora on Monday.", "near", "admin2")]
    [InlineData("A soldier was killed in Mingora on Monday.", null, "town")]
    [InlineData("A convoy was ambushed on the road between Kohat and Hangu on Monday.", "between", "admin1")]
    [InlineData("A convoy was ambushed on the road between Torsak and Marwela on Monday.", "between", "region")]
    public void What_is_near_or_between_is_not_at_the_point(string text, string? relation, string precision)
    {
        ClaimPlace place = First(text).Place!;
        Assert.Equal((relation, precision), (place.Relation, place.Precision));
        Assert.Equal(relation == "between", place.Other is not null);
    }

    [Theory]
    [InlineData("A clash between Bodos and Santhals left two men dead in Kokrajhar District.", "Kokrajhar District")]
    [InlineData("An officer who was shot in Karak died at Lady Reading Hospital.", "Karak")]
    [InlineData("A guard was killed inside a Police Station in Karak District.", "Karak District")]
    public void Parties_and_sickbeds_are_no_places(string text, string quote) => Assert.Equal(quote, First(text).Place?.Evidence.Quote);

    [Theory]
    [InlineData("Gunmen killed a driver at Mingora village in Karak District.", "pk.kp.karak")]
    [InlineData("Gunmen killed a driver in the Lucknow area of Karak District.", "pk.kp.karak")]
    public void A_known_name_in_another_district_is_another_place(string text, string id)
    {
        ClaimPlace place = First(text).Place!;
        Assert.Equal((id, "admin2"), (place.PlaceId, place.Precision));
    }

    [Theory]
    [InlineData("The foreign ministry in Kabul condemned the strike near Torkham.", "ASSAULT", "Torkham")]
    public void Where_the_speaker_sits_is_not_where_it_happened(string text, string type, string quote) =>
        Assert.Equal(quote, Events(text).First(c => c.Type == type).Place?.Evidence.Quote);

    [Fact]
    public void Two_districts_decide_nothing_about_an_unknown_name()
    {
        ClaimPlace? place = First("Rebels burned a school near Torsak. Police from Kohat District and Karak District came.").Place;
        Assert.Null(place?.PlaceId);
    }

    private static EventClaim First(string text) => Events(text).OrderBy(c => c.Rank).First();

    private static IEnumerable<EventClaim> Events(string text) => WholeEngine.ReadText("place", text, null).Reading!.Claims.OfType<EventClaim>();
}
