using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Filters that compose, words that are searched, parts of the record that hang together.</summary>
public sealed class QuestionTests(AskedRecord record) : IClassFixture<AskedRecord>
{
    private readonly Workplace place = record.Place;

    [Fact]
    public void Filters_compose_and_each_narrows()
    {
        JsonElement[] all = Events();
        JsonElement[] some = Events("--type", "assault,coerce", "--place", "AF-PKA", "--from", "2024-12", "--until", "2024-12-24", "--min-killed", "20", "--mode", "aerial", "--text", "strikes", "--confidence", "0.1");

        Assert.NotEmpty(some);
        Assert.True(some.Length < all.Length);
        Assert.All(some, e => Assert.True(e.GetProperty("killedMin").GetInt32() >= 20));
        Assert.Empty(Events("--type", "ASSAULT", "--outlet", "No such paper"));
        Assert.All(Events("--factuality", "threatened,requested"), e => Assert.Contains(e.GetProperty("factuality").GetString(), (string[])["threatened", "requested"]));
    }

    [Fact]
    public void An_actor_is_meant_by_id_code_or_name_with_who_acts_for_it()
    {
        string[] state = Ids(Events("--actor", "PAK")), force = Ids(Events("--actor", "PAK.PAF"));

        Assert.NotEmpty(force);
        Assert.Empty(force.Except(state));
        Assert.Empty(force.Intersect(Ids(Events("--actor", "PAK", "--exact"))));
        Assert.Equal(Ids(Events("--actor", "PAK.TTP")), Ids(Events("--actor", "ttp")));
        // "Pak" is nobody's name: part of one. "_" and "%" mean themselves.
        Assert.NotEmpty(Events("--actor", "Pakistani Tal"));
        Assert.Empty(Events("--actor", "_"));
    }

    [Fact]
    public void A_place_holds_what_lies_in_it_and_no_other_whose_name_is_longer()
    {
        string[] country = Ids(Events("--place", "Afghanistan")), province = Ids(Events("--place", "PKA"));

        Assert.NotEmpty(province);
        Assert.Empty(province.Except(country));
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        Assert.Null(PlaceChoice.Of(store, "afghanistan").Words);
        Assert.Equal("Afghanis", PlaceChoice.Of(store, "Afghanis").Words);
        Assert.NotEmpty(new Queries(store).Claims(new Filter(Place: "Paktika")));
    }

