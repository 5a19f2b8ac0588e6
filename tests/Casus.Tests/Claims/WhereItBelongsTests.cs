using System.Collections.Immutable;
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

    [Fact]
    public void Those_who_say_so_are_not_among_the_dead()
    {
        EventClaim claim = Of("The air force bombed a clinic in Oslo on Friday, killing 34 patients and staff, the Red Cross and a medic said.", "ASSAULT")[0];

        Assert.Equal(34, Toll(claim, TollKind.Killed)?.Max);
        Assert.Equal(["34 patients", "staff"], claim.Victims.Select(v => v.Evidence.Quote));
    }

    [Fact]
    public void A_boat_is_nobody() => Assert.Equal(4, Toll(Of("Norway's navy detained a Danish fishing boat and its four crew members.", "COERCE")[0], TollKind.Arrested)?.Max);

    [Fact]
    public void Those_who_fired_did_not_hurt_their_own()
    {
        EventClaim[] claims = Of("Border guards fired warning shots after migrants threw stones at a patrol near Bergen. Two guards were injured.", "ASSAULT");

        Assert.All(claims.Where(c => c.Initiators.Length > 0), c => Assert.Null(Toll(c, TollKind.Injured)));
    }

    [Fact]
    public void The_dead_are_of_the_deed_that_had_some()
    {
        EventClaim[] claims = Of("At least 27 people were killed when militiamen shelled a camp outside Bergen, medics said. The militia accused the army of using civilians as human shields. Aid workers put the toll at more than 40.", "ASSAULT");

        Assert.Contains(claims, c => Toll(c, TollKind.Killed)?.Min == 40 && c.Trigger.Quote == "shelled");
    }

    [Theory]
    [InlineData("Colombian rebels of the ELN released 11 police officers.", "RETREAT", "COL.ELN")]
    [InlineData("Defence Minister Pedro Sanchez thanked the bishops.", "SUPPORT", null)]
    public void Who_it_is(string text, string type, string? actor) => Assert.Equal(actor, Of(text, type)[0].Initiators[0].ActorId);

    [Theory]
    [InlineData("The police fined two firms it said had supplied the rebels with drones.", "AID", "two firms")]
    [InlineData("The republic declared independence in 2008, nine years after NATO bombing drove out its soldiers.", "ASSAULT", "NATO")]
    public void Who_had_done_it_before(string text, string type, string doer) => Assert.Equal(doer, Of(text, type)[0].Initiators[0].Evidence.Quote);

    [Theory]
    [InlineData("\"They hacked some of the boys with machetes,\" said a nurse who hid in a ceiling.", "ASSAULT")]
    [InlineData("A bomb planted by the roadside killed a police officer and two others.", "ASSAULT")]
    [InlineData("He was accused of inciting unrest among the miners.", "PROTEST")]
    public void Nobody_is_said_to_have_done_it(string text, string type) => Assert.All(Of(text, type), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("The minister raised the case of the jailed fishermen; 41 of them were freed the same evening.", "RETREAT")]
    public void Beyond_a_semicolon_others_act(string text, string type) => Assert.All(Of(text, type), c => Assert.Empty(c.Initiators));

    [Fact]
    public void What_comes_behind_a_clause_goes_on_with_the_deed()
    {
        EventClaim claim = Assert.Single(Of("Gangs opened fire on an airliner as it landed in Bergen, slightly injuring a steward.", "ASSAULT"));

        Assert.Equal(("Gangs", "a steward"), (claim.Initiators[0].Evidence.Quote, claim.Victims[0].Evidence.Quote));
    }

    [Fact]
    public void A_count_far_below_is_of_the_deed_that_had_dead()
    {
        EventClaim[] claims = Of("Jihadists killed about 130 people in attacks on several villages in Norway. The government blamed a local group. It declared three days of mourning. Sweden sent tents. Denmark sent blankets. A local official put the toll at 155.", "ASSAULT");

        Assert.Contains(claims, c => Toll(c, TollKind.Killed)?.Min == 155 && c.Targets.Any(t => t.Evidence.Quote.StartsWith("several villages", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_raid_of_another_year_is_one_happening()
    {
        ImmutableArray<Claim> claims = Trees.Claims("The group was blamed for a raid on a similar school in 2023 in which 42 people died.");

        Assert.Empty(claims.OfType<StatisticClaim>());
        Assert.Contains(claims.OfType<EventClaim>(), c => Toll(c, TollKind.Killed)?.Min == 42);
    }

    [Fact]
    public void Towns_are_not_abducted() => Assert.Empty(Trees.Claims("The rebels have seized 14 of the state's 17 townships since November 2023.").OfType<StatisticClaim>());

    private static Toll? Toll(EventClaim claim, TollKind kind) => claim.Tolls.FirstOrDefault(t => t.Kind == kind);

    private static EventClaim[] Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
