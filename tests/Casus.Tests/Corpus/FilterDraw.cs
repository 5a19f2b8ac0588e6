using System.Collections.Immutable;
using Casus.App.Store;

namespace Casus.Tests.Corpus;

/// <summary>Filters of up to three fields, of words that the store holds and a few that it does not.</summary>
internal sealed class FilterDraw(CasusStore store, Random random)
{
    private readonly ImmutableArray<string> types = Words(store, "SELECT DISTINCT type FROM event"), modes = Words(store, "SELECT DISTINCT m.value FROM event e, json_each(e.record, '$.modes') m"), factualities = Words(store, "SELECT DISTINCT factuality FROM event"),
        places = Words(store, "SELECT name FROM place UNION SELECT id FROM place UNION SELECT place FROM event WHERE place IS NOT NULL"), actors = Words(store, "SELECT id FROM actor UNION SELECT name FROM actor"), outlets = Words(store, "SELECT DISTINCT outlet FROM event_outlet"),
        days = Words(store, "SELECT DISTINCT day_from FROM event WHERE day_from IS NOT NULL"), scores = Words(store, "SELECT DISTINCT surest FROM event");

    public Filter Next()
    {
        var filter = Filter.None with { Exact = random.Next(3) == 0 };
        for (int fields = random.Next(1, 4); fields > 0; fields--)
        {
            filter = random.Next(10) switch
            {
                0 => filter with { Type = random.Next(2) == 0 ? Any(types) : $"{Any(types).ToLowerInvariant()}, {Any(types)}" },
                1 => filter with { Mode = random.Next(5) == 0 ? "a%" : Any(modes) },
                2 => filter with { Factuality = random.Next(2) == 0 ? Any(factualities) : $"{Any(factualities)},{Any(factualities)}" },
                3 => filter with { MinKilled = random.Next(-1, 12) },
                4 => filter with { Place = Any(places) },
                5 => filter with { Actor = random.Next(3) == 0 ? $"{Any(actors)},{Any(actors)}" : Any(actors) },
                6 => filter with { Outlet = Any(outlets)[..2].Trim() },
                7 => Days(filter),
                8 => filter with { Confidence = double.TryParse(Any(scores), System.Globalization.CultureInfo.InvariantCulture, out double score) ? score : 0 },
                _ => filter with { Text = Any(["killed", "attack*", "said -killed", "army OR police", "the", "talks", "nowhereatall"]) },
            };
        }

        return filter.Narrows ? filter : filter with { Confidence = 0 };
    }

    private Filter Days(Filter filter)
    {
        DateOnly first = DateOnly.ParseExact(Any(days), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return random.Next(4) switch { 0 => filter with { From = first }, 1 => filter with { To = first }, 2 => filter with { From = new(first.Year, first.Month, 1), To = new DateOnly(first.Year, first.Month, 1).AddMonths(2).AddDays(-1) }, _ => filter with { From = first, To = first.AddDays(random.Next(80)) } };
    }

    private string Any(ImmutableArray<string> words) => words.IsEmpty ? "2025-01-01" : words[random.Next(words.Length)];

    private static ImmutableArray<string> Words(CasusStore store, string query)
    {
        using Statement find = store.Prepare(query + " ORDER BY 1");
        return [.. find.Rows(r => r.GetString(0))];
    }
}
