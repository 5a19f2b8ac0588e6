using System.Globalization;
using Casus.App.Store;

namespace Casus.App.Publish;

/// <summary>Where no event fits what a brief is asked: how many there would be without each part of the question.</summary>
internal static class NothingMatches
{
    /// <summary>Events that are counted at the most.</summary>
    private const int Most = 1000;

    /// <returns>A sentence without its full stop.</returns>
    public static string Of(CasusStore store, BriefQuestion question)
    {
        Filter filter = question.Filter with { Actor = question.Actors.IsEmpty ? null : string.Join(',', question.Actors.Select(a => a.Id)) };
        (string Option, string? Value, Filter Wider)[] asked =
        [
            ("--actors", question.Actors.IsEmpty ? null : string.Join(", ", question.Actors.Select(a => a.Name)), filter with { Actor = null, Exact = false }),
            ("--between", question.Between ? "" : null, filter),
            ("--exact", question.Filter.Exact ? "" : null, filter with { Exact = false }),
            ("--place", filter.Place, filter with { Place = null }),
            ("--since, --until", filter is { From: null, To: null } ? null : EventWords.Time(filter.From, filter.To), filter with { From = null, To = null }),
            .. (filter with { Actor = null, Exact = false, Place = null, From = null, To = null }).Asked.Select(o => ("--" + o.Option, (string?)o.Value, Without(filter, o.Option))),
        ];
        var queries = new Queries(store);
        string[] wider = [.. asked.Where(a => a.Value is not null).Select(a => string.Join(' ', Count(queries.Events(a.Wider with { Limit = Most + 1 }).Count), "without", a.Option, a.Value).TrimEnd())];
        return wider.Length == 0 ? "the record holds no event yet" : "events that would fit: " + string.Join(", ", wider);
    }

    private static string Count(int events) => (events > Most ? "over " : "") + Math.Min(events, Most).ToString(CultureInfo.InvariantCulture);

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
