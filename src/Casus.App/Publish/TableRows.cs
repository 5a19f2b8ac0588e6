using Casus.App.Store;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>The rows of each published table, in the order of their ids.</summary>
internal static class TableRows
{
    /// <summary>Tables that are of the whole record: they cannot be narrowed to some events.</summary>
    public static bool IsWhole(string table) => table is "dyads" or "turns" or "judgements";

    /// <param name="knowledge">Asked only for tables that need it.</param>
    /// <param name="named">Whether reviewers are told by their names.</param>
    public static IEnumerable<object> Of(string table, Walks walks, Func<KnowledgeBase> knowledge, bool named)
    {
        switch (table)
        {
            case "events":
                var maker = new LineMaker(knowledge());
                return walks.Events().Select(maker.Event);
            case "accounts":
                return walks.Events().SelectMany(LineMaker.Accounts);
            case "support":
                return walks.Events().SelectMany(LineMaker.Support);
            case "claims":
                return walks.Claims("event").Select(c => LineMaker.Claim((EventClaim)c.Claim));
            case "tolls":
                return walks.Claims("event").SelectMany(c => LineMaker.Tolls((EventClaim)c.Claim));
            case "statistics":
                return walks.Claims("statistic").Select(c => LineMaker.Statistic((StatisticClaim)c.Claim));
            case "relations":
                return walks.Claims("relation").Select(c => LineMaker.Relation((RelationClaim)c.Claim));
            case "evidence":
                return Evidence(walks);
            case "articles":
                return walks.Articles();
            case "dyads":
                return walks.Dyads();
            case "turns":
                return walks.Turns(knowledge());
            case "episodes":
                return walks.Episodes();
            case "steps":
                return walks.Steps();
            case "judgements":
                return walks.Judgements(named);
            default:
                return walks.Editions();
        }
    }

    private static IEnumerable<object> Evidence(Walks walks)
    {
        string? article = null;
        CodePoints offsets = null!;
        foreach ((Claim claim, string articleId) in walks.Claims())
        {
            if (articleId != article)
            {
                article = articleId;
                offsets = new CodePoints(walks.Text(articleId));
            }

            foreach (EvidenceLine line in LineMaker.Evidence(claim, offsets))
            {
                yield return line;
            }
        }
    }
}
