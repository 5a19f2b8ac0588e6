using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>A split that holds, with those of its claims that are in the record.</summary>
/// <param name="Leaving">Those that are split off.</param>
/// <param name="Staying">The rest.</param>
internal sealed record FoundSplit(Judgement Judgement, ImmutableArray<string> Staying, ImmutableArray<string> Leaving);

/// <summary>
/// Which part of a split event keeps its id: the larger. An id is that of the earliest claim, which may leave with the smaller part; whoever has cited the event meant
/// what most tell of it.
/// </summary>
internal static class SplitNames
{
    /// <param name="splits">In the order of judging: a part may be split again.</param>
    /// <returns>The events in the order of their ids.</returns>
    public static ImmutableArray<Event> Of(ImmutableArray<Event> events, IReadOnlyCollection<FoundSplit> splits)
    {
        if (splits.Count == 0)
        {
            return events;
        }

        ILookup<string, int> holders = events.SelectMany((e, i) => e.Claims.Select(c => (c, i))).ToLookup(p => p.c, p => p.i, StringComparer.Ordinal);
        string[] ids = [.. events.Select(e => e.Id)];
        foreach (FoundSplit split in splits)
        {
            string id = split.Judgement.Subject.Id;
            int? keeper = Holder(IsLeavingLarger(split.Judgement) ? split.Leaving : split.Staying, holders);
            int[] parts = [.. split.Staying.Concat(split.Leaving).SelectMany(c => holders[c]).Distinct().Order()];
            if (keeper is not { } at || ids[at] == id)
            {
                continue;
            }

            if (parts.Cast<int?>().FirstOrDefault(p => ids[p!.Value] == id) is { } other)
            {
                (ids[other], ids[at]) = (ids[at], id);
            }
            else if (split.Staying.Concat(split.Leaving).Any(c => Event.IdOf(c) == id) && !ids.Contains(id))
            {
                // The part of the earliest claim is no event.
                ids[at] = id;
            }
        }

        return [.. events.Select((e, i) => e.Id == ids[i] ? e : e with { Id = ids[i] }).OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    /// <summary>By what was judged and not by what has come since: an id that was given stays. First texts count, then claims; of equals the part that stays keeps it.</summary>
    private static bool IsLeavingLarger(Judgement split)
    {
        HashSet<string> gone = [.. split.Other!.Claims.Select(c => c.ClaimId)];
        ClaimAnchor[] staying = [.. split.Subject.Claims.Where(c => !gone.Contains(c.ClaimId))];
        return Size(split.Other.Claims).CompareTo(Size(staying)) > 0;

        static (int, int) Size(IReadOnlyCollection<ClaimAnchor> part) => (part.Select(c => c.Text).Distinct().Count(), part.Count);
    }

    /// <summary>The event that most of the claims tell, the first of equals; null where none does.</summary>
    private static int? Holder(ImmutableArray<string> claims, ILookup<string, int> holders) =>
        claims.SelectMany(c => holders[c].Take(1)).GroupBy(e => e).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => (int?)g.Key).FirstOrDefault();
}
