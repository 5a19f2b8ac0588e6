using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tests.Events;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Whose a deed is where the words come near to somebody else: stances, peoples, groups taken up again, speakers, and counts of several deeds.</summary>
public sealed class WhoseDeedTests
{
    [Theory]
    [InlineData("Pro-Danish gunmen shelled Oslo on Monday.")]
    [InlineData("An anti-Danish mob burned the embassy.")]
    public void Whom_somebody_is_for_or_against_did_nothing(string text) =>
        Assert.DoesNotContain(Of(text, "ASSAULT").SelectMany(c => c.Initiators), p => p.ActorId == "DNK");

    [Theory]
    [InlineData("Al-Shabaab attacked a base in Lamu on Monday. The militants burned two lorries.", "SOM.SHABAAB")]
    [InlineData("The Rapid Support Forces shelled El Fasher. The paramilitaries then burned a market in Bara.", "SDN.RSF")]
    [InlineData("The RSF shelled a market in El Fasher.", "SDN.RSF")]
    public void The_group_named_before_did_it(string text, string group) => Assert.Equal(group, Of(text, "ASSAULT")[^1].Initiators.Single().ActorId);

    [Theory]
    [InlineData("Al-Shabaab is active there. Five militants attacked a base in Lamu on Monday. The militants burned two lorries.")]
    [InlineData("Insurgents of the Baloch Liberation Army seized a train. The army stormed a tunnel near Sibi.")]
    public void Nobody_knows_whose_they_are(string text) => Assert.Null(Of(text, "ASSAULT")[^1].Initiators.Single().ActorId);

    [Fact]
    public void A_countrys_rebels_are_not_the_country()
    {
        EventClaim claim = Assert.Single(Of("Colombian rebels attacked a bridge in Cauca.", "ASSAULT"));
        Event told = new Linker(RepositoryKnowledge.Base).Resolve([new ClaimInContext(claim, "s", new DateOnly(2025, 3, 6), null)])!;

        EventParty party = Assert.Single(told.Initiators.Value);
        Assert.Equal((null, "Colombian rebels"), (party.ActorId, party.Name));
        Assert.Equal("COLREB", RepositoryKnowledge.Base.Sectors.CodeOf(RepositoryKnowledge.Base.Actors.Find("COL")!, null, claim.Initiators[0].Class));
    }

    [Theory]
    [InlineData("militant", false)]
    [InlineData("protester", false)]
    [InlineData("civilian", true)]
    [InlineData(null, true)]
    public void Some_of_a_country_act_for_it(string? @class, bool acts)
    {
        Assert.Equal(acts, RepositoryKnowledge.Base.Sectors.Acts("COL", @class));
        Assert.True(RepositoryKnowledge.Base.Sectors.Acts("COL.ELN", @class));
    }

    [Theory]
    [InlineData("Danish sanctions against Norway took effect on Monday.", "COERCE", "DNK")]
    [InlineData("Norway accused Denmark of theft, which Copenhagen denied, and suspended the fishing accord.", "SANCTION", "NOR")]
    [InlineData("Norway's army said gunmen had fired at its troops in Narvik and responded with air strikes that killed four.", "ASSAULT", "NOR.MIL")]
    [InlineData("Yemen's council, which Norway backs, met in Aden.", "SUPPORT", "NOR")]
    [InlineData("A bomb damaged a canal near Narvik; Oslo blamed Denmark, which denied it.", "ASSAULT", "DNK")]
    [InlineData("On Monday Norwegian police fired at a crowd.", "ASSAULT", "NOR.COP")]
    [InlineData("Norway has told its navy to wait; Denmark, which is nearer, sent a frigate to the strait.", "MOBILIZE", "DNK")]
    public void Who_did_it(string text, string type, string actor) => Assert.Contains(Of(text, type), c => c.Initiators.Any(p => p.ActorId == actor));

