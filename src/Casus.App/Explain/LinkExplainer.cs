using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Store;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Explain;

/// <summary>Why the claims of an event are held to tell one happening: the points that join each to the rest.</summary>
internal sealed class LinkExplainer(KnowledgeBase knowledge, Lookup lookup)
{
    public const string Field = "told as one";

    private readonly ClaimSimilarity similarity = new(new ActorKinship(knowledge.Actors), new PlaceContainment(knowledge.Places));

    public FieldExplanation Explain(Event told, IReadOnlyList<ClaimContext> contexts)
    {
        List<ClaimInContext> waiting = [.. contexts.Where(c => c.Claim is EventClaim).Select(c => ClaimInContext.Of((EventClaim)c.Claim, lookup.StoryOf(c.Article.Id), Day(c.Article.Published), c.Article.Outlet))];
        HashSet<(string, string)> same = [.. contexts.Select(c => c.Article.Id).Distinct().SelectMany(lookup.SameLinks).SelectMany(l => new[] { (l.From, l.To), (l.To, l.From) })];
        var joined = new List<ClaimInContext>();
        var lines = ImmutableArray.CreateBuilder<Support>();
        if (waiting.Count > 0)
        {
            joined.Add(waiting[0]);
            waiting.RemoveAt(0);
        }

        // The surest link first, as clustering joins them.
        while (waiting.Count > 0)
        {
            (ClaimInContext next, ClaimInContext to) = waiting.SelectMany(w => joined.Select(j => (w, j))).MaxBy(p => Strength(p.w, p.j, same));
            lines.Add(new Support(next.Claim.Id, [Says(next, to, same)], []));
            joined.Add(next);
            waiting.Remove(next);
        }

        string counts = $"{Plural(told.Claims.Length, "claim", "claims")} of {Plural(told.Articles.Length, "article", "articles")}, {Plural(told.Stories.Length, "story", "stories")}";
        return new FieldExplanation(Field, counts, "event.points", lines.ToImmutable(), []);
    }

    private double Strength(ClaimInContext a, ClaimInContext b, HashSet<(string, string)> same) =>
        same.Contains((a.Claim.Id, b.Claim.Id)) ? 100 : similarity.PointsOf(a, b).Sum - ClaimSimilarity.Needed(a, b);

    private string Says(ClaimInContext claim, ClaimInContext to, HashSet<(string, string)> same)
    {
        if (same.Contains((claim.Claim.Id, to.Claim.Id)))
        {
            return $"the article's own words join it to {to.Claim.Id}";
        }

        LinkPoints points = similarity.PointsOf(claim, to);
        var parts = new (string For, double Points)[]
        {
            ("initiators", points.Initiators), ("targets", points.Targets), ("time", points.Time), ("place", points.Place), ("toll", points.Toll),
            ("manner", points.Manner), ("toll at the place", points.Corroborated), ("wording", points.Wording), ("retold", points.Retold),
        };
        string sum = string.Join(", ", parts.Where(p => p.Points != 0).OrderByDescending(p => Math.Abs(p.Points)).Select(p => $"{p.For} {Number(p.Points)}"));
        return $"{Number(points.Sum)} points with {to.Claim.Id}, {Number(ClaimSimilarity.Needed(claim, to))} needed: {sum}";
    }

    private static string Plural(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";

    private static string Number(double points) => points.ToString("0.#", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? day) => day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
