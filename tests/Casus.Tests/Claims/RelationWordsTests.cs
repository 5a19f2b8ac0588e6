using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Words that tell a state between two actors, and near ones that tell none.</summary>
public sealed class RelationWordsTests
{
    [Theory]
    [InlineData("Noor Wali Mehsud succeeded Mullah Fazlullah as head of the TTP in 2018.", "succeeded", "PAK.P.NOOR-WALI", "PAK.P.FAZLULLAH")]
    [InlineData("Qatar hosts Hamas.", "hosts", "QAT", "PSE.HAMAS")]
    [InlineData("Denmark recognises Kosovo.", "recognises", "DNK", "XKX")]
    [InlineData("The Wagner Group was folded into the Africa Corps.", "part-of", "RUS.WAGNER", "RUS.AFRICA-CORPS")]
    [InlineData("The Haqqani network belongs to the Afghan Taliban.", "part-of", "AFG.HAQQANI", "AFG.TALIBAN")]
    [InlineData("Jamaat-ul-Ahrar is a faction of the Pakistani Taliban.", "faction-of", "PAK.JUA", "PAK.TTP")]
    [InlineData("The Houthis are a proxy of Iran.", "supports", "IRN", "YEM.HOUTHIS")]
    [InlineData("Rwanda is a patron of the M23.", "supports", "RWA", "COD.M23")]
    [InlineData("Abdul Ghani Baradar speaks for the Afghan Taliban.", "speaks-for", "AFG.P.BARADAR", "AFG.TALIBAN")]
    public void Words_tell_a_relation(string text, string relation, string a, string b)
    {
        RelationClaim claim = Assert.Single(Of(text), c => c.Relation == relation);

        Assert.Equal((a, b), (claim.A.ActorId, claim.B.ActorId));
    }

    [Fact]
    public void Kin_are_told()
    {
        RelationClaim claim = Assert.Single(Of("Anas Haqqani, a brother of Sirajuddin Haqqani, visited Doha."), c => c.Relation == "kin");

        Assert.Equal("AFG.P.HAQQANI-SIRAJ", claim.B.ActorId);
    }

    [Theory]
    [InlineData("Denmark does not recognise Kosovo.")]
    [InlineData("Denmark may recognise Kosovo.")]
    [InlineData("Qatar hosted President Macron on Monday.")]
    [InlineData("Rwanda wants to lead the African Union.")]
    [InlineData("The talks succeeded in Doha.")]
    [InlineData("The Taliban recognised the danger.")]
    [InlineData("Singapore hosted the summit of ASEAN.")]
    [InlineData("Peru's police chief refused to resign.")]
    [InlineData("Oslo called Joe Biden and the wife of the mayor.")]
    [InlineData("A convoy belonging to NATO was attacked.")]
    public void Near_words_tell_none(string text) => Assert.Empty(Of(text));

    [Fact]
    public void Ties_cool() => Assert.Equal("strained", Assert.Single(Of("Relations between Warsaw and Kyiv have cooled over grain.")).Relation);

    [Theory]
    [InlineData("Norway and Denmark, which fell out over the murder of a priest, have restored their ambassadors.", "ASSAULT")]
    [InlineData("Omar Berg commands the northern wing of al-Shabaab.", "REQUEST")]
    [InlineData("Norway and Denmark are close to fighting each other.", "ASSAULT")]
    public void They_did_nothing(string text, string type) =>
        Assert.DoesNotContain(Trees.Claims(text).OfType<EventClaim>(), c => c.Type == type && c.Factuality is Factuality.Asserted or Factuality.Reported && c.Initiators.Any(p => p.ActorId is not null || type == "REQUEST"));

    private static RelationClaim[] Of(string text) => [.. Trees.Claims(text).OfType<RelationClaim>()];
}
