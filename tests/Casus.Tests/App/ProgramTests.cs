using System.Text.Json;
using Casus.App;
using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.App;

/// <summary>The built program, run as users run it.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Rows = """
        {"id":1,"text":"😀 Gunmen attacked a checkpoint near the river on Tuesday, killing 16 soldiers, officials said.","published":"2024-12-26"}
        not json
        {"id":"b","text":"The ministry summoned the envoy and lodged a strong protest."}
        {"id":"c","html":"missing.html"}
        {"text":"Villagers said that two drones struck the camp."}
        """;

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void AnnotateAnswersEveryLineInOrder()
    {
        Ran ran = place.RunWith(Rows, "annotate", "--jobs", "1");
        Assert.Equal((ExitCode.Ok, ""), (ran.Exit, ran.Error));
        JsonElement[] lines = [.. ran.Output.TrimEnd().Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(5, lines.Length);
        Assert.All(lines, l => Assert.Equal(1, l.GetProperty("format").GetInt32()));
        Assert.Equal([false, true, false, true, false], lines.Select(l => l.TryGetProperty("refused", out _)));
        Assert.Equal(1, lines[0].GetProperty("id").GetInt32());
        Assert.Equal("unreadable", lines[3].GetProperty("refused").GetString());
        foreach (JsonElement line in lines.Where(l => l.TryGetProperty("article", out _)))
        {
            int[] runes = [.. line.GetProperty("article").GetProperty("text").GetString()!.EnumerateRunes().Select(r => r.Value)];
            int checkedQuotes = 0;
            CheckQuotes(line, runes, ref checkedQuotes);
            Assert.NotEqual(0, checkedQuotes);
        }

        Assert.Equal(ran.Output, place.RunWith(Rows, "annotate", "--jobs", "3").Output);
    }

    [Fact]
    public void AnnotateAnswersEveryRowOfATable()
    {
        const string table = "key;when;words\n7;3.1.2025;Troops shelled the village.\n8;2025;Nothing happened.\n\"a \"\"b\"\"\";;Two drones struck the camp.\n";
        File.WriteAllText(place.Path("t.csv"), table);
        Ran file = place.Run("annotate", "--in", place.Path("t.csv"), "--columns", "id=key,text=words,published=when:dmy");
        JsonElement[] lines = [.. file.Output.TrimEnd().Split('\n').Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal((ExitCode.Ok, ""), (file.Exit, file.Error));
        Assert.Equal(["7", "8", "a \"b\""], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal([false, true, false], lines.Select(l => l.TryGetProperty("refused", out _)));
        Assert.Equal("Two drones struck the camp.", lines[2].GetProperty("article").GetProperty("text").GetString());
        Assert.Contains("2025-01-03", lines[0].GetProperty("article").GetRawText());
        Assert.Equal(2, place.RunWith("text,id\nThe ferry runs.,1\nIt stops.,2\n", "annotate", "--columns", "text=text").Output.TrimEnd().Split('\n').Length);
        Assert.Equal(ExitCode.Usage, place.Run("annotate", "--in", place.Path("t.csv"), "--columns", "text=body").Exit);
    }

    [Fact]
    public void Numbers_tell_what_they_count_and_by_what_they_changed()
    {
        const string row = """{"text":"About 40 trucks left. Thefts rose by 12 percent compared with 2021, and a third of the drivers fled. They paid $2.5 million."}""";
        JsonElement[] numbers =
        [
            .. JsonDocument.Parse(place.RunWith(row, "annotate").Output).RootElement.GetProperty("mentions").EnumerateArray()
                .Where(m => m.GetProperty("kind").GetString() is "quantity" or "money"),
        ];
        string Quote(int i, string key) => numbers[i].GetProperty(key).GetProperty("quote").GetString()!;
        Assert.Equal([40, 12, 0.3333, 2500000], numbers.Select(n => n.GetProperty("min").GetDouble()));
        Assert.Equal([true, false, false, false], numbers.Select(n => n.TryGetProperty("approximate", out _)));
        Assert.Equal(["percent", "fraction", "USD"], numbers[1..].Select(n => n.GetProperty("unit").GetString()));
        Assert.Equal(("trucks", "2021", "the drivers"), (Quote(0, "counted"), Quote(1, "base"), Quote(2, "base")));
        Assert.Equal("rise", numbers[1].GetProperty("change").GetString());
        Assert.False(numbers[0].TryGetProperty("change", out _));
    }

    [Fact]
    public void An_article_is_shown_with_who_is_who()
    {
        place.Write("rows.jsonl", """{"text":"Fighters of the Crimson Harvest Brigade raided a post. The brigade said it had taken trucks. Ishaq Dar met the governor. Dar thanked him."}""");
        Assert.Equal(ExitCode.Ok, place.Run("read", "rows.jsonl").Exit);
        string id = JsonDocument.Parse(place.Run("show", "articles", "--json").Output).RootElement[0].GetProperty("id").GetString()!;
        JsonElement[] who = [.. JsonDocument.Parse(place.Run("show", "article", id, "--json").Output).RootElement.GetProperty("who").EnumerateArray()];
        JsonElement brigade = who.Single(w => w.TryGetProperty("provisional", out JsonElement p) && p.GetString() == "NEW.CRIMSON-HARVEST-BRIGADE");
        Assert.Equal(
            [("name", "the Crimson Harvest Brigade"), ("description", "The brigade"), ("pronoun", "it")],
            brigade.GetProperty("words").EnumerateArray().Select(w => (w.GetProperty("manner").GetString(), w.GetProperty("quote").GetString())));
        Assert.Contains(who, w => w.GetProperty("name").GetString() == "Ishaq Dar" && w.GetProperty("actor").GetString() == "PAK.P.DAR");
        Assert.Contains("(provisional)", place.Run("show", "article", id).Output);
    }

    [Fact]
    public void ReadShowExplainAndExportGoOneWay()
    {
        place.Write("news/rows.jsonl", Rows);
        place.Write("news/empty.txt", "");
        Ran first = place.Run("read", "news", "--json");
        Assert.Equal(ExitCode.Ok, first.Exit);
        JsonElement sums = JsonDocument.Parse(first.Output).RootElement;
        int Sum(JsonElement counts, string key) => counts.GetProperty(key).GetInt32();
        Assert.Equal(6, Sum(sums, "fetched"));
        Assert.Equal(Sum(sums, "fetched"), Sum(sums, "read") + Sum(sums, "empty") + Sum(sums, "duplicate") + Sum(sums, "refused"));
        Assert.Equal(3, Sum(sums, "read"));

        Ran again = place.Run("read", "news");
        Assert.Contains("Nothing new", again.Output);
        JsonElement events = JsonDocument.Parse(place.Run("show", "events", "--json").Output).RootElement;
        Assert.NotEqual(0, events.GetArrayLength());
        string id = events[0].GetProperty("id").GetString()!;
        Ran explained = place.Run("explain", id[..8]);
        Assert.Equal(ExitCode.Ok, explained.Exit);
        Assert.Contains("rows.jsonl", explained.Output);
        Assert.Contains("⟦", explained.Output);
        Assert.Equal(ExitCode.Ok, place.Run("export", "--format", "csv", "--out", "events.csv").Exit);
        Assert.StartsWith("event_id,type,", File.ReadAllText(place.Path("events.csv")));
        Assert.Equal(ExitCode.Findings, place.Run("explain", "e-zzzzz").Exit);
    }

    [Theory]
    [InlineData(ExitCode.Ok, "--help")]
    [InlineData(ExitCode.Ok, "explain", "--help")]
    [InlineData(ExitCode.Ok, "completion", "bash")]
    [InlineData(ExitCode.Usage, "no-such-verb")]
    [InlineData(ExitCode.Usage, "read", "no-such-folder")]
    [InlineData(ExitCode.Usage, "annotate", "--jobs", "none")]
    [InlineData(ExitCode.Usage, "annotate", "--in", "no-such-file")]
    [InlineData(ExitCode.Usage, "show", "events")]
    [InlineData(ExitCode.Usage, "check", "--knowledge", "no-such-folder")]
    [InlineData(ExitCode.Store, "read", ".", "--db", "no/such/folder/casus.db")]
    public void ExitCodesAreThoseThatAreDocumented(int code, params string[] arguments)
    {
        Ran ran = place.Run(arguments);
        Assert.Equal(code, ran.Exit);
        Assert.DoesNotContain("   at ", ran.Error);
        Assert.Equal(code == ExitCode.Ok, ran.Error.Length == 0);
    }

    [Fact]
    public void BrokenKnowledgeIsToldByFileAndLine()
    {
        place.Write("knowledge/ontology/bad.yaml", "name: BAD\nname: TWICE\n");
        Ran ran = place.Run("check", "--knowledge", "knowledge");
        Assert.Equal(ExitCode.Findings, ran.Exit);
        Assert.Matches(@"ontology/bad\.yaml:\d+: ", ran.Output);
    }

    [Fact]
    public void A_path_of_no_known_step_is_told_by_file_and_line()
    {
        KnowledgeLoad load = Construction.CheckedKnowledge([.. Construction.KnowledgeFiles(null), new("patterns/aid/mine.yaml", """
            - id: aid.mine.01
              type: AID
              weight: 0.5
              trigger: { verbs: [feed] }
              require: { "objekt": [crowd] }
              yes: [ "Monks fed the crowd." ]
              no: [ "Monks fed the cat." ]
            """)]);

        Assert.Null(load.Knowledge);
        Assert.Contains("objekt", Assert.Single(load.Problems).ToString(), StringComparison.Ordinal);
        Assert.StartsWith("patterns/aid/mine.yaml:1: ", load.Problems[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ParseGivesAWordALine()
    {
        Ran ran = place.RunWith("Troops shelled the village.\n\nNobody was hurt.\n", "parse");
        Assert.Equal(ExitCode.Ok, ran.Exit);
        Assert.Equal(2, ran.Output.Split('\n').Count(l => l.StartsWith("# text = ", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Ok, place.RunWith(ran.Output, "parse", "--tokens").Exit);
    }

    private static void CheckQuotes(JsonElement element, int[] runes, ref int count)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement inner in element.EnumerateArray())
            {
                CheckQuotes(inner, runes, ref count);
            }
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            if (element.TryGetProperty("span", out JsonElement span) && element.TryGetProperty("quote", out JsonElement quote))
            {
                Assert.Equal(quote.GetString(), string.Concat(runes[span[0].GetInt32()..span[1].GetInt32()].Select(char.ConvertFromUtf32)));
                count++;
            }

            foreach (JsonProperty property in element.EnumerateObject())
            {
                CheckQuotes(property.Value, runes, ref count);
            }
        }
    }
}
