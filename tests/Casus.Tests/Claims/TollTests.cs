using System.Collections.Immutable;
using Casus.Claims;
using Casus.Language;
using Casus.Tests.Corpus;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>How many people texts count, and how counts of one happening come together.</summary>
public class TollTests
{
    [Theory]
    [InlineData("Gunmen shot dead a police officer and his driver in Multan.", 2, 2)]
    [InlineData("A guard was killed and another was hurt when a bomb exploded in Multan.", 1, 1)]
    [InlineData("A bomb killed a cook and at least five others in Multan.", 6, null)]
    [InlineData("Militants killed four policemen and three civilians in Multan.", 7, 7)]
    [InlineData("Militants attacked a post in Multan and killed eight women and children.", 8, 8)]
    [InlineData("A River Guard Force (RGF) trooper was killed in a bomb blast in Multan.", 1, 1)]
    [InlineData("A bomb in Multan killed 17 people, including two commanders.", 17, 17)]
    [InlineData("A 30 year old farmer was killed in a bomb blast in Multan.", 1, 1)]
    [InlineData("The toll of the bombing in Multan rose to 41.", 41, 41)]
    [InlineData("A bombing in Multan left at least 12 dead.", 12, null)]
    [InlineData("Norwegian soldiers clashed with gunmen in Multan, leaving at least 12 dead, among them two priests.", 12, null)]
    [InlineData("A couple of hundred people were killed in a bombing in Multan.", 200, 200)]
    [InlineData("Two farmers lost their lives when a bomb exploded in Multan.", 2, 2)]
    [InlineData("At least seven travellers, among them two children, died when gunmen attacked a bus near Multan.", 7, null)]
    public void Killed_are_counted(string text, int min, int? max)
    {
        Toll killed = Count(text, TollKind.Killed)!;
        Assert.Equal((min, (long?)max), (killed.Min, killed.Max));
    }

    [Theory]
    [InlineData("Three guards sustained injuries when a bomb exploded in Multan.", 3)]
    [InlineData("A bomb blast in Multan left two farmers injured.", 2)]
    [InlineData("A farmer was killed and two others critically injured when a bomb exploded in Multan.", 2)]
    [InlineData("A bomb exploded in Multan, killing six and wounding about 20.", 20)]
    [InlineData("Gunmen opened fire on a bus in Multan. Four passengers suffered injuries.", 4)]
    [InlineData("A bomb exploded at a gate in Multan. Two guards were injured in the blast. A cook was also injured.", 3)]
    public void Injured_are_counted(string text, int min) => Assert.Equal(min, Count(text, TollKind.Injured)!.Min);

    [Fact]
    public void What_comes_on_top_is_added_with_both_groups_kept()
    {
        Toll killed = Count("Militants attacked a post near Multan and killed a soldier. One militant was also killed in the attack.", TollKind.Killed)!;
        Assert.Equal((2L, (long?)2), (killed.Min, killed.Max));
        Assert.Equal(["security_forces", "militant"], killed.Parts.Select(p => p.Class));
        Assert.All(killed.Parts, p => Assert.NotNull(p.Evidence.Span));
    }

    [Fact]
    public void Those_among_the_counted_are_parts_and_add_nothing()
    {
        Toll killed = Count("A bomb in Multan killed 12 people, including five children and a nurse.", TollKind.Killed)!;
        Assert.Equal(12, killed.Min);
        Assert.Equal([5L, 1L], killed.Parts.Select(p => p.Min));
    }

    [Theory]
    [InlineData("An air strike on Multan killed 14 civilians and three fighters, among them five women and four children.", 17)]
    [InlineData("Soldiers killed 17 militants, among them two commanders, in a raid near Multan.", 17)]
    [InlineData("A suicide bombing in Multan killed nine people, including the attacker.", 9)]
    public void A_list_of_those_among_them_adds_nothing(string text, int min)
    {
        Toll killed = Count(text, TollKind.Killed)!;
        Assert.Equal((min, (long?)min), (killed.Min, killed.Max));
        Assert.All(killed.Parts, p => Assert.Contains(' ', p.Whom));
    }

    [Fact]
    public void An_attacker_among_the_dead_is_counted_and_told_apart() =>
        Assert.Equal("militant", Count("A suicide bombing in Multan killed nine people, including the attacker.", TollKind.Killed)!.Parts.Single().Class);

    [Theory]
    [InlineData("A bomb in Multan killed seven people. The toll later rose to 11.", 11)]
    [InlineData("A bomb in Multan killed 12 people, police said. Officials later revised the death toll to nine.", 9)]
    [InlineData("The death toll from the bombing in Multan has risen from six to nine, a doctor said.", 9)]
    public void Later_counts_stand_and_corrections_also_downwards(string text, int min) => Assert.Equal(min, Count(text, TollKind.Killed)!.Min);

