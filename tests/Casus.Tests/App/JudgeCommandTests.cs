using System.Text.Json;
using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Judgements from the command line to the release: they hold, they can be taken back, and reading again does not lose them.</summary>
public sealed class JudgeCommandTests : IDisposable
{
    private static readonly string[] Pages = ["01-paktika-air-strikes.html", "03-border-battle-kabul.txt", "04-border-battle-rawalpindi.html"];

    private readonly Workplace place = new();

    public JudgeCommandTests()
    {
        place.Environment["CASUS_REVIEWER"] = "anna";
        Assert.Equal(ExitCode.Ok, place.Run(["read", .. Pages.Select(p => Repository.Path("samples", p))]).Exit);
    }

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_corrected_toll_is_published_with_who_said_so_and_can_be_taken_back()
    {
        (string id, int? killed) = Killed();
        Assert.Equal(ExitCode.Ok, place.Run("judge", id, "correct", "killed", "61", "--reason", "the ministry counted again").Exit);

        Assert.Equal(61, Event(id).GetProperty("killed_min").GetInt32());
        string why = place.Run("explain", id, "killed").Output;
        Assert.Contains("judgement by anna", why, StringComparison.Ordinal);
        Assert.Contains("the ministry counted again", why, StringComparison.Ordinal);
        Assert.Contains("61 killed", why, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, place.Run("publish", "release").Exit);

        // It outlives a reading of everything again, and goes when it is withdrawn.
        Assert.Equal(ExitCode.Ok, place.Run("recode").Exit);
        Assert.Equal(61, Event(id).GetProperty("killed_min").GetInt32());
        Assert.Equal(ExitCode.Ok, place.Run("judge", "--undo", Judgement()).Exit);
        Assert.Equal(killed, Event(id).GetProperty("killed_min").GetInt32());
    }

    [Fact]
    public void Two_rows_that_tell_one_happening_become_one_and_part_again()
    {
        string[] before = Ids();
        string[] assaults = [.. Events().Where(e => e.GetProperty("type").GetString() == "ASSAULT").Take(2).Select(e => e.GetProperty("event_id").GetString()!)];
        Assert.Equal(ExitCode.Ok, place.Run("judge", assaults[0], "same", assaults[1]).Exit);

        Assert.Equal(before.Length - 1, Ids().Length);
        Assert.Contains("applied", place.Run("show", "judgements").Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, place.Run("judge", "--undo", Judgement()).Exit);
        Assert.Equal(before, Ids());
    }

    [Fact]
    public void The_larger_part_of_a_split_event_keeps_its_id_and_old_ids_lead_on()
    {
        string id = Largest();
        string[] claims = ClaimsOf(id);
        string earliest = claims[0];
        string[] before = Ids();
        Assert.True(claims.Length > 2);
        Assert.Equal(ExitCode.Ok, place.Run("judge", id, "split", earliest).Exit);

        Assert.Equal(claims[1..], ClaimsOf(id));
        Ran undone = place.Run("judge", "--undo", Judgement());
        Assert.Equal(ExitCode.Ok, undone.Exit);
        Assert.Equal(before, Ids());
        string second = Casus.Events.Event.IdOf(claims[1]);
        Assert.Contains(id, place.Run("explain", second).Output, StringComparison.Ordinal);
    }

    private string[] ClaimsOf(string id) =>
        [.. JsonDocument.Parse(place.Run("explain", id, "--json").Output).RootElement.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("id").GetString()!).Distinct()];

    private string Largest()
    {
        using CasusStore store = CasusStore.OpenReading(place.Store);
        return store.Connection.Value<string>("SELECT event_id FROM event_claim GROUP BY event_id ORDER BY count(DISTINCT claim_id) DESC, event_id LIMIT 1");
    }

    [Fact]
    public void A_rejected_event_is_not_published_and_stores_tell_their_difference()
    {
        Assert.Equal(ExitCode.Ok, place.Run(["read", .. Pages.Select(p => Repository.Path("samples", p)), "--db", "old.db"]).Exit);
        (string id, _) = Killed();
        Assert.Equal(ExitCode.Ok, place.Run("judge", id, "reject").Exit);

        Assert.DoesNotContain(id, Ids());
        Ran diff = place.Run("diff", "old.db", "casus.db", "--json");
        Assert.Equal(ExitCode.Findings, diff.Exit);
        Assert.Contains(id, diff.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Ok, place.Run("diff", "old.db", "old.db").Exit);
    }

    [Fact]
    public void What_cannot_be_judged_is_told_and_nothing_is_noted()
    {
        (string id, _) = Killed();

        Assert.Equal(ExitCode.Findings, place.Run("judge", "e-nowhere", "accept").Exit);
        Assert.Equal(ExitCode.Usage, place.Run("judge", id, "correct", "killed", "many").Exit);
        Assert.Equal(ExitCode.Usage, place.Run("judge", id, "correct", "weather", "fair").Exit);
        Assert.NotEqual(ExitCode.Ok, place.Run("judge", id, "same", id).Exit);
        Assert.DoesNotContain("j-", place.Run("show", "judgements").Output, StringComparison.Ordinal);
    }

    private JsonElement[] Events() =>
        [.. place.Run("export", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];

    private string[] Ids() => [.. Events().Select(e => e.GetProperty("event_id").GetString()!)];

    private JsonElement Event(string id) => Events().Single(e => e.GetProperty("event_id").GetString() == id);

    private (string Id, int? Killed) Killed()
    {
        JsonElement found = Events().First(e => e.TryGetProperty("killed_min", out JsonElement killed) && killed.GetInt32() > 1);
        return (found.GetProperty("event_id").GetString()!, found.GetProperty("killed_min").GetInt32());
    }

    private string Judgement()
    {
        string list = place.Run("show", "judgements", "--json").Output;
        int at = list.IndexOf("\"j-", StringComparison.Ordinal);
        return list[(at + 1)..list.IndexOf('"', at + 1)];
    }
}
