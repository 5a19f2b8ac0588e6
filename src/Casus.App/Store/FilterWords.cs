using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Publish;

namespace Casus.App.Store;

/// <summary>Words by which people narrow, checked: the same on the command line and in the console.</summary>
internal static class FilterWords
{
    /// <summary>What <see cref="Filter.Factuality"/> may name.</summary>
    public static ImmutableArray<string> Factualities { get; } = [.. Enum.GetValues<Claims.Factuality>().Select(Json.Word)];

    /// <summary>Days beyond are brought to these, as lists reckon with the months around a day.</summary>
    private static readonly DateOnly Earliest = new(2, 1, 1), Latest = new(9998, 12, 31);

    /// <summary>A year or month means its first day where a time begins and its last where it ends.</summary>
    /// <exception cref="Trouble">It is no day.</exception>
    public static DateOnly? Day(string? text, bool first)
    {
        if (text is null)
        {
            return null;
        }

        foreach ((string format, Func<DateOnly, DateOnly> last) in ((string, Func<DateOnly, DateOnly>)[])[("yyyy-MM-dd", d => d), ("yyyy-MM", d => d.AddMonths(1).AddDays(-1)), ("yyyy", d => new DateOnly(d.Year, 12, 31))])
        {
            if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day < Earliest ? Earliest : day > Latest ? Latest : first ? day : last(day);
            }
        }

        throw Trouble.Usage($"{text} is not a day: write 2024, 2024-12 or 2024-12-24.");
    }

    /// <summary>First and last day of a time.</summary>
    /// <exception cref="Trouble">One is no day, or it ends before it begins.</exception>
    public static (DateOnly? From, DateOnly? To) Days(string? from, string? to)
    {
        (DateOnly? first, DateOnly? last) = (Day(from, first: true), Day(to, first: false));
        return first > last ? throw Trouble.Usage($"from {from} is after to {to}: nothing lies between, turn them round.") : (first, last);
    }

    /// <summary>A filter of events whose types and modes are those of the codebook: a slip of the pen would match nothing, and look like peace.</summary>
    /// <param name="others">Types beside those of events, to be named with them.</param>
    /// <exception cref="Trouble">One is not.</exception>
    public static Filter OfEvents(Filter filter, Knowledge.Ontology ontology, params string[] others)
    {
        foreach (string type in Words(filter.Type))
        {
            if (ontology.Find(type.ToUpperInvariant()) is null)
            {
                throw Trouble.Usage($"type {type} is none that is coded: {string.Join(", ", ontology.Types.Select(t => t.Name).Order(StringComparer.Ordinal).Concat(others))}.");
            }
        }

        string[] modes = [.. ontology.Types.SelectMany(t => t.Modes).Select(m => m.Name).Append(Knowledge.EventMode.Untold).Distinct().Order(StringComparer.Ordinal)];
        return filter.Mode is { } mode && !modes.Contains(mode) ? throw Trouble.Usage($"mode {mode} is none that is coded: {string.Join(", ", modes)}.") : filter;
    }

    internal static string[] Words(string? list) => list?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <exception cref="Trouble">One of the words is none.</exception>
    public static string? Factuality(string? told) =>
        told?.Split(',', StringSplitOptions.TrimEntries).FirstOrDefault(w => !Factualities.Contains(w, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? throw Trouble.Usage($"Nothing is told as {unknown}: {string.Join(", ", Factualities)}.") : told;

    /// <exception cref="Trouble">It is no number from 0 to 1.</exception>
    public static double? Confidence(double? least) => least is null or (>= 0 and <= 1)
        ? least : throw Trouble.Usage($"{least.Value.ToString(CultureInfo.InvariantCulture)} is no confidence: give a number from 0 to 1.");
}
