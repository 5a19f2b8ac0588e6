using Casus.Events;

namespace Casus.Train;

/// <summary>Rows to learn from within one story: a claim of an edition and the claim of the same words are one, others are not.</summary>
internal static class LinkEditions
{
    public static IEnumerable<(float[] Features, bool IsSame, double Weight)> Rows(LinkArticle article, LinkArticle edition, Linker linker)
    {
        // What an article's own words make the same is the same in its editions, and shows no difference.
        HashSet<(string, string)> linked = [.. Linker.SameLinks(article.Links).SelectMany(l => new[] { l, (l.B, l.A) })];
        ClaimInContext[] first = [.. linker.InContext(article, article.Id)], second = [.. linker.InContext(edition, article.Id)];
        var found = new List<(float[] Features, bool IsSame)>();
        foreach (ClaimInContext one in first)
        {
            foreach (ClaimInContext other in second)
            {
                ClaimInContext? twin = first.FirstOrDefault(f => IsOne(f, other));
                var features = new float[PairFeatures.Count];
                if ((ReferenceEquals(twin, one) || twin is null || !linked.Contains((twin.Claim.Id, one.Claim.Id))) && linker.Similarity.Read(linker.RowOf(one), linker.RowOf(other), features))
                {
                    found.Add((features, ReferenceEquals(twin, one)));
                }
            }
        }

        int different = found.Count(f => !f.IsSame);
        return found.Select(f => (f.Features, f.IsSame, f.IsSame ? 1 : 1.0 / different));
    }

    private static bool IsOne(ClaimInContext a, ClaimInContext b) => a.Claim.Trigger.Quote == b.Claim.Trigger.Quote && a.Claim.Evidence[0].Quote == b.Claim.Evidence[0].Quote;
}
