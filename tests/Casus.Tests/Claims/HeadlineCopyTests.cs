using System.Collections.Immutable;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Headlines, and sentences in which whose deed, offer or office it is stands far from the verb.</summary>
public sealed class HeadlineCopyTests
{
    [Theory]
    [InlineData("Japan lifts travel ban", "CONCEDE", "Japan", null)]
    [InlineData("Gunmen raid village in northern Norway, killing nine", "ASSAULT", "Gunmen", "village")]
    [InlineData("Rebels free 12 hostages", "RETREAT", "Rebels", "12 hostages")]
    [InlineData("Court jails editor for five years", "SANCTION", "Court", "editor")]
    [InlineData("Norway bombs Swedish camps in Denmark", "ASSAULT", "Norway", "Swedish camps")]
    [InlineData("Norway condemns market blast", "ACCUSE", "Norway", null)]
    [InlineData("Norway threatens to close strait", "THREATEN", "Norway", "strait")]
    public void Headlines_tell_who_did_what(string text, string type, string doer, string? whom) => Tells(text, type, doer, whom);

    [Theory]
    [InlineData("Gunmen on Friday abducted aid worker Jane Doe near Bergen.", "ASSAULT", "Gunmen", "aid worker Jane Doe")]
    [InlineData("Ilya Petrov, a former world champion, called for sanctions against Gazprom.", "THREATEN", "Ilya Petrov", "Gazprom")]
    [InlineData("The ministry reversed its ruling after a Danish refugee working at a clinic begged the minister to reconsider.", "REQUEST", "a Danish refugee", "the minister")]
    [InlineData("Norway threatened to halt talks with the agency.", "THREATEN", "Norway", "the agency")]
    [InlineData("A Swedish-led strike on a wedding party in Bergen killed 22 people.", "ASSAULT", "Swedish-led", "a wedding party")]
    [InlineData("The premier wrote a letter to the chairman of the bank threatening to cut funding.", "THREATEN", "The premier", null)]
    [InlineData("The tribunal dismissed the petition filed by the senator against the mayor.", "REJECT", "The tribunal", "the senator")]
    [InlineData("The premier rejected several proposals put forward by the National Assembly.", "REJECT", "The premier", "the National Assembly")]
    [InlineData("Norway gave 12 million euros to promote farming in Japan.", "AID", "Norway", "Japan")]
    [InlineData("Norway opened its borders to displaced Afghans.", "AID", "Norway", "displaced Afghans")]
    [InlineData("A court convicted Hamid Karimi and jailed him for life.", "COERCE", "A court", "Hamid Karimi")]
    [InlineData("Hamid Karimi was freed after the king pardoned him.", "CONCEDE", "the king", "Hamid Karimi")]
    [InlineData("The militia threatened to shell Bergen, the country's third largest city, if Sweden hits Oslo.", "THREATEN", "The militia", "Bergen")]
    public void Who_did_what_to_whom(string text, string type, string doer, string? whom) => Tells(text, type, doer, whom);

    [Fact]
    public void Where_it_was_written_is_not_where_it_was() =>
        Assert.DoesNotContain(Of("KAMPALA, Nov 12 (Wire) - Gunmen killed nine villagers in eastern Congo, the third such raid in a week.", "ASSAULT"), c => c.Place?.Evidence.Quote == "KAMPALA");

    [Theory]
    [InlineData("Russian Foreign Minister Pavel Orlin met the Norwegian king.", "RUS.GOV")]
    [InlineData("Turkish President Selim Aydin visited Norway.", "TUR.GOV")]
    public void A_named_minister_is_not_who_holds_the_office_today(string text, string actor) => Assert.Contains(Of(text, "CONSULT")[0].Initiators, p => p.ActorId == actor);

    [Theory]
    [InlineData("The move by the regulator stops the work of charities.", "PROTEST")]
    [InlineData("Gunmen loyal to the ousted governor blocked the road.", "COERCE")]
    [InlineData("Norway opened its borders to displaced Danes.", "ASSAULT")]
    [InlineData("The UN-backed government met the mayors.", "SUPPORT")]
    [InlineData("Soldiers fired across the ceasefire line.", "RETREAT")]
    [InlineData("Oslo wants Sweden to drop its claim to the island.", "AGREE")]
    public void It_is_none_of_these(string text, string type) => Assert.DoesNotContain(Of(text, type), c => c.Trigger.Quote is not ("blocked" or "blocked the road"));

    [Theory]
    [InlineData("The chancellor stepped down in March, after marches that demanded an early vote.", "PROTEST", "chancellor")]
    [InlineData("The blast that levelled a house in Bergen killed 30 people as Norwegian troops were battling militants nearby.", "ASSAULT", null)]
    public void Who_is_told_of_beside_it_did_not_do_it(string text, string type, string? whom)
    {
        EventClaim claim = Of(text, type)[0];

        Assert.DoesNotContain(claim.Initiators, p => whom is null || p.Evidence.Quote.Contains(whom, StringComparison.Ordinal));
    }

    private static void Tells(string text, string type, string doer, string? whom)
    {
        ImmutableArray<EventClaim> claims = Of(text, type);

        Assert.Contains(claims, c => c.Initiators.Any(p => p.Evidence.Quote == doer) && (whom is null || c.Targets.Concat(c.Victims).Any(p => p.Evidence.Quote.StartsWith(whom, StringComparison.Ordinal))));
    }

    private static ImmutableArray<EventClaim> Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