    [Theory]
    [InlineData("Rebels attacked a ferry near Multan on Monday. At least nine passengers are missing.", TollKind.Missing, 9, null)]
    [InlineData("Between six and eight road workers were abducted by gunmen near Multan.", TollKind.Abducted, 6, 8)]
    [InlineData("Police arrested at least 14 suspects, including two women, in Multan.", TollKind.Arrested, 14, null)]
    [InlineData("Fighting between the army and rebels near Multan displaced about 3,000 families.", TollKind.Displaced, 3000, 3000)]
    [InlineData("Two hundred people were killed and forty abducted in a raid near Multan.", TollKind.Abducted, 40, 40)]
    [InlineData("Some 90 people were killed and 31 taken hostage in a raid near Multan.", TollKind.Abducted, 31, 31)]
    [InlineData("Some 35 fighters surrendered to the army near Multan.", TollKind.Surrendered, 35, 35)]
    [InlineData("A rebel commander and 12 of his men laid down their arms before the governor of Multan.", TollKind.Surrendered, 13, 13)]
    public void Every_kind_is_counted_with_bounds(string text, TollKind kind, int min, int? max)
    {
        Toll toll = Claims(text).SelectMany(c => c.Tolls).Single(t => t.Kind == kind);
        Assert.Equal((min, (long?)max), (toll.Min, toll.Max));
    }

    [Fact]
    public void A_bare_number_is_nobody() =>
        Assert.DoesNotContain(Lead("A bomb in Multan killed seven people. The toll later rose to 11.").Victims, v => v.Evidence.Quote == "11");

    [Fact]
    public void Who_dies_of_wounds_is_no_longer_injured()
    {
        EventClaim told = Lead("A farmer was injured when a bomb exploded in Multan. He later succumbed to his injuries.");
        Assert.Equal(1, told.Tolls.Single(t => t.Kind == TollKind.Killed).Min);
        Assert.DoesNotContain(told.Tolls, t => t.Kind == TollKind.Injured);
    }

    [Fact]
    public void Nought_is_told_and_silence_is_no_nought()
    {
        Toll none = Count("Militants fired rockets at a camp in Multan. No one was injured in the attack.", TollKind.Injured)!;
        Assert.Equal((0L, (long?)0), (none.Min, none.Max));
        Assert.Contains("No one", none.Evidence.Quote, StringComparison.Ordinal);
        Assert.Null(Count("Militants fired rockets at a camp in Multan.", TollKind.Injured));
        Assert.Null(Count("Militants fired rockets at a camp in Multan. Guards made sure that no one is injured in an attack.", TollKind.Injured));
    }

    [Theory]
    [InlineData("1e309")]
    [InlineData("1234567890123456789012345678901234567890")]
    [InlineData("999999999999999")]
    [InlineData("-5")]
    [InlineData("NaN")]
    [InlineData("1,2,3")]
    [InlineData("١٢")]
    public void No_number_makes_a_toll_that_cannot_be(string number)
    {
        foreach (Toll toll in Claims($"A bomb killed {number} people in Multan. {number} killed, {number} injured.").SelectMany(c => c.Tolls))
        {
            Assert.InRange(toll.Min, 0, 1000);
        }
    }

    [Fact]
    public void Tolls_of_any_text_have_bounds_in_order_and_words_of_their_own() => Prop.ForAll<NonNull<string>, int>((text, number) =>
    {
        string odd = new([.. text.Get.Where(c => !char.IsControl(c))]);
        string hostile = $"A bomb killed {number} men, {odd} and {number} guards, including {number} of them, in Multan; {odd} million were also killed. The police said on Tuesday that they had opened an inquiry into the bombing of the market.";
        return Claims(hostile).SelectMany(c => c.Tolls).All(t => t.Min >= 0 && (t.Max is null || t.Max >= t.Min) && t.Min < 10_000_000_000 && t.Evidence.Quote.Length > 0);
    }).QuickCheckThrowOnFailure();

    private static Toll? Count(string text, TollKind kind) => Lead(text).Tolls.SingleOrDefault(t => t.Kind == kind);

    private static EventClaim Lead(string text) => Claims(text).Where(c => c.Type == "ASSAULT").MinBy(c => c.Rank)!;

    private static ImmutableArray<EventClaim> Claims(string text) => [.. WholeEngine.ReadText("test", text, new DateOnly(2023, 9, 14)).Reading?.Claims.OfType<EventClaim>() ?? []];
}
