using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Store;
using Casus.Claims;
using Casus.Tables;

namespace Casus.App.Api;

internal sealed record ClaimAnswer(
    [property: Column("The claim with its article and sentences; of the same words in several articles, the first's.")] CitedClaim Claim,
    [property: Column("The published row of a claim of an event.")] ClaimLine? Event,
    [property: Column("The published row of a claim of a statistic.")] StatisticLine? Statistic,
    [property: Column("The published row of a claim of a relation.")] RelationLine? Relation,
    [property: Column("Each value with its rules and words.")] ImmutableArray<FieldAnswer> Fields,
    [property: Column("The words behind each value.")] ImmutableArray<EvidenceLine> Evidence,
    [property: Column("Articles that print the same words.")] ImmutableArray<string> Articles,
    [property: Column("Ids of the events that it supports.")] ImmutableArray<string> Events)
{
    public static ClaimAnswer Of(CasusStore store, string id)
    {
        var lookup = new Lookup(store);
        string whole = lookup.Complete("claim", id);
        List<StoredClaim> claims = lookup.Claims(whole);
        Claim claim = claims[0].Claim;
        var context = new ClaimContext(claim, lookup.Article(claims[0].ArticleId));
        return new(
            CitedClaim.Of(context), claim is EventClaim told ? LineMaker.Claim(told) : null, claim is StatisticClaim statistic ? LineMaker.Statistic(statistic) : null, claim is RelationClaim relation ? LineMaker.Relation(relation) : null,
            FieldAnswer.Of(ClaimExplainer.Explain(context)), [.. LineMaker.Evidence(claim, new CodePoints(context.Article.Text))], [.. claims.Select(c => c.ArticleId)], [.. lookup.EventsOf(whole)]);
    }
}
