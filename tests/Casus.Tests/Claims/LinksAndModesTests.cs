using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>How events of an article bear on each other, and what PLOVER's auxiliary modes make of them.</summary>
public sealed class LinksAndModesTests
{
    private static readonly DateOnly Published = new(2023, 9, 14);

    [Theory]
    [InlineData("Gunmen shelled a police post near Gao on Monday. It was the latest in a series of raids in the region.")]
    [InlineData("Monday's shelling of the post near Gao was the latest in a string of raids.")]
    public void The_latest_in_a_series_is_part_of_it(string text)
    {
        Reading reading = Read(text);
        ClaimLink link = Assert.Single(reading.Links, l => l.Kind == ClaimLinkKind.PartOf);

        Assert.StartsWith("shell", Claim(reading, link.From).Trigger.Quote, StringComparison.Ordinal);
        Assert.Equal("raids", Claim(reading, link.To).Trigger.Quote);
    }

    [Fact]
    public void What_comes_as_a_result_was_caused_by_what_was_told_before()
    {
        Reading reading = Read("Herders killed nine farmers near Jos on Sunday. As a result, police arrested forty men.");
        ClaimLink link = Assert.Single(reading.Links, l => l.Kind == ClaimLinkKind.Causes);

        Assert.Equal("ASSAULT", Claim(reading, link.From).Type);
        Assert.Equal("COERCE", Claim(reading, link.To).Type);
    }

    [Theory]
    [InlineData("Kigali will never accept the ruling of the court.", "REJECT", "")]
    [InlineData("The army did not bomb the village near Gao.", "ASSAULT", "negation")]
    [InlineData("If rebels attack the capital, the bank will close.", "ASSAULT", "hypothetical")]
    [InlineData("In 1998, Kenya expelled the Danish envoy.", "SANCTION", "historical")]
    [InlineData("Chad and Niger held talks in Oslo.", "CONSULT", "")]
    public void Auxiliary_modes_follow_what_is_vouched_for(string sentence, string type, string modes)
    {
        EventClaim claim = Trees.Event(Read(sentence), type);

        Assert.Equal(modes, string.Join(' ', AuxiliaryModes.Of(claim, Published)));
    }

    [Theory]
    [InlineData("The senate stopped short of calling it a massacre.", "ASSAULT")]
    [InlineData("The council has not ruled out sending troops to Guyana.", "MOBILIZE")]
    [InlineData("The group has carried out dozens of attacks in Kenya since 2011.", "ASSAULT")]
    [InlineData("Parliament approved a bill that bans rallies.", "PROTEST")]
    public void What_is_named_ruled_out_forbidden_or_summed_up_is_no_happening(string sentence, string type) =>
        Assert.DoesNotContain(Read(sentence).Claims.OfType<EventClaim>(), c => c.Type == type && c.Factuality is Factuality.Asserted or Factuality.Reported);

    [Fact]
    public void The_year_of_another_thing_dates_nothing()
    {
        EventClaim claim = Trees.Event(Read("A court in Lusaka sentenced a colonel to nine years in jail over the 2009 coup attempt."), "SANCTION");

        Assert.NotEqual(Factuality.Historical, claim.Factuality);
    }

    private static EventClaim Claim(Reading reading, string id) => reading.Claims.OfType<EventClaim>().First(c => c.Id == id);

    private static Reading Read(string text) => WholeEngine.ReadText("test", text, Published).Reading!;
}
