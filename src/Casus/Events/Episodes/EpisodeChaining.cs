using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>Chains events by the links between their claims. Links within one event tell of one happening and make no step.</summary>
public static class EpisodeChaining
{
    /// <returns>In the order of their ids.</returns>
    public static ImmutableArray<Episode> Of(IReadOnlyList<Event> events, IEnumerable<ClaimLink> links)
    {
        Dictionary<string, int> eventOf = new(StringComparer.Ordinal);
        for (int i = 0; i < events.Count; i++)
        {
            foreach (string claim in events[i].Claims)
            {
                eventOf.TryAdd(claim, i);
            }
        }

        ILookup<(int From, int To, string Kind), StepSupport> steps = links
            .Where(l => l.Kind != ClaimLinkKind.Same && eventOf.ContainsKey(l.From) && eventOf.ContainsKey(l.To) && eventOf[l.From] != eventOf[l.To])
            .ToLookup(l => (eventOf[l.From], eventOf[l.To], l.Kind), l => new StepSupport(l.From, l.To, l.Cue, l.Rule));
        return [.. Chains(steps.Select(s => (s.Key.From, s.Key.To)), events.Count)
            .Select(chain => Episode(chain, events, steps))
            .OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    private static Episode Episode(List<int> chain, IReadOnlyList<Event> events, ILookup<(int From, int To, string Kind), StepSupport> steps)
    {
        Event[] told = [.. chain.Select(i => events[i]).OrderBy(e => Day(e) ?? DateOnly.MaxValue).ThenBy(e => e.Id, StringComparer.Ordinal)];
        var members = chain.ToHashSet();
        ImmutableArray<EpisodeStep> within = [.. steps
            .Where(s => members.Contains(s.Key.From))
            .Select(s => new EpisodeStep(events[s.Key.From].Id, events[s.Key.To].Id, s.Key.Kind, [.. s.Distinct().OrderBy(x => x.FromClaim, StringComparer.Ordinal).ThenBy(x => x.ToClaim, StringComparer.Ordinal).ThenBy(x => x.Cue.Span?.Begin).ThenBy(x => x.Cue.Quote, StringComparer.Ordinal).ThenBy(x => x.Rule.Value, StringComparer.Ordinal)]))
            .OrderBy(s => Array.FindIndex(told, e => e.Id == s.From)).ThenBy(s => Array.FindIndex(told, e => e.Id == s.To)).ThenBy(s => s.Kind, StringComparer.Ordinal)];
        return new("x-" + ContentHash.Of("episode", told[0].Id), [.. told.Select(e => e.Id)], within, told.Min(Day), told.Max(e => e.Time.Value.Latest));
    }

    private static DateOnly? Day(Event told) => told.Time.Value.Earliest ?? told.Time.Value.Latest;

    private static IEnumerable<List<int>> Chains(IEnumerable<(int From, int To)> steps, int count)
    {
        var parent = Enumerable.Range(0, count).ToArray();
        int Root(int at)
        {
            while (parent[at] != at)
            {
                at = parent[at] = parent[parent[at]];
            }

            return at;
        }

        foreach ((int from, int to) in steps)
        {
            int a = Root(from), b = Root(to);
            (parent[Math.Max(a, b)], parent[Math.Min(a, b)]) = (Math.Min(a, b), Math.Min(a, b));
        }

        return Enumerable.Range(0, count).GroupBy(Root).Select(g => g.ToList()).Where(g => g.Count > 1);
    }
}
