using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What linking compares of claims in the store, as it was when it linked them: with their stories and their articles' settings.</summary>
internal sealed class StoredRows(Lookup lookup, Linker linker)
{
    private readonly Dictionary<string, (StoredArticle Article, string Story, ArticleSetting Setting)> known = new(StringComparer.Ordinal);

    /// <summary>Of the claims that tell the event.</summary>
    public List<(EventClaim Claim, LinkRow Row)> Of(Event told) =>
        [.. told.Claims.SelectMany(lookup.Claims).Where(c => c.Claim is EventClaim && told.Articles.Contains(c.ArticleId)).Select(c => ((EventClaim)c.Claim, Of((EventClaim)c.Claim)))];

    public LinkRow Of(EventClaim claim) => linker.RowOf(InContext(claim));

    public ClaimInContext InContext(EventClaim claim)
    {
        if (!known.TryGetValue(claim.ArticleId, out (StoredArticle Article, string Story, ArticleSetting Setting) of))
        {
            of = (lookup.Article(claim.ArticleId), lookup.StoryOf(claim.ArticleId), linker.SettingOf(lookup.ClaimsOf(claim.ArticleId).Select(c => c.Claim)));
            known.Add(claim.ArticleId, of);
        }

        return new ClaimInContext(claim, of.Story, Publish.Json.Day(of.Article.Published), of.Article.Outlet) { Setting = of.Setting };
    }
}
