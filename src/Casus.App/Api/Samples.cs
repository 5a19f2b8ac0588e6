using Casus.App.Store;

namespace Casus.App.Api;

/// <summary>Ids of the store at hand for calls that show how: each kind's weightiest; null where there is none.</summary>
internal sealed record Samples(string? Event, string? Claim, string? Article, string? Story, string? Actor, (string First, string Second)? Pair, string? Episode)
{
    public static Samples Of(CasusStore store)
    {
        string? First(string sql, params ReadOnlySpan<object?> values)
        {
            using Statement find = store.Prepare(sql);
            return (string?)find.Scalar(values);
        }

        string? told = First($"SELECT id FROM event INDEXED BY event_by_weight ORDER BY {Queries.ByWeight} LIMIT 1");
        DyadRow? pair = new DyadQueries(store).Busiest(null, exact: true, 1).FirstOrDefault();
        return new(
            told, told is null ? null : First("SELECT claim_id FROM event_claim WHERE event_id = $1 ORDER BY position LIMIT 1", told), First("SELECT a.id FROM article a JOIN edition e ON e.article_id = a.id ORDER BY a.published DESC, a.id LIMIT 1"),
            First("SELECT id FROM story ORDER BY editions DESC, id LIMIT 1"), First("SELECT actor_id FROM actor_sum ORDER BY initiator + target DESC, actor_id LIMIT 1"), pair is null ? null : (pair.First, pair.Second), First("SELECT id FROM episode ORDER BY events DESC, id LIMIT 1"));
    }
}
