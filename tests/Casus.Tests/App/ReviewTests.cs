using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>All that is uncertain waits in one queue, and an answer takes it out.</summary>
public sealed class ReviewTests : IClassFixture<ReviewTests.FilledStore>, IDisposable
{
    private const string Standing = "Fishermen of the three lower harbours have waited since early spring for licences that the council promised them after the great flood of last year.";

    private readonly Workplace place = new();

    public ReviewTests(FilledStore filled)
    {
        place.Environment["CASUS_REVIEWER"] = "anna";
        File.Copy(filled.Path, place.Store);
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void The_queue_holds_every_kind_in_one_order()
    {
        JsonElement[] queue = List();

        Assert.Equal(["event", "name", "pair", "story"], queue.Select(q => q.GetProperty("kind").GetString()!).Distinct().Order());
        double[] scores = [.. queue.Select(q => q.GetProperty("score").GetDouble())];
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.All(queue.Where(q => q.GetProperty("kind").GetString() != "event"), q => Assert.NotEmpty(q.GetProperty("words").EnumerateArray()));
        Assert.Single(List("--limit", "1"));
        Assert.Equal(ExitCode.Usage, place.Run("review", "--what", "weather", "--list").Exit);
    }

    [Theory]
    [InlineData("pairs", "d")]
    [InlineData("stories", "d")]
    [InlineData("stories", "m")]
    [InlineData("names", "a")]
    [InlineData("names", "r")]
    [InlineData("names", "m PAK.TTP")]
    public void An_answer_is_kept_and_its_question_does_not_come_again(string what, string key)
    {
        JsonElement first = List("--what", what)[0];
        Ran ran = place.RunWith(key + "\nq\n", "review", "--what", what);

        Assert.Equal(ExitCode.Ok, ran.Exit);
        Assert.Contains("j-", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(List("--what", what), q => q.GetProperty("id").GetString() == first.GetProperty("id").GetString() && Other(q) == Other(first));
        JsonElement judged = Assert.Single(JsonDocument.Parse(place.Run("show", "judgements", "--json").Output).RootElement.GetProperty("judgements").EnumerateArray());
        Assert.Equal(first.GetProperty("id").GetString(), judged.GetProperty("subject").GetString());
    }

    [Fact]
    public void A_name_is_shown_with_the_words_that_describe_it()
    {
        JsonElement name = List("--what", "names").Single(q => q.GetProperty("says").GetString()!.Contains("Crimson Harvest Brigade", StringComparison.Ordinal));

        Assert.StartsWith("NEW.", name.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Contains("attacked a checkpoint", name.GetProperty("words")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_is_taken_back_before_the_next_question()
    {
        place.RunWith("d\nu\nq\n", "review", "--what", "pairs");

        Assert.NotEmpty(List("--what", "pairs"));
        Assert.Contains("withdrawn", place.Run("show", "judgements").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_explanation_has_every_field_of_every_account_and_the_chain()
    {
        JsonElement event1 = List("--what", "events").First(q => JsonDocument.Parse(place.Run("explain", q.GetProperty("id").GetString()!, "--json").Output).RootElement.GetProperty("accounts").GetArrayLength() > 1);
        string id = event1.GetProperty("id").GetString()!;
        JsonElement whole = JsonDocument.Parse(place.Run("explain", id, "--json").Output).RootElement;

        Assert.All(whole.GetProperty("accounts").EnumerateArray(), a => Assert.Contains(a.GetProperty("fields").EnumerateArray(), f => f.GetProperty("field").GetString() == "type"));
        string page = place.Run("explain", id).Output;
        Assert.Contains("called", page, StringComparison.Ordinal);
        Assert.Contains("published", page, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_opinion_at_the_terminal_sees_nothing_of_the_first()
    {
        JsonElement[] events = List("--what", "events");
        string[] ids = [.. events.Select(e => e.GetProperty("id").GetString()!)];
        Assert.Equal(ExitCode.Ok, place.Run("judge", ids[0], "correct", "killed", "7654", "--by", "anna").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("judge", ids[1], "reject", "--by", "anna").Exit);
        Assert.Equal(ExitCode.Ok, place.Run("judge", ids[2], "accept", "--by", "anna").Exit);

        Assert.Empty(List("--second", "--by", "anna"));
        JsonElement[] second = List("--second", "--by", "ben");
        Assert.Equal(ids[..3].Order(StringComparer.Ordinal), second.Select(q => q.GetProperty("id").GetString()!).Order(StringComparer.Ordinal));
        Assert.Equal(events[0].GetProperty("says").GetString(), second[0].GetProperty("says").GetString());
        Ran ran = place.RunWith("c killed 7654\na\na\na\nq\n", "review", "--second", "--by", "ben");
        Assert.Equal(ExitCode.Ok, ran.Exit);
        Assert.DoesNotContain("7654 killed", ran.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", ran.Output, StringComparison.Ordinal);

        Assert.Empty(List("--second", "--by", "ben"));
        Assert.Contains("n = 3", place.Run("review", "--agreement").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, place.Run("review", "--second", "--what", "names", "--list").Exit);
    }

    private static string? Other(JsonElement question) => question.TryGetProperty("other", out JsonElement other) ? other.GetString() : null;

    private JsonElement[] List(params string[] more) => [.. JsonDocument.Parse(place.Run(["review", "--list", "--json", .. more]).Output).RootElement.EnumerateArray()];

    /// <summary>Read once for all tests, each of which judges a copy.</summary>
    public sealed class FilledStore : IDisposable
    {
        private readonly Workplace place = new();

        public FilledStore()
        {
            place.Write("name.txt", "Fighters of the Crimson Harvest Brigade attacked a checkpoint near Peshawar on 3 March 2025 and killed four policemen, a spokesman said.");
            place.Write("one.txt", "The mayor of the coast town opened a new bridge on Monday with songs and cake for everybody who came. " + Standing + " Children sailed paper boats under the arches while the brass band rested in the shade of the old mill.");
            place.Write("two.txt", "Prices on the fish market rose again this week, traders said, and buyers from the hills stayed away. " + Standing + " A strike of the lorry drivers over tolls on the northern road may come before the end of the month.");
            Assert.Equal(ExitCode.Ok, place.Run("read", "name.txt", "one.txt", "two.txt", Repository.Path("samples", "01-paktika-air-strikes.html"), Repository.Path("samples", "03-border-battle-kabul.txt"), Repository.Path("samples", "04-border-battle-rawalpindi.html")).Exit);

            // What the copies are made of must stand in one file.
            using CasusStore store = CasusStore.OpenExisting(place.Store);
            store.Connection.Run("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        public string Path => place.Store;

        public void Dispose() => place.Dispose();
    }
}
