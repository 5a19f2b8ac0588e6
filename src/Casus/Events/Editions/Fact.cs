namespace Casus.Events;

/// <summary>What a reader would look up: where facts get lost from one edition to the next.</summary>
public enum FactKind
{
    /// <summary>In digits or words: "46", "forty-six" and "5,00,000" are values.</summary>
    Number,

    /// <summary>A month or day of the week.</summary>
    Date,

    /// <summary>Capitalised words.</summary>
    Name,
}

/// <param name="Value">Equal for equal facts however they are written.</param>
public readonly record struct Fact(FactKind Kind, TextSpan Span, string Value);

/// <summary>A fact that the two editions tell differently, or only one of them tells.</summary>
/// <param name="Earlier">Where the earlier edition has it; null where it has nothing in its place.</param>
/// <param name="Later">The same of the later.</param>
public sealed record FactDifference(FactKind Kind, TextSpan? Earlier, TextSpan? Later);
