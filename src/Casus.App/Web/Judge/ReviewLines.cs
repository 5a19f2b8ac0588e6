using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Web;

/// <summary>The queue of what waits, with one event opened.</summary>
/// <param name="Open">Null where nothing waits.</param>
/// <param name="Apart">For a second opinion, by what was said of them alone: what others have rejected so that it is no event any more, and among as many others, so that nobody sees which.</param>
/// <param name="IsDue">Judgements wait to be linked.</param>
internal sealed record ReviewLines(ReviewQueue.Part Queue, EventLines? Open, ImmutableArray<EventRow> Near, int Skip, ImmutableArray<Judgement> Apart, bool IsDue)
{
    private const int MostNear = 6;

    /// <param name="at">The event to open, whether it waits or not; null: see the next.</param>
    /// <param name="second">Who gives a second opinion, and sees nothing of the first; null: nobody does.</param>
    /// <param name="next">The event to open where it waits among those shown; else the first is.</param>
    public static ReviewLines Of(CasusStore store, World world, string? at, string? next, int skip, int shown, string? second)
    {
        AsCoded? coded = second is null ? null : new AsCoded(store, world.Linker, world.Knowledge, second);
        ImmutableArray<Judgement> apart = coded is null ? [] : GoneUnseen.Of(store, second!, coded);
        ReviewQueue.Part queue = new ReviewQueue(store, second, [.. apart.Select(j => j.Subject.Id)]).First(shown, skip);
        queue = coded is null ? queue : queue with { Events = [.. queue.Events.Select(e => (e.Score, coded.Of(e.Told)))] };
        string? id = at is null ? (queue.Events.FirstOrDefault(e => e.Told.Id == next).Told ?? queue.Events.FirstOrDefault().Told)?.Id : new Lookup(store).Complete("event", at);
        EventLines? open = id is null ? null : EventLines.Of(store, id, world.Linker, coded);
        return new(queue, open, open is null ? [] : [.. Alike(store, open.Told)], skip, apart, JudgementTable.Last(store) != JudgementTable.LastLinked(store));
    }

    /// <summary>Of the same type and about the same day: what it may be one with.</summary>
    private static IEnumerable<EventRow> Alike(CasusStore store, Event told)
    {
        if (told.Time.Value is not { Earliest: { } first, Latest: { } last })
        {
            return [];
        }

        return new Queries(store).EventsNear(told.Type, first, last, MostNear + 1).Where(e => e.Id != told.Id).Take(MostNear);
    }

    /// <summary>What comes after the one that is open; null at the end.</summary>
    public string? Next
    {
        get
        {
            int at = Open is null ? -1 : Queue.Events.ToList().FindIndex(e => e.Told.Id == Open.Told.Id);
            return at + 1 < Queue.Events.Length ? Queue.Events[at + 1].Told.Id : null;
        }
    }

    /// <summary>How many to pass over to see those that come after the ones shown; null where none do.</summary>
    public int? Onward => Skip + Queue.Events.Length < Queue.All ? Skip + Queue.Events.Length : null;
}
