using System.Collections.Immutable;
using System.Globalization;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Events of a stretch of time by quad class.</summary>
/// <param name="From">"2024", "2024-12" or "2024-12-24".</param>
/// <param name="ByQuad">Four counts, verbal cooperation first.</param>
internal sealed record TimeBin(string From, ImmutableArray<long> ByQuad, long Killed)
{
    public long All => ByQuad.Sum();
}

/// <param name="Bins">Every bin from the first to the last that holds an event, also the empty ones between; days, months or years.</param>
/// <param name="Earlier">Events before the first bin: few, and long before the rest.</param>
/// <param name="Since">Year of the first of them; null where there are none.</param>
internal sealed record TimeBins(ImmutableArray<TimeBin> Bins, long Earlier, string? Since);

/// <param name="Killed">Sum of the lower bounds; <paramref name="Injured"/> likewise.</param>
internal sealed record TypeSum(string Type, int Quad, long Events, long Killed, long Injured);

/// <summary>Events over time and by type: an event counts on its first possible day. Of the whole record the sums are asked that linking wrote; else all that matches is walked once.</summary>
internal sealed class TimeQueries
{
    /// <summary>Longest times in months that are shown by day, and by month; longer ones by year.</summary>
    private const int Days = 2, Months = 96;

    /// <summary>The earliest events, up to this share of all, are left out where that makes the time half as long or shorter.</summary>
    private const double Few = 0.02;

    private readonly CasusStore store;
    private readonly Filter filter;
    private readonly List<Sum> sums;

    public TimeQueries(CasusStore store, Filter filter)
    {
        (this.store, this.filter) = (store, filter);
        var narrowed = new Narrowed(store, filter);
        (string From, Where Where)? sum = narrowed.Sums("month");
        if (sum is null && EventMatch.Of(store, filter) is { } found)
        {
            Match = found;
            sums = [.. found.ByMonth().Select(Of)];
            Places = found.ByPlace();
            return;
        }

        (string from, Where where) = sum ?? narrowed.EventsToWalk();
        string select = sum is null
            ? $"SELECT coalesce(substr(coalesce(e.day_from, e.day_to), 1, 7), ''), e.type, max(e.quad), count(*), coalesce(sum(e.killed_min), 0), coalesce(sum(e.injured_min), 0), e.place_id FROM {from} {where} GROUP BY 1, 2, 7"
            : $"SELECT month, type, max(quad), sum(events), sum(killed), sum(injured), NULL FROM {from} {where} GROUP BY 1, 2";
        sums = store.Read(() =>
        {
            using Statement find = store.Prepare(select);
            return find.Rows(r => new Sum(r.GetString(0), r.GetString(1), r.GetInt32(2), r.GetInt64(3), r.GetInt64(4), r.GetInt64(5), r.Text(6)), [.. where.Values]);
        });
        Places = sum is not null ? null : [.. sums.Where(s => s.Place is not null).GroupBy(s => s.Place!, StringComparer.Ordinal).Select(g => new PlaceSum(g.Key, g.Max(s => s.Quad), g.Sum(s => s.Events), g.Sum(s => s.Killed)))];
    }

    private static Sum Of(MatchedSum sum) => new(sum.Time, sum.Type, sum.Quad, sum.Events, sum.Killed, sum.Injured, null);

    private sealed record Sum(string Time, string Type, int Quad, long Events, long Killed, long Injured, string? Place);

    /// <summary>Where the events lie that were walked; null where the sums of linking were asked, which do not tell it.</summary>
    public ImmutableArray<PlaceSum>? Places { get; }

    /// <summary>What was added up; null where the store is asked without columns, or sums were.</summary>
    public EventMatch? Match { get; }

    public long All => sums.Sum(s => s.Events);

    /// <summary>The most first.</summary>
    public ImmutableArray<TypeSum> Types() =>
        [.. sums.GroupBy(s => s.Type, StringComparer.Ordinal).Select(g => new TypeSum(g.Key, g.Max(s => s.Quad), g.Sum(s => s.Events), g.Sum(s => s.Killed), g.Sum(s => s.Injured))).OrderByDescending(t => t.Events).ThenBy(t => t.Type, StringComparer.Ordinal)];

