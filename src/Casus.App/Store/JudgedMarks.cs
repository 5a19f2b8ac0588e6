using Casus.Events;

namespace Casus.App.Store;

/// <summary>What judgements make of each article's claims, as one word: an article whose word is another than when it was linked is linked anew.</summary>
internal static class JudgedMarks
{
    /// <returns>By article; those of which nothing is judged have none.</returns>
    public static Dictionary<string, string> Of(JudgedClaims judged, StoredClaims claims)
    {
        var effects = new HashSet<(string Article, string Says)>();
        foreach ((string claim, string effect) in judged.Effects)
        {
            effects.UnionWith(claims.Articles(claim).Select(a => (a, $"{claim} {effect}")));
        }

        foreach ((string actor, string effect) in judged.ActorEffects)
        {
            effects.UnionWith(claims.Naming(actor).Select(a => (a, $"{actor} {effect}")));
        }

        return effects.GroupBy(e => e.Article, StringComparer.Ordinal).ToDictionary(g => g.Key, g => ContentHash.Of([.. g.Select(e => e.Says).Order(StringComparer.Ordinal)]), StringComparer.Ordinal);
    }
}
