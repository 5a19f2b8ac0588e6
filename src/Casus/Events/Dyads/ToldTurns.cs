using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>Turning points that articles tell in words. Where the words do not date them, the acts of the record narrow the time down.</summary>
public static class ToldTurns
{
    private static readonly ImmutableArray<string> Worse = ["hostile", "strained"];

    /// <param name="acts">Acts of the pair, in any order.</param>
    public static ImmutableArray<ToldTurn> Of(IEnumerable<RelationTelling> tellings, IEnumerable<DyadAct> acts)
    {
        DyadAct[] dated = [.. acts.Where(a => a.Month.Length > 0).OrderBy(a => EventMonth.LastDay(a.Month)).ThenBy(a => a.EventId, StringComparer.Ordinal)];
        return
        [
            .. tellings.Where(t => t.Claim.Change is not null)
                .GroupBy(t => Worse.Contains(t.Claim.Change!.To))
                .OrderByDescending(g => g.Key)
                .Select(g => Turn([.. g.OrderBy(t => t.Published ?? DateOnly.MaxValue).ThenBy(t => t.Claim.Id, StringComparer.Ordinal)], dated, g.Key)),
        ];
    }

    private static ToldTurn Turn(RelationTelling[] told, DyadAct[] dated, bool worse)
    {
        // The claim that tells most leads: both states before one alone, "hostile" before "strained", a date before none.
        RelationTelling lead = told.OrderByDescending(t => t.Claim.Change!.From is not null).ThenByDescending(t => t.Claim.Change!.To is "hostile" or "allied").ThenByDescending(t => t.Claim.From is not null).First();
        RelationChange change = lead.Claim.Change!;
        ClaimTime? when = told.Select(t => t.Claim.From).FirstOrDefault(f => f?.Latest is not null);
        DateOnly? known = told.Select(t => t.Published).Where(d => d is not null).DefaultIfEmpty(null).Min();
        DyadAct? before = null, after = null;
        foreach (DyadAct act in dated)
        {
            bool against = act.Quad >= 3;
            if (against != worse && after is null)
            {
                before = act;
            }
            else if (against == worse && (before is null || EventMonth.FirstDay(act.Month) > EventMonth.FirstDay(before.Value.Month)))
            {
                after ??= act;
            }
        }

        string? earliest = when is { Earliest: { } begun } ? EventMonth.Month(begun) : before?.Month;
        string? latest = when is { Latest: { } done } ? EventMonth.Month(done) : after is { } sign && (known is not { } day || EventMonth.LastDay(sign.Month) <= day) ? sign.Month : known is { } printed ? EventMonth.Month(printed) : null;
        string? from = State(change.From);
        string to = State(change.To)!;
        int stories = told.Select(t => t.StoryId).Distinct().Count();
        return new ToldTurn(earliest, latest, from, to, stories, Sentence(lead, from, to, earliest, latest, stories, before, after), [.. new[] { before, after }.OfType<DyadAct>().Select(a => a.EventId)], [.. told.Select(t => t.Claim.Id).Distinct()]);
    }

    private static string Sentence(RelationTelling lead, string? from, string to, string? earliest, string? latest, int stories, DyadAct? before, DyadAct? after)
    {
        string when = (earliest, latest) switch
        {
            ({ } a, { } b) when a == b => $"in {a}",
            ({ } a, { } b) => $"between {a} and {b}",
            ({ } a, null) => $"after {a}",
            (null, { } b) => $"by {b}",
            _ => "at a time that is not told",
        };
        string who = lead.Claim.Speakers.IsDefaultOrEmpty ? lead.Outlet ?? "an article" : lead.Claim.Speakers[0].Evidence.Quote;
        string acts = (before, after) switch
        {
            ({ } b, { } a) => $"; the last {Kind(b)} act of the record before it is of {b.Month}, the first {Kind(a)} one after it of {a.Month}",
            ({ } b, null) => $"; the record holds a {Kind(b)} act of {b.Month} before it",
            (null, { } a) => $"; the record holds a {Kind(a)} act of {a.Month}",
            _ => "",
        };
        return $"{(from is null ? "Turned" : $"From {from} to")} {to} {when}: so {who}{(stories > 1 ? $" and {stories - 1} more {(stories == 2 ? "story" : "stories")}" : "")} (“{lead.Claim.Change!.Cue.Quote}”){acts}.";
    }

    private static string Kind(in DyadAct act) => act.Quad >= 3 ? "hostile" : "cooperative";

    /// <summary>"allied" of claims is what acts show as "cordial".</summary>
    private static string? State(string? told) => told == "allied" ? DyadState.IsCordial : told;
}
