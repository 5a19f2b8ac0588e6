using System.Collections.Immutable;
using Casus.App.Store;
using Casus.App.Web;
using Casus.Events;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record EventAnswer(
    [property: Column("The published row.")] EventLine Event,
    [property: Column("Each value with the rule that chose it, the claims that give it and the words behind them.")] ImmutableArray<FieldAnswer> Fields,
    [property: Column("Who says what of it.")] ImmutableArray<AccountLine> Accounts,
    [property: Column("The claims that tell it.")] ImmutableArray<CitedClaim> Claims,
    [property: Column("The chain that it belongs to; absent for one that stands alone.")] EpisodeAnswer? Episode,
    [property: Column("Judgements on it, the last first.")] ImmutableArray<JudgementLine> Judgements)
{
    public static EventAnswer Of(CasusStore store, string id, Linker linker, KnowledgeBase knowledge)
    {
        EventLines lines = EventLines.Of(store, id, linker);
        Reviewers reviewers = Reviewers.Of(JudgementTable.All(store), named: false);
        return new(
            new LineMaker(knowledge).Event(lines.Told), FieldAnswer.Of(lines.Why), [.. LineMaker.Accounts(lines.Told)], [.. lines.Why.Claims.Select(CitedClaim.Of)],
            lines.Episode is { } episode ? EpisodeAnswer.Of(episode) : null, [.. lines.Judged.Select(j => Walks.Line(reviewers, j.Judgement, j.Outcome))]);
    }
}

internal sealed record StepAnswer(
    [property: Column("The event that answers, causes, follows or is part of the other.")] string EventId,
    [property: Column("The other.")] string OtherId,
    [property: Column("retaliates, causes, follows or part-of.")] string Kind,
    [property: Column("The words that say so.")] string Quote,
    [property: Column("The claim that says so.")] string ClaimId,
    [property: Column("The rule that read them so.")] string Rule);

internal sealed record EpisodeAnswer(
    [property: Column("The chain: hash of the id of its first event.")] string EpisodeId,
    [property: Column("First day of its events.")] DateOnly? DayFrom,
    [property: Column("Last day of its events.")] DateOnly? DayTo,
    [property: Column("Ids of its events, by day.")] ImmutableArray<string> Events,
    [property: Column("What ties them, each as one claim says it.")] ImmutableArray<StepAnswer> Steps)
{
    public static EpisodeAnswer Of(Episode episode) => new(
        episode.Id, episode.From, episode.To, episode.Events,
        [.. episode.Steps.SelectMany(s => s.Support.Select(t => new StepAnswer(s.From, s.To, s.Kind, t.Cue.Quote, t.FromClaim, t.Rule.Value)))]);

    public static EpisodeAnswer Of(CasusStore store, string id)
    {
        using Statement find = store.Prepare("SELECT record FROM episode WHERE id = $1");
        return Of(System.Text.Json.JsonSerializer.Deserialize((string)find.Scalar(new Lookup(store).Complete("episode", id))!, Records.Json.Episode)!);
    }
}
