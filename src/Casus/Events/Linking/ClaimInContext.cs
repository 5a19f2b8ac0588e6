using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>An event claim with what its article knows: the unit that linking compares.</summary>
/// <param name="Initiators">Ids of resolved initiators and of who claimed responsibility, ordered; empty when none is resolved.</param>
/// <param name="Targets">Ids of resolved targets and victims, ordered.</param>
/// <param name="InitiatorWords">Lower-case words of unresolved initiators.</param>
/// <param name="Words">Hashes of the content words of the sentence that says it, ordered and distinct.</param>
public sealed record ClaimInContext(
    EventClaim Claim,
    string StoryId,
    DateOnly? Published,
    string? Outlet,
    ImmutableArray<string> Initiators,
    ImmutableArray<string> Targets,
    ImmutableArray<string> InitiatorWords,
    ImmutableArray<string> TargetWords,
    ImmutableArray<int> Words)
{
    /// <summary>Names and counts nobody: it can only point at what other claims tell.</summary>
    public bool IsBare => Claim.Initiators.IsEmpty && Claim.Targets.IsEmpty && Claim.Victims.IsEmpty && Claim.Tolls.IsEmpty;

    public static ClaimInContext Of(EventClaim claim, string storyId, DateOnly? published, string? outlet)
    {
        ImmutableArray<Party> suffering = claim.Targets.AddRange(claim.Victims);
        return new(
            claim,
            storyId,
            published,
            outlet,
            Ids(claim.Responsibility is { Claimed: true } claimed ? claim.Initiators.AddRange(claimed.By) : claim.Initiators),
            Ids(suffering),
            UnresolvedWords(claim.Initiators),
            UnresolvedWords(suffering),
            WordHashes(claim.Evidence));
    }

    private static ImmutableArray<string> Ids(ImmutableArray<Party> parties) =>
        [.. parties.Select(p => p.ActorId).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> UnresolvedWords(ImmutableArray<Party> parties) =>
        [.. parties.Where(p => p.ActorId is null).SelectMany(p => p.Evidence.Quote.ToLowerInvariant().Split(' ')).Where(w => w.Length > 3).Distinct().Order(StringComparer.Ordinal)];

    private static ImmutableArray<int> WordHashes(ImmutableArray<Evidence> evidence)
    {
        var words = new SortedSet<int>();
        foreach (Evidence piece in evidence)
        {
            ReadOnlySpan<char> text = piece.Quote;
            foreach (Range range in text.SplitAny(" \n\t.,;:!?\"'()[]“”‘’—–-"))
            {
                ReadOnlySpan<char> word = text[range];
                if (word.Length > 3)
                {
                    words.Add(Fnv(word));
                }
            }
        }

        return [.. words];
    }

    // FNV-1a over lower-cased letters: the same on every run and machine, unlike string.GetHashCode.
    private static int Fnv(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char letter in word)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        }

        return (int)hash;
    }
}
