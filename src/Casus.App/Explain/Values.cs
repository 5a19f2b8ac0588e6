using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Publish;
using Casus.Claims;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Explain;

/// <summary>Values in a few words, the same wherever people read them.</summary>
internal static class Values
{
    public static string Of(Toll toll) => LineMaker.Say(toll, Number);

    public static string Of(ClaimTime time)
    {
        string days = time switch
        {
            { Earliest: { } first, Latest: { } last } => first == last ? Json.Day(first) : $"{Json.Day(first)} to {Json.Day(last)}",
            { Earliest: { } first } => $"{Json.Day(first)} or later",
            { Latest: { } last } => $"{Json.Day(last)} or earlier",
            _ => "",
        };
        return time.Value is null ? days : days.Length == 0 ? TimeWords.Of(time.Value, repeats: time.Precision == "none") : TimeWords.Beside(time) is { } more ? $"{days} ({more})" : days;
    }

    /// <summary>The same, with words where nothing is told.</summary>
    public static string When(ClaimTime time) => Of(time) is { Length: > 0 } told ? told : "not told";

    public static string Of(ImmutableArray<EventParty> parties) => parties.IsDefaultOrEmpty ? "nobody named" : string.Join(", ", parties.Select(p => p.ActorId is { } id ? $"{p.Name} [{id}]" : p.Name));

    public static string Of(Party party) => party.ActorId is { } id ? $"{party.Evidence.Quote} [{id}]" : party.Evidence.Quote;

    public static string Of(ClaimPlace place)
    {
        string words = place.Relation is null ? place.Evidence.Quote : $"{place.Relation} {place.Evidence.Quote}{(place.Other is { } other ? $" and {other.Evidence.Quote}" : "")}";
        return place.PlaceId is { } id ? $"{words} [{id}] ({place.Precision})" : $"{words} ({place.Precision})";
    }

    public static string Of(StatisticFigure figure) => figure switch
    {
        { Min: { } min, Max: { } max } => min == max ? Number(min) : $"{Number(min)} to {Number(max)}",
        { Min: { } min } => $"at least {Number(min)}",
        { Max: { } max } => $"at most {Number(max)}",
        _ => "",
    };

    /// <summary>"+56 % on 2022"; empty where no change is told.</summary>
    public static string Change(StatisticFigure figure) => figure.ChangePercent is { } percent ? $"{percent.ToString("+0.##;−0.##", CultureInfo.InvariantCulture)} %{(figure.Baseline is { } than ? $" on {TimeWords.Of(than)}" : "")}" : "";

    /// <summary>"2021 – 2023-05-02", "until 2023"; empty where neither end is told.</summary>
    public static string Lasting(RelationState state) => (state.From?.Value, state.To?.Value) switch
    {
        (null, null) => "",
        ({ } from, null) => $"from {Open(from)}",
        (null, { } to) => $"until {Open(to)}",
        ({ } from, { } to) when from == to => Open(from),
        ({ } from, { } to) => $"{Open(from)} – {Open(to)}",
    };

    /// <summary>An end alone may be written with the other left open: "../2025-03-19".</summary>
    private static string Open(string value) => TimeWords.Of(value.Replace("../", "", StringComparison.Ordinal).Replace("/..", "", StringComparison.Ordinal));

    public static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);
}
