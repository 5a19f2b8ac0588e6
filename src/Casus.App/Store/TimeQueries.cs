using System.Collections.Immutable;
using System.Globalization;

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

/// <summary>Events over time and by type: an event counts on its first possible day. Of the whole record the sums are asked that linking wrote.</summary>
internal sealed class TimeQueries(CasusStore store)
{
    /// <summary>Longest times in days that are shown by day, and by month; longer ones by year.</summary>
    private const int Days = 62, Months = 366 * 8;

    /// <summary>The earliest events, up to this share of all, are left out where that makes the time half as long or shorter.</summary>
    private const double Few = 0.02;

    private const string WholeRecord = "(SELECT month AS day, quad, events AS n, killed AS k FROM month_sum WHERE month <> '')";

    public TimeBins Bins(Filter filter)
    {
        Where where = new Narrowed(store, filter).Events().And("coalesce(e.day_from, e.day_to) IS NOT NULL");
        string events = $"(SELECT coalesce(e.day_from, e.day_to) AS day, e.quad, 1 AS n, coalesce(e.killed_min, 0) AS k FROM event e {where})";
        string source = filter.Narrows ? events : WholeRecord;
        object?[] values = filter.Narrows ? [.. where.Values] : [];
        return store.Read(() =>
        {
            using Statement ends = store.Prepare($"SELECT min(day), max(day) FROM {source}"), years = store.Prepare($"SELECT substr(day, 1, 4), sum(n) FROM {source} GROUP BY 1 ORDER BY 1");
            (string? first, string? last) = ends.Rows(r => (r.Text(0), r.Text(1)), values)[0];
            if (first is null || last is null)
            {
                return new TimeBins([], 0, null);
            }

            (DateOnly from, DateOnly to) = (Day(first), Day(last));
            (long earlier, string? since) = (0, null);
            if (filter.From is { } asked)
            {
                from = asked > from ? asked : from;
            }
            else if (Crowded(years.Rows(r => (r.GetString(0), r.GetInt64(1)), values)) is var (year, before) && before > 0 && to.Year - year <= (to.Year - from.Year) / 2)
            {
                (earlier, since, from) = (before, first[..4], new DateOnly(year, 1, 1));
            }

            to = filter.To < to ? filter.To.Value : to;
            int letters = to.DayNumber - from.DayNumber <= Days ? 10 : to.DayNumber - from.DayNumber <= Months ? 7 : 4;
            string finest = letters == 10 ? events : source;
            using Statement sums = store.Prepare($"SELECT substr(day, 1, {letters}), quad, sum(n), sum(k) FROM {finest} GROUP BY 1, 2");
            return new TimeBins(Filled(from, to, letters, since is null, sums.Rows(r => (r.GetString(0), r.GetInt32(1), r.GetInt64(2), r.GetInt64(3)), values)), earlier, since);
        });
    }

    /// <summary>The most first.</summary>
    public List<TypeSum> Types(Filter filter)
    {
        Where where = new Narrowed(store, filter).Events();
        string sum = filter.Narrows
            ? $"SELECT e.type, max(e.quad), count(*), coalesce(sum(e.killed_min), 0), coalesce(sum(e.injured_min), 0) FROM event e {where} GROUP BY e.type"
            : "SELECT type, max(quad), sum(events), sum(killed), sum(injured) FROM month_sum GROUP BY type";
        return store.Read(() =>
        {
            using Statement sums = store.Prepare($"{sum} ORDER BY 3 DESC, 1");
            return sums.Rows(r => new TypeSum(r.GetString(0), r.GetInt32(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)), filter.Narrows ? [.. where.Values] : []);
        });
    }

    /// <summary>The year from which on nearly all lies, and how many events lie before it.</summary>
    private static (int Year, long Before) Crowded(List<(string Year, long Events)> years)
    {
        long all = years.Sum(y => y.Events), before = 0;
        int at = 0;
        while (at < years.Count - 1 && before + years[at].Events <= all * Few)
        {
            before += years[at++].Events;
        }

        return (int.Parse(years[at].Year, CultureInfo.InvariantCulture), before);
    }

    /// <param name="reaches">What began before the first bin may reach into it and is counted there.</param>
    private static ImmutableArray<TimeBin> Filled(DateOnly from, DateOnly to, int letters, bool reaches, List<(string Bin, int Quad, long Events, long Killed)> sums)
    {
        var bins = new SortedDictionary<string, (long[] ByQuad, long Killed)>(StringComparer.Ordinal);
        for (DateOnly at = letters == 10 ? from : letters == 7 ? new(from.Year, from.Month, 1) : new(from.Year, 1, 1); at <= to; at = letters == 10 ? at.AddDays(1) : letters == 7 ? at.AddMonths(1) : at.AddYears(1))
        {
            bins.Add(at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..letters], (new long[4], 0));
        }

        string? first = bins.Keys.FirstOrDefault();
        foreach ((string bin, int quad, long events, long killed) in sums)
        {
            string name = reaches && first is not null && string.CompareOrdinal(bin, first) < 0 ? first : bin;
            if (bins.TryGetValue(name, out (long[] ByQuad, long Killed) sum))
            {
                sum.ByQuad[quad - 1] += events;
                bins[name] = (sum.ByQuad, sum.Killed + killed);
            }
        }

        return [.. bins.Select(b => new TimeBin(b.Key, [.. b.Value.ByQuad], b.Value.Killed))];
    }

    /// <summary>A month means its first day.</summary>
    private static DateOnly Day(string text) => DateOnly.ParseExact(text, text.Length == 7 ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