    [Theory]
    [InlineData("A court in Oslo jailed the mayor, setting off protests in Bergen.", "PROTEST")]
    [InlineData("A priest was seized on Monday and charged before a court in Bergen.", "COERCE")]
    public void It_was_not_they(string text, string type) => Assert.All(Of(text, type), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("A bomber struck a court in Oslo, killing 12 people and wounding 27, the interior minister, Ola Berg, said.", 12)]
    [InlineData("A roadside bomb killed two guards near Narvik, and gunmen abducted a nurse in Bergen.", 2)]
    [InlineData("Gunmen killed at least 26 tourists near Narvik on Tuesday in the worst attack on civilians there for years.", 26)]
    [InlineData("Jets bombed Narvik and killed a family of four.", 4)]
    [InlineData("Rebels overran a base near Narvik in May, and JNIM claimed to have killed 200 soldiers there.", 200)]
    public void How_many_were_killed(string text, int killed) =>
        Assert.Equal(killed, Of(text, "ASSAULT").SelectMany(c => c.Tolls).Single(t => t.Kind == TollKind.Killed).Min);

    [Theory]
    [InlineData("Police raided a house in Oslo and seized 30 terminals.")]
    [InlineData("Rebels captured three towns near Oslo.")]
    [InlineData("Rebels used 200 villagers as shields near Oslo.")]
    public void Nobody_was_abducted(string text) => Assert.DoesNotContain(Trees.Claims(text).OfType<EventClaim>().SelectMany(c => c.Tolls), t => t.Kind == TollKind.Abducted);

    [Theory]
    [InlineData("Two guards were killed when bandits ambushed their patrol near Narvik. It was the second such attack since August.", "ASSAULT")]
    [InlineData("Norway expelled Denmark's ambassador. It was the first expulsion of an ambassador by Oslo since 1945.", "SANCTION")]
    public void What_is_said_of_it_is_no_second_deed(string text, string type) => Assert.Single(Of(text, type));

    [Fact]
    public void Some_of_them_are_no_second_deed()
    {
        EventClaim claim = Assert.Single(Of("Troops killed 15 bandits in two raids near Narvik. Ten of them were killed in Bergen.", "ASSAULT"));

        Assert.Equal((15, 10), (claim.Tolls[0].Min, claim.Tolls[0].Parts[0].Min));
    }

    [Theory]
    [InlineData("Rebels attacked Narvik on Sunday, killing 16 men. Officials put the dead at 40.", 40)]
    [InlineData("Jets bombed Narvik on Sunday, killing 16 men. The health ministry counted 13 dead.", 13)]
    [InlineData("Bandits killed 50 people in a mosque. Villagers had shot several of the bandits before. Police put the toll at 13.", 13)]
    public void Another_count_is_of_the_deed_that_had_dead(string text, int killed)
    {
        EventClaim[] claims = Of(text, "ASSAULT");

        Assert.Contains(claims, c => c.Rules.Any(r => r.Value == "account.count") && c.Tolls.Single().Min == killed && c.Targets.Concat(claims[0].Targets).Any());
    }

    [Theory]
    [InlineData("Gunmen in Narvik killed six nurses.", "Narvik")]
    [InlineData("Police in Bergen arrested 36 people.", "Bergen")]
    [InlineData("Six people were killed in Benue state on Wednesday.", "Benue")]
    [InlineData("The Norwegian minister visited Copenhagen to thank Denmark for its troops in Mali.", "Copenhagen")]
    public void Where_it_was(string text, string place) => Assert.Equal(place, Trees.Claims(text).OfType<EventClaim>().First().Place?.Evidence.Quote);

    [Theory]
    [InlineData("Norway recalled its ambassador to Denmark for consultations.", "SANCTION")]
    [InlineData("Norway blamed the plot on a priest who lives in Aarhus.", "ACCUSE")]
    [InlineData("Norway fired at a base in Aarhus in response to strikes on its ports.", "strikes")]
    public void It_was_not_there(string text, string of) => Assert.Null(Trees.Claims(text).OfType<EventClaim>().First(c => c.Type == of || c.Trigger.Quote == of).Place);

    private static EventClaim[] Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
