using Casus.Train;
using Xunit;

namespace Casus.Tests.Language.Mentions.Coreference;

public class ChainedTextTests
{
    [Fact]
    public void BracketsNestAndRunThroughDocuments()
    {
        string bank = "# newdoc id = one\n" + Row(1, "Troops", "(1-person-new") + Row(2, "of", "_") + Row(3, "Arland", "(2-place-new)1)") + "\n"
            + Row(1, "They", "(1-person-giv)") + Row(2, "left", "_") + "\n# newdoc id = two\n" + Row(1, "They", "(1-person-giv)") + "\n";
        List<ChainedText> texts = ChainedText.Read(new StringReader(bank));
        Assert.Equal(["one", "two"], texts.Select(t => t.Name));
        Assert.Equal([new GoldSpan(0, 0, 2), new GoldSpan(1, 0, 0)], texts[0].Chains.Single(c => c.Length == 2));
        Assert.Equal([new GoldSpan(0, 2, 2)], texts[0].Chains.Single(c => c.Length == 1));
        Assert.Equal("place", texts[0].Kinds[new GoldSpan(0, 2, 2)]);
        Assert.Single(texts[1].Chains);
    }

    [Theory]
    [InlineData("(1-person-new", "never closes")]
    [InlineData("1)", "never opened")]
    public void BrokenBracketsAreTold(string entity, string message) =>
        Assert.Contains(message, Assert.Throws<InvalidDataException>(() => ChainedText.Read(new StringReader("# newdoc id = one\n" + Row(1, "Troops", entity) + "\n"))).Message, StringComparison.Ordinal);

    private static string Row(int id, string form, string entity) => $"{id}\t{form}\t_\t_\t_\t_\t{id - 1}\tdep\t_\tEntity={entity}\n".Replace("Entity=_", "_", StringComparison.Ordinal);
}
