using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>CAMEO codes to the digit that the words tell (CAMEO.Manual.1.1b3, chapter 6).</summary>
public sealed class CameoCodeTests
{
    private static readonly CameoTable Table = CameoTable.From(RepositoryKnowledge.Base.Tables);

    [Theory]
    [InlineData("Norway promised Malawi economic aid.", "0331")]
    [InlineData("Chile offered to expand trade with Bolivia.", "0311")]
    [InlineData("Australia promised to send peacekeepers to Fiji.", "0334")]
    [InlineData("Iran said it was willing to meet Saudi officials.", "036")]
    [InlineData("Egypt offered to mediate between Sudan and Ethiopia.", "039")]
    public void What_is_promised(string text, string code) => Assert.Contains(code, Codes(text, "AGREE"));

    [Theory]
    [InlineData("Iceland appealed to Georgia to free the fishermen.", "0253")]
    [InlineData("Chile demanded that Peru release the fishermen.", "1053")]
    [InlineData("Thailand demanded that Cambodia halt the shelling.", "1056")]
    [InlineData("Malta urged Libya to open talks with the rebels.", "026")]
    public void Who_appeals_asks_and_who_demands_presses(string text, string code) => Assert.Contains(code, Codes(text, "REQUEST"));

    [Theory]
    [InlineData("Bolivia refused to expand trade with Chile.", "1211")]
    [InlineData("Norway refused to send missiles to Georgia.", "1222")]
    [InlineData("Eritrea rejected talks with Ethiopia.", "125")]
    [InlineData("Iran rejected mediation by Qatar.", "126")]
    [InlineData("Zambia refused to free the reporters.", "1243")]
    public void What_is_refused(string text, string code) => Assert.Contains(code, Codes(text, "REJECT"));

    [Theory]
    [InlineData("Canada threatened to cut off aid to Haiti.", "1311")]
    [InlineData("Canada threatened Haiti with sanctions.", "1312")]
    [InlineData("Iran threatened to break off ties with Britain.", "1313")]
    [InlineData("Thailand threatened to attack Cambodia.", "1384")]
    [InlineData("Thailand threatened to blockade Cambodia.", "1381")]
    public void What_is_threatened(string text, string code) => Assert.Contains(code, Codes(text, "THREATEN"));

    [Theory]
    [InlineData("Norway accused Serbia of war crimes.", "ACCUSE", "1124")]
    [InlineData("Norway accused the minister of fraud.", "ACCUSE", "1121")]
    [InlineData("Uganda investigated the smuggling of arms.", "ACCUSE", "091")]
    [InlineData("Denmark halted military aid to Mali.", "SANCTION", "1622")]
    [InlineData("Mali expelled French peacekeepers.", "SANCTION", "1661")]
    [InlineData("North Korea broke off talks with South Korea.", "SANCTION", "164")]
    [InlineData("A car bomb killed a general in Lebanon.", "ASSAULT", "1832")]
    [InlineData("Gunmen tried to assassinate the Ethiopian prime minister.", "ASSAULT", "185")]
    [InlineData("Israel blockaded the Gaza Strip.", "COERCE", "191")]
    [InlineData("India and Nepal held joint military drills.", "COOPERATE", "062")]
    public void What_a_deed_is_about(string text, string type, string code) => Assert.Contains(code, Codes(text, type));

    [Fact]
    public void What_is_not_told_stays_unspecified() => Assert.Contains("112", Codes("Norway accused the minister of neglect.", "ACCUSE"));

    [Theory]
    [InlineData("0333", "033", true)]
    [InlineData("036", "030", true)]
    [InlineData("125", "127", false)]
    [InlineData("033", "0333", false)]
    [InlineData("030", "030", false)]
    public void A_code_refines_what_it_begins_with(string finer, string code, bool refines) => Assert.Equal(refines, CameoTable.Refines(finer, code));

    [Fact]
    public void No_row_leaves_its_code()
    {
        foreach (KnowledgeRow row in RepositoryKnowledge.Base.Tables["claims/cameo-words"].Rows)
        {
            Assert.True(CameoTable.Refines(row[1], row[0]) || row[0][..2] == row[1][..2] || row[0] is "163" or "180" or "190", $"{row[0]} to {row[1]}");
        }
    }

    private static ImmutableArray<string> Codes(string text, string type) => [.. Trees.Claims(text).OfType<EventClaim>().Where(c => c.Type == type).Select(c => c.Cameo).OfType<string>()];
}
