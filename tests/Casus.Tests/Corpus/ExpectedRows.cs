using System.Collections.Immutable;
using System.Text.Json;

namespace Casus.Tests.Corpus;

/// <summary>An event that a text tells. What is null is not checked.</summary>
/// <param name="Type">Types joined by "|" where the manuals allow more than one.</param>
/// <param name="Initiator">Words of the role; alternatives joined by "|".</param>
/// <param name="Toll">By kind: [min, max]; a null max is "at least".</param>
internal sealed record ExpectedEvent(string Type, string? Initiator, string? Target, string? Factuality, IReadOnlyDictionary<string, long?[]>? Toll);

/// <param name="Events">All that the text tells.</param>
/// <param name="Statistics">Measures of the figures about a period.</param>
internal sealed record ExpectedText(string Id, DateOnly Published, string Text, ImmutableArray<ExpectedEvent> Events, ImmutableArray<string> Statistics);

/// <param name="Kind">"article", "not-coded" or "refused".</param>
/// <param name="Title">Empty: the page has none, and nothing is checked.</param>
/// <param name="First">Words with which the body begins.</param>
/// <param name="Last">Words with which it ends.</param>
/// <param name="Without">Clutter that must not be in it.</param>
/// <param name="Events">The main ones, not all.</param>
/// <param name="No">Types of which no claim may be asserted or reported.</param>
internal sealed record ExpectedPage(
    string File,
    string Kind,
    string Title,
    DateOnly? Published,
    string? Outlet,
    int Paragraphs,
    string First,
    string Last,
    ImmutableArray<string> Without,
    ImmutableArray<ExpectedEvent> Events,
    ImmutableArray<string> Statistics,
    ImmutableArray<string> No);

internal static class ExpectedRows
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    public static ImmutableArray<ExpectedText> Texts() => Read<ExpectedText>("events.jsonl");

    public static ImmutableArray<ExpectedPage> Pages() => Read<ExpectedPage>("articles.jsonl");

    /// <summary>A sentence and the CAMEO code of what it tells.</summary>
    public static ImmutableArray<(string Code, string Text)> Codes() =>
        [.. File.ReadLines(Repository.Path("corpus", "cameo.tsv")).Skip(1).Select(l => l.Split('\t')).Select(c => (c[0], c[1]))];

    public static ImmutableArray<T> OrNone<T>(this ImmutableArray<T> rows) => rows.IsDefault ? [] : rows;

    private static ImmutableArray<T> Read<T>(string file) =>
        [.. File.ReadLines(Repository.Path("corpus", file)).Where(l => l.Length > 0).Select(l => JsonSerializer.Deserialize<T>(l, Options)!)];
}
