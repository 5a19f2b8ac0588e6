using System.Text;
using Casus.Articles;
using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Who has no part in a deed though the sentence names them beside it: by kind of error, from articles read as one who must defend every claim.</summary>
public sealed class NoDoerTests
{
    [Theory]
    [InlineData("The governor did not say who had shelled the ferry at Mopti, in which two porters died.", "governor")]
    [InlineData("The ministry did not name the cell behind the bombing of the depot.", "ministry")]
    [InlineData("The bishop led prayers for the victims of the bombing of a bus depot in Cali.", "bishop")]
    [InlineData("The captive died in a barracks in Aleppo after torture.", "captive")]
    [InlineData("Mali holds two editors after a report on the killing of herders near Mopti.", "Mali")]
    [InlineData("A clinic run by a Danish charity said it had received thirty wounded.", "charity")]
    [InlineData("Rebels overran a post near Goma, officials said on Monday, killing nine guards.", "officials")]
    [InlineData("The envoy honoured two cooks killed in the war.", "envoy")]
    [InlineData("The Omani sultan sent a message of sympathy to the Kenyan president following the terrorist assault in Lamu.", "sultan")]
    [InlineData("A bomb left on a bus wounded seven passengers in Davao.", "bus")]
    public void Who_speaks_of_a_deed_or_suffers_it_did_not_do_it(string text, string word) =>
        Assert.All(Deeds(Read(text)), c => Assert.DoesNotContain(c.Initiators, p => p.Evidence.Quote.Contains(word, StringComparison.Ordinal)));

    [Theory]
    [InlineData("The quarrel began with airstrikes on a dam in June.", "quarrel")]
    [InlineData("The dispute erupted with the shelling of two hamlets on the river.", "dispute")]
    [InlineData("The Davao bombing shook the island.", "Davao")]
    public void Quarrels_and_towns_do_nothing(string text, string word) =>
        Assert.All(Deeds(Read(text)), c => Assert.DoesNotContain(c.Initiators, p => p.Evidence.Quote.Contains(word, StringComparison.Ordinal)));

    [Fact]
    public void That_somebody_fired_is_granted_by_who_does_not_say_who() =>
        Assert.All(Deeds(Read("The governor did not say who had shelled the ferry at Mopti.")), c => Assert.NotEqual(Factuality.Negated, c.Factuality));

    [Fact]
    public void Who_is_behind_an_attack_did_it()
    {
        EventClaim claim = Trees.Event(Read("Three guards were killed in an ambush near Pasto. The ELN said it was behind the attack."), "ASSAULT");

        Assert.True(claim.Responsibility?.Claimed);
        Assert.Contains(claim.Responsibility!.By, p => p.ActorId == "COL.ELN");
    }

    [Fact]
    public void A_later_denial_by_others_takes_no_claim_away()
    {
        EventClaim claim = Trees.Event(Read("A car bomb killed four officers in Cali. The ELN said it had carried out the attack. Another group denied involvement."), "ASSAULT");

        Assert.True(claim.Responsibility?.Claimed);
    }

    [Fact]
    public void A_government_that_tells_of_rebels_claims_nothing_for_them()
    {
        Reading reading = Read("Clashes between the ELN and dissidents of the FARC have killed 80 people near Cali, the Colombian government said.");

        Assert.All(Deeds(reading), c => Assert.Null(c.Responsibility));
    }

    [Fact]
    public void Who_is_killed_may_have_fought_before()
    {
        EventClaim[] deeds = Deeds(Read("A car bomb in Odesa killed a Chechen who had fought beside the rebels."));

        Assert.DoesNotContain(deeds, c => c.Tolls.Length > 0 && c.Initiators.Any(p => p.Evidence.Quote.Contains("Chechen", StringComparison.Ordinal)));
        Assert.All(deeds, c => Assert.DoesNotContain(c.Targets, p => p.Evidence.Quote == "Odesa"));
    }

    [Fact]
    public void What_a_relative_clause_tells_of_people_has_its_own_day()
    {
        EventClaim bombed = Deeds(Read("Camps of the PKK, which killed four guards in May, were bombed by Turkish jets.")).First(c => c.Trigger.Quote == "bombed");

        Assert.Null(bombed.Time.Value);
        Assert.Contains(bombed.Targets, p => p.Evidence.Quote.StartsWith("Camps", StringComparison.Ordinal));
    }

