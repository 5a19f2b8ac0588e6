using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>Words by which a text tells that a relation changed (docs/how-to/patterns.md).</summary>
/// <param name="From">"allied" or "hostile": what the words say that it was; null: the noun's own adjectives tell, or nothing does.</param>
/// <param name="To">What it became: "allied" or "hostile"; "eased" or "strained" where the words tell no more than that it got better or worse.</param>
/// <param name="Bearer">Paths from the trigger to the noun that names the relation ("ties"), where the parties hang on it; empty: they hang on the trigger.</param>
/// <param name="A">Paths to one side, or to both.</param>
/// <param name="B">Paths to the other side where <paramref name="A"/> finds one alone.</param>
public sealed record ChangePattern(
    string Id,
    string? From,
    string To,
    Trigger Trigger,
    ImmutableArray<Condition> Require,
    ImmutableArray<string> Bearer,
    ImmutableArray<string> A,
    ImmutableArray<string> B,
    ImmutableArray<ChangeExample> Yes,
    ImmutableArray<ChangeExample> No,
    string File,
    int Line);

/// <param name="Text">A sentence of our own writing.</param>
/// <param name="A">Words expected in one side, <paramref name="B"/> in the other, in any order; null: not checked.</param>
/// <param name="From">State expected before; null: not checked.</param>
public sealed record ChangeExample(string Text, string? A, string? B, string? From, int Line);
