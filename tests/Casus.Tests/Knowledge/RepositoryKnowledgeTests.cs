using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class RepositoryKnowledgeTests
{
    [Fact]
    public void Loads_without_a_problem() => Assert.Empty(RepositoryKnowledge.Load.Problems.Select(p => p.ToString()));

    [Fact]
    public void Holds_the_sixteen_types_with_their_quads()
    {
        Dictionary<string, int> quads = RepositoryKnowledge.Base.Ontology.Types.ToDictionary(t => t.Name, t => t.Quad);

        Assert.Equal(16, quads.Count);
        Assert.Equal(["AGREE", "CONCEDE", "CONSULT", "SUPPORT"], Of(1));
        Assert.Equal(["AID", "COOPERATE", "RETREAT"], Of(2));
        Assert.Equal(["ACCUSE", "REJECT", "REQUEST", "THREATEN"], Of(3));
        Assert.Equal(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"], Of(4));

        string[] Of(int quad) => [.. quads.Where(q => q.Value == quad).Select(q => q.Key).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Every_type_tells_what_it_is_and_is_not()
    {
        Assert.All(RepositoryKnowledge.Base.Ontology.Types, type =>
        {
            Assert.NotEmpty(type.Includes);
            Assert.NotEmpty(type.Excludes);
            Assert.NotEmpty(type.Words);
            Assert.NotEmpty(type.Crosswalk.Cameo);
        });
    }

    [Fact]
    public void Every_state_is_an_actor_and_a_place()
    {
        KnowledgeBase knowledge = RepositoryKnowledge.Base;
        HashSet<string?> places = [.. knowledge.Places.All.Where(p => p.Kind == "country").Select(p => p.Country)];
        Actor[] countries = [.. knowledge.Actors.All.Where(a => a.Kind == "country")];

        Assert.Equal(254, countries.Length);
        Assert.All(countries, a => Assert.Contains(a.Country, places));
        Assert.All(new[] { "AFG", "PAK", "IND", "IRN", "CHN", "RUS", "USA", "GBR", "XKX" }, code => Assert.NotNull(knowledge.Actors.Find(code + ".GOV")));
    }

    [Theory]
    [InlineData("Islamic Emirate of Afghanistan", "AFG.TALIBAN")]
    [InlineData("Tehrik-i-Taliban Pakistan", "PAK.TTP")]
    [InlineData("Haqani network", "AFG.HAQQANI")]
    [InlineData("IS-K", "AFG.ISKP")]
    [InlineData("Amir Khan Muttaqi", "AFG.P.MUTTAQI")]
    [InlineData("White House", "USA.GOV")]
    [InlineData("U.S.", "USA")]
    [InlineData("Hezbollah", "LBN.HEZBOLLAH")]
    public void A_name_that_stands_alone_leads_to_one_actor(string name, string id) =>
        Assert.Equal([id], RepositoryKnowledge.Base.Actors.All.Where(a => a.Names.Any(n => n.Alone && n.Text == name)).Select(a => a.Id));

    [Fact]
    public void The_Taliban_rebel_until_the_fifteenth_of_August_2021_and_govern_from_then()
    {
        Actor taliban = RepositoryKnowledge.Base.Actors.Find("AFG.TALIBAN")!;

        Assert.Equal("AFGREB", taliban.RoleOn(new DateOnly(2021, 8, 14)).Code);
        Assert.Equal("AFGGOV", taliban.RoleOn(new DateOnly(2021, 8, 15)).Code);
        Assert.Equal("AFGGOV", taliban.RoleOn(null).Code);
    }

    [Fact]
    public void A_foreign_minister_is_one_only_in_office()
    {
        Actor person = RepositoryKnowledge.Base.Actors.Find("PAK.P.BHUTTO-BILAWAL")!;

        Assert.Contains(person.Ties, t => t is { To: "PAK.MFA", Office: "foreign minister" } && t.From == new DateOnly(2022, 4, 27) && t.Until == new DateOnly(2023, 8, 10));
    }

    [Theory]
    [InlineData("Paktika", "AF-PKA", "AFG")]
    [InlineData("Barmal", "af.pka.barmal", "AFG")]
    [InlineData("Makeen", "pk.makeen", "PAK")]
    [InlineData("Durand Line", "line.durand-line", null)]
    [InlineData("Kharkov", "geonames:706483", "UKR")]
    public void A_place_is_found_by_name(string name, string id, string? country) =>
        Assert.Contains(RepositoryKnowledge.Base.Places.Named(name), p => p.Id == id && p.Country == country);

    [Fact]
    public void The_tribal_agencies_end_with_May_2018()
    {
        Place agency = Assert.Single(RepositoryKnowledge.Base.Places.Named("North Waziristan Agency"));

        Assert.Equal(new DateOnly(2018, 5, 30), agency.Until);
        Assert.Contains(RepositoryKnowledge.Base.Places.Named("North Waziristan"), p => p.From == new DateOnly(2018, 5, 31));
    }

    [Fact]
    public void Towns_lie_near_their_division()
    {
        KnowledgeBase knowledge = RepositoryKnowledge.Base;
        Assert.All(knowledge.Places.All.Where(p => p is { Country: "AFG" or "PAK", Latitude: not null, Admin1: not null }), p =>
        {
            Place division = knowledge.Places.Find(p.Admin1!)!;
            double north = p.Latitude!.Value - division.Latitude!.Value, east = (p.Longitude!.Value - division.Longitude!.Value) * 0.85;
            Assert.True(Math.Sqrt((north * north) + (east * east)) < 6, $"{p.Id} is far from {division.Id}");
        });
    }

    [Fact]
    public void Weapons_lead_to_modes_of_assault()
    {
        KnowledgeBase knowledge = RepositoryKnowledge.Base;
        EventType assault = knowledge.Ontology.Find("ASSAULT")!;
        KnowledgeTable[] tables = [.. knowledge.Tables.All.Where(t => t.Name.StartsWith("weapons/", StringComparison.Ordinal))];

        Assert.Equal(9, tables.Length);
        Assert.All(
            tables.SelectMany(t => t.Rows.Select(r => r[t.Column("mode")])).Where(mode => mode.Length > 0).Distinct(),
            mode => Assert.NotNull(assault.Mode(mode)));
        Assert.Distinct(tables.SelectMany(t => t.Rows.Select(r => r[t.Column("word")])));
    }
}
