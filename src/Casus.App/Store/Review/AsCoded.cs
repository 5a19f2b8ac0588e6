using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>
/// Events as they stood before others corrected them, for a reviewer who has not judged them yet: a second opinion that sees the first is none. Which claims tell an
/// event, and who an actor is, stays as people have judged it.
/// </summary>
internal sealed class AsCoded
{
    private readonly Lookup lookup;
    private readonly Linker linker;
    private readonly StoredRows rows;
    private readonly HashSet<string> own, corrected;
    private readonly Lazy<JudgedClaims> uncorrected;

    public AsCoded(CasusStore store, Linker linker, KnowledgeBase knowledge, string reviewer)
    {
        this.linker = linker;
        lookup = new Lookup(store);
        rows = new StoredRows(lookup, linker);
        JudgementBook book = JudgementTable.Book(store);
        own = ClaimsOf(book.Standing.Where(j => j.By == reviewer));
        corrected = ClaimsOf(book.Effective.Where(j => j.Verb == JudgementVerb.Correct && j.By != reviewer));
        uncorrected = new(() =>
        {
            using var claims = new StoredClaims(store);
            using var texts = new ArticleTexts(store);
            return new JudgedClaims(JudgementBook.Of(book.All.Where(j => j.Verb != JudgementVerb.Correct)), claims, texts.Find, knowledge);
        });
    }

    public Event Of(Event told) =>
        (!told.Claims.Any(corrected.Contains) && told.Judged.IsDefaultOrEmpty) || told.Claims.Any(own.Contains) ? told
        : Resolved(told.Claims, c => told.Articles.Contains(c.ArticleId)) is { } coded ? coded with { Id = told.Id }
        : told;

    /// <summary>What the record said of an event, which may have gone, when it was judged; without what others had corrected by then.</summary>
    public Judgement Of(Judgement judged)
    {
        ImmutableArray<string> claims = [.. judged.Subject.Claims.Select(c => c.ClaimId)];
        return claims.Any(corrected.Contains) && Resolved(claims, _ => true) is { } coded ? judged with { Said = EventExplainer.Says(coded) } : judged;
    }

    private Event? Resolved(IEnumerable<string> claims, Func<StoredClaim, bool> isOf) => linker.Resolve(
        [.. claims.SelectMany(lookup.Claims).Where(isOf).Select(c => c.Claim).OfType<EventClaim>().Select(c => rows.InContext((EventClaim)uncorrected.Value.Judged(c)))]);

    private static HashSet<string> ClaimsOf(IEnumerable<Judgement> judgements) => [.. judgements.SelectMany(j => j.Subject.Claims.Select(c => c.ClaimId))];
}
