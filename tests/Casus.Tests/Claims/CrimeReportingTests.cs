using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Reports on gangs, cartels, courts and police, as reviews of a country's security tell them.</summary>
public sealed class CrimeReportingTests
{
    [Theory]
    [InlineData("The country recorded 41 murders for every 100,000 inhabitants last year.", "ASSAULT")]
    [InlineData("The homicide rate fell to nine killings per 100,000 people.", "ASSAULT")]
    [InlineData("The gangs charge shopkeepers $50 a week to stay open.", "ASSAULT")]
    [InlineData("Smugglers charged them thousands of dollars for the journey.", "ACCUSE")]
    [InlineData("Police have been known to charge migrants for passage.", "ACCUSE")]
    [InlineData("The government passed a law that raises prison terms for extortion.", "COERCE")]
    [InlineData("Residents are squeezed by extortion demands from the gangs.", "REQUEST")]
    [InlineData("Security forces launched an operation to patrol the bus routes.", "ASSAULT")]
    [InlineData("The influence of the cartel declined in Guatemala after the raid.", "REJECT")]
    [InlineData("Officials forged the papers that facilitated the activities of the smugglers.", "CONSULT")]
    [InlineData("The state is helping in the fight against drug cartels.", "ASSAULT")]
    [InlineData("Armed police are targeting a money laundering network.", "ASSAULT")]
    [InlineData("The minister went on to cut fuel subsidies.", "CONSULT")]
    [InlineData("The minister has come up with a plan for the border.", "CONSULT")]
    [InlineData("The money was returned to the men, less a fee.", "RETREAT")]
    [InlineData("Some 28 flights executed between January and May carried gold.", "ASSAULT")]
    [InlineData("The bodies of nine men hung from a bridge in Nuevo Laredo.", "SANCTION")]
    [InlineData("There is a surge of unaccompanied minors at the border.", "MOBILIZE")]
    [InlineData("The funeral procession of the mob leader moved through the city.", "PROTEST")]
    public void Nothing_of_the_kind_happened(string text, string type) => Assert.DoesNotContain(Of(text), c => c.Type == type && c.Factuality == Factuality.Asserted);

    [Theory]
    [InlineData("Troops charged the crowd in Lima.", "ASSAULT")]
    [InlineData("Prosecutors charged the former governor with murder.", "ACCUSE|COERCE")]
    [InlineData("Extortion of bus drivers by the gang emptied the terminal.", "COERCE")]
    [InlineData("The army launched an operation against the rebels in the hills.", "ASSAULT")]
    [InlineData("The premier flew on to Ankara for talks with the president.", "CONSULT")]
    [InlineData("The rebels declined the offer of the government.", "REJECT")]
    [InlineData("Police dismantled a smuggling ring in Madrid.", "COERCE")]
    [InlineData("The army destroyed 14 cocaine labs in Putumayo.", "COERCE")]
    [InlineData("A gang chief who escaped from prison last month was recaptured in Panama.", "COERCE")]
    [InlineData("The jihadists have expanded their presence along the river in Benin.", "MOBILIZE")]
    public void And_here_something_did(string text, string types) => Assert.Contains(Of(text), c => types.Split('|').Contains(c.Type) && c.Factuality == Factuality.Asserted);

    [Theory]
    [InlineData("The former president was not arrested or charged with a crime.")]
    [InlineData("The rebels did not attack or loot the town.")]
    [InlineData("The man was neither tried nor convicted by a court in Lima.")]
    [InlineData("Neither the army nor the rebels shelled the town.")]
    public void What_says_no_to_the_first_says_it_to_the_second(string text) => Assert.DoesNotContain(Of(text), c => c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("Rather than shell the town, the army withdrew.")]
    [InlineData("The rebels blocked the road rather than attack the town.")]
    public void What_was_not_done_instead_is_negated(string text) => Assert.Equal(Factuality.Negated, Of(text).Single(c => c.Type == "ASSAULT").Factuality);

    [Theory]
    [InlineData("Peru refused to condemn the invasion of Chile.")]
    [InlineData("Peru vetoed a resolution condemning the invasion of Chile.")]
    public void Who_will_not_condemn_a_deed_does_not_undo_it(string text)
    {
        List<EventClaim> claims = Of(text);

        Assert.Equal(Factuality.Reported, claims.Single(c => c.Type == "ASSAULT").Factuality);
        Assert.DoesNotContain(claims, c => c.Type == "ACCUSE");
    }

    [Fact]
    public void And_what_follows_instead_is_told() => Assert.Contains(Of("The army did not shell the town but bombed its port."), c => c.Type == "ASSAULT" && c.Factuality == Factuality.Asserted);

    [Theory]
    [InlineData("Children are fleeing these countries because of gang violence and poverty.")]
    [InlineData("The report sheds light on police violence in the slums.")]
    [InlineData("The violent death rate includes homicides and police killings.")]
    [InlineData("The killing of mayors is a way for the cartels to show their power.")]
    [InlineData("The murders of journalists rarely lead to trials.")]
    [InlineData("Mayors are vulnerable to being killed for speaking out.")]
    public void How_things_are_is_no_happening(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "ASSAULT" && c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("Turkey detained 45 people suspected of links to Islamic State in raids in nine provinces.")]
    [InlineData("The gunmen fled with their wounded.")]
    [InlineData("The group has carried out such killings before.")]
    public void Nothing_was_struck_beside(string text) => Assert.DoesNotContain(Of(text), c => c.Type == "ASSAULT" && c.Factuality == Factuality.Asserted);

