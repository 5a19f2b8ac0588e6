using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Store;

namespace Casus.App.Publish;

/// <summary>The first section of a brief that no event fits: what was asked, and how many events there would be without each part of it.</summary>
internal static class NothingMatches
{
    /// <summary>Events that are counted at the most.</summary>
    private const int Most = 1000;

    public static BriefSection Of(CasusStore store, BriefQuestion question)
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
        BriefRow[] rows = [.. asked.Where(a => a.Value is not null).Select(a => new BriefRow([$"{a.Option} {a.Value}".TrimEnd(), Count(queries.Events(a.Wider with { Limit = Most + 1 }).Count)], []))];
        return new("Nothing in the record matches", rows.Length == 0
            ? [new BriefHeading("The record holds no event yet: casus read adds pages")]
            : [new BriefHeading("What a wider question would find"), new BriefTable(["Without", "events"], [.. rows], Numbers: true)]);
    }

    private static string Count(int events) => events > Most ? "more than " + Most.ToString("N0", CultureInfo.InvariantCulture) : events.ToString(CultureInfo.InvariantCulture);

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
