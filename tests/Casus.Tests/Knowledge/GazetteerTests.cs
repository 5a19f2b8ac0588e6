using Casus.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class GazetteerTests
{
    private const int AnyCasing = 0b1111;

    private static readonly PlaceCatalogue Known = new(
    [
        new Place("NO", "Norway", "country", "NOR", null, null, 62, 10, 3144096, 5_000_000, ["Norway"]),
        new Place("NO-46", "Vestland", "admin1", "NOR", null, null, 61, 6, null, 0, ["Vestland"]),
        new Place("geonames:3161732", "Bergen", "town", "NOR", "NO-46", null, 60.4, 5.3, 3161732, 213_000, ["Bergen"]),
    ]);

    [Fact]
    public void A_row_becomes_a_place()
    {
        Place place = Assert.Single(Named(Compile(Row("3143244", "Øvre By", "Ovre By", "59.9", "10.7", "P", "PPLC", "NO", "580000")), "Ovre By"));
        Assert.Equal(("geonames:3143244", "town", "NOR", 580000L, "Øvre By"), (place.Id, place.Kind, place.Country, place.Population, place.Name));
        Assert.Equal((59.9, 10.7), (place.Latitude, place.Longitude));
    }

    [Theory]
    [InlineData("only\tthree\tcells", "3 cells instead of 19")]
    [InlineData(null, "'x1' is no GeoNames id")]
    public void A_broken_line_is_told_and_the_rest_kept(string? line, string message)
    {
        string broken = line ?? Row("x1", "A", "A", "1", "1", "P", "PPL", "NO", "1");
        using var output = new MemoryStream();
        GazetteerCompiled compiled = GazetteerCompiler.Compile("dump", [broken, Row("7", "Vik", "Vik", "60", "5", "P", "PPL", "NO", "900")], output, () => new MemoryStream());
        Assert.Equal((1, 1, 1, message), (compiled.Places, compiled.Broken, compiled.Problems[0].Line, compiled.Problems[0].Message));
    }

    [Theory]
    [InlineData("91", "5")]
    [InlineData("north", "5")]
    [InlineData("60", "NaN")]
    public void A_dump_without_a_sound_line_is_refused(string latitude, string longitude) =>
        Assert.Throws<InvalidDataException>(() => Compile(Row("7", "Vik", "Vik", latitude, longitude, "P", "PPL", "NO", "1")));

    [Fact]
    public void What_is_known_already_is_given_as_it_is_known() =>
        Assert.Same(Known.All[0], Assert.Single(Named(Compile(Row("3144096", "Norge", "Norge", "62", "10", "A", "PCLI", "NO", "5000000")), "Norge")));

    [Fact]
    public void Codes_of_divisions_are_learned_from_towns_that_are_known()
    {
        byte[] bytes = Compile(Row("3161732", "Bergen", "Bergen", "60.4", "5.3", "P", "PPLA", "NO", "213000"), Row("7", "Vik", "Vik", "61", "6.6", "P", "PPL", "NO", "900"));
        Assert.Equal("NO-46", Assert.Single(Named(bytes, "Vik")).Admin1);
    }

    [Fact]
    public void Of_one_name_the_largest_comes_first()
    {
        byte[] bytes = Compile(Row("7", "Vik", "Vik", "60", "5", "P", "PPL", "NO", "900"), Row("8", "Vik", "Vik", "64", "11", "P", "PPL", "NO", "7000"));
        Assert.Equal(["geonames:8", "geonames:7"], Named(bytes, "VIK").Select(p => p.Id));
    }

    [Fact]
    public void Sorting_in_runs_changes_nothing()
    {
        using var sort = new GazetteerSort<NameRecord>(() => new MemoryStream(), 16);
        NameRecord[] records = [.. Enumerable.Range(0, 1000).Select(i => new NameRecord(NameKey.Of(NameKey.Start + (ulong)i), (uint)i, 0u))];
        foreach (NameRecord record in records)
        {
            sort.Add(record);
        }

        Assert.Equal(records.Order(), sort.Sorted());
    }

    [Fact]
    public void Every_name_is_found_again_and_the_bytes_are_the_same()
    {
        string[] rows = [.. Enumerable.Range(1, 3000).Select(i => Row($"{i}", $"Town {i}", "", "1", "1", "P", "PPL", "NO", "20000"))];
        byte[] bytes = Compile(rows);
        Assert.Equal(bytes, Compile(rows));
        Gazetteer gazetteer = new([GazetteerIndex.Open(bytes)], Known);
        for (int i = 1; i <= 3000; i++)
        {
            var found = new List<Place>();
            gazetteer.Named(NameKey.Of($"town {i}", out _), AnyCasing, found);
            Assert.Equal($"geonames:{i}", Assert.Single(found).Id);
            Assert.Equal($"Town {i}", gazetteer.Find($"geonames:{i}")!.Name);
        }

        Assert.Null(gazetteer.Find("geonames:3001"));
        Assert.Empty(Named(bytes, "Town 3001"));
    }

    [Fact]
    public void Any_lines_are_read_without_harm() => Prop.ForAll<string[]>(lines =>
    {
        using var output = new MemoryStream();
        GazetteerCompiled compiled = GazetteerCompiler.Compile("dump", lines.Select(l => l ?? "").Append(Row("7", "Vik", "Vik", "60", "5", "P", "PPL", "NO", "1")), output, () => new MemoryStream());
        return compiled.Places + compiled.Broken <= lines.Length + 1;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_damaged_file_is_told_and_reads_no_wrong_memory()
    {
        byte[] whole = Compile([.. Enumerable.Range(1, 40).Select(i => Row($"{i}", $"Town {i % 7}", "", "1", "1", i % 5 == 0 ? "A" : "P", i % 5 == 0 ? "ADM1" : "PPL", "NO", "20000"))]);
        for (int length = 0; length < whole.Length; length += 7)
        {
            Assert.Throws<InvalidDataException>(() => GazetteerIndex.Open(whole.AsMemory(0, length)));
        }

        for (int at = 0; at < whole.Length; at++)
        {
            foreach (byte flip in (byte[])[1, 0x80, 0xff])
            {
                byte[] mutated = [.. whole];
                mutated[at] ^= flip;
                try
                {
                    GazetteerIndex index = GazetteerIndex.Open(mutated);
                    Assert.False(at >= GazetteerFormat.HeaderLength && index.IsWhole());
                    Gazetteer gazetteer = new([index], Known);
                    gazetteer.Find("geonames:9");
                    gazetteer.Named(NameKey.Of("Town 3", out _), AnyCasing, []);
                }
                catch (InvalidDataException)
                {
                    // What it should say.
                }
            }
        }
    }

    private static List<Place> Named(byte[] compiled, string name)
    {
        var found = new List<Place>();
        new Gazetteer([GazetteerIndex.Open(compiled)], Known).Named(NameKey.Of(name, out _), AnyCasing, found);
        return found;
    }

    private static byte[] Compile(params string[] rows)
    {
        using var output = new MemoryStream();
        GazetteerCompiler.Compile("dump", rows, output, () => new MemoryStream());
        return output.ToArray();
    }

    private static string Row(string id, string name, string ascii, string latitude, string longitude, string featureClass, string code, string country, string population) =>
        string.Join('\t', id, name, ascii, "", latitude, longitude, featureClass, code, country, "", "12", "", "", "", population, "", "10", "Europe/Oslo", "2020-01-01");
}
