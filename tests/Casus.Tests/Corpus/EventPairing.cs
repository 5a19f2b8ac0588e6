using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Tests.Corpus;

/// <param name="Event">Type and both roles are right.</param>
/// <param name="Factuality">Null: not given.</param>
/// <param name="Toll">Null: not given.</param>
internal sealed record EventPair(ExpectedEvent Expected, EventClaim Coded, bool Event, bool? Factuality, bool? Toll);

/// <summary>Pairs expected with coded events of an allowed type, the best pairs first; each is used once.</summary>
internal static class EventPairing
{
    private static readonly HashSet<string> Empty = new(StringComparer.Ordinal) { "a", "an", "the", "of", "and", "in", "on", "its", "their", "his", "who", "had", "for" };

    public static ImmutableArray<EventPair> Pair(ImmutableArray<ExpectedEvent> expected, IReadOnlyList<EventClaim> coded)
    {
        var candidates =
            from e in Enumerable.Range(0, expected.Length)
            from c in Enumerable.Range(0, coded.Count)
            where expected[e].Type.Split('|').Contains(coded[c].Type, StringComparer.Ordinal)
            let pair = Compare(expected[e], coded[c])
            orderby Points(pair) descending, e, c
            select (e, c, pair);
        var usedExpected = new HashSet<int>();
        var usedCoded = new HashSet<int>();
        var pairs = ImmutableArray.CreateBuilder<EventPair>();
        foreach ((int e, int c, EventPair pair) in candidates)
        {
            if (!usedExpected.Contains(e) && !usedCoded.Contains(c))
            {
                usedExpected.Add(e);
                usedCoded.Add(c);
                pairs.Add(pair);
            }
        }

        return pairs.ToImmutable();
    }

    public static bool SharesWord(string? expected, IEnumerable<string> quotes)
    {
        if (expected is null)
        {
            return true;
        }

        var words = expected.Split('|').SelectMany(Words).ToHashSet(StringComparer.Ordinal);
        return quotes.SelectMany(Words).Any(words.Contains);
    }

    private static EventPair Compare(ExpectedEvent expected, EventClaim coded)
    {
        bool roles = SharesWord(expected.Initiator, coded.Initiators.Select(p => p.Evidence.Quote))
            && SharesWord(expected.Target, coded.Targets.Concat(coded.Victims).Select(p => p.Evidence.Quote));
        bool? factuality = expected.Factuality?.Split('|').Contains(coded.Factuality.ToString(), StringComparer.OrdinalIgnoreCase);
        bool? toll = expected.Toll?.All(t => coded.Tolls.Any(c =>
            string.Equals(c.Kind.ToString(), t.Key, StringComparison.OrdinalIgnoreCase) && c.Min == t.Value[0] && c.Max == t.Value[1]));
        return new(expected, coded, roles, factuality, toll);
    }

    private static int Points(EventPair pair) => (pair.Event ? 4 : 0) + (pair.Toll == true ? 2 : 0) + (pair.Factuality == true ? 1 : 0);

    private static IEnumerable<string> Words(string text) =>
        text.ToLowerInvariant().Replace("’", "'", StringComparison.Ordinal).Split([' ', ',', '.', '-', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.EndsWith("'s", StringComparison.Ordinal) ? w[..^2] : w.TrimEnd('\''))
            .Where(w => !Empty.Contains(w));
}
