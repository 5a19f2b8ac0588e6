using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus;

/// <summary>What linking needs of an article that was read.</summary>
/// <param name="Published">Null when the page tells no day.</param>
/// <param name="Outlet">Null when the page does not name it.</param>
public sealed record LinkArticle(string Id, string Text, DateOnly? Published, string? Outlet, ImmutableArray<Claim> Claims, ImmutableArray<ClaimLink> Links);

/// <summary>Stories, events and episodes in the order of their ids: the same articles in any order give the same result.</summary>
public sealed record Linked(ImmutableArray<Story> Stories, ImmutableArray<Event> Events)
{
    public ImmutableArray<Episode> Episodes { get; init; } = [];

    /// <summary>Judgements that contradict each other, by the ids of their claims.</summary>
    public ImmutableArray<LinkContradiction> Contradictions { get; init; } = [];

    /// <summary>What became of each judgement, in the order of judging.</summary>
    public ImmutableArray<JudgementOutcome> Outcomes { get; init; } = [];

    /// <summary>What people contradict each other in.</summary>
    public ImmutableArray<JudgementContradiction> Disputes { get; init; } = [];
}

/// <summary>Linking: the claims of many articles in, stories, events and episodes out. Pure and independent of order; one instance serves any number of threads.</summary>
public sealed class Linker
{
    private readonly KnowledgeBase knowledge;
    private readonly LinkKeys keys;
    private readonly ClaimClustering clustering;
    private readonly EventResolution resolution;

    /// <param name="model">Null: the weights set by hand.</param>
    public Linker(KnowledgeBase knowledge, LinkModel? model = null)
    {
        this.knowledge = knowledge;
        var kinship = new ActorKinship(knowledge.Actors);
        Model = model ?? LinkModel.Hand;
        Similarity = new ClaimSimilarity(kinship, Model);
        keys = new LinkKeys(kinship);
        clustering = new ClaimClustering(Similarity, keys);
        resolution = new EventResolution(knowledge, kinship, new PlaceContainment(knowledge.Places));
    }

    public LinkModel Model { get; }

    public ClaimSimilarity Similarity { get; }

    public Linked Link(IEnumerable<LinkArticle> articles) => Link(articles, LinkConstraints.None);

    /// <param name="constraints">What people have judged: joins and parts claims before any weight is asked.</param>
    public Linked Link(IEnumerable<LinkArticle> articles, LinkConstraints constraints)
    {
        LinkArticle[] all = [.. articles];
        return LinkFormed(all, JudgedStories.Apply(StoryGrouping.Group([.. all.Select(a => new StoryText(a.Id, a.Text, a.Published))]), constraints.Stories), constraints);
    }

    /// <summary>With what people have judged: on stories first, then on claims before they are compared, on events after.</summary>
    public Linked Link(IReadOnlyCollection<LinkArticle> articles, JudgementBook judgements)
    {
        ImmutableArray<Story> stories = StoryGrouping.Group([.. articles.Select(a => new StoryText(a.Id, a.Text, a.Published))]);
        if (judgements.All.IsEmpty)
        {
            return LinkFormed(articles, stories, LinkConstraints.None);
        }

        var judged = new JudgedClaims(judgements, new ClaimsInMemory(articles.SelectMany(a => a.Claims)), JudgedTexts.Finder(judgements, articles.Select(a => (a.Id, a.Text))), knowledge);
        Linked linked = LinkFormed(articles.Select(a => a with { Claims = [.. a.Claims.Select(judged.Judged)] }), JudgedStories.Apply(stories, judged.Constraints.Stories), judged.Constraints);
        var (events, outcomes, disputes) = judged.On(linked.Events, _ => []);
        return linked with { Events = events, Episodes = EpisodeChaining.Of(events, articles.SelectMany(a => a.Links)), Outcomes = outcomes, Disputes = disputes };
    }

    private Linked LinkFormed(IEnumerable<LinkArticle> articles, ImmutableArray<Story> stories, LinkConstraints constraints)
    {
        LinkArticle[] all = [.. articles.OrderBy(a => a.Id, StringComparer.Ordinal)];
        var storyOf = stories.SelectMany(s => s.Editions.Select(e => (e.ArticleId, s.Id))).ToDictionary(p => p.ArticleId, p => p.Id, StringComparer.Ordinal);
        ClaimInContext[] claims = [.. all
            .SelectMany(a => InContext(a, storyOf[a.Id]).Where(c => !constraints.RejectedClaims.Contains(c.Claim.Id)))
            .OrderBy(c => c.Claim.Id, StringComparer.Ordinal).ThenBy(c => c.Claim.ArticleId, StringComparer.Ordinal)];
        ImmutableArray<ImmutableArray<int>> groups = Group([.. claims.Select(RowOf)], SameLinks(all.SelectMany(a => a.Links)), constraints);
        ImmutableArray<Event> events = [.. groups.Select(group => Resolve([.. group.Select(i => claims[i])])).OfType<Event>().OrderBy(e => e.Id, StringComparer.Ordinal)];
        return new(stories, events)
        {
            Episodes = EpisodeChaining.Of(events, all.SelectMany(a => a.Links)),
            Contradictions = JudgedApart.Contradictions(constraints),
        };
    }

    /// <summary>The claims of an article that are linked.</summary>
    public IEnumerable<ClaimInContext> InContext(LinkArticle article, string storyId)
    {
        ArticleSetting setting = SettingOf(article.Claims);
        return article.Claims.OfType<EventClaim>().Where(IsLinkable).Select(c => new ClaimInContext(c, storyId, article.Published, article.Outlet) { Setting = setting });
    }

    /// <summary>What is compared of a claim.</summary>
    public LinkRow RowOf(ClaimInContext claim) => LinkRow.Of(claim, knowledge.Places);

    /// <param name="claims">All claims of one article.</param>
    public ArticleSetting SettingOf(IEnumerable<Claim> claims) => ArticleSetting.Of(claims, knowledge.Places);

    /// <summary>The blocks that the row stands in.</summary>
    public IReadOnlyList<long> KeysOf(LinkRow row) => keys.Of(row);

    /// <param name="rows">Ordered by id and article.</param>
    /// <param name="same">Ids of claims that an article's own words make the same.</param>
    /// <returns>Indices of rows, each group ordered; by their first member.</returns>
    public ImmutableArray<ImmutableArray<int>> Group(IReadOnlyList<LinkRow> rows, IEnumerable<(string A, string B)> same, LinkConstraints constraints) => clustering.Group(rows, same, constraints);

    /// <inheritdoc cref="ClaimClustering.Weigh"/>
    public double? Weigh(LinkRow a, LinkRow b) => clustering.Weigh(a, b);

    /// <summary>The published row of claims that tell one happening; null when none vouches that it happened.</summary>
    public Event? Resolve(IReadOnlyList<ClaimInContext> told) => resolution.Resolve(told);

    public static IEnumerable<(string A, string B)> SameLinks(IEnumerable<ClaimLink> links) => links.Where(l => l.Kind == ClaimLinkKind.Same).Select(l => (l.From, l.To));

    /// <summary>A denial is an account of an event that somebody else tells; plans, wishes and suppositions are claims only.</summary>
    public static bool IsLinkable(EventClaim claim) => EventResolution.Happened(claim.Factuality) || claim.Factuality == Factuality.Denied;
}
