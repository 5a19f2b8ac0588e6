using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Agency copy and statements of ministries: by kind of error, from articles read as one who must defend every published event.</summary>
public sealed class WireReportTests
{
    [Theory]
    [InlineData("Twelve clerks were killed in the Kenya embassy bombing.")]
    [InlineData("Prosecutors linked the two men to the U.S. Embassy blasts.")]
    [InlineData("A steep rise in the price of oil followed the Kuwait invasion.")]
    [InlineData("The death toll in the Tanzania blast has risen to 12, a doctor said.")]
    [InlineData("The ministry, which does not want to see the island punished as a result of the attacks on the pier, has lifted its warnings.")]
    [InlineData("The bureau sent dozens of agents and bombing specialists to the capital.")]
    public void Where_it_was_or_what_was_struck_did_not_do_it(string text) => Assert.All(Of(text, "ASSAULT"), c => Assert.Empty(c.Initiators));

    [Theory]
    [InlineData("Israeli airstrikes on the port killed nine sailors.", "Israeli")]
    [InlineData("An Al-Shabaab bombing killed nine sailors at the port.", "Shabaab")]
    public void Whose_deed_it_is_by_the_word_before_it_stays(string text, string doer) =>
        Assert.Contains(Of(text, "ASSAULT"), c => c.Initiators.Any(p => p.Evidence.Quote.Contains(doer, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Iraq could start hostilities by attacking Jordan.", "ASSAULT")]
    [InlineData("Sudan could respond with an attack on the port.", "ASSAULT")]
    [InlineData("The bureau offers a reward for information leading to the arrest of the smuggler.", "COERCE")]
    [InlineData("The relatives want the court to let them meet with the bishop.", "CONSULT")]
    public void What_may_be_is_no_event(string text, string type) =>
        Assert.All(Of(text, type), c => Assert.True(c.Factuality is not (Factuality.Asserted or Factuality.Reported), $"{c.Factuality}: {c.Rules[0]}"));

    [Theory]
    [InlineData("The raid on the port could delay the talks between Rabat and Algiers.", "ASSAULT")]
    [InlineData("Ministers may meet the envoy after the army shelled the port.", "ASSAULT")]
    public void What_was_stays_one_whatever_may_come_of_it(string text, string type) =>
        Assert.Contains(Of(text, type), c => c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Theory]
    [InlineData("The father won the custody battle over the boy.", "ASSAULT")]
    [InlineData("Both officials requested anonymity.", "REQUEST")]
    [InlineData("The police refused to provide details of the search.", "REJECT")]
    [InlineData("The prosecutor declined to discuss the charges.", "REJECT")]
    [InlineData("Protesters dismissed the bishop's comments as selfish.", "COERCE")]
    [InlineData("The president went on to add that the war had ruined the nation.", "CONSULT")]
    [InlineData("The number of doctors in the province declined over ten years.", "REJECT")]
    public void Figures_of_speech_are_no_events(string text, string type) =>
        Assert.DoesNotContain(Of(text, type), c => c.Factuality is Factuality.Asserted or Factuality.Reported or Factuality.Requested);

    [Fact]
    public void Wanting_to_thank_is_the_thanks()
    {
        EventClaim claim = Assert.Single(Of("\"I want to congratulate the Syrians who have come home,\" the minister said.", "SUPPORT"));

        Assert.Contains("Syrians", Assert.Single(claim.Targets).Evidence.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Whose_deed_is_punished_is_the_punished_one()
    {
        EventClaim claim = Of("The Security Council imposed sanctions on Iraq after its invasion of Kuwait.", "ASSAULT")[0];

        Assert.Equal("IRQ", Assert.Single(claim.Initiators).ActorId);
    }

    [Fact]
    public void An_age_counts_nobody()
    {
        EventClaim claim = Of("Harold Osei, 52, and the father of four boys, was shot to death at noon in his shop.", "ASSAULT")[0];

        Assert.Equal(1, claim.Tolls.Single(t => t.Kind == TollKind.Killed).Min);
    }

    [Fact]
    public void A_king_is_not_the_president_who_shares_his_name()
    {
        EventClaim claim = Of("Saddam Hussein sent a letter to the palace. King Hussein met the British ambassador on Monday.", "CONSULT")[^1];

        Assert.DoesNotContain(claim.Initiators, p => p.ActorId == "IRQ.P.HUSSEIN");
    }

    [Theory]
    [InlineData("Former Russian leader Boris Yeltsin rejected the plan.", "RUS.P.YELTSIN")]
    [InlineData("The Yugoslav leader, Slobodan Milosevic, rejected the plan.", "SRB.P.MILOSEVIC")]
    public void Who_is_named_behind_an_office_is_the_party_and_not_the_country(string text, string actor) =>
        Assert.Equal(actor, Assert.Single(Of(text, "REJECT")[0].Initiators).ActorId);

    [Fact]
    public void Who_stands_against_a_group_is_not_the_group()
    {
        EventClaim claim = Of("The envoy met key members of the Counter ISIL Coalition in Berlin.", "CONSULT")[0];

        Assert.DoesNotContain(claim.Targets, p => p.ActorId == "ISIS");
    }

    internal static ImmutableArray<EventClaim> Of(string text, string type)
    {
        var read = Assert.IsType<PageRead>(Trees.Whole.Read(Page.Of("page", Encoding.UTF8.GetBytes($"KAMPALA, March 4 — {text}"), PageFormat.PlainText, KnownFacts.None)));
        return [.. Assert.IsType<Reading>(read.Reading).Claims.OfType<EventClaim>().Where(c => c.Type == type)];
    }
}
