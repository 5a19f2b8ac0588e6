using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Places, times, victims and parties of one deed that stand beside another's, and words that only look like a deed.</summary>
public sealed class WhereItBelongsTests
{
    [Fact]
    public void What_was_hurt_before_is_not_the_answers()
    {
        EventClaim[] claims = Of("Swedish jets bombed the port of Hodeidah overnight after a drone fired from Norway wounded 20 people in Malmo.", "ASSAULT");

        Assert.Equal(2, claims.Length);
        EventClaim bombed = claims.First(c => c.Trigger.Quote == "bombed"), drone = claims.First(c => c != bombed);
        Assert.Empty(bombed.Victims);
        Assert.Equal("Hodeidah", bombed.Place?.Evidence.Quote);
        Assert.StartsWith("20 people", Assert.Single(drone.Victims).Evidence.Quote);
    }

    [Fact]
    public void What_set_off_riots_is_none_of_their_deeds()
    {
        EventClaim[] claims = Of("The killing of the bishop set off riots in which mobs torched three shops.", "ASSAULT");

        Assert.Empty(claims.First(c => c.Trigger.Quote == "torched").Victims);
        Assert.Equal("the bishop", claims.First(c => c.Trigger.Quote == "killing").Victims[0].Evidence.Quote);
    }

    [Theory]
    [InlineData("Norway pledged ten million euros in aid to flood-hit Denmark.")]
    [InlineData("Norway opened the crossing for wounded Danes.")]
    [InlineData("Norway has sold 400 bombs to Denmark since March.")]
    [InlineData("Norway imposed travel bans on two ministers for inciting violence against farmers.")]
    public void Nobody_was_attacked(string text) => Assert.Empty(Of(text, "ASSAULT"));

    [Theory]
    [InlineData("Norway handed Denmark maps of minefields in exchange for its crew.", "RETREAT")]
    [InlineData("Norway denied that it had given Denmark a gold mine in exchange for timber.", "CONCEDE")]
    [InlineData("Norway warned Denmark that a blockade would be treated as an act of war.", "AGREE")]
    [InlineData("Oslo and Copenhagen ended joint drills on Friday.", "SANCTION")]
    [InlineData("The talks had broken down in March when Oslo walked out.", "PROTEST")]
    public void It_is_none_of_these(string text, string type) => Assert.Empty(Of(text, type));

    [Theory]
    [InlineData("Norwegian and Danish soldiers exchanged fire on Friday.", "ASSAULT", "NOR.MIL, DNK.MIL")]
    [InlineData("Police dispersed students demanding a vote.", "REQUEST", null)]
    [InlineData("Norway and Denmark agreed to a ceasefire brokered by Oman.", "AGREE", "NOR, DNK")]
    public void Who_did_it(string text, string type, string? actors)
    {
        EventClaim claim = Of(text, type)[0];

        if (actors is null)
        {
            Assert.Equal("students", claim.Initiators[0].Evidence.Quote);
        }
        else
        {
            Assert.Equal(actors.Split(", ").Order(), claim.Initiators.Concat(claim.Targets).Select(p => p.ActorId).Order());
        }
    }

    [Theory]
    [InlineData("Former premier Jane Doe remains under house arrest.", "COERCE", "Jane Doe")]
    [InlineData("A suicide bomber rammed a lorry packed with fertiliser into a column of Danish troops, killing six.", "ASSAULT", "column")]
    [InlineData("Norway blocked a European Union statement on fishing.", "REJECT", "European Union")]
    [InlineData("Oslo accused the bank of interference.", "ACCUSE", "the bank")]
    public void To_whom_it_was_done(string text, string type, string whom) => Assert.Contains(whom, Of(text, type)[0].Targets[0].Evidence.Quote, StringComparison.Ordinal);

    [Fact]
    public void Whose_commander_is_captured_is_not_who_captures_him()
    {
        EventClaim claim = Of("The Arakan Army seized a naval base and captured its commander.", "ASSAULT")[0];

        Assert.Equal("MMR.AA", claim.Initiators[0].ActorId);
        Assert.Null(Assert.Single(claim.Victims).ActorId);
    }

    [Fact]
    public void A_march_to_mark_an_uprising_is_of_today()
    {
        EventClaim march = Of("More than 2,000 students marched in Bergen to mark the uprising of 1959.", "PROTEST").First(c => c.Trigger.Quote == "marched");

        Assert.Equal(Factuality.Asserted, march.Factuality);
    }

    [Theory]
    [InlineData("Norway froze the talks with Denmark until 2028.", "CONSULT")]
    [InlineData("Norway told Danish troops to leave by September 2031.", "REQUEST")]
    public void A_term_is_not_the_day(string text, string type) => Assert.All(Of(text, type), c => Assert.Null(c.Time?.Evidence));

    [Fact]
    public void Half_a_name_is_no_place() => Assert.NotEqual("Bali", Of("Troops killed 14 farmers in a raid on the village of Bali-Gham.", "ASSAULT")[0].Place?.Evidence.Quote);

    [Fact]
    public void Where_drones_were_bound_is_not_where_they_fell() => Assert.Null(Of("Norway's air force shot down several drones bound for Denmark.", "ASSAULT")[0].Place);

    private static EventClaim[] Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
