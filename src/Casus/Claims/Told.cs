using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>An article's drafts with what else its sentences tell; the links are between drafts of the list.</summary>
internal sealed record Told(
    ImmutableArray<SentenceView> Views,
    List<Draft> Drafts,
    List<(Draft From, Draft To, string Kind, Evidence Cue)> Links,
    List<StatisticFound> Statistics,
    List<RelationFound> Relations,
    List<AccountFound> Accounts)
{
    /// <param name="drafts">One for each of the drafts, in order.</param>
    public Told With(List<Draft> drafts)
    {
        Draft Now(Draft draft) => Drafts.IndexOf(draft) is >= 0 and var at ? drafts[at] : draft;
        return this with { Drafts = drafts, Links = [.. Links.Select(l => (Now(l.From), Now(l.To), l.Kind, l.Cue))] };
    }
}
