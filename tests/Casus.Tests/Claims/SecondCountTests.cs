using System.Collections.Immutable;
using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Two harms with a count each, one number for two harms, and lists of those who were killed: each as the pipeline reads it.</summary>
public sealed class SecondCountTests
{
    [Theory]
    [InlineData("The attack killed nine people and wounded dozens.", 9, 24)]
    [InlineData("The attack killed 14 people and left dozens wounded.", 14, 24)]
    [InlineData("Shells hit a market in Sumy, killing nine and wounding dozens.", 9, 24)]
    [InlineData("Shells hit a market in Sumy, killing at least 12 people and wounding dozens of others.", 12, 24)]
    [InlineData("A bomb has killed nearly 50 people and injured dozens more, police said.", 50, 24)]
    [InlineData("Militants shot dead nine villagers and wounded dozens more.", 9, 24)]
    [InlineData("The blast claimed nine lives and injured seven people.", 9, 7)]
    [InlineData("The blast claimed the lives of nine people and wounded dozens.", 9, 24)]
    [InlineData("The clash left nine dead and dozens injured.", 9, 24)]
    [InlineData("The hospital said it had received nine bodies and dozens wounded after the strike.", 9, 24)]
    [InlineData("The shelling killed nine and left dozens wounded.", 9, 24)]
    [InlineData("Five dead and 20 hurt as car bomb explodes in Mogadishu", 5, 20)]
    [InlineData("Shelling of a bazaar left one shopper dead and 19 others injured in Sukkur.", 1, 19)]
    [InlineData("A raid left a farmer dead and two others wounded.", 1, 2)]
    [InlineData("A landmine left a boy dead and his father badly wounded.", 1, 1)]
    [InlineData("The blast hit a bus, leaving at least 12 passengers dead and 30 people injured.", 12, 30)]
    [InlineData("One soldier was killed and three, including an officer, were wounded in the clash.", 1, 3)]
    public void Each_harm_has_its_own_count(string text, int killed, int injured)
    {
        Assert.Equal([killed], Counts(text, TollKind.Killed));
        Assert.Equal([injured], Counts(text, TollKind.Injured));
    }

    [Theory]
    [InlineData("In the attack nine soldiers lost their lives and dozens were taken hostage.", 9, 24)]
    [InlineData("Gunmen killed 14 people and abducted dozens in the village.", 14, 24)]
    [InlineData("Gunmen kill 7, abduct 30 in Zamfara", 7, 30)]
    public void Who_is_taken_is_not_killed(string text, int killed, int abducted)
    {
        Assert.Equal([killed], Counts(text, TollKind.Killed));
        Assert.Equal([abducted], Counts(text, TollKind.Abducted));
    }

    [Theory]
    [InlineData("Clashes left 12 soldiers and eight rebels dead in Gao.", TollKind.Killed, 20)]
    [InlineData("A raid left 12 soldiers and eight rebels dead.", TollKind.Killed, 20)]
    [InlineData("The ambush left three soldiers, two guards and a driver dead.", TollKind.Killed, 6)]
    [InlineData("The blast left two women and three children wounded.", TollKind.Injured, 5)]
    [InlineData("An ambush left two policemen dead.", TollKind.Killed, 2)]
    [InlineData("An ambush left two policemen dead and three others missing.", TollKind.Missing, 3)]
    [InlineData("The raid left three soldiers missing.", TollKind.Missing, 3)]
    [InlineData("A ministry said two children were among five dead in the strike.", TollKind.Killed, 5)]
    public void All_who_are_left_so_are_counted(string text, TollKind kind, int count)
    {
        EventClaim claim = Assert.Single(Of(text));

        Assert.Equal(count, Assert.Single(claim.Tolls, t => t.Kind == kind).Min);
    }

    [Theory]
    [InlineData("The blast killed and wounded 40 people.", 40)]
    [InlineData("Some 200 people were killed or wounded in the offensive.", 200)]
    [InlineData("The raid left 40 dead and wounded.", 40)]
    public void One_number_for_two_harms_is_the_most_of_either(string text, int most)
    {
        Toll killed = Assert.Single(Of(text).SelectMany(c => c.Tolls).Where(t => t.Kind == TollKind.Killed).DistinctBy(t => (t.Min, t.Max)));

        Assert.Equal((1, (long?)most), (killed.Min, killed.Max));
    }

    [Fact]
    public void Who_was_abducted_and_killed_was_both()
    {
        Assert.Equal([2], Counts("Rebels abducted and killed two villagers.", TollKind.Killed));
        Assert.Equal([2], Counts("Rebels abducted and killed two villagers.", TollKind.Abducted));
    }

    [Theory]
    [InlineData("The commander, his wife and two children were killed in a drone strike.", 4)]
    [InlineData("The commander was killed along with two of his bodyguards in a drone strike.", 3)]
    public void All_of_a_list_are_counted(string text, int killed) => Assert.Equal([killed], Counts(text, TollKind.Killed));

    private static IEnumerable<long> Counts(string text, TollKind kind) => Of(text).SelectMany(c => c.Tolls).Where(t => t.Kind == kind).Select(t => t.Min).Distinct();

    private static List<EventClaim> Of(string text) => [.. Assert.IsType<PageRead>(WholeEngine.Read("test", text, PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 11, 19)))).Reading!.Claims.OfType<EventClaim>()];
}
