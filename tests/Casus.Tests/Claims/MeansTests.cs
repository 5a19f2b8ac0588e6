using Casus.Claims;
using Casus.Knowledge;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>By what means it was done: weapons that were used, and what the text does not tell.</summary>
public class MeansTests
{
    [Theory]
    [InlineData("Militants fired two rockets at a camp near Multan.", "heavy-weapons")]
    [InlineData("Militants fired a rifle grenade at a camp near Multan.", "explosives")]
    [InlineData("Youths hurled a petrol bomb at a shop in Multan.", "explosives")]
    [InlineData("A farmer was killed by three men in Multan on Monday.", EventMode.Untold)]
    public void The_mode_is_that_of_what_was_used(string text, string mode) => Assert.Equal([mode], Lead(text).Modes);

    [Theory]
    [InlineData("A militant was killed in a gun battle near Multan. Police recovered a rifle, three magazines and two hand grenades from the spot.")]
    [InlineData("A militant was shot dead near Multan and a pistol, 20 rounds and a grenade were recovered.")]
    public void What_is_found_was_not_used(string text) =>
        Assert.DoesNotContain(Assaults(text), c => c.Modes.Contains("explosives") || c.Means.Any(m => m.Kind == "grenade"));

    [Fact]
    public void Rifles_in_a_name_are_no_means() => Assert.Empty(Lead("A bomb killed two Hill Rifles personnel near Multan.").Means.Where(m => m.Kind == "gun"));

    [Fact]
    public void That_nothing_is_told_never_stands_beside_what_is() =>
        Assert.All(Assaults("Gunmen killed a farmer in Multan. The men shot him in the head. Two others died in a raid."), c => Assert.True(c.Modes.Length == 1 || !c.Modes.Contains(EventMode.Untold)));

    private static IEnumerable<EventClaim> Assaults(string text) => WholeEngine.ReadText("test", text, new DateOnly(2023, 9, 14)).Reading!.Claims.OfType<EventClaim>().Where(c => c.Type == "ASSAULT");

    private static EventClaim Lead(string text) => Assaults(text).OrderBy(c => c.Rank).First();
}
