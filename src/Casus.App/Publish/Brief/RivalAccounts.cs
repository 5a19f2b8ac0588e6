using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>Events of which voices tell otherwise, voice by voice, and what is denied.</summary>
internal static class RivalAccounts
{
    public static ImmutableArray<BriefPart> Of(PickedEvents picked, EventWords words, EventCitations cite)
    {
        var parts = ImmutableArray.CreateBuilder<BriefPart>();
        foreach (PickedEvent rival in picked.Dated.Concat(picked.Loose).Where(e => IsDisputed(e.Told)))
        {
            Event told = rival.Told;
            parts.Add(new BriefSentence(words.Of(rival), cite.Of(told)));
            var rows = ImmutableArray.CreateBuilder<BriefRow>();
            foreach (Account account in told.Accounts.Where(a => !a.Tolls.IsDefaultOrEmpty || Denies(a)))
            {
                string says = string.Join(", ", account.Tolls.IsDefaultOrEmpty ? [] : account.Tolls.Select(Values.Of));
                Add(rows, words.Voice(account), Side(account.Side), Denies(account) ? $"denies it{(says.Length > 0 ? $": {says}" : "")}" : says, cite.Of(told, account.Claims));
            }

            foreach ((string field, ImmutableArray<Dissent> dissent) in new[] { ("who did it", told.Initiators.Dissent), ("to whom", told.Targets.Dissent), ("when", told.Time.Dissent), ("where", told.Place?.Dissent ?? []) })
            {
                foreach (Dissent other in dissent.IsDefault ? [] : dissent)
                {
                    Add(rows, "told otherwise", field, $"“{other.Value}”", cite.Of(told, other.Claims));
                }
            }

            if (rows.Count > 0)
            {
                parts.Add(new BriefTable(["whose account", "which side", "says"], rows.ToImmutable()));
            }
        }

        foreach (PickedEvent denied in picked.Denied)
        {
            parts.Add(new BriefSentence(words.Of(denied), cite.Of(denied.Told)));
        }

        return parts.ToImmutable();
    }

    private static void Add(ImmutableArray<BriefRow>.Builder rows, string voice, string side, string says, int[] citations)
    {
        if (citations.Length > 0)
        {
            rows.Add(new BriefRow([voice, side, says], [.. citations]));
        }
    }

    private static string Side(string? side) => side switch
    {
        "initiator" => "who did it",
        "target" => "to whom it was done",
        "outlet" => "the paper itself",
        "third-party" => "neither",
        _ => "not told",
    };

    /// <summary>Counts that differ, other doers or victims, or a denial. Other words for the time and place are no dispute of their own.</summary>
    private static bool IsDisputed(Event told) =>
        told.Tolls.Any(t => !t.Dissent.IsDefaultOrEmpty) || !told.Initiators.Dissent.IsDefaultOrEmpty || told.Accounts.Any(Denies);

    private static bool Denies(Account account) => account.Factuality is Factuality.Denied or Factuality.Negated;
}
