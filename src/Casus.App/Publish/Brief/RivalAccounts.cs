using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>Events of which voices tell otherwise, voice beside voice, and what is denied.</summary>
internal static class RivalAccounts
{
    /// <param name="most">Disputed and denied events that are told.</param>
    public static ImmutableArray<BriefPart> Of(PickedEvents picked, int most, EventWords words, EventCitations cite)
    {
        var parts = ImmutableArray.CreateBuilder<BriefPart>();
        foreach (PickedEvent rival in picked.Dated.Concat(picked.Loose).Where(e => IsDisputed(e.Told, words)).Take(most))
        {
            Event told = rival.Told;
            ILookup<string, Party> doers = cite.Named(told, c => c.Initiators), sufferers = cite.Named(told, c => c.Targets.IsDefaultOrEmpty ? c.Victims : c.Targets);
            string Says(Account account) => string.Join("; ", new[] { Counts(account), Told("done by ", told.Initiators, account, doers, words), Told("done to ", told.Targets, account, sufferers, words) }.Where(s => s.Length > 0));
            BriefRow[] rows =
            [
                .. told.Accounts.GroupBy(Says, StringComparer.Ordinal).Where(g => g.Key.Length > 0)
                    .Select(g => new BriefRow([g.Key, string.Join(", ", g.Select(a => words.Voice(a) + Side(a.Side)).Distinct())], [.. cite.Of(told, g.SelectMany(a => a.Claims))]))
                    .Where(r => !r.Citations.IsEmpty),
            ];
            if (rows.Length > 1)
            {
                parts.Add(new BriefSentence(words.Of(rival), cite.Of(told)));
                parts.Add(new BriefTable(["account", "by the word of"], [.. rows]));
            }
        }

        foreach (PickedEvent denied in picked.Denied.Take(most))
        {
            parts.Add(new BriefSentence(words.Of(denied), cite.Of(denied.Told)));
        }

        return parts.ToImmutable();
    }

    /// <summary>Counts that differ, a denial, another known doer, or the word of one of the sides beside another's. Other words for the same, time and place are no dispute.</summary>
    private static bool IsDisputed(Event told, EventWords words)
    {
        if (told.Accounts.IsDefaultOrEmpty || told.Accounts.Length < 2)
        {
            return false;
        }

        bool sides = told.Accounts.Where(a => a.Side is not (null or "outlet")).Select(a => a.Side).Distinct().Count() > 1;
        return sides || told.Accounts.Any(Denies) || told.Tolls.Any(t => !t.Dissent.IsDefaultOrEmpty) || Others(told.Initiators).Any(d => words.IsActor(d.Value));
    }

    private static string Counts(Account account) =>
        string.Join("; ", new[] { Denies(account) ? "denies it" : "", account.Tolls.IsDefaultOrEmpty ? "" : string.Join(", ", account.Tolls.Select(EventWords.Count)) }.Where(s => s.Length > 0));

    /// <summary>Who or whom, where that is disputed: in this voice's own words, not in those that linking chose for the event.</summary>
    private static string Told(string before, Resolved<ImmutableArray<EventParty>> field, Account account, ILookup<string, Party> named, EventWords words)
    {
        string[] values = Others(field).Any() ? [.. account.Claims.SelectMany(c => named[c]).Select(words.Named).Distinct()] : [];
        return values.Length == 0 ? "" : before + string.Join(", ", values);
    }

    private static IEnumerable<Dissent> Others(Resolved<ImmutableArray<EventParty>> field) => field.Dissent.IsDefault ? [] : field.Dissent.Where(d => d.Value.Length > 0);

    private static string Side(string? side) => side switch
    {
        "initiator" => " (of the initiator’s side)",
        "target" => " (of the target’s side)",
        "outlet" => " (the paper itself)",
        _ => "",
    };

    private static bool Denies(Account account) => account.Factuality is Factuality.Denied or Factuality.Negated;
}
