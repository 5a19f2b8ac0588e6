using System.Collections.Immutable;
using System.Globalization;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using PlaceRelation = Casus.Claims.PlaceRelation;

namespace Casus.App.Publish;

/// <summary>An event in plain words. What knowledge/ has no name for stands in the words of the article, in quotes.</summary>
internal sealed class EventWords(KnowledgeBase knowledge)
{
    private const int LongestParty = 90, Voices = 3;

    /// <summary>"On 3 May 2022, in Luru (Gumla): attack (aerial) by the North Army on “two mills”; 4 killed".</summary>
    public string Of(PickedEvent picked)
    {
        Event told = picked.Told;
        string manner = told.Factuality is Factuality.Threatened or Factuality.Planned or Factuality.Requested or Factuality.Denied or Factuality.Negated ? Json.Word(told.Factuality) + ": " : "";
        return $"{Start(picked)}: {manner}{Act(told)}{Tolls(told)}{By(told)}{Judged(told)}";
    }

    /// <summary>Who did what to whom.</summary>
    public string Act(Event told)
    {
        EventType? type = knowledge.Ontology.Find(told.Type);
        Telling telling = type?.Telling ?? new Telling(told.Type, "by", "on");
        string[] modes = [.. told.Modes.IsDefault ? [] : told.Modes.Where(m => m != EventMode.Untold)];
        bool together = type is { Reciprocal: true } && told.Targets.Value.IsDefaultOrEmpty && told.Initiators.Value.Length > 1;
        string by = Parties(told.Initiators.Value), on = Parties(told.Targets.Value);
        return telling.Noun + (modes.Length > 0 ? $" ({string.Join(", ", modes)})" : "")
            + (by.Length == 0 ? "" : together ? $" between {by}" : $" {telling.By} {by}") + (on.Length == 0 ? "" : $" {telling.On} {on}");
    }

    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The voice as knowledge/ calls it, or in its own words.</summary>
    public string Voice(Account account) => account.ActorId is { } id && knowledge.Actors.Find(id) is { } actor ? actor.Name : account.Side == "outlet" ? account.Voice : $"“{account.Voice}”";

    private string Start(PickedEvent picked)
    {
        string when = When(picked.From, picked.To);
        return picked.Told.Place is { } place ? $"{when}, {Where(place.Value)}" : when;
    }

    private static string When(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => "On " + Day(first),
        ({ Day: 1 } first, { } last) when last == first.AddMonths(1).AddDays(-1) => "In " + first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ({ Day: 1, Month: 1 } first, { } last) when last == first.AddYears(1).AddDays(-1) => "In " + first.ToString("yyyy", CultureInfo.InvariantCulture),
        ({ } first, { } last) => $"Between {Day(first)} and {Day(last)}",
        ({ } first, null) => $"On {Day(first)} or later",
        (null, { } last) => "By " + Day(last),
        _ => "On a day not told",
    };

    private string Where(ClaimPlace place)
    {
        if (place.PlaceId is not { } id || knowledge.Places.Find(id) is not { } known)
        {
            return $"{place.Relation ?? "at"} “{place.Evidence.Quote}”";
        }

        PlaceNames names = PlaceNames.Of(place, knowledge.Places);
        string within = string.Join(", ", new[] { names.District, names.Province, names.Country }.Where(n => n is not null && n != known.Name).Distinct());
        string other = place.Other is { } second ? $" and “{second.Evidence.Quote}”" : "";
        return place.Relation == PlaceRelation.Between ? $"between “{place.Evidence.Quote}”{other}" : $"{place.Relation ?? "in"} {known.Name}{(within.Length > 0 ? $" ({within})" : "")}";
    }

    private string Parties(ImmutableArray<EventParty> parties) => parties.IsDefaultOrEmpty ? "" : string.Join(", ", parties.Select(p => p.ActorId is null ? $"“{Shortened(p.Name)}”" : p.Name));

    private static string Shortened(string words) => words.Length <= LongestParty ? words : words[..(LongestParty - 1)].TrimEnd() + "…";

    private static string Tolls(Event told) => string.Concat(told.Tolls.Select(t => "; " + Values.Of(t.Value) + Range(told, t.Value.Kind)));

    private static string Range(Event told, TollKind kind) =>
        !told.Bounds.IsDefault && told.Bounds.FirstOrDefault(b => b.Kind == kind) is { } bounds && bounds.Low != bounds.High
            ? $", with accounts from {Values.Number(bounds.Low)} to {Values.Number(bounds.High)}" : "";

    /// <summary>On whose word alone it stands; empty where an outlet says it in its own voice.</summary>
    private string By(Event told)
    {
        if (told.Accounts.IsDefaultOrEmpty || told.Accounts.Any(a => a.Side == "outlet"))
        {
            return "";
        }

        string[] voices = [.. told.Accounts.Select(a => Voice(a) + (a.Side is "initiator" or "target" ? $" (of the {a.Side}’s side)" : "")).Distinct()];
        return $"; on the word of {string.Join(", ", voices.Take(Voices))}{(voices.Length > Voices ? string.Create(CultureInfo.InvariantCulture, $" and {voices.Length - Voices} more") : "")} alone";
    }

    private static string Judged(Event told) => told.Judged.IsDefaultOrEmpty ? "" : $"; {string.Join(", ", told.Judged.Select(j => j.Field).Distinct())} as a reviewer corrected it";
}
