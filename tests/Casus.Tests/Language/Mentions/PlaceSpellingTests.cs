using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language.Mentions;

/// <summary>Places of knowledge/ under other spellings of their names.</summary>
public sealed class PlaceSpellingTests
{
    private static readonly PlaceSpellings Spellings = new(RepositoryKnowledge.Base.Places);

    [Theory]
    [InlineData("Jaferabad", "pk.ba.jafarabad")]
    [InlineData("Mastoong District", "pk.ba.mastung")]
    [InlineData("Qara Bagh", "af.gha.qarabagh")]
    [InlineData("Marsland", null)]
    public void A_division_is_found_by_the_sound_of_its_name(string name, string? id) =>
        Assert.Equal(id, Spellings.One(name, true, p => p.Kind == "admin2" && p.Country is "PAK" or "AFG" && p.Admin1 is not "AF-KAB" and not "AF-BDG")?.Id);
}
