using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record ChangeLine(
    [property: Column("Where a follower stands once it knows this; for `after`, and the id in a stream.")] string Position,
    [property: Column("added, changed or removed of an event; judged of a judgement.")] string Kind,
    [property: Column("The event; of a judgement the one that it bears on.")] string? EventId,
    [property: Column("The judgement.")] string? JudgementId,
    [property: Column("Which linking did it, from 1; 0: before there were numbers.")] long? Link);

internal sealed record ChangesAnswer(
    [property: Column("Changes of events in their order, then judgements in theirs; of an event only the last change is kept.")] ImmutableArray<ChangeLine> Rows,
    [property: Column("Where this ends: ask again with it as `after`, now or later.")] string Next,
    [property: Column("Whether more is there already.")] bool More);

/// <summary>What was added, changed, removed and judged since a follower last looked.</summary>
internal static class Changes
{
    public const string EventStream = "text/event-stream";

    public static readonly ApiRoute Route = ApiRoute.One(
        "/changes", "changes", "What was added, changed, removed and judged, from a position on. With Accept: text/event-stream it stays open and tells as it happens; Last-Event-ID goes on where it was cut off.", [],
        [new(ApiParameter.After, "text", "Position of the last change that is known, such as 218.3; now: only what comes. Default: from the beginning."), ApiParameter.Paging[0]], ApiJson.Readable.ChangesAnswer, Answer, _ => "/changes?limit=2");

    /// <summary>Where a follower goes on.</summary>
    /// <param name="read">Asks the store.</param>
    /// <exception cref="ApiTrouble">It is no position.</exception>
    public static ChangePosition Position(string? after, Func<Func<CasusStore, ChangePosition>, ChangePosition> read) => after switch
    {
        null => ChangePosition.Begin,
        "now" => read(store => new ChangeQueries(store).Last()),
        _ => ChangePosition.Read(after) ?? throw new ApiTrouble(Problem.Bad(ApiParameter.After, "It is no position.", "Take it from `next` or `position` of an answer, such as 218.3, or write now.")),
    };

    public static ChangeLine Line(RecordChange change) => new(change.Position.ToString(), change.Kind, change.EventId, change.JudgementId, change.Link);

    private static ChangesAnswer Answer(ApiCall call)
    {
        int limit = call.Number(ApiParameter.Limit, 1, ApiLimits.MostRows) ?? ApiLimits.Rows;
        ChangePosition after = Position(call.Word(ApiParameter.After, 60), call.Read);
        List<RecordChange> changes = call.Read(store => new ChangeQueries(store).After(after, limit + 1));
        bool more = changes.Count > limit;
        List<RecordChange> rows = more ? changes[..limit] : changes;
        return new([.. rows.Select(Line)], (rows.Count > 0 ? rows[^1].Position : after).ToString(), more);
    }
}