    [Fact]
    public void A_strike_on_somebody_is_not_the_attack_that_he_took_part_in() =>
        Assert.DoesNotContain(
            Deeds(Read("The Kenyan army said it had targeted a Shabaab commander who took part in the attack of May 4, 2022.")),
            c => c.Time.Value == "2022-05-04" && c.Initiators.Any(p => p.ActorId == "KEN.KDF"));

    [Fact]
    public void An_attack_of_another_year_is_not_the_strike_told_before() =>
        Assert.DoesNotContain(
            Deeds(Read("A Kenyan air strike hit tents near Kismayo on Tuesday. The army said it had targeted a man who took part in the attack of May 4, 2022.")),
            c => c.Time.Value == "2022-05-04" && c.Initiators.Any(p => p.ActorId?.StartsWith("KEN", StringComparison.Ordinal) == true));

    [Fact]
    public void Who_says_so_may_blame_in_the_same_breath()
    {
        EventClaim claim = Trees.Event(Read("At least nine people were killed when shells hit a market, a network of doctors said, blaming the RSF."), "ACCUSE");

        Assert.Contains(claim.Initiators, p => p.Evidence.Quote.Contains("doctors", StringComparison.Ordinal));
    }

    [Fact]
    public void To_say_so_is_no_second_deed() =>
        Assert.DoesNotContain(Deeds(Read("France said its forces had killed the leader of the band in Mali in an operation with Malian troops.")), c => c.Trigger.Quote == "said");

    [Fact]
    public void A_headline_in_capitals_keeps_its_parties()
    {
        EventClaim claim = Trees.Event(Read("POLICE ARREST 14 STUDENTS IN KAMPALA"), "COERCE");

        Assert.Contains(claim.Initiators, p => p.Evidence.Quote == "POLICE");
        Assert.Contains(claim.Targets, p => p.Evidence.Quote.Contains("STUDENTS", StringComparison.Ordinal));
    }

    [Fact]
    public void Counted_soldiers_are_no_bare_number()
    {
        EventClaim claim = Trees.Event(Read("The army said 31 people were killed in the raid, including 23 of its soldiers."), "ASSAULT");

        Assert.Contains(claim.Tolls.SelectMany(t => t.Parts), p => p.Evidence.Quote == "23 of its soldiers");
    }

    [Fact]
    public void Police_who_shoot_at_a_march_do_not_march() =>
        Assert.All(Read("Police shot two men during a march in Lusaka on Monday.").Claims.OfType<EventClaim>().Where(c => c.Type == "PROTEST"), c => Assert.Empty(c.Initiators));

    [Fact]
    public void Both_sides_are_nobody_named_before()
    {
        EventClaim claim = Trees.Event(Read("Egypt and Kenya called on both sides to allow aid into Kassala."), "REQUEST");

        Assert.Contains(claim.Targets, p => p.Evidence.Quote == "both sides");
        Assert.All(claim.Targets, p => Assert.Null(p.ActorId));
    }

    [Theory]
    [InlineData("The Nigerian Air Force (NAF) bombed a camp near Gwoza.", "The Nigerian Air Force (NAF)")]
    [InlineData("The Lebanese president, Samir Haddad, condemned the raid.", "The Lebanese president, Samir Haddad")]
    [InlineData("Two Shabaab suicide bombers killed nine guards at the port.", "Two Shabaab suicide bombers")]
    public void Parties_stand_with_all_that_names_them(string text, string party) =>
        Assert.Contains(Read(text).Claims.OfType<EventClaim>().SelectMany(c => c.Initiators), p => p.Evidence.Quote == party);

    [Theory]
    [InlineData("The National Liberation Army (ELN) released two drivers near Tibu.", "militant")]
    [InlineData("A Hamas commander was killed by Israeli gunners near Gaza.", "militant")]
    public void Rebels_are_rebels_whatever_their_names_and_ranks_say(string text, string @class) =>
        Assert.Contains(Read(text).Claims.OfType<EventClaim>().SelectMany(c => c.Initiators.Concat(c.Targets).Concat(c.Victims)), p => p.Class == @class);

    private static EventClaim[] Deeds(Reading reading) => [.. reading.Claims.OfType<EventClaim>().Where(c => c.Type == "ASSAULT")];

    private static Reading Read(string text) => ((PageRead)Trees.Whole.Read(Page.Of("test", Encoding.UTF8.GetBytes(text), PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2023, 9, 14))))).Reading!;
}
