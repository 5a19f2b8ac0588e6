using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>A relation claim between a pair, with what its article knows.</summary>
/// <param name="Published">Null when the page tells no day.</param>
/// <param name="Outlet">Null when the page does not name it.</param>
public sealed record RelationTelling(RelationClaim Claim, string StoryId, DateOnly? Published, string? Outlet);

/// <summary>A state between two actors as it is told, however often.</summary>
/// <param name="From">Since when, as the words have it; null: not told. <paramref name="To"/>: until when.</param>
/// <param name="Voices">Who says so: speakers, or outlets in their own voice.</param>
/// <param name="Stories">Independent tellings.</param>
/// <param name="Against">Claims of a state that cannot hold at the same time; empty when nobody disputes it.</param>
public sealed record RelationState(
    string Relation, string A, string B, ClaimTime? From, ClaimTime? To, RelationChange? Change, ImmutableArray<string> Voices, int Stories, ImmutableArray<string> Claims, ImmutableArray<string> Against);

/// <summary>Relation claims of a pair → states, with contradictions.</summary>
public static class RelationStates
{
    private const string OwnVoice = "the article itself";

    /// <summary>States that exclude one another.</summary>
    private static readonly ImmutableArray<(string, string)> Opposites = [("allied", "hostile"), ("supports", "hostile"), ("part-of", "distinct-from"), ("faction-of", "distinct-from")];

    public static ImmutableArray<RelationState> Of(IEnumerable<RelationTelling> tellings)
    {
        RelationTelling[] all = [.. tellings.OrderBy(t => t.Published ?? DateOnly.MaxValue).ThenBy(t => t.Claim.Id, StringComparer.Ordinal)];
        return
        [
            .. all.GroupBy(t => (t.Claim.Relation, A: Name(t.Claim.A), B: Name(t.Claim.B), From: t.Claim.From?.Value, To: t.Claim.To?.Value, Before: t.Claim.Change?.From, Turned: t.Claim.Change is not null))
                .Select(g => State([.. g], all)),
        ];
    }

    private static RelationState State(RelationTelling[] told, RelationTelling[] all)
    {
        RelationClaim first = told[0].Claim;
        return new RelationState(
            first.Relation,
            Name(first.A),
            Name(first.B),
            first.From,
            first.To,
            first.Change,
            [.. told.SelectMany(t => t.Claim.Speakers.IsDefaultOrEmpty ? [t.Outlet ?? OwnVoice] : t.Claim.Speakers.Select(s => s.Evidence.Quote)).Distinct()],
            told.Select(t => t.StoryId).Distinct().Count(),
            [.. told.Select(t => t.Claim.Id).Distinct()],
            [.. all.Where(o => Contradict(first, o.Claim)).Select(o => o.Claim.Id).Distinct()]);
    }

    private static string Name(Party party) => party.ActorId ?? party.Evidence.Quote;

    // A change tells both states itself: it contradicts nobody who tells the one before it.
    private static bool Contradict(RelationClaim a, RelationClaim b) =>
        a.Change is null && b.Change is null
        && Opposites.Any(o => (o.Item1 == a.Relation && o.Item2 == b.Relation) || (o.Item1 == b.Relation && o.Item2 == a.Relation))
        && !(a.To?.Latest < b.From?.Earliest) && !(b.To?.Latest < a.From?.Earliest)
        && (a.To is null) == (b.To is null);
}
