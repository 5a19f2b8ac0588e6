using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Whose deed it is when a sentence names others beside it: who tells of it, who is charged with it, whom an answer is meant for.</summary>
public sealed class WhoseDeedTests
{
    [Theory]
    [InlineData("Accra accused Lomé of sheltering gunmen in the north.", "AID", "TGO.GOV")]
    [InlineData("Police prevented the miners from attacking the ministry in Kitwe.", "PROTEST", null)]
    public void Of_its_object_tells_what_somebody_else_did(string sentence, string type, string? actor)
    {
        EventClaim claim = Trees.Event(Read(sentence), type);

        Assert.All(claim.Initiators, p => Assert.DoesNotContain(p.Evidence.Quote, new[] { "Accra", "Police" }));
        if (actor is not null)
        {
            Assert.Contains(claim.Initiators, p => p.ActorId == actor);
        }
    }

    [Theory]
    [InlineData("A bomber blew himself up beside a chapel in Kisumu, the mayor said.", "mayor")]
    [InlineData("Peru's navy said three sailors were hurt when a boat was rammed off Callao, hours after a patrol drowned a smuggler.", "navy")]
    public void Who_only_tells_it_has_no_part_in_it(string sentence, string teller)
    {
        Assert.All(Read(sentence).Claims.OfType<EventClaim>().Where(c => c.Type == "ASSAULT"),
            c => Assert.DoesNotContain(c.Initiators.Concat(c.Targets), p => p.Evidence.Quote.Contains(teller, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Canada halted arms sales to Riyadh.", "SANCTION", "SAU.GOV")]
    [InlineData("The bloc imposed sanctions on Harare on Monday.", "COERCE", "ZWE.GOV")]
    [InlineData("Rebels marched on Harare on Monday.", "MOBILIZE", null)]
    public void What_is_addressed_to_a_capital_falls_on_those_who_govern_there(string sentence, string type, string? actor)
    {
        EventClaim claim = Trees.Event(Read(sentence), type);

        Assert.Equal(actor, claim.Targets.Select(p => p.ActorId).FirstOrDefault());
    }

    [Fact]
    public void A_charge_over_a_deed_told_before_falls_on_who_did_it()
    {
        EventClaim claim = Trees.Event(Read("Kenyan jets bombed a village near Kismayo on Sunday. Norway condemned the bombing."), "ACCUSE");

        Assert.Equal(["Kenyan jets"], claim.Targets.Select(p => p.Evidence.Quote));
        Assert.All(claim.Targets, p => Assert.True(p.Implied));
    }

    [Fact]
    public void An_answer_is_meant_for_who_is_answered()
    {
        Reading reading = Read("Peru expelled Bolivia's ambassador on Wednesday; La Paz recalled its envoy in response.");
        EventClaim recall = reading.Claims.OfType<EventClaim>().First(c => c.Trigger.Quote.StartsWith("recall", StringComparison.Ordinal));

        Assert.Equal(["Peru"], recall.Targets.Select(p => p.Evidence.Quote));
        Assert.Contains(reading.Links, l => l.Kind == ClaimLinkKind.Retaliates && l.From == recall.Id);
    }

    [Fact]
    public void A_threat_is_not_meant_for_an_attacker_of_others()
    {
        EventClaim threat = Trees.Event(Read("Rebels of the FARC killed nine Colombian soldiers near Cali. Bangkok threatened to retaliate if the tariffs stay."), "THREATEN");

        Assert.Empty(threat.Targets);
    }

    [Fact]
    public void The_government_is_not_that_of_another_country_than_the_place_told()
    {
        EventClaim protest = Trees.Event(Read("Washington rejected the plan. Thousands of people marched in Lusaka against the government on Friday."), "PROTEST");

        Assert.DoesNotContain(protest.Targets, p => p.ActorId is "USA.GOV" or "USA");
    }

    [Fact]
    public void Nobody_does_what_nature_does() =>
        Assert.DoesNotContain(Read("Flash floods killed at least nine people in eastern Peru this week.").Claims.OfType<EventClaim>(), c => c.Type == "ASSAULT");

    [Theory]
    [InlineData("Bolivia's neighbours accused Brasília of delay.", "BOL")]
    [InlineData("Togo agreed with its northern neighbour on a timetable for the border posts.", "TGO")]
    public void A_neighbour_is_not_the_country_that_has_it(string sentence, string country)
    {
        foreach (Party party in Read(sentence).Claims.OfType<EventClaim>().SelectMany(c => c.Initiators.Concat(c.Targets)).Where(p => p.Evidence.Quote.Contains("neighbour", StringComparison.Ordinal)))
        {
            Assert.NotEqual(country, party.ActorId);
        }
    }

    [Fact]
    public void A_commander_of_jihadists_is_one_of_them()
    {
        EventClaim claim = Trees.Event(Read("Soldiers captured a jihadist commander near Gao on Monday."), "ASSAULT");

        Assert.Contains(claim.Targets.Concat(claim.Victims), p => p.Class == "militant");
    }

    [Fact]
    public void Who_suffers_a_deed_is_not_charged_with_it()
    {
        EventClaim claim = Trees.Event(Read("The union condemned the killing of the farmers near Jos."), "ACCUSE");

        Assert.DoesNotContain(claim.Targets, p => p.Evidence.Quote == "the farmers");
    }

    [Fact]
    public void What_is_opposed_must_be_somebody() =>
        Assert.DoesNotContain(Read("Norway and Finland, which oppose military aid to Guyana, blocked the statement.").Claims, c => c is RelationClaim { Relation: "hostile" });

    private static Reading Read(string text) => WholeEngine.ReadText("test", text, new DateOnly(2023, 9, 14)).Reading!;
}
