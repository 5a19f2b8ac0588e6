using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What the record itself counts for a series.</summary>
/// <param name="Events">Events with a count of the measure.</param>
/// <param name="Upper">Sum of the upper bounds; null where some event has none.</param>
internal sealed record RecordCount(long Events, long Least, long? Upper);

/// <summary>Statistic claims of the store, and the record's own count beside them.</summary>
internal sealed class StatisticQueries(CasusStore store)
{
    /// <param name="most">Only the latest so many; 0: all.</param>
    public List<StatisticTelling> Tellings(Filter filter, int most = 0)
    {
        Where where = new Narrowed(store, filter).Claims(oneByOne: true);
        return store.Read(() =>
        {
            using Statement find = store.Prepare($"SELECT c.record, coalesce(e.story_id, c.article_id), a.published, a.outlet FROM claim c INDEXED BY claim_beside_events JOIN article a ON a.id = c.article_id LEFT JOIN edition e ON e.article_id = c.article_id {where.And("c.kind = 'statistic' AND c.kind <> 'event'")} {(most > 0 ? $"ORDER BY a.published DESC, c.id LIMIT {most}" : "ORDER BY c.id")}");
            return find.Rows(r => new StatisticTelling((StatisticClaim)Records.ReadClaim("statistic", r.GetString(0)), r.GetString(1), r.Day(2), r.Text(3)), [.. where.Values]);
        });
    }

    /// <summary>Sums the events that happened within the period and the place; null where the measure is no toll, or the period has no end.</summary>
    public RecordCount? Counted(StatisticSeries series)
    {
        if (series is not { From: { } from, To: { } to } || !Enum.TryParse(series.Measure, ignoreCase: true, out TollKind _))
        {
            return null;
        }

        // Whole months are summed; what lies in a part of one, or in several, is looked at by itself.
        (DateOnly begin, DateOnly end) = (new(from.Year, from.Month, 1), new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1));
        (string first, string last) = (Month(from == begin ? from : begin.AddMonths(1)), Month(to == end ? to : end.AddMonths(-1)));
        bool isPart = string.CompareOrdinal(first, last) > 0;
        string[] looked = ["SELECT 1 AS reach, $1 AS since, $2 AS until", "SELECT 2, $1, $2", .. isPart ? ["SELECT 0, $1, $2"] : Array.Empty<string>(), .. isPart || from == begin ? Array.Empty<string>() : ["SELECT 0, $1, $5"], .. isPart || to == end ? Array.Empty<string>() : ["SELECT 0, $6 || '-32', $2"]];
        // Of the killed and the injured an index tells the bounds too: no event is opened.
        bool isIndexed = series.Measure is "killed" or "injured";
        (string counts, string beside, string met) = isIndexed
            ? ($"1, e.{series.Measure}_min, coalesce(e.{series.Measure}_max, 0), e.{series.Measure}_max IS NOT NULL", "", $"e.{series.Measure}_min IS NOT NULL")
            : ("1, json_extract(c.value, '$[1]'), coalesce(json_extract(c.value, '$[2]'), 0), json_extract(c.value, '$[2]') IS NOT NULL", ", json_each(e.tolls) c", "e.tolls <> '[]' AND json_extract(c.value, '$[0]') = $3");
        const string Within = "place_id IN (SELECT p.id FROM place p WHERE p.within LIKE '%|' || $4 || '|%')";
        return store.Read(() =>
        {
            using Statement sum = store.Prepare($"""
                SELECT coalesce(sum(events), 0), coalesce(sum(least), 0), coalesce(sum(most), 0), coalesce(sum(bounded), 0) FROM (
                    SELECT events, least, most, bounded FROM toll_sum WHERE kind = $3 AND month BETWEEN $5 AND $6 AND {(series.Place is null ? "place_id = ''" : Within)}
                    UNION ALL
                    SELECT {counts} FROM ({string.Join(" UNION ALL ", looked)}) t CROSS JOIN event e{beside}
                    WHERE {Reach.Of} = t.reach AND {Reach.Day} BETWEEN t.since AND t.until AND e.day_to <= $2 AND {met} {(series.Place is null ? "" : "AND e." + Within)})
                """);
            return sum.Rows(r => new RecordCount(r.GetInt64(0), r.GetInt64(1), r.GetInt64(3) == r.GetInt64(0) ? r.GetInt64(2) : null), from, to, series.Measure, series.Place, first, last)[0];
        });
    }

    private static string Month(DateOnly day) => day.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
}
