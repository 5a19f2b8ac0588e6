namespace Casus.App.Store;

/// <summary>Events of a stretch of time by quad class.</summary>
/// <param name="From">"2024", "2024-12" or "2024-12-24".</param>
/// <param name="ByQuad">Four counts, verbal cooperation first.</param>
internal sealed record TimeBin(string From, long[] ByQuad, long Killed)
{
    public long All => ByQuad.Sum();
}

/// <param name="Killed">Sum of the lower bounds; <paramref name="Injured"/> likewise.</param>
internal sealed record TypeSum(string Type, int Quad, long Events, long Killed, long Injured);

/// <summary>Events over time and by type: an event counts on its first possible day.</summary>
internal sealed class TimeQueries(CasusStore store)
{
    private const string Day = "coalesce(e.day_from, e.day_to)";

    /// <summary>Longest times in days that are shown by day, and by month; longer ones by year.</summary>
    private const int Days = 62, Months = 366 * 8;

    /// <summary>Every bin from the first to the last that holds an event, also the empty ones between; days, months or years.</summary>
    public List<TimeBin> Bins(Filter filter)
    {
        Where where = new Narrowed(store, filter).Events().And($"{Day} IS NOT NULL");
        return store.Read(() =>
        {
            using Statement ends = store.Prepare($"SELECT min({Day}), max({Day}) FROM event e {where}");
            (DateOnly? first, DateOnly? last) = ends.Rows(r => (r.Day(0), r.Day(1)), [.. where.Values])[0];
            if (first is not { } from || last is not { } to)
            {
                return [];
            }

            // What the filter asks for is shown, though the first and last days of it be empty.
            from = filter.From > from ? filter.From.Value : from;
            to = filter.To < to ? filter.To.Value : to;
            int letters = to.DayNumber - from.DayNumber <= Days ? 10 : to.DayNumber - from.DayNumber <= Months ? 7 : 4;
            using Statement sums = store.Prepare($"SELECT substr({Day}, 1, {letters}), e.quad, count(*), coalesce(sum(e.killed_min), 0) FROM event e {where} GROUP BY 1, 2 ORDER BY 1, 2");
            var bins = new SortedDictionary<string, TimeBin>(StringComparer.Ordinal);
            for (DateOnly at = letters == 10 ? from : letters == 7 ? new(from.Year, from.Month, 1) : new(from.Year, 1, 1); at <= to; at = letters == 10 ? at.AddDays(1) : letters == 7 ? at.AddMonths(1) : at.AddYears(1))
            {
                string name = at.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)[..letters];
                bins.Add(name, new(name, new long[4], 0));
            }

            sums.Each(
                r =>
                {
                    // An event that began before the time asked for may reach into it.
                    string name = string.CompareOrdinal(r.GetString(0), bins.First().Key) < 0 ? bins.First().Key : r.GetString(0);
                    if (bins.TryGetValue(name, out TimeBin? bin))
                    {
                        bin.ByQuad[r.GetInt32(1) - 1] += r.GetInt64(2);
                        bins[name] = bin with { Killed = bin.Killed + r.GetInt64(3) };
                    }
                },
                [.. where.Values]);
            return (List<TimeBin>)[.. bins.Values];
        });
    }

    /// <summary>The most first.</summary>
    public List<TypeSum> Types(Filter filter)
    {
        Where where = new Narrowed(store, filter).Events();
        return store.Read(() =>
        {
            using Statement sums = store.Prepare($"SELECT e.type, max(e.quad), count(*), coalesce(sum(e.killed_min), 0), coalesce(sum(e.injured_min), 0) FROM event e {where} GROUP BY e.type ORDER BY count(*) DESC, e.type");
            return sums.Rows(r => new TypeSum(r.GetString(0), r.GetInt32(1), r.GetInt64(2), r.GetInt64(3), r.GetInt64(4)), [.. where.Values]);
        });
    }
}
