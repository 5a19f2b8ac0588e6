using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Explain;

/// <summary>Why the claims of an event are held to tell one happening: the weights that join each to the rest.</summary>
internal sealed class LinkExplainer(Linker linker, Lookup lookup)
{
    public const string Field = "told as one";

    public FieldExplanation Explain(Event told, IReadOnlyList<ClaimContext> contexts)
    {
        var rows = new StoredRows(lookup, linker);
        List<LinkRow> waiting = [.. contexts.Select(c => c.Claim).OfType<EventClaim>().Select(rows.Of)];
        HashSet<(string, string)> same = [.. contexts.Select(c => c.Article.Id).Distinct().SelectMany(lookup.SameLinks).SelectMany(l => new[] { (l.From, l.To), (l.To, l.From) })];
        var joined = new List<LinkRow>();
        var lines = ImmutableArray.CreateBuilder<Support>();
        if (waiting.Count > 0)
        {
            joined.Add(waiting[0]);
            waiting.RemoveAt(0);
        }

        // The surest link first, as clustering joins them.
        while (waiting.Count > 0)
        {
            (LinkRow next, LinkRow to) = waiting.SelectMany(w => joined.Select(j => (w, j))).MaxBy(p => Strength(p.w, p.j, same));
            lines.Add(new Support(next.ClaimId, [Says(next, to, same)], []));
            joined.Add(next);
            waiting.Remove(next);
        }

        string counts = $"{Plural(told.Claims.Length, "claim", "claims")} of {Plural(told.Articles.Length, "article", "articles")}, {Plural(told.Stories.Length, "story", "stories")}";
        return new FieldExplanation(Field, counts, "event.weights", lines.ToImmutable(), []);
    }

    private double Strength(LinkRow a, LinkRow b, HashSet<(string, string)> same) =>
        same.Contains((a.ClaimId, b.ClaimId)) ? 100 : linker.Similarity.Compare(a, b) ?? double.MinValue;

    private string Says(LinkRow claim, LinkRow to, HashSet<(string, string)> same)
    {
        if (same.Contains((claim.ClaimId, to.ClaimId)))
        {
            return $"the article's own words join it to {to.ClaimId}";
        }

        if (linker.Similarity.Compare(claim, to) is not { } sum)
        {
            return $"judged to be the same as {to.ClaimId}, whose day or place excludes it";
        }

        string reasons = string.Join(", ", linker.Similarity.Reasons(claim, to).Select(r => $"{PairFeatures.Words[(int)r.Feature]} {Signed(r.Weight)}"));
        return $"joined to {to.ClaimId} at {Signed(sum)} because: {reasons}";
    }

    private static string Plural(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Signed(double weight) => weight.ToString("+0.0;-0.0;0", CultureInfo.InvariantCulture);
}
