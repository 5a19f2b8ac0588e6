using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;

namespace Casus.Train;

/// <summary>Links articles and compares what became one event with what people judged.</summary>
/// <param name="Main">B³ over the articles by their main event.</param>
/// <param name="Right">Pairs found that are the same, of all <paramref name="Given"/> as found and all <paramref name="Same"/>.</param>
internal sealed record LinkTold(LinkScores Main, int Right, int Given, int Same, int Pairs)
{
    private const int MaterialConflict = 4;

    public static LinkTold Of(LinkPairs set, IReadOnlyList<string> ids, Linker linker)
    {
        LinkArticle[] articles = [.. ids.Select(id => set.Articles[id])];
        ClaimInContext[] claims = [.. articles.SelectMany(a => linker.InContext(a, a.Id)).OrderBy(c => c.Claim.Id, StringComparer.Ordinal)];
        ImmutableArray<ImmutableArray<int>> groups = linker.Group([.. claims.Select(linker.RowOf)], Linker.SameLinks(articles.SelectMany(a => a.Links)), LinkConstraints.None);
        var groupOf = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int g = 0; g < groups.Length; g++)
        {
            foreach (int member in groups[g])
            {
                groupOf[claims[member].Claim.Id] = g;
            }
        }

        HashSet<int>[] all = [.. articles.Select(a => a.Claims.Where(c => groupOf.ContainsKey(c.Id)).Select(c => groupOf[c.Id]).ToHashSet())];
        Dictionary<string, int> found = ids.Select((id, i) => (id, Group: MainClaim(articles[i]) is { } main ? groupOf[main] : -1 - i)).ToDictionary(p => p.id, p => p.Group, StringComparer.Ordinal);
        JudgedPair[] pairs = [.. set.Pairs.Where(p => found.ContainsKey(p.A) && found.ContainsKey(p.B))];
        Dictionary<string, int> at = ids.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        JudgedPair[] given = [.. pairs.Where(p => all[at[p.A]].Overlaps(all[at[p.B]]))];
        ImmutableDictionary<string, int> gold = LinkScores.Clusters(ids, pairs.Where(p => p.IsSame && p.IsMain).Select(p => (p.A, p.B)));
        if (Environment.GetEnvironmentVariable("CASUS_LINK_ERRORS") is not null)
        {
            foreach (JudgedPair p in pairs.Where(p => p.IsSame != given.Contains(p) || (p.IsMain && (found[p.A] == found[p.B]) != p.IsSame)))
            {
                Console.WriteLine($"{p.A} {p.B} same={p.IsSame} main={p.IsMain} found={given.Contains(p)} foundMain={found[p.A] == found[p.B]}");
            }
        }

        return new(LinkScores.BCubed(found, gold), given.Count(p => p.IsSame), given.Length, pairs.Count(p => p.IsSame), pairs.Length);
    }

    // What an article is mainly about is a deed where it tells one, not what was said of it.
    private static string? MainClaim(LinkArticle article) => article.Claims.OfType<EventClaim>().Where(Linker.IsLinkable)
        .OrderBy(c => c.Quad != MaterialConflict).ThenBy(c => c.Type != ViolentType(article)).ThenBy(c => c.Rank).FirstOrDefault()?.Id;

    private static string? ViolentType(LinkArticle article) => article.Claims.OfType<EventClaim>().Where(c => Linker.IsLinkable(c) && c.Quad == MaterialConflict).MaxBy(c => c.Tolls.Length)?.Type;
}
