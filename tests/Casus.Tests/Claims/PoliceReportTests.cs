using System.Collections.Immutable;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>The short reports that police and monitors give out, dense with agents, counts and harm: by kind of error, from reports read as one who must defend every claim.</summary>
public sealed class PoliceReportTests
{
    [Theory]
    [InlineData("A customs clerk was shot dead by two unknown raiders near the toll gate in Maroua.", "raiders")]
    [InlineData("Unknown raiders on Monday shot dead a retired clerk and member of a village council near Maroua.", "raiders")]
    [InlineData("Four raiders were killed in an encounter with the forest guards near Dindori.", "")]
    public void Who_shot_whom_dead_is_read(string text, string doer)
    {
        EventClaim claim = Assert.Single(Of(text, "ASSAULT"));

        Assert.Contains("firearms", claim.Modes);
        Assert.True(claim.Tolls.Single(t => t.Kind == TollKind.Killed).Min > 0);
        Assert.Equal(doer.Length > 0, claim.Initiators.Any(p => p.Evidence.Quote.Contains(doer, StringComparison.Ordinal) && doer.Length > 0));
    }

    [Theory]
    [InlineData("Four raiders were killed in an encounter with the forest guards near Dindori.", "CONSULT")]
    [InlineData("The raiders saw the river patrol and fired on it.", "CONSULT")]
    [InlineData("The explosion left nine porters injured.", "RETREAT")]
    [InlineData("The raid that left two wardens wounded took an hour.", "RETREAT")]
    [InlineData("The raiders left behind pamphlets in which they cursed the mill owner.", "RETREAT")]
    [InlineData("Two wardens laid down their lives in the gunfight.", "RETREAT")]
    [InlineData("Three stalls were destroyed when a device hidden in a basket exploded.", "RETREAT")]
    [InlineData("The raiders pulled ten travellers from a minibus and fired at them.", "RETREAT")]
    [InlineData("A grenade was thrown at a police picket near the mill.", "PROTEST")]
    [InlineData("The clerk, who joined the Police Force in 2009, was beaten by raiders.", "COOPERATE")]
    [InlineData("The troops launched an operation to rescue two miners.", "ASSAULT")]
    [InlineData("No casualties were reported.", "ASSAULT")]
    public void What_only_looks_like_another_deed_is_none(string text, string type) => Assert.Empty(Of(text, type));

    [Theory]
    [InlineData("The wardens repulsed the attack on the mill and killed two raiders.", "wardens")]
    [InlineData("Wardens hurried to the mill but a roadside bomb exploded.", "Wardens")]
    [InlineData("Two wardens and a cook lost their lives in the explosion at the mill.", "wardens")]
    [InlineData("The wardens suffered injuries after the explosion of a mine.", "wardens")]
    [InlineData("The sergeant said all three were victims of targeted killings.", "victims")]
    [InlineData("The sergeant said he feared that it was a targeted killing.", "sergeant")]
    public void Who_beats_a_deed_back_suffers_it_or_speaks_of_it_did_not_do_it(string text, string word) =>
        Assert.All(Of(text, "ASSAULT").Where(c => c.Rules[0].Value is not "assault.kill.03"), c => Assert.DoesNotContain(c.Initiators, p => p.Evidence.Quote.Contains(word, StringComparison.Ordinal)));

    [Fact]
    public void Threats_received_are_those_of_who_sent_them()
    {
        EventClaim claim = Assert.Single(Of("Two editors in Oaxaca had been receiving death threats from a cartel.", "THREATEN"));

        Assert.Contains("cartel", Assert.Single(claim.Initiators).Evidence.Quote, StringComparison.Ordinal);
        Assert.Contains("editors", Assert.Single(claim.Targets).Evidence.Quote, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Three wardens and one cook lost their lives in the blast near Goma.", 4)]
    [InlineData("Five relatives were shot dead when gunmen killed the miller Adu Bello near Jos.", 5)]
    public void All_who_are_counted_count(string text, int killed) =>
        Assert.Equal(killed, Of(text, "ASSAULT").SelectMany(c => c.Tolls).Where(t => t.Kind == TollKind.Killed).Max(t => t.Min));

    [Fact]
    public void A_killing_that_is_answered_adds_nothing_to_the_answer()
    {
        ImmutableArray<EventClaim> claims = Of("Rebels attacked two pumps on Monday. The rebels said they had damaged the pumps in protest at the killing of their chief by the army in Boro.", "ASSAULT");

        Assert.All(claims.Where(c => c.Initiators.Any(p => p.Class == "militant")), c => Assert.DoesNotContain(c.Tolls, t => t.Kind == TollKind.Killed));
    }

    [Fact]
    public void What_befell_somebody_before_is_no_toll_of_the_deed() =>
        Assert.All(Of("The mayor was beaten while he came home from visiting the house of a nurse, who had died recently in the town.", "ASSAULT"), c => Assert.Empty(c.Tolls));

    [Fact]
    public void Parts_of_a_weapons_name_and_the_road_are_not_struck()
    {
        Assert.All(Of("Raiders set off two mines and shot him dead on the Lugari road.", "ASSAULT"), c => Assert.DoesNotContain(c.Targets, p => p.Evidence.Quote.Contains("mines", StringComparison.Ordinal) || p.Evidence.Quote.Contains("road", StringComparison.Ordinal)));
    }

    private static ImmutableArray<EventClaim> Of(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type)];
}
