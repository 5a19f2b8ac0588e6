using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus;

/// <summary>What linking needs of an article that was read.</summary>
/// <param name="Published">Null when the page tells no day.</param>
/// <param name="Outlet">Null when the page does not name it.</param>
public sealed record LinkArticle(string Id, string Text, DateOnly? Published, string? Outlet, ImmutableArray<Claim> Claims, ImmutableArray<ClaimLink> Links);

/// <summary>Stories and events in the order of their ids: the same articles in any order give the same result.</summary>
public sealed record Linked(ImmutableArray<Story> Stories, ImmutableArray<Event> Events)
{
    /// <summary>Judgements that contradict each other, by the ids of their claims.</summary>
    public ImmutableArray<LinkContradiction> Contradictions { get; init; } = [];

    /// <summary>What became of each judgement, in the order of judging.</summary>
    public ImmutableArray<JudgementOutcome> Outcomes { get; init; } = [];

    /// <summary>What people contradict each other in.</summary>
    public ImmutableArray<JudgementContradiction> Disputes { get; init; } = [];
}

/// <summary>Linking: the claims of many articles in, stories and events out. Pure and independent of order.</summary>
public sealed class Linker
{
    private readonly KnowledgeBase knowledge;
    private readonly ActorKinship kinship;
    private readonly PlaceContainment containment;

    public Linker(KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        kinship = new ActorKinship(knowledge.Actors);
        containment = new PlaceContainment(knowledge.Places);
    }

    public Linked Link(IEnumerable<LinkArticle> articles) => Link(articles, LinkConstraints.None);

    /// <param name="constraints">What people have judged: joins and parts claims before any score is asked.</param>
    public Linked Link(IEnumerable<LinkArticle> articles, LinkConstraints constraints)
    {
        LinkArticle[] all = [.. articles];
        return Link(all, StoryGrouping.Group([.. all.Select(a => new StoryText(a.Id, a.Text, a.Published))]), constraints);
    }

    /// <summary>With what people have judged: on claims before they are compared, on events after.</summary>
    public Linked Link(IReadOnlyCollection<LinkArticle> articles, JudgementBook judgements) =>
        Link(articles, StoryGrouping.Group([.. articles.Select(a => new StoryText(a.Id, a.Text, a.Published))]), judgements);

    /// <param name="stories">The stories of the same articles, formed before.</param>
    public Linked Link(IReadOnlyCollection<LinkArticle> articles, ImmutableArray<Story> stories, JudgementBook judgements)
    {
        if (judgements.All.IsEmpty)
        {
            return Link(articles, stories, LinkConstraints.None);
        }

        var judged = new JudgedClaims(judgements, articles.SelectMany(a => a.Claims), articles.Select(a => (a.Id, a.Text)), knowledge);
        Linked linked = Link(articles.Select(a => a with { Claims = [.. a.Claims.Select(judged.Judged)] }), stories, judged.Constraints);
        var (events, outcomes, disputes) = judged.On(linked.Events);
        return linked with { Events = events, Outcomes = outcomes, Disputes = disputes };
    }

    public Linked Link(IEnumerable<LinkArticle> articles, ImmutableArray<Story> stories) => Link(articles, stories, LinkConstraints.None);

    private Linked Link(IEnumerable<LinkArticle> articles, ImmutableArray<Story> stories, LinkConstraints constraints)
    {
        ImmutableArray<Story> judged = JudgedStories.Apply(stories, constraints);
        return new(judged, Events([.. articles.OrderBy(a => a.Id, StringComparer.Ordinal)], judged, constraints));
    }

    private ImmutableArray<Event> Events(LinkArticle[] articles, ImmutableArray<Story> stories, LinkConstraints constraints)
    {
        var storyOf = stories.SelectMany(s => s.Editions.Select(e => (e.ArticleId, s.Id))).ToDictionary(p => p.ArticleId, p => p.Id, StringComparer.Ordinal);
        ImmutableArray<ClaimInContext> claims = [.. articles
            .SelectMany(a => a.Claims.OfType<EventClaim>().Where(c => Linkable(c) && !constraints.RejectedClaims.Contains(c.Id)).Select(c => ClaimInContext.Of(c, storyOf[a.Id], a.Published, a.Outlet)))
            .OrderBy(c => c.Claim.Id, StringComparer.Ordinal)];
        var clustering = new ClaimClustering(kinship, containment, knowledge.Places);
        var resolution = new EventResolution(knowledge, kinship, containment);
        return [.. clustering.Group(claims, articles.SelectMany(a => a.Links))
            .Select(group => resolution.Resolve([.. group.Select(i => claims[i])]))
            .OfType<Event>()
            .OrderBy(e => e.Id, StringComparer.Ordinal)];
    }

    // A denial is an account of an event that somebody else tells; plans, wishes and suppositions are claims only.
    private static bool Linkable(EventClaim claim) => EventResolution.Happened(claim.Factuality) || claim.Factuality == Factuality.Denied;
}
