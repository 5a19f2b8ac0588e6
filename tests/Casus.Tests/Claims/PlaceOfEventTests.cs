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