    [Theory]
    [InlineData("pages", "--mode", "aerial")]
    [InlineData("episodes", "--actor", "TTP")]
    [InlineData("events", "--factuality", "maybe")]
    [InlineData("events", "--confidence", "7")]
    [InlineData("events", "--from", "yesterday")]
    [InlineData("events", "--text", "-strikes")]
    public void What_would_narrow_nothing_is_refused(string rows, string option, string value)
    {
        Ran ran = place.Run("show", rows, option, value);

        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.StartsWith("casus: ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_are_found_in_any_form_with_the_events_that_the_sentence_tells()
    {
        JsonElement[] found = Json("search", "strike", "Paktika", "--json", "--limit", "0");

        Assert.NotEmpty(found);
        Assert.All(found, f => Assert.Contains("strike", f.GetProperty("text").GetString(), StringComparison.OrdinalIgnoreCase));
        Assert.Contains(found, f => f.GetProperty("events").GetArrayLength() > 0);
        Assert.Contains("⟦", place.Run("search", "strike").Output, StringComparison.Ordinal);
        Assert.Contains("no sentence", place.Run("search", "zeppelin").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, place.Run("search", "...").Exit);
    }

    [Theory]
    [InlineData("dam bridge", "\"dam\" AND \"bridge\"")]
    [InlineData("dam OR \"iron bridge\"", "\"dam\" OR \"iron bridge\"")]
    [InlineData("flood* -rumour", "(\"flood\"*) NOT (\"rumour\")")]
    [InlineData("OR mill's (gate) NEAR", "\"mill's\" AND \"(gate)\" AND \"NEAR\"")]
    [InlineData("\"half open", "\"half open\"")]
    public void What_people_type_is_a_query(string typed, string query) => Assert.Equal(query, SearchWords.Query(typed));

    [Fact]
    public void A_part_of_the_record_hangs_together()
    {
        string[] part = ["--actor", "PAK", "--min-killed", "1"];
        string[] Column(string table, string column) => [.. place.Run(["export", "--what", table, "--format", "jsonl", .. part]).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement.GetProperty(column).GetString()!)];

        string[] events = Column("events", "event_id"), claims = Column("claims", "claim_id"), articles = Column("articles", "article_id");
        Assert.Equal(Ids(Events(part)), events);
        Assert.NotEmpty(events);
        Assert.Empty(Column("support", "claim_id").Except(claims));
        Assert.Empty(Column("accounts", "event_id").Except(events));
        Assert.Empty(Column("claims", "article_id").Except(articles));
        Assert.Empty(Column("evidence", "article_id").Except(articles));
    }

    [Fact]
    public void A_store_of_version_9_can_be_asked()
    {
        string[] ids = Ids(Events("--mode", "aerial"));
        string found = this.place.Run("search", "strike").Output;
        using Workplace place = Copy();
        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        {
            store.Connection.Run(OlderStores.OfVersion10 + "DROP TRIGGER article_gone; DROP TABLE sentence_words; DROP TABLE sentence; DROP TABLE actor_name; DELETE FROM state WHERE key = 'names-of'; DROP TABLE actor_whole; DROP TABLE place; DROP INDEX claim_by_place; ALTER TABLE claim DROP COLUMN score; ALTER TABLE event DROP COLUMN modes; PRAGMA user_version = 9;");
        }

        Assert.Equal(found, place.Run("search", "strike").Output);
        Assert.Equal(ids, Ids([.. JsonDocument.Parse(place.Run("show", "events", "--json", "--mode", "aerial", "--confidence", "0.01").Output).RootElement.EnumerateArray()]));
        Assert.Equal(ExitCode.Ok, place.Run("read", Repository.Path("samples", AskedRecord.Pages[0])).Exit);
        using CasusStore linked = CasusStore.OpenExisting(place.Store);
        Assert.Null(PlaceChoice.Of(linked, "Paktika").Words);
    }

    [Fact]
    public void What_is_no_longer_there_is_not_found()
    {
        using Workplace place = Copy();
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        var search = new SentenceSearch(store);
        Assert.NotEqual(0, search.Find("strikes", Filter.None).All);

        store.Connection.Run("PRAGMA foreign_keys = OFF; DELETE FROM article");

        Assert.Equal(0, search.Find("strikes", Filter.None).All);
        store.Connection.Run("INSERT INTO sentence_words (sentence_words) VALUES ('integrity-check')");
    }

    private Workplace Copy()
    {
        var copy = new Workplace();
        using CasusStore store = CasusStore.OpenExisting(place.Store);
        store.Connection.Run($"VACUUM INTO '{copy.Store}'");
        return copy;
    }

    private JsonElement[] Events(params string[] options) => Json(["show", "events", "--json", .. options]);

    private JsonElement[] Json(params string[] arguments) => [.. JsonDocument.Parse(place.Run(arguments).Output).RootElement.EnumerateArray()];

    private static string[] Ids(JsonElement[] events) => [.. events.Select(e => e.GetProperty("id").GetString()!).Order(StringComparer.Ordinal)];
}

/// <summary>A few pages, read once for all questions. Nobody changes it.</summary>
public sealed class AskedRecord : IDisposable
{
    internal static readonly string[] Pages = ["01-paktika-air-strikes.html", "02-paktika-training-camp.html", "03-border-battle-kabul.txt", "04-border-battle-rawalpindi.html", "09-peshawar-mosque-agency.txt"];

    public AskedRecord() => Assert.Equal(ExitCode.Ok, Place.Run(["read", .. Pages.Select(p => Repository.Path("samples", p))]).Exit);

    internal Workplace Place { get; } = new();

    public void Dispose() => Place.Dispose();
}
