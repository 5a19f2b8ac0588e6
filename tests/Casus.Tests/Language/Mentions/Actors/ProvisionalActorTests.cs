using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class ProvisionalActorTests
{
    private static readonly MentionReader Reader = new(Real.Knowledge, RepositoryModel.Mentions);

    [Theory]
    [InlineData("The Crimson Harvest Brigade, a separatist group in Chad, claimed the blast.", "NEW.CRIMSON-HARVEST-BRIGADE", "armed-group", "militant", "TCD", null)]
    [InlineData("Rebel commander Orlin Vasko denied it.", "NEW.ORLIN-VASKO", "person", "militant", null, null)]
    [InlineData("Qari Orlin Vasko, a spokesman for the Taliban, denied it.", "NEW.ORLIN-VASKO", "person", "government", "AFG", "AFG.TALIBAN")]
    [InlineData("Gen. Orlin Vasko met members of the Harbour Workers Union.", "NEW.ORLIN-VASKO", "person", null, null, null)]
    [InlineData("Gen. Orlin Vasko met members of the Harbour Workers Union.", "NEW.HARBOUR-WORKERS-UNION", "organisation", null, null, null)]
    [InlineData("Jordan Ellis, a nurse, treated the wounded.", "NEW.JORDAN-ELLIS", "person", "medical", null, null)]
    public void Somebody_unlisted_is_described_by_the_words_beside_the_name(string text, string id, string kind, string? @class, string? country, string? of)
    {
        ProvisionalActor found = Assert.Single(Read(text).Select(m => m.Provisional).OfType<ProvisionalActor>().Where(p => p.Id == id).Distinct());
        Assert.Equal((kind, @class, country, of), (found.Kind, found.Class, found.Country, found.Of));
        Assert.NotEmpty(found.Because);
    }

    [Fact]
    public void The_id_is_of_the_name_alone()
    {
        string[] ids =
        [
            .. new[] { "The Crimson Harvest Brigade struck first.", "Fighters of the Crimson Harvest Brigade fled.", "The CRIMSON Harvest Brigade, a militia in Mali, fled." }
                .SelectMany(Read).Select(m => m.Provisional?.Id).OfType<string>().Distinct(),
        ];
        Assert.Equal(["NEW.CRIMSON-HARVEST-BRIGADE"], ids);
    }

    [Fact]
    public void A_surname_and_an_abbreviation_lead_back_to_the_full_name()
    {
        Mention[] mentions = [.. Read("The Crimson Harvest Brigade (CHB) named Gen. Orlin Vasko as its head. Vasko said that the CHB would fight.")];
        Assert.Equal("NEW.CRIMSON-HARVEST-BRIGADE", mentions.Last(m => m.Quote.EndsWith("CHB", StringComparison.Ordinal)).Provisional?.Id);
        Assert.Equal("NEW.ORLIN-VASKO", mentions.Last(m => m.Quote == "Vasko").Provisional?.Id);
    }

    [Fact]
    public void Who_is_listed_has_none() =>
        Assert.All(Read("The Taliban met Ishaq Dar in Kabul.").Where(m => m.Actor is not null), m => Assert.Null(m.Provisional));

    private static IEnumerable<Mention> Read(string text) => Reader.Read(Real.Article(text, Real.Tuesday), Real.Parse(text)).Mentions;
}
