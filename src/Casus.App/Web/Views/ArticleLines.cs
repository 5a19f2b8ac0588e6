using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Articles;
using Casus.Claims;

namespace Casus.App.Web;

/// <summary>An article as the reader shows it.</summary>
/// <param name="Mark">Words that the address points at.</param>
/// <param name="Events">By claim, the events that it supports.</param>
internal sealed record ArticleLines(StoredArticle Article, ImmutableArray<Claim> Claims, ImmutableDictionary<string, string> Events, ImmutableArray<Highlight> Highlights, TextSpan? Mark, string? Story)
{
    public static ArticleLines Of(CasusStore store, string id, string? mark)
    {
        var lookup = new Lookup(store);
        StoredArticle article = lookup.Article(lookup.Complete("article", id));
        ImmutableArray<Claim> claims = [.. lookup.ClaimsOf(article.Id).Select(c => c.Claim)];
        var events = claims.OfType<EventClaim>().Select(c => c.Id).Distinct().Select(c => (Claim: c, Event: lookup.EventsOf(c).FirstOrDefault())).Where(p => p.Event is not null).ToImmutableDictionary(p => p.Claim, p => p.Event!);
        using Statement story = store.Prepare("SELECT story_id FROM edition WHERE article_id = $1");
        return new(article, claims, events, [.. claims.SelectMany(Words).Where(h => h.Span.End <= article.Text.Length)], Cite.Read(mark, article.Text), store.Read(() => (string?)story.Scalar(article.Id)));
    }

    /// <summary>One line on a claim.</summary>
    public static string Says(Claim claim, StoredArticle article) => ClaimExplainer.Explain(new ClaimContext(claim, article)).Says;

    private static IEnumerable<Highlight> Words(Claim claim)
    {
        foreach (Evidence sentence in claim.Evidence)
        {
            if (sentence.Span is { } span)
            {
                yield return new(span, "claim", "");
            }
        }

        foreach ((Evidence? words, string layer, string says) in Parts(claim))
        {
            if (words?.Span is { } span)
            {
                yield return new(span, layer, says);
            }
        }
    }

    private static IEnumerable<(Evidence?, string, string)> Parts(Claim claim)
    {
        IEnumerable<(Evidence?, string, string)> Party(IEnumerable<Party> parties, string role) => parties.Select(p => ((Evidence?)p.Evidence, "actor", $"{role}{(p.ActorId is { } id ? $": {id}" : p.Provisional is { } name ? $": {name.Id}" : "")}"));
        IEnumerable<(Evidence?, string, string)> speakers = claim.Speakers.IsDefault ? [] : claim.Speakers.Select(s => ((Evidence?)s.Evidence, "speaker", $"speaker{(s.Resolution is { } who ? $": {who.ActorId}" : "")} ({s.Strength})"));
        return speakers.Concat(claim switch
        {
            EventClaim told =>
            [
                (told.Trigger, "trigger", told.Type.ToLowerInvariant()),
                .. Party(told.Initiators, "initiator"), .. Party(told.Targets, "target"), .. Party(told.Victims, "victim"),
                (told.Time.Evidence, "time", Values.Of(told.Time)),
                (told.Place?.Evidence, "place", told.Place is { } place ? Values.Of(place) : ""),
                .. told.Tolls.Select(t => ((Evidence?)t.Evidence, "toll", Values.Of(t))),
            ],
            StatisticClaim statistic => [(statistic.Evidence[0], "toll", $"statistic: {statistic.Measure}"), (statistic.Period?.Evidence, "time", "period"), (statistic.Place?.Evidence, "place", statistic.Place is { } where ? Values.Of(where) : "")],
            RelationClaim relation => Party([relation.A, relation.B], relation.Relation),
            _ => [],
        });
    }
}
