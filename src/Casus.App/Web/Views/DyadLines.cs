using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Web;

/// <summary>A pair as its view shows it.</summary>
/// <param name="Events">Those that turning points name, by id.</param>
/// <param name="Months">Every month from the first to the last that holds an act.</param>
internal sealed record DyadLines(DyadStory Story, ImmutableDictionary<string, EventRow> Events, ImmutableArray<(string Month, int Hostile, int Cooperative)> Months, ImmutableDictionary<string, ClaimContext> Claims)
{
    /// <summary>Longest time that is drawn, in months: the last of it.</summary>
    private const int Longest = 480;

    public static DyadLines Of(CasusStore store, DyadStory story)
    {
        var lookup = new Lookup(store);
        var months = ImmutableArray.CreateBuilder<(string, int, int)>();
        ILookup<string, DyadMonth> acts = story.Months.Where(m => EventMonth.IsMonth(m.Month)).ToLookup(m => m.Month, StringComparer.Ordinal);
        if (acts.Count > 0)
        {
            DateOnly last = EventMonth.FirstDay(acts.Max(m => m.Key)!), first = EventMonth.FirstDay(acts.Min(m => m.Key)!);
            first = first < last.AddMonths(-Longest) ? last.AddMonths(-Longest) : first;
            for (DateOnly at = first; at <= last; at = at.AddMonths(1))
            {
                string month = EventMonth.Month(at);
                months.Add((month, acts[month].Sum(m => m.Hostile), acts[month].Sum(m => m.Cooperative)));
            }
        }

        return new(
            story, new Queries(store).EventsOf(story.Turns.SelectMany(t => t.Events).Distinct()).ToImmutableDictionary(e => e.Id), months.ToImmutable(),
            story.Turns.SelectMany(t => t.Claims).Distinct().Select(c => (Id: c, Found: lookup.Claims(c).FirstOrDefault())).Where(c => c.Found is not null)
                .ToImmutableDictionary(c => c.Id, c => new ClaimContext(c.Found!.Claim, lookup.Article(c.Found.ArticleId))));
    }
}
