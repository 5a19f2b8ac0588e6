using Casus.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class GazetteerTests
{
    private static readonly PlaceCatalogue Known = new([new Place("NO", "Norway", "country", "NOR", null, null, 62, 10, 3144096, 5_000_000, ["Norway"])]);

    [Fact]
    public void A_row_becomes_a_place()
    {
        Gazetteer read = GazetteerReader.Read("dump", [Row("3143244", "Øvre By", "Ovre By", "59.9", "10.7", "P", "PPLC", "NO", "580000")], Known);

        Place place = Assert.Single(read.Places);
        Assert.Equal(("geonames:3143244", "town", "NOR", 580000L), (place.Id, place.Kind, place.Country, place.Population));
        Assert.Contains("Ovre By", place.Names);
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("only\tthree\tcells", "3 cells instead of 19")]
    [InlineData(null, "'x1' is no GeoNames id")]
    public void A_broken_line_is_told_and_the_rest_kept(string? line, string message)
    {
        string broken = line ?? Row("x1", "A", "A", "1", "1", "P", "PPL", "NO", "1");
        Gazetteer read = GazetteerReader.Read("dump", [broken, Row("7", "Vik", "Vik", "60", "5", "P", "PPL", "NO", "900")], Known);

        Assert.Equal("Vik", Assert.Single(read.Places).Name);
        Assert.Equal((1, message), (read.Problems[0].Line, read.Problems[0].Message));
    }

    [Theory]
    [InlineData("91", "5")]
    [InlineData("north", "5")]
    [InlineData("60", "NaN")]
    public void A_point_off_the_earth_is_refused(string latitude, string longitude)
    {
        Gazetteer read = GazetteerReader.Read("dump", [Row("7", "Vik", "Vik", latitude, longitude, "P", "PPL", "NO", "1")], Known);
        Assert.Empty(read.Places);
        Assert.Single(read.Problems);
    }

    [Fact]
    public void What_is_known_already_is_not_doubled() =>
        Assert.Empty(GazetteerReader.Read("dump", [Row("3144096", "Norge", "Norge", "62", "10", "A", "PCLI", "NO", "5000000")], Known).Places);

    [Fact]
    public void Any_lines_are_read_without_harm() => Prop.ForAll<string[]>(lines =>
    {
        Gazetteer read = GazetteerReader.Read("dump", lines.Select(l => l ?? ""), Known);
        return read.Places.Length + read.Problems.Length <= lines.Length;
    }).QuickCheckThrowOnFailure();

    private static string Row(string id, string name, string ascii, string latitude, string longitude, string featureClass, string code, string country, string population) =>
        string.Join('\t', id, name, ascii, "", latitude, longitude, featureClass, code, country, "", "12", "", "", "", population, "", "10", "Europe/Oslo", "2020-01-01");
}
