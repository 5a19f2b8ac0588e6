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
public sealed record Linked(ImmutableArray<Story> Stories, ImmutableArray<Event> Events);

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

    public Linked Link(IEnumerable<LinkArticle> articles)
    {
        LinkArticle[] all = [.. articles];
        return Link(all, StoryGrouping.Group([.. all.Select(a => new StoryText(a.Id, a.Text, a.Published))]));
    }

    /// <param name="stories">The stories of the same articles, formed before.</param>
    public Linked Link(IEnumerable<LinkArticle> articles, ImmutableArray<Story> stories) =>
        new(stories, Events([.. articles.OrderBy(a => a.Id, StringComparer.Ordinal)], stories));

    private ImmutableArray<Event> Events(LinkArticle[] articles, ImmutableArray<Story> stories)
    {
        var storyOf = stories.SelectMany(s => s.Editions.Select(e => (e.ArticleId, s.Id))).ToDictionary(p => p.ArticleId, p => p.Id, StringComparer.Ordinal);
        ImmutableArray<ClaimInContext> claims = [.. articles
            .SelectMany(a => a.Claims.OfType<EventClaim>().Where(Linkable).Select(c => ClaimInContext.Of(c, storyOf[a.Id], a.Published, a.Outlet)))
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
