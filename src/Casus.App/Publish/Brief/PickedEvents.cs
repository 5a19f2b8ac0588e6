using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>An event of a brief.</summary>
/// <param name="From">First possible day; null: not bounded. <paramref name="To"/>: last.</param>
/// <param name="IsBetween">Two of the actors that are asked for take part.</param>
internal sealed record PickedEvent(Event Told, DateOnly? From, DateOnly? To, bool IsBetween);

/// <summary>The events of a question, apart by how sure it is that they happened in its time. Each the weightiest first.</summary>
/// <param name="Dated">Happened on days that lie in the time asked for.</param>
/// <param name="Loose">Told in that time, or possibly of it, without days that would tell.</param>
/// <param name="Announced">Threatened, planned or asked for.</param>
/// <param name="Denied">Told as not having happened.</param>
internal sealed record PickedEvents(DateOnly? Since, DateOnly? Until, ImmutableArray<PickedEvent> Dated, ImmutableArray<PickedEvent> Loose, ImmutableArray<PickedEvent> Announced, ImmutableArray<PickedEvent> Denied)
{
    /// <summary>Those that are told one by one: deeds, victims, and words with both sides known. Words of somebody to nobody known are only counted.</summary>
    public static PickedEvent[] Telling(ImmutableArray<PickedEvent> events, int most) =>
        [.. events.Where(e => e.Told.Quad is 2 or 4 || !e.Told.Tolls.IsDefaultOrEmpty || (!e.Told.Initiators.Value.IsDefaultOrEmpty && (!e.Told.Targets.Value.IsDefaultOrEmpty || e.Told.Initiators.Value.Length > 1))).Take(most)];

    public IEnumerable<PickedEvent> All => [.. Dated, .. Loose, .. Announced, .. Denied];

    public static PickedEvents Of(CasusStore store, BriefQuestion question)
    {
        var queries = new Queries(store);
        var lookup = new Lookup(store);
        Filter filter = question.Filter with { Limit = 0, Actor = question.Actors.IsEmpty ? null : string.Join(',', question.Actors.Select(a => a.Id)) };
        HashSet<string> between = question.Actors.Length < 2 ? [] : [.. question.Actors.SelectMany(a => queries.Events(filter with { Actor = a.Id })).GroupBy(r => r.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key)];
        PickedEvent[] all = [.. queries.Events(filter).Where(r => !question.Between || between.Contains(r.Id)).Select(r => new PickedEvent(lookup.Event(r.Id), Json.Day(r.From), Json.Day(r.To), between.Contains(r.Id)))];
        return Apart(all, filter);
    }

    private static PickedEvents Apart(PickedEvent[] all, Filter filter)
    {
        PickedEvent[] happened = [.. all.Where(e => e.Told.Factuality is Factuality.Asserted or Factuality.Reported or Factuality.Historical)];
        PickedEvent[] dated = [.. happened.Where(e => e is { From: { } from, To: { } to } && !(from < filter.From) && !(to > filter.To) && EventMonth.IsMonth(EventMonth.Of(e.Told.Time.Value, e.Told.Factuality)))];
        return new PickedEvents(
            filter.From ?? dated.Min(e => e.From),
            filter.To ?? dated.Max(e => e.To),
            [.. dated],
            [.. happened.Except(dated).Where(e => e.Told.Factuality != Factuality.Historical && !(e.To < filter.From) && !(e.To > filter.To))],
            [.. all.Where(e => e.Told.Factuality is Factuality.Threatened or Factuality.Planned or Factuality.Requested)],
            [.. all.Where(e => e.Told.Factuality is Factuality.Denied or Factuality.Negated)]);
    }
}
