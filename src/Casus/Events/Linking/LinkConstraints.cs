using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>What people have judged of claims, as linking needs it: pairs in any order, each by the ids of its claims. Ids of claims that are not linked say nothing.</summary>
/// <param name="Same">They tell one happening: joined before anything else, whatever their days and places.</param>
/// <param name="Different">They tell two. Where both are said of one pair, this holds and <see cref="Linked.Contradictions"/> names it.</param>
/// <param name="RejectedClaims">They take part in no event.</param>
public sealed record LinkConstraints(ImmutableArray<(string ClaimA, string ClaimB)> Same, ImmutableArray<(string ClaimA, string ClaimB)> Different, ImmutableHashSet<string> RejectedClaims)
{
    public static LinkConstraints None { get; } = new([], [], []);

    /// <summary>What is judged of stories, in the order of judging: a later one is applied to what the earlier ones made.</summary>
    public ImmutableArray<StoryVerdict> Stories { get; init; } = [];
}

/// <summary>Two claims that judgements hold to be different although judgements also join them, directly or through others.</summary>
/// <param name="Path">The chain of claims that "same" judgements make between them, both ends included; they stay apart all the same.</param>
public sealed record LinkContradiction(string ClaimA, string ClaimB, ImmutableArray<string> Path);
