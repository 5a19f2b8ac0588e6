using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>A field of an event: the chosen value, who supports it, who dissents, and the rule that chose. Disagreement is data.</summary>
/// <param name="Support">Ids of the claims that say so, or that were judged where a judgement chose; never empty.</param>
public sealed record Resolved<T>(T Value, ImmutableArray<string> Support, ImmutableArray<Dissent> Dissent, RuleId Rule);

/// <summary>Another value for the same field, in words, and the claims that give it.</summary>
public sealed record Dissent(string Value, ImmutableArray<string> Claims);

/// <summary>Articles that are copies, edits or rewrites of one text.</summary>
/// <param name="Id">"s-" and a hash of its earliest edition's article id.</param>
public sealed record Story(string Id, ImmutableArray<Edition> Editions);

/// <param name="Kind">"original", "copy", "edit", "rewrite" or "excerpt".</param>
/// <param name="Of">Article it derives from; null for the original.</param>
/// <param name="Overlap">Share of the shorter text's word 3-grams that the other holds, 0 to 1.</param>
public sealed record Edition(string ArticleId, string Kind, string? Of, double Overlap);

/// <summary>One actor of an event.</summary>
/// <param name="ActorId">Id in knowledge/actors; null when only words are known.</param>
public sealed record EventParty(string? ActorId, string Name, string? Class);

/// <summary>What one speaker or outlet says of an event: a story printed ten times is one voice.</summary>
/// <param name="Voice">The speaker as named, or the outlet when the article says it in its own voice.</param>
/// <param name="Side">"initiator" or "target" for who speaks for a belligerent, "third-party", "outlet", or null when it cannot be told.</param>
public sealed record Account(string Voice, string? ActorId, string? Side, string StoryId, ImmutableArray<string> Claims, ImmutableArray<Toll> Tolls, Factuality Factuality);

/// <summary>One happening of one type: the published row, supported by claims.</summary>
/// <param name="Id">"e-" and a hash of the id of its earliest claim: later support leaves it as it is. Where people have split an event the larger part has it.</param>
/// <param name="Claims">Every claim that tells it, in article and text order.</param>
/// <param name="Stories">Stories that tell it: independent tellings, however often each was printed.</param>
public sealed record Event(
    string Id,
    string Type,
    ImmutableArray<string> Modes,
    int Quad,
    string? Cameo,
    Factuality Factuality,
    Resolved<ImmutableArray<EventParty>> Initiators,
    Resolved<ImmutableArray<EventParty>> Targets,
    Resolved<ClaimTime> Time,
    Resolved<ClaimPlace>? Place,
    ImmutableArray<Resolved<Toll>> Tolls,
    ImmutableArray<Account> Accounts,
    ImmutableArray<string> Claims,
    ImmutableArray<string> Stories,
    ImmutableArray<string> Articles)
{
    /// <summary>The id of an event of which this is the earliest claim.</summary>
    public static string IdOf(string claim) => "e-" + ContentHash.Of("event", claim);

    /// <summary>For each kind of toll the lowest, the published and the highest count that a voice holds at the last; default in stores of earlier versions.</summary>
    public ImmutableArray<TollBounds> Bounds { get; init; } = [];

    /// <summary>Fields that people have corrected; empty or default where nobody has.</summary>
    public ImmutableArray<JudgedField> Judged { get; init; } = [];

    /// <summary>The published count of a kind, the first where there are two; null where nobody tells one.</summary>
    public Toll? TollOf(TollKind kind)
    {
        foreach (Resolved<Toll> toll in Tolls)
        {
            if (toll.Value.Kind == kind)
            {
                return toll.Value;
            }
        }

        return null;
    }
}

/// <summary>As UCDP gives low, best and high estimates.</summary>
/// <param name="High">Of what is told as "at least" the number told.</param>
public sealed record TollBounds(TollKind Kind, long Low, long Best, long High);