    public TimeBins Bins()
    {
        Sum[] dated = [.. sums.Where(s => s.Time.Length == 7).OrderBy(s => s.Time, StringComparer.Ordinal)];
        if (dated.Length == 0)
        {
            return new TimeBins([], 0, null);
        }

        (DateOnly from, DateOnly to) = (EventMonth.FirstDay(dated[0].Time), EventMonth.FirstDay(dated[^1].Time));
        (long earlier, string? since) = (0, null);
        if (filter.From is { } asked)
        {
            from = asked > from ? new DateOnly(asked.Year, asked.Month, 1) : from;
        }
        else if (Crowded(dated) is var (year, before) && before > 0 && to.Year - year <= (to.Year - from.Year) / 2)
        {
            (earlier, since, from) = (before, dated[0].Time[..4], new DateOnly(year, 1, 1));
        }

        to = filter.To < to ? new DateOnly(filter.To.Value.Year, filter.To.Value.Month, 1) : to;
        int months = ((to.Year - from.Year) * 12) + to.Month - from.Month + 1;
        return months <= Days
            ? new TimeBins(Filled(Later(filter.From, from), Sooner(filter.To, to.AddMonths(1).AddDays(-1)), 10, since is null, ByDay()), earlier, since)
            : new TimeBins(Filled(from, to, months <= Months ? 7 : 4, since is null, dated), earlier, since);
    }

    private static DateOnly Later(DateOnly? asked, DateOnly day) => asked > day ? asked.Value : day;

    private static DateOnly Sooner(DateOnly? asked, DateOnly day) => asked < day ? asked.Value : day;

    private List<Sum> ByDay()
    {
        if (Match is not null)
        {
            return [.. Match.ByDay().Select(Of)];
        }

        (string from, Where where) = new Narrowed(store, filter).EventsToWalk();
        return store.Read(() =>
        {
            using Statement find = store.Prepare($"SELECT coalesce(e.day_from, e.day_to), e.quad, count(*), coalesce(sum(e.killed_min), 0) FROM {from} {where.And("coalesce(e.day_from, e.day_to) IS NOT NULL")} GROUP BY 1, 2");
            return find.Rows(r => new Sum(r.GetString(0), "", r.GetInt32(1), r.GetInt64(2), r.GetInt64(3), 0, null), [.. where.Values]);
        });
    }

    /// <summary>The year from which on nearly all lies, and how many events lie before it.</summary>
    private static (int Year, long Before) Crowded(Sum[] dated)
    {
        (string Year, long Events)[] years = [.. dated.GroupBy(s => s.Time[..4]).Select(g => (g.Key, g.Sum(s => s.Events)))];
        long all = years.Sum(y => y.Events), before = 0;
        int at = 0;
        while (at < years.Length - 1 && before + years[at].Events <= all * Few)
        {
            before += years[at++].Events;
        }

        return (int.Parse(years[at].Year, CultureInfo.InvariantCulture), before);
    }

    /// <param name="letters">Of the bins' names: 10, 7 or 4.</param>
    /// <param name="reaches">What began before the first bin may reach into it and is counted there.</param>
    private static ImmutableArray<TimeBin> Filled(DateOnly from, DateOnly to, int letters, bool reaches, IEnumerable<Sum> sums)
    {
        var bins = new SortedDictionary<string, (long[] ByQuad, long Killed)>(StringComparer.Ordinal);
        for (DateOnly at = letters == 4 ? new(from.Year, 1, 1) : from; at <= to; at = letters == 10 ? at.AddDays(1) : letters == 7 ? at.AddMonths(1) : at.AddYears(1))
        {
            bins.Add(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..letters], (new long[4], 0));
        }

        string? first = bins.Keys.FirstOrDefault();
        foreach (Sum sum in sums)
        {
            string name = sum.Time[..letters];
            name = reaches && first is not null && string.CompareOrdinal(name, first) < 0 ? first : name;
            if (bins.TryGetValue(name, out (long[] ByQuad, long Killed) bin))
            {
                bin.ByQuad[sum.Quad - 1] += sum.Events;
                bins[name] = (bin.ByQuad, bin.Killed + sum.Killed);
            }
        }

        return [.. bins.Select(b => new TimeBin(b.Key, [.. b.Value.ByQuad], b.Value.Killed))];
    }
}
