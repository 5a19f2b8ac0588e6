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
        Where where = new Narrowed(store, filter).Claims();
        return store.Read(() =>
        {
            using Statement find = store.Prepare($"SELECT c.record, coalesce(e.story_id, c.article_id), a.published, a.outlet FROM claim c JOIN article a ON a.id = c.article_id LEFT JOIN edition e ON e.article_id = c.article_id {where.And("c.kind = 'statistic' AND c.kind <> 'event'")} {(most > 0 ? $"ORDER BY a.published DESC, c.id LIMIT {most}" : "ORDER BY c.id")}");
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

        // What an index tells first: most events have no toll, and those need not be opened.
        string counts = series.Measure switch { "killed" => "e.killed_min IS NOT NULL", "injured" => "e.injured_min IS NOT NULL", _ => "e.tolls <> '[]'" };
        return store.Read(() =>
        {
            using Statement sum = store.Prepare($"""
                SELECT count(*), coalesce(sum(json_extract(t.value, '$[1]')), 0), sum(json_extract(t.value, '$[2]')), count(json_extract(t.value, '$[2]'))
                FROM event e, json_each(e.tolls) t
                WHERE {counts} AND e.day_from >= $1 AND e.day_from <= $2 AND e.day_to <= $2 AND json_extract(t.value, '$[0]') = $3 AND ($4 IS NULL OR e.place_within LIKE '%|' || $4 || '|%')
                """);
            return sum.Rows(r => new RecordCount(r.GetInt64(0), r.GetInt64(1), r.GetInt64(3) == r.GetInt64(0) ? r.Number(2) ?? 0 : null), from, to, series.Measure, series.Place)[0];
        });
    }
}
