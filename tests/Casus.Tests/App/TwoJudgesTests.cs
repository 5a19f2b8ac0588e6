using Casus.App;
using Casus.App.Store;
using Casus.Events;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Several judge one store at a time: each judgement is kept, in one order, and what they link is the same as if they had come one after the other.</summary>
public sealed class TwoJudgesTests : IDisposable
{
    private readonly Workplace place = new();

    public TwoJudgesTests() =>
        Assert.Equal(ExitCode.Ok, place.Run("read", Repository.Path("samples", "01-paktika-air-strikes.html"), Repository.Path("samples", "03-border-battle-kabul.txt")).Exit);

    public void Dispose() => place.Dispose();

    [Fact]
    public void Judgements_that_come_at_once_get_one_order_and_none_is_lost()
    {
        const int judges = 4, each = 25;
        Parallel.For(0, judges, new ParallelOptions { MaxDegreeOfParallelism = judges }, judge =>
        {
            using CasusStore store = CasusStore.OpenExisting(place.Store);
            for (int i = 0; i < each; i++)
            {
                JudgementTable.Append(store, new Judgement("", 0, "", $"judge {judge}", JudgementVerb.Accept, JudgementSubject.Actor($"NEW.NAME-{judge}-{i}")), new DateTimeOffset(2025, 7, 1, 12, 0, 0, TimeSpan.Zero));
            }
        });

        using CasusStore all = CasusStore.OpenExisting(place.Store);
        List<Judgement> made = JudgementTable.All(all);
        Assert.Equal(Enumerable.Range(1, judges * each).Select(i => (long)i), made.Select(j => j.Seq));
        Assert.Equal(judges * each, made.Select(j => j.Id).Distinct().Count());
        Assert.All(Enumerable.Range(0, judges), j => Assert.Equal(Enumerable.Range(0, each).Select(i => $"NEW.NAME-{j}-{i}"), made.Where(m => m.By == $"judge {j}").Select(m => m.Subject.Id)));
    }

    [Fact]
    public void Two_programs_that_judge_and_link_at_once_leave_both_judgements_applied()
    {
        string[] ids = [.. place.Run("export", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => System.Text.Json.JsonDocument.Parse(l).RootElement.GetProperty("event_id").GetString()!).Take(2)];
        var runs = new Ran[2];
        Parallel.For(0, 2, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i => runs[i] = place.Run("judge", ids[i], "correct", "killed", $"{70 + i}", "--by", $"judge {i}"));

        Assert.All(runs, r => Assert.Equal(ExitCode.Ok, r.Exit));
        string events = place.Run("export", "--format", "jsonl").Output;
        Assert.Contains("\"killed_min\":70", events, StringComparison.Ordinal);
        Assert.Contains("\"killed_min\":71", events, StringComparison.Ordinal);
    }
}
