using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>An event as it is being coded; each stage returns a new one.</summary>
/// <param name="Anchor">The word that makes the event what it is: the outermost control word, or the trigger itself.</param>
/// <param name="Tokens">Every word that is a trigger or control of it.</param>
/// <param name="Composed">A control word changed the type.</param>
internal sealed record Draft(
    SentenceView View,
    TriggerMatch Match,
    int Anchor,
    string Type,
    string BaseType,
    ImmutableArray<string> Modes,
    string? Cameo,
    double Weight,
    Factuality Factuality,
    ImmutableArray<RuleId> Rules,
    ImmutableArray<Role> Initiators,
    ImmutableArray<Role> Targets,
    ImmutableArray<Role> Victims,
    ImmutableArray<Means> Means,
    ImmutableArray<Toll> Tolls,
    ImmutableArray<int> Tokens,
    bool Composed)
{
    public int Sentence => View.Index;

    public int Token => Match.Token;

    /// <summary>The trigger is a noun: later sentences may speak of it again.</summary>
    public bool Noun => Match.Noun;

    public ClaimTime? Time { get; init; }

    public ClaimPlace? Place { get; init; }

    public Responsibility? Responsibility { get; init; }

    public ImmutableArray<Speaker> Speakers { get; init; } = [];

    /// <summary>What was weighed for the type; empty when the second opinion was not asked.</summary>
    public ImmutableArray<Weighed> Weighed { get; init; } = [];

    /// <summary>Sentences before or after that also tell it.</summary>
    public ImmutableArray<Evidence> MoreEvidence { get; init; } = [];

    public TextSpan TriggerSpan => View[Match.First].Span.Cover(View[Match.Last].Span) is { Length: < 60 } whole ? whole : View[Match.Token].Span;
}

/// <param name="Token">Word in the draft's sentence; -1 when the party stands elsewhere.</param>
internal sealed record Role(Party Party, int Token);
