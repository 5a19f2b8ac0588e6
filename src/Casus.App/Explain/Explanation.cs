using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Claims;

namespace Casus.App.Explain;

/// <summary>Why something says what it says: value ← rule that chose ← claims ← rules that coded ← words ← article ← page.</summary>
/// <param name="Id">An event's or a claim's.</param>
/// <param name="Says">The whole in one line.</param>
/// <param name="Claims">Every claim that any field rests on, each once, in the order of the event.</param>
internal sealed record Explanation(string Id, string Kind, string Says, ImmutableArray<FieldExplanation> Fields, ImmutableArray<AccountLine> Accounts, ImmutableArray<ClaimContext> Claims)
{
    /// <summary>Of an event that articles tie to others; else null.</summary>
    public EpisodeChain? Episode { get; init; }
}

/// <param name="Rule">What chose the value among the claims'; null where a claim itself is explained.</param>
internal sealed record FieldExplanation(string Field, string Value, string? Rule, ImmutableArray<Support> Support, ImmutableArray<DissentLine> Dissent);

/// <summary>What one claim gives for one field.</summary>
/// <param name="Rules">Patterns and steps that coded it.</param>
/// <param name="Words">Where it stands; empty where no words say it (a day bounded by the publication day alone).</param>
internal sealed record Support(string ClaimId, ImmutableArray<string> Rules, ImmutableArray<Evidence> Words);

internal sealed record DissentLine(string Value, ImmutableArray<string> Claims);

/// <param name="Says">The tolls of the account; empty when it gives none.</param>
internal sealed record AccountLine(string Voice, string? Side, string Factuality, string Says, ImmutableArray<string> Claims)
{
    /// <summary>One for each field of the event, in their order.</summary>
    public ImmutableArray<AccountCell> Cells { get; init; } = [];
}

/// <summary>A claim with the article it stands in.</summary>
internal sealed record ClaimContext(Claim Claim, StoredArticle Article)
{
    /// <summary>The sentences that say it, in text order.</summary>
    public ImmutableArray<TextSpan> Sentences
    {
        get
        {
            ImmutableArray<TextSpan> all = Article.Sentences;
            return
            [
                .. Claim.Evidence.Where(e => e.Span is not null)
                    .SelectMany(e => all.Where(s => s.Overlaps(e.Span!.Value)).DefaultIfEmpty(e.Span!.Value))
                    .Distinct()
                    .Order(),
            ];
        }
    }
}
