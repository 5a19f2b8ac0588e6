using System.Globalization;
using Casus.App.Store;

namespace Casus.App.Publish;

/// <summary>Where nothing fits what is asked: how much there would be without each part of the question.</summary>
internal static class NothingMatches
{
    /// <summary>Rows that are counted at the most.</summary>
    private const int Most = 1000;

    /// <summary>Of a brief's events.</summary>
    /// <returns>A sentence without its full stop.</returns>
    public static string Of(CasusStore store, BriefQuestion question)
    {
        Filter filter = question.Filter with { Actor = question.Actors.IsEmpty ? null : string.Join(',', question.Actors.Select(a => a.Id)) };
        string? actors = question.Actors.IsEmpty ? null : string.Join(", ", question.Actors.Select(a => a.Name));
        return Said("events", Events(store), [.. Parts(filter, actors, "--actors", "--since, --until"), .. question.Between ? [("--between", filter)] : Array.Empty<(string, Filter)>()]);
    }

    /// <summary>Of a list of events.</summary>
    /// <inheritdoc cref="Of(CasusStore, BriefQuestion)"/>
    public static string Of(CasusStore store, Filter filter) => Of("events", filter, Events(store));

    /// <param name="rows">What is listed, as a word: "claims".</param>
    /// <param name="count">How many rows fit, as far as its limit.</param>
    /// <inheritdoc cref="Of(CasusStore, BriefQuestion)"/>
    public static string Of(string rows, Filter filter, Func<Filter, int> count) => Said(rows, count, [.. Parts(filter, filter.Actor)]);

    private static Func<Filter, int> Events(CasusStore store) => filter => new Queries(store).Events(filter).Count;

    private static string Said(string rows, Func<Filter, int> count, (string Option, Filter Wider)[] parts) => parts.Length == 0
        ? $"the record holds no {rows} yet"
        : $"would fit: {string.Join(", ", parts.Select(p => $"{Number(count(p.Wider with { Limit = Most + 1 }))} without {p.Option}"))}";

    /// <summary>Each part of the question with what is asked without it.</summary>
    private static IEnumerable<(string Option, Filter Wider)> Parts(Filter filter, string? actors, string who = "--actor", string when = "--from, --to")
    {
        (string Option, string? Value, Filter Wider)[] parts =
        [
            (who, actors, filter with { Actor = null, Exact = false }),
            ("--exact", filter.Exact ? "" : null, filter with { Exact = false }),
            ("--place", filter.Place, filter with { Place = null }),
            (when, filter is { From: null, To: null } ? null : EventWords.Time(filter.From, filter.To), filter with { From = null, To = null }),
            .. (filter with { Actor = null, Exact = false, Place = null, From = null, To = null }).Asked.Select(o => ("--" + o.Option, (string?)o.Value, Without(filter, o.Option))),
        ];
        return parts.Where(p => p.Value is not null).Select(p => ($"{p.Option} {p.Value}".TrimEnd(), p.Wider));
    }

    private static string Number(int rows) => (rows > Most ? "over " : "") + Math.Min(rows, Most).ToString(CultureInfo.InvariantCulture);

    private static Filter Without(Filter filter, string option) => option switch
    {
        "type" => filter with { Type = null },
        "mode" => filter with { Mode = null },
        "min-killed" => filter with { MinKilled = null },
        "outlet" => filter with { Outlet = null },
        "factuality" => filter with { Factuality = null },
        "confidence" => filter with { Confidence = null },
        "text" => filter with { Text = null },
        _ => throw new InvalidOperationException($"{option} narrows nothing."),
    };
}
