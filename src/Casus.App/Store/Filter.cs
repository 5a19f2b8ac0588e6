using System.Collections.Immutable;
using System.Globalization;

namespace Casus.App.Store;

/// <summary>What lists, tables and briefs may be narrowed by; all of it must hold. Null: not narrowed.</summary>
/// <param name="Type">Types separated by commas.</param>
/// <param name="Actor">Names separated by commas: one of them takes part. As <see cref="ActorChoice"/> reads it.</param>
/// <param name="Place">As <see cref="PlaceChoice"/> reads it.</param>
/// <param name="From">First day, <paramref name="To"/> last day, both included.</param>
/// <param name="Limit">Rows; 0 for all.</param>
internal sealed record Filter(string? Type = null, string? Actor = null, string? Place = null, DateOnly? From = null, DateOnly? To = null, int Limit = 0)
{
    public static Filter None { get; } = new();

    /// <summary>Only the actor itself, without those who act for it.</summary>
    public bool Exact { get; init; }

    public string? Mode { get; init; }

    /// <summary>The least count of killed, by its lower bound.</summary>
    public long? MinKilled { get; init; }

    /// <summary>Part of an outlet's name.</summary>
    public string? Outlet { get; init; }

    /// <summary>Words of <see cref="Claims.Factuality"/> separated by commas.</summary>
    public string? Factuality { get; init; }

    /// <summary>The least score of a claim, 0 to 1; of an event, of its surest claim.</summary>
    public double? Confidence { get; init; }

    /// <summary>Words of the sentence, as <see cref="SearchWords"/> reads them.</summary>
    public string? Text { get; init; }

    /// <summary>Rows that are left out at the head of a list that has a limit.</summary>
    public int Skip { get; init; }

    /// <summary>What is asked, by the names of the options without their dashes; the number of rows is left out.</summary>
    public ImmutableArray<(string Option, string Value)> Asked =>
    [
        .. new (string Option, string? Value)[]
        {
            ("actor", Actor),
            ("exact", Exact ? "true" : null),
            ("type", Type),
            ("mode", Mode),
            ("place", Place),
            ("from", Day(From)),
            ("to", Day(To)),
            ("min-killed", MinKilled?.ToString(CultureInfo.InvariantCulture)),
            ("outlet", Outlet),
            ("factuality", Factuality),
            ("confidence", Confidence?.ToString(CultureInfo.InvariantCulture)),
            ("text", Text),
        }.Where(o => o.Value is not null).Select(o => (o.Option, o.Value!)),
    ];

    /// <summary>Whether anything but the number of rows is asked.</summary>
    public bool Narrows => this with { Limit = 0, Skip = 0, Exact = false } != None;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
