using System.Text.Json;
using Casus.App;
using Casus.App.Commands;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.App;

/// <summary><c>casus actors check</c>, run as users run it.</summary>
public sealed class ActorsCommandTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Names_resolve_as_on_their_day()
    {
        place.Write("names.csv", "name,date\nTaliban,2019-05-01\nTaliban,2023-05-01\n\"Haqani Network\",\n");
        Ran ran = place.Run("actors", "check", "names.csv", "--json");
        Assert.Equal((ExitCode.Ok, ""), (ran.Exit, ran.Error));
        JsonElement[] names = [.. JsonDocument.Parse(ran.Output).RootElement.GetProperty("names").EnumerateArray()];
        Assert.Equal(["AFG.TALIBAN", "AFG.TALIBAN", "AFG.HAQQANI"], names.Select(n => n.GetProperty("actor").GetString()));
        Assert.Equal(["militant", "government"], names.Take(2).Select(n => n.GetProperty("class").GetString()));
        Assert.Equal([2, 3, 4], names.Select(n => n.GetProperty("line").GetInt32()));
    }

    [Fact]
    public void Who_is_not_found_is_shown_with_the_reason()
    {
        Ran ran = place.RunWith("# mine\n\nSharif\nHezbolah\ntaliban\nThe Crimson Harvest Brigade\n", "actors", "check", "-", "--json");
        Assert.Equal(ExitCode.Findings, ran.Exit);
        Dictionary<string, JsonElement> names = JsonDocument.Parse(ran.Output).RootElement.GetProperty("names").EnumerateArray().ToDictionary(n => n.GetProperty("name").GetString()!);
        Assert.Contains("needs beside it", names["Sharif"].GetProperty("rejected")[0].GetProperty("reason").GetString(), StringComparison.Ordinal);
        Assert.Equal("actor.spelling", names["Hezbolah"].GetProperty("rule").GetString());
        Assert.Equal("AFG.TALIBAN", names["taliban"].GetProperty("near")[0].GetProperty("actor").GetString());
        Assert.Equal("NEW.CRIMSON-HARVEST-BRIGADE", names["The Crimson Harvest Brigade"].GetProperty("provisional").GetString());
    }

    [Fact]
    public void Words_beside_a_name_decide()
    {
        Ran alone = place.RunWith("SDF\n", "actors", "check", "-"), beside = place.RunWith("The army chief\nPutin\n", "actors", "check", "-", "--beside", "Russian troops advanced.", "--json");
        Assert.Contains("SDF", alone.Output, StringComparison.Ordinal);
        Assert.Contains("RUS.P.PUTIN", beside.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Broken_lines_are_told_with_their_numbers_and_the_others_are_checked()
    {
        place.Write("names.csv", "# a list\nname,date\nTaliban,2019-13-01\nTaliban\n,2020-01-01\nTaliban,2020-01-01\n");
        Ran ran = place.Run("actors", "check", "names.csv");
        Assert.Equal(ExitCode.Findings, ran.Exit);
        Assert.Equal(["names.csv:3", "names.csv:4", "names.csv:5"], ran.Error.TrimEnd().Split('\n').Select(l => l[..11]));
        Assert.Contains("1 name: 1 resolved", ran.Output, StringComparison.Ordinal);
        Assert.Contains("3 broken lines", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.txt", null, "does not exist")]
    [InlineData("names.csv", "2020", "write a day like")]
    [InlineData("names.csv", null, "no column \"name\"")]
    public void What_cannot_be_used_is_said_in_a_line(string file, string? day, string message)
    {
        place.Write("names.csv", "actor,date\nTaliban,2020-01-01\n");
        Ran ran = day is null ? place.Run("actors", "check", file) : place.Run("actors", "check", file, "--on", day);
        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.Contains(message, ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void Any_text_is_a_list_or_told_why_not()
    {
        Prop.ForAll<NonNull<string>, bool>((text, table) =>
        {
            string list = (table ? "name\tdate\n" : "") + text.Get;
            IReadOnlyList<ListedName> names;
            try
            {
                names = NameList.Read(new StringReader(list), "list");
            }
            catch (Trouble trouble)
            {
                Assert.Contains("has no column", trouble.Message, StringComparison.Ordinal);
                return;
            }

            Assert.All(names, n => Assert.True(n.Problem is not null || n.Name.Length > 0));
            Assert.All(names, n => Assert.InRange(n.Line, 1, list.Count(c => c == '\n') + 1));
        }).QuickCheckThrowOnFailure();
    }
}
