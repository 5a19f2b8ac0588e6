using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>What linking compares of an event claim: small, so that a million of them stay in memory while the claims do not.</summary>
/// <param name="Initiators">Ids of resolved initiators and of who claimed responsibility, ordered; empty when none is resolved.</param>
/// <param name="Targets">Ids of resolved targets and victims, ordered.</param>
/// <param name="InitiatorWords">Lower-case words of unresolved initiators.</param>
/// <param name="Words">Hashes of the content words of the sentence that says it, ordered and distinct; <paramref name="Names"/> of those with a capital inside the sentence.</param>
/// <param name="Tolls">The total of each kind.</param>
/// <param name="Place">Null when the claim tells none that is known.</param>
/// <param name="IsFine">Whether the place is smaller than a country or region.</param>
/// <param name="Modes">Empty where no manner is told.</param>
/// <param name="Struck">Hashes of the nouns of facilities and vehicles that it befell, as <see cref="StruckWords"/> has them.</param>
/// <param name="SettingDay">Of the article for events of this type, as a number; null where it has none. <paramref name="SettingPlace"/>: likewise, for events of any type.</param>
/// <param name="IsBare">It names and counts nobody: it can only point at what other claims tell.</param>
public sealed record LinkRow(
    string ClaimId,
    string ArticleId,
    int Sentence,
    string StoryId,
    string Type,
    LinkTime Time,
    Place? Place,
    bool IsFine,
    ImmutableArray<string> Initiators,
    ImmutableArray<string> Targets,
    ImmutableArray<string> InitiatorWords,
    ImmutableArray<string> TargetWords,
    ImmutableArray<int> Words,
    ImmutableArray<int> Names,
    ImmutableArray<LinkToll> Tolls,
    ImmutableArray<string> Modes,
    ImmutableArray<string> Means,
    string? Cameo,
    string Trigger,
    bool IsBare,
    ImmutableArray<int> Struck,
    int? SettingDay,
    Place? SettingPlace)
{
    /// <summary>The day that the claim tells, else the one of its article's setting, as a number; null where neither is told.</summary>
    public int? LikelyDay => Time is { IsDay: true, YearlessDay: < 0 } ? Time.Earliest : SettingDay;

    public static LinkRow Of(ClaimInContext context, PlaceCatalogue places)
    {
        (EventClaim claim, string storyId, DateOnly? published, _) = context;
        ImmutableArray<Party> suffering = claim.Targets.AddRange(claim.Victims);
        (ImmutableArray<int> words, ImmutableArray<int> names) = LinkWords.Of(claim.Evidence);
        return new(
            claim.Id,
            claim.ArticleId,
            claim.Sentence,
            storyId,
            claim.Type,
            LinkTime.Of(claim.Time, published),
            claim.Place?.PlaceId is { } place ? places.Find(place) : null,
            claim.Place?.Precision is not ("country" or "region"),
            Ids(claim.Responsibility is { Claimed: true } claimed ? claim.Initiators.AddRange(claimed.By) : claim.Initiators),
            Ids(suffering),
            UnresolvedWords(claim.Initiators),
            UnresolvedWords(suffering),
            words,
            names,
            [.. claim.Tolls.Select(t => t.Kind).Distinct().Order().Select(kind => TollTotal.Of(claim.Tolls, kind)!).Select(t => new LinkToll(t.Kind, t.Min, t.Max))],
            claim.Modes.Contains(EventMode.Untold) ? [] : claim.Modes,
            [.. claim.Means.Select(m => m.Kind).Distinct().Order(StringComparer.Ordinal)],
            claim.Cameo,
            claim.Trigger.Quote.ToLowerInvariant(),
            claim.Initiators.IsEmpty && suffering.IsEmpty && claim.Tolls.IsEmpty,
            StruckWords.Of(suffering),
            context.Setting.DayOf(claim.Type),
            context.Setting.PlaceId is { } around ? places.Find(around) : null);
    }

    private static ImmutableArray<string> Ids(ImmutableArray<Party> parties) =>
        parties.IsEmpty ? [] : [.. parties.Select(p => p.ActorId).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    private static ImmutableArray<string> UnresolvedWords(ImmutableArray<Party> parties) =>
        parties.IsEmpty ? [] : [.. parties.Where(p => p.ActorId is null).SelectMany(p => p.Evidence.Quote.ToLowerInvariant().Split(' ')).Where(w => w.Length > LinkWords.Short).Select(w => LinkWords.Singular(w).ToString()).Distinct().Order(StringComparer.Ordinal)];
}

/// <param name="Max">Null: at least <paramref name="Min"/>.</param>
public readonly record struct LinkToll(TollKind Kind, long Min, long? Max);

/// <summary>When a claim says that it happened, in day numbers.</summary>
/// <param name="Earliest">Null when unbounded, as <paramref name="Latest"/>. Before it where the day is that of the telling (<see cref="ClaimTime.Said"/>).</param>
/// <param name="IsDay">Told to the day.</param>
/// <param name="IsTold">Words date it, not the publication alone.</param>
/// <param name="YearlessDay">Day of a leap year, where the article tells month and day and no year can be had; -1 else.</param>
/// <param name="Published">Null when the page tells no day.</param>
public readonly record struct LinkTime(int? Earliest, int? Latest, bool IsDay, bool IsTold, bool IsYear, int YearlessDay, int? Published)
{
    /// <summary>Days from a deed to the day on which somebody tells of it, where news gives no other.</summary>
    private const int ToldWithin = 3;

    public static LinkTime Of(ClaimTime time, DateOnly? published)
    {
        int yearless = time.Earliest is null && time.Value is ['-', '-', _, _, '-', _, _] value && DateOnly.TryParseExact("2000" + value[1..], "yyyy-MM-dd", out DateOnly day) ? day.DayOfYear : -1;
        int before = time.Rule == ClaimTime.Said && time.Earliest == time.Latest ? ToldWithin : 0;
        return new(time.Earliest?.DayNumber - before, time.Latest?.DayNumber, time.Precision is "day" or "time" && (time.Earliest is not null || yearless >= 0), time.Value is not null, time.Precision is "year", yearless, published?.DayNumber);
    }

    /// <summary>The day by which claims are ordered and blocked; null where nothing tells one.</summary>
    public int? Anchor => IsTold ? Latest ?? Published : Published ?? Latest;

    /// <summary>Days more than one apart are two happenings; one day apart is what night and time zones do.</summary>
    public bool IsApart(LinkTime other)
    {
        int spare = IsDay && other.IsDay ? 1 : 0;
        if (YearlessDay >= 0 || other.YearlessDay >= 0)
        {
            int a = OfYear, b = other.OfYear;
            return a >= 0 && b >= 0 && Math.Abs(a - b) > spare && Math.Abs(a - b) < 366 - spare;
        }

        return Earliest - other.Latest > spare || other.Earliest - Latest > spare;
    }

    /// <summary>Whether both tell one day, of one year or of none.</summary>
    public bool IsSameDay(LinkTime other) => YearlessDay >= 0 || other.YearlessDay >= 0 ? OfYear == other.OfYear : Latest == other.Latest;

    private int OfYear => YearlessDay >= 0 ? YearlessDay : IsDay && Latest is { } day ? LeapDay(DateOnly.FromDayNumber(day)) : -1;

    private static int LeapDay(DateOnly day) => new DateOnly(2000, day.Month, day.Day).DayOfYear;
}
