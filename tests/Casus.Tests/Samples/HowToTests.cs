using System.Text.RegularExpressions;
using Casus.Knowledge;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Samples;

public partial class HowToTests
{
    /// <summary>The entries that the page shows are added to the real knowledge, which must still load.</summary>
    [Fact]
    public void The_actor_and_the_place_of_the_how_to_load()
    {
        string page = Repository.Text("docs", "how-to", "add-an-actor-or-place.md");
        KnowledgeLoad load = KnowledgeLoader.Load(
        [
            .. WholeEngine.KnowledgeFiles(),
            .. Fences().Matches(page).Select(m => new KnowledgeFile(m.Groups[1].Value == "yaml" ? "actors/how-to.yaml" : "places/how-to.tsv", m.Groups[2].Value)),
        ]);
        Assert.Empty(load.Problems);
        Assert.NotNull(load.Knowledge?.Actors.Find("PAK.KOHSAR-COUNCIL"));
        Assert.NotNull(load.Knowledge?.Places.Find("pk.kohsar-bazaar"));
    }

    [GeneratedRegex("^```(yaml|tsv)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Fences();
}
