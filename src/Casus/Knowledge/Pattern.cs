using System.Collections.Immutable;

namespace Casus.Knowledge;

/// <summary>
/// A trigger with the conditions under which it codes an event and the paths to its roles. A path is a word of the small
/// language that docs/how-to/patterns.md describes: "subject", "object", "prep:on|against", "poss" …
/// </summary>
/// <param name="Id">Type, name and number: "assault.air-strike.02". Stable; never reused.</param>
/// <param name="Weight">How sure the pattern is, 0 to 1.</param>
/// <param name="File">File and line of the entry: for messages.</param>
public sealed record Pattern(
    string Id,
    string Type,
    ImmutableArray<string> Modes,
    string? Cameo,
    double Weight,
    Trigger Trigger,
    ImmutableArray<Condition> Require,
    ImmutableArray<Condition> Forbid,
    ImmutableArray<RolePath> Roles,
    ImmutableArray<Example> Yes,
    ImmutableArray<Example> No,
    string File,
    int Line);

/// <summary>Words that open the pattern: lemmas of verbs, nouns or adjectives, or phrases of lemmas ("carry out").</summary>
public sealed record Trigger(ImmutableArray<string> Verbs, ImmutableArray<string> Nouns, ImmutableArray<string> Adjectives);

/// <param name="Path">Where to look from the trigger.</param>
/// <param name="Words">Lemmas, "@set" for a word set of knowledge/sets, or "#class" for the class of an actor; any one will do.</param>
public sealed record Condition(string Path, ImmutableArray<string> Words);

/// <param name="Role">"initiator", "target", "victim", "means", "place", "toll" …</param>
/// <param name="Paths">Tried in order; the first that finds something wins.</param>
public sealed record RolePath(string Role, ImmutableArray<string> Paths);

/// <param name="Text">A sentence of our own writing.</param>
/// <param name="Initiator">Words expected in the role; null: not checked.</param>
public sealed record Example(string Text, string? Initiator, string? Target, string? Mode, string? Factuality, string? Toll, int Line);
