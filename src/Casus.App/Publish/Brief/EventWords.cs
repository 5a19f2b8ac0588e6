using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using PlaceRelation = Casus.Claims.PlaceRelation;

namespace Casus.App.Publish;

/// <summary>An event in plain words. What knowledge/ has no name for stands in the words of the article, in quotes.</summary>
internal sealed partial class EventWords(KnowledgeBase knowledge)
{
    private const int LongestParty = 90, Voices = 3;

    private readonly HashSet<string> actors = [.. knowledge.Actors.All.Select(a => a.Name)];

    /// <summary>"On 3 May 2022, in Luru (Gumla): attack (aerial) by the North Army on “two mills”; 4 killed".</summary>
    public string Of(PickedEvent picked)
    {
        Event told = picked.Told;
        string manner = told.Factuality switch
        {
            Factuality.Requested => "demanded: ",
            Factuality.Threatened or Factuality.Planned or Factuality.Denied or Factuality.Negated => Json.Word(told.Factuality) + ": ",
            _ => "",
        };
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
        string when = char.ToUpperInvariant(Time(picked.From, picked.To)[0]) + Time(picked.From, picked.To)[1..];
        return picked.Told.Place is { } place ? $"{when}, {Where(place.Value)}" : when;
    }

    /// <summary>"on 3 May 2022", "in May 2022", "by 3 May 2022".</summary>
    public static string Time(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) when first == last => "on " + Day(first),
        ({ Day: 1 } first, { } last) when last == first.AddMonths(1).AddDays(-1) => "in " + first.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        ({ Day: 1, Month: 1 } first, { } last) when last == first.AddYears(1).AddDays(-1) => "in " + first.ToString("yyyy", CultureInfo.InvariantCulture),
        ({ } first, { } last) => $"between {Day(first)} and {Day(last)}",
        ({ } first, null) => $"on {Day(first)} or later",
        (null, { } last) => "by " + Day(last),
        _ => "on a day not told",
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

    /// <summary>"46 killed"; with whom the count is of where that says more than people.</summary>
    public static string Count(Toll toll)
    {
        string? whom = toll.Whom is { } words && (toll.Class is not null || toll.Kind is not (TollKind.Killed or TollKind.Injured)) && Leading().Replace(words, "") is { Length: > 0 } told ? told : null;
        return Values.Of(toll with { Whom = whom });
    }

    /// <summary>The party as knowledge/ calls it, or in the words of the article.</summary>
    public string Named(Party party) => party.ActorId is { } id && knowledge.Actors.Find(id) is { } actor ? actor.Name : $"“{Shortened(party.Evidence.Quote)}”";

    /// <summary>Whether somebody of knowledge/ is called so.</summary>
    public bool IsActor(string name) => actors.Contains(name);

    private string Tolls(Event told) => string.Concat(told.Tolls.Select(t => "; " + Count(t.Value) + (string.Join("; ", new[] { CountedBy(told, t), Range(told, t.Value.Kind) }.Where(n => n.Length > 0)) is { Length: > 0 } notes ? $" ({notes})" : "")));

    /// <summary>Whose count it is where no outlet gives it in its own voice, but one tells the rest.</summary>
    private string CountedBy(Event told, Resolved<Toll> toll)
    {
        Account[] voices = told.Accounts.IsDefaultOrEmpty ? [] : [.. told.Accounts.Where(a => a.Claims.Intersect(toll.Support).Any())];
        return voices.Length == 0 || voices.Any(a => a.Side == "outlet") || told.Accounts.All(a => a.Side != "outlet") ? "" : $"by the count of {Names(voices)}";
    }

    private static string Range(Event told, TollKind kind) =>
        !told.Bounds.IsDefault && told.Bounds.FirstOrDefault(b => b.Kind == kind) is { } bounds && bounds.Low != bounds.High
            ? $"accounts from {Values.Number(bounds.Low)} to {Values.Number(bounds.High)}" : "";

    /// <summary>On whose word alone it stands; empty where an outlet says it in its own voice.</summary>
    private string By(Event told)
    {
        if (told.Accounts.IsDefaultOrEmpty || told.Accounts.Any(a => a.Side == "outlet"))
        {
            return "";
        }

        return $"; on the word of {Names(told.Accounts)} alone";
    }

    private string Names(IEnumerable<Account> accounts)
    {
        string[] voices = [.. accounts.Select(a => Voice(a) + (a.Side is "initiator" or "target" ? $" (of the {a.Side}’s side)" : "")).Distinct()];
        return $"{string.Join(", ", voices.Take(Voices))}{(voices.Length > Voices ? string.Create(CultureInfo.InvariantCulture, $" and {voices.Length - Voices} more") : "")}";
    }

    /// <summary>The number in the words of a count, and what stands before it: both are told already.</summary>
    [GeneratedRegex(@"^\D*\d[\d,.\s]*")]
    private static partial Regex Leading();

    private static string Judged(Event told) => told.Judged.IsDefaultOrEmpty ? "" : $"; {string.Join(", ", told.Judged.Select(j => j.Field).Distinct())} as a reviewer corrected it";
}