    [Fact]
    public void The_same_dead_are_not_those_of_the_next_deed()
    {
        List<EventClaim> claims = Of("At least 14 civilians were killed when fighters raided two villages in Beni. The attackers abducted nine people, the mayor said. \"We have recovered 14 bodies,\" he told reporters.");

        Assert.DoesNotContain(claims.Where(c => c.Modes.Contains("abduct")), c => c.Tolls.Any(t => t.Kind == TollKind.Killed));
    }

    [Fact]
    public void A_count_further_on_is_of_the_deed_that_had_most()
    {
        List<EventClaim> claims = Of("Bandits attacked a wedding in Katsina on Saturday, killing 21 guests. Soldiers fought the attackers for an hour. Three soldiers died. Amnesty International put the number of dead at 34.");

        Assert.Equal("attacked", claims.Single(c => c.Tolls.Any(t => t.Min == 34)).Trigger.Quote);
    }

    [Fact]
    public void Where_a_report_was_written_says_nothing() =>
        Assert.DoesNotContain(Of("BOGOTA - Colombia's army said on Tuesday it had killed a commander of the ELN in an air strike. The commander had led attacks on pipelines, it said.").SelectMany(c => c.Speakers), p => p.Evidence.Quote.Contains("BOGOTA"));

    [Theory]
    [InlineData("Violence erupted in Jos on Monday, killing nine.")]
    [InlineData("Gunmen killed nine mayors in Guerrero on Monday.")]
    [InlineData("A chain of killings of mayors began with the murder of Ana Ruiz on Monday.")]
    public void What_was_done_on_a_day_is_one(string text) => Assert.Contains(Of(text), c => c.Type == "ASSAULT" && c.Factuality == Factuality.Asserted);

    [Theory]
    [InlineData("The man leads a gang accused of the murder of a nurse.", "ACCUSE", "")]
    [InlineData("A judge ordered the seizure of trucks owned by the firm.", "COERCE", "A judge")]
    [InlineData("The murder of a man arrested by police angered the town.", "ASSAULT", "")]
    [InlineData("The minister pointed to the arrest of 30 suspects.", "COERCE", "")]
    [InlineData("The assembly condoled the deaths in riots in Surat.", "PROTEST", "")]
    [InlineData("The opposition wanted to distract the public from the riots in Surat.", "PROTEST", "")]
    [InlineData("Prosecutors charged the colonel with ordering the killing of nine farmers.", "ASSAULT", "the colonel")]
    [InlineData("The court convicted him of murdering a nurse.", "ASSAULT", "")]
    [InlineData("Police booked nine men for rioting.", "PROTEST", "nine men")]
    [InlineData("The court heard that he was arrested on Monday.", "COERCE", "")]
    [InlineData("The ransom for the engineer was paid, and he was freed on Friday.", "RETREAT", "")]
    [InlineData("The rebel commander is opposed to negotiations.", "REJECT", "The rebel commander")]
    [InlineData("Gunmen dressed as soldiers abducted 12 students from a hostel.", "ASSAULT", "Gunmen")]
    [InlineData("The mayor warned the gangs to leave the town.", "REQUEST|THREATEN", "The mayor")]
    [InlineData("The army accused the rebels of shelling a clinic, killing nine patients.", "ASSAULT", "the rebels")]
    [InlineData("Kabul blamed Islamabad for striking a bus, wounding 12 people.", "ASSAULT", "Islamabad")]
    [InlineData("A driver was shot and his car was stolen.", "ASSAULT", "")]
    [InlineData("Rwanda dismissed as baseless a report that it had shelled Goma.", "REJECT", "Rwanda")]
    [InlineData("The market was bombed not by the rebels but by the army.", "ASSAULT", "the army")]
    [InlineData("The convoy was attacked by the rebels, not by Peru.", "ASSAULT", "the rebels")]
    [InlineData("The rebels' capture of the town forced the army to retreat.", "RETREAT", "the army")]
    public void Who_did_it_is_who_is_told_to_have(string text, string types, string initiator) =>
        Assert.All(Of(text).Where(c => types.Split('|').Contains(c.Type)), c => Assert.Equal(initiator, string.Join(", ", c.Initiators.Select(p => p.Evidence.Quote))));

    [Theory]
    [InlineData("The man wanted over the bombing of a market was arrested.", "COERCE", "The man")]
    [InlineData("The opposition leader left Chad after a judge ordered his arrest.", "COERCE", "")]
    [InlineData("The murder of a nurse angered the town.", "ASSAULT", "a nurse")]
    [InlineData("Twelve vans were seized, federal prosecutors said.", "COERCE", "Twelve vans")]
    [InlineData("Peruvian authorities dismantled a Colombian money laundering network.", "COERCE", "a Colombian money laundering network")]
    public void And_to_whom(string text, string type, string target) =>
        Assert.All(Of(text).Where(c => c.Type == type), c => Assert.Equal(target, string.Join(", ", c.Targets.Select(p => p.Evidence.Quote))));

    [Theory]
    [InlineData("Police arrested three Haitians in Panama City.", "three Haitians", "civilian")]
    [InlineData("A Briton was kidnapped in Mali.", "A Briton", "civilian")]
    [InlineData("The Ukrainian hacker was sentenced to nine years in prison.", "The Ukrainian hacker", "civilian")]
    [InlineData("Rebels attacked the Israelis in Jenin.", "the Israelis", null)]
    public void Some_of_a_countrys_people_are_not_the_country(string text, string words, string? sort) =>
        Assert.Equal(sort, Of(text).SelectMany(c => c.Targets).First(p => p.Evidence.Quote == words).Class);

    private static List<EventClaim> Of(string text) => [.. All(text).OfType<EventClaim>()];

    private static IEnumerable<Claim> All(string text) => Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims;
}
