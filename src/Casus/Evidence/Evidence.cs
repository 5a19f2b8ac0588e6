using System.Collections.Immutable;

namespace Casus;

/// <summary>Where a value stands: the words of a text, or an element of a page's markup.</summary>
/// <param name="Text">The text (or, for markup, the page) that holds it.</param>
/// <param name="Span">The words in the text; null for markup, whose place is <paramref name="Path"/>.</param>
/// <param name="Quote">The words themselves; for text always the slice under the span.</param>
/// <param name="Path">For markup: where in the page, such as <c>meta[property=article:published_time]</c>; else null.</param>
public sealed record Evidence(TextId Text, TextSpan? Span, string Quote, string? Path = null)
{
    public static Evidence Of(TextId id, string text, TextSpan span) => new(id, span, span.Of(text));
}

/// <summary>The hash of a text: two articles with the same words share it.</summary>
public readonly record struct TextId(string Value)
{
    public static TextId Of(string text) => new(ContentHash.Of("text", text));

    public override string ToString() => Value;
}

/// <summary>The rule that chose a value: a pattern's id in knowledge/, or the name of a step in the engine.</summary>
public readonly record struct RuleId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A value with the evidence for it. It cannot be made without evidence: provenance is a property of the type.</summary>
public sealed record Sourced<T>
{
    /// <exception cref="ArgumentException">There is no evidence.</exception>
    public Sourced(T value, ImmutableArray<Evidence> evidence, RuleId rule)
    {
        if (evidence.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A value without evidence is not published.", nameof(evidence));
        }

        Value = value;
        Evidence = evidence;
        Rule = rule;
    }

    public Sourced(T value, Evidence evidence, RuleId rule)
        : this(value, ImmutableArray.Create(evidence), rule)
    {
    }

    public T Value { get; }

    public ImmutableArray<Evidence> Evidence { get; }

    public RuleId Rule { get; }
}
