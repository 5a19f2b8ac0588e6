using System.Text.Json;
using Casus.App;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>What people judged leaves as rows to learn from, with the words they read and without their names.</summary>
public sealed class ExportJudgementsTests : IClassFixture<ExportJudgementsTests.JudgedStore>, IDisposable
{
    private readonly Workplace place = new();
    private readonly string first;

    public ExportJudgementsTests(JudgedStore judged)
    {
        File.Copy(judged.Path, place.Store);
        first = judged.First;
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void Each_claim_and_each_pair_is_a_row_with_its_sentence_and_the_place_of_its_words()
    {
        JsonElement[] rows = Rows("export", "judgements");

        JsonElement corrected = rows.First(r => Word(r, "verb") == "correct");
        Assert.Equal(("killed", "61", first), (Word(corrected, "field"), Word(corrected, "right"), Word(corrected, "subject_id")));
        Assert.NotEmpty(Word(corrected, "said")!);
        JsonElement accepted = rows.First(r => Word(r, "verb") == "accept");
        Assert.Equal(Word(accepted, "said"), Word(accepted, "right"));
        Assert.All(rows, r => Assert.Equal(Word(r, "words"), Word(r, "text")![r.GetProperty("begin").GetInt32()..r.GetProperty("end").GetInt32()]));
        int claims = rows.Count(r => Word(r, "verb") == "correct"), others = rows.Count(r => Word(r, "verb") == "accept");
        Assert.Equal(claims * others, rows.Count(r => Word(r, "verb") == "different" && Word(r, "other_text") is not null));
    }

    [Fact]
    public void Reviewers_are_numbers_unless_their_names_are_asked_for()
    {
        string bare = place.Run("export", "judgements").Output + place.Run("export", "--what", "judgements", "--format", "jsonl").Output;
        Assert.DoesNotContain("anna", bare, StringComparison.Ordinal);
        Assert.Contains("reviewer 2", bare, StringComparison.Ordinal);
        Assert.Contains("anna", place.Run("export", "judgements", "--names").Output, StringComparison.Ordinal);

        Assert.Equal(ExitCode.Ok, place.Run("publish", "out").Exit);
        Assert.All(Directory.GetFiles(place.Path("out")), f => Assert.False(File.ReadAllText(f).Contains("bela", StringComparison.Ordinal), f));
        Assert.Equal(ExitCode.Ok, place.Run("publish", "out", "--replace", "--reviewers").Exit);
        Assert.Contains("bela", File.ReadAllText(place.Path("out/judgements.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public void Filters_compose_and_what_is_withdrawn_is_left_out()
    {
        Assert.All(Rows("export", "judgements", "--verb", "correct,same", "--field", "killed"), r => Assert.Equal("correct", Word(r, "verb")));
        Assert.All(Rows("export", "judgements", "--by", "reviewer 2", "--kind", "event"), r => Assert.NotEqual("correct", Word(r, "verb")));
        Assert.Empty(Rows("export", "judgements", "--until", "2020-01-01"));
        Assert.NotEmpty(Rows("export", "judgements", "--since", "2020-01-01"));
        Assert.Equal(ExitCode.Usage, place.Run("export", "judgements", "--verb", "praise").Exit);
        Assert.Equal(ExitCode.Usage, place.Run("export", "judgements", "--since", "yesterday").Exit);

        string id = Word(Rows("export", "judgements", "--verb", "correct")[0], "judgement_id")!;
        Assert.Equal(ExitCode.Ok, place.Run("judge", "--undo", id, "--by", "anna").Exit);
        Assert.Empty(Rows("export", "judgements", "--verb", "correct"));
        Assert.All(Rows("export", "judgements", "--verb", "correct", "--all"), r => Assert.Equal("withdrawn", Word(r, "outcome")));
    }

    [Fact]
    public void A_spreadsheet_runs_nothing_and_the_columns_are_explained()
    {
        string csv = place.Run("export", "judgements", "--format", "csv").Output;
        Assert.StartsWith("judgement_id,made_at,made_by,", csv, StringComparison.Ordinal);
        Assert.Contains("'=counted again", csv, StringComparison.Ordinal);
        Assert.Contains("| `other_text` |", place.Run("export", "judgements", "--columns").Output, StringComparison.Ordinal);
    }

    private JsonElement[] Rows(params string[] arguments) => RowsOf(place, arguments);

    private static JsonElement[] RowsOf(Workplace place, params string[] arguments) =>
        [.. place.Run([.. arguments, "--format", "jsonl"]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private static string? Word(JsonElement row, string name) => row.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    /// <summary>Judged once for all tests, each of which has a copy.</summary>
    public sealed class JudgedStore : IDisposable
    {
        private readonly Workplace place = new();

        public JudgedStore()
        {
            Assert.Equal(ExitCode.Ok, place.Run("read", Repository.Path("samples", "01-paktika-air-strikes.html"), Repository.Path("samples", "10-peshawar-toll-corrected.html")).Exit);
            string[] events = [.. RowsOf(place, "export").Where(e => e.TryGetProperty("killed_min", out _)).Select(e => e.GetProperty("event_id").GetString()!)];
            First = events[0];
            Assert.Equal(ExitCode.Ok, place.Run("judge", First, "correct", "killed", "61", "--by", "anna", "--reason", "=counted again", "--no-link").Exit);
            Assert.Equal(ExitCode.Ok, place.Run("judge", First, "different", events[1], "--by", "bela", "--no-link").Exit);
            Assert.Equal(ExitCode.Ok, place.Run("judge", events[1], "accept", "--by", "bela").Exit);
        }

        public string First { get; }

        public string Path => place.Store;

        public void Dispose() => place.Dispose();
    }
}
