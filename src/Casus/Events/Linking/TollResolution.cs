using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Events;

/// <summary>
/// Chooses among the counts of one kind. What a voice says later supersedes what it said before ("revised to 14"). Then the latest count of an
/// official who speaks for neither side is taken; else the one that most voices give; where none has more, the latest told. The rest is dissent.
/// </summary>
internal sealed class TollResolution(ActorCatalogue actors)
{
    private static readonly RuleId LatestOfficial = new("event.latest-official-count"), MostVoices = new("event.most-voices"), LatestTold = new("event.latest-count");

    private sealed record Count(ClaimInContext Claim, Toll Toll, string Voice, bool IsOfficial);

    /// <param name="claims">Ordered by publication; those that hold that it happened.</param>
    /// <param name="isSide">Whether an actor is of a side of the event.</param>
    public (ImmutableArray<Resolved<Toll>> Tolls, ImmutableArray<TollBounds> Bounds) Of(IReadOnlyList<ClaimInContext> claims, Func<string, bool> isSide)
    {
        var tolls = ImmutableArray.CreateBuilder<Resolved<Toll>>();
        var bounds = ImmutableArray.CreateBuilder<TollBounds>();
        foreach (TollKind kind in claims.SelectMany(c => c.Claim.Tolls).Select(t => t.Kind).Distinct().Order())
        {
            Count[] all = [.. claims.SelectMany(c => Counts(c, kind, isSide))];
            // "militants were killed" is no count beside one, and no dissent.
            Count[] told = all.Any(c => !c.Toll.IsUncounted()) ? [.. all.Where(c => !c.Toll.IsUncounted())] : all;
            Count[] last = [.. told.GroupBy(c => c.Voice, StringComparer.Ordinal).SelectMany(Standing)];
            (Count chosen, RuleId rule) = Choose(last);
            tolls.Add(new(
                chosen.Toll,
                [.. told.Where(c => IsSame(c, chosen)).Select(c => c.Claim.Claim.Id).Distinct()],
                [.. told.Where(c => !IsSame(c, chosen)).GroupBy(c => Says(c.Toll) + (last.Any(l => IsSame(l, c)) ? "" : ", superseded"), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new Dissent(g.Key, [.. g.Select(c => c.Claim.Claim.Id).Distinct()]))],
                rule));
            bounds.Add(new(kind, last.Min(c => c.Toll.Min), chosen.Toll.Min, last.Max(c => c.Toll.Max ?? c.Toll.Min)));
        }

        return (tolls.ToImmutable(), bounds.ToImmutable());
    }

    private IEnumerable<Count> Counts(ClaimInContext claim, TollKind kind, Func<string, bool> isSide)
    {
        if (TollTotal.Of(claim.Claim.Tolls, kind) is not { } toll)
        {
            yield break;
        }

        if (claim.Claim.Speakers.IsEmpty)
        {
            yield return new(claim, toll, "story " + claim.StoryId, false);
        }

        foreach (Speaker speaker in claim.Claim.Speakers)
        {
            string? id = speaker.Resolution?.ActorId;
            bool official = id is not null && !speaker.OutletCited && !isSide(id) && actors.Find(id) is { } actor && actor.Kind is "country" or "government" or "ministry" or "force";
            yield return new(claim, toll, id ?? $"{claim.StoryId} {speaker.Evidence.Quote.ToLowerInvariant()}", official);
        }
    }

    /// <summary>The counts of one voice that hold: those of the last day on which it counted.</summary>
    private static IEnumerable<Count> Standing(IEnumerable<Count> voice)
    {
        Count[] all = [.. voice];
        DateOnly last = all.Max(c => c.Claim.Published ?? DateOnly.MinValue);
        return all.Where(c => (c.Claim.Published ?? DateOnly.MinValue) == last);
    }

    private static (Count Chosen, RuleId Rule) Choose(Count[] last)
    {
        if (last.Where(c => c.IsOfficial).OrderByDescending(Day).ThenByDescending(c => c.Claim.Claim.Score).ThenBy(c => c.Toll.Min).FirstOrDefault() is { } official)
        {
            return (official, LatestOfficial);
        }

        var values = last.GroupBy(c => (c.Toll.Min, c.Toll.Max)).Select(g => (Any: g.OrderByDescending(Day).First(), Voices: g.Select(c => c.Claim.StoryId).Distinct().Count())).OrderByDescending(g => g.Voices).ToList();
        return values.Count == 1 || values[0].Voices > values[1].Voices
            ? (values[0].Any, MostVoices)
            : (last.OrderByDescending(Day).ThenByDescending(c => c.Claim.Claim.Score).ThenBy(c => c.Toll.Min).ThenBy(c => c.Claim.Claim.Id, StringComparer.Ordinal).First(), LatestTold);
    }

    private static DateOnly Day(Count count) => count.Claim.Published ?? DateOnly.MinValue;

    private static bool IsSame(Count a, Count b) => a.Toll.Min == b.Toll.Min && a.Toll.Max == b.Toll.Max;

    /// <summary>"46", "at least 20", "16–18".</summary>
    public static string Says(Toll toll) => toll.Max == toll.Min ? $"{toll.Min}" : toll.Max is null ? $"at least {toll.Min}" : $"{toll.Min}–{toll.Max}";
}
