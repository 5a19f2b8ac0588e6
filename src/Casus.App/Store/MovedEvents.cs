using Casus.App.Explain;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Where an address leads whose event has become part of another, by a judgement or by its withdrawal.</summary>
internal static class MovedEvents
{
    /// <summary>The last judgement that stands on an event of this id; null where none does.</summary>
    public static Judgement? GoneBy(CasusStore store, string id) => JudgementTable.Book(store).Standing.LastOrDefault(j => j.Subject.Id == id || j.Other?.Id == id);

    /// <param name="id">Whole; of no event that is there.</param>
    /// <returns>Null where it is part of none, or nobody has judged anything of it.</returns>
    public static string? Now(CasusStore store, string id) => GoneBy(store, id) is { } by
        ? JudgementTable.Outcomes(store).GetValueOrDefault(by.Id)?.EventId
        : JudgementTable.All(store).SelectMany(j => j.Subject.Claims).Where(c => Event.IdOf(c.ClaimId) == id).SelectMany(c => new Lookup(store).EventsOf(c.ClaimId)).FirstOrDefault();
}
