using Casus.App.Store;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.App.Commands;

/// <summary>
/// Types and modes on the command line: neither in the record nor in the codebook they are a slip of the pen, which would match nothing and look like peace.
/// The record is asked first, as it may have been read with another codebook, and the codebook takes longer.
/// </summary>
internal static class AskedTypes
{
    private static readonly string[] Kinds = ["event", "statistic", "relation"];

    /// <param name="ofClaims">Claims are narrowed, which also tell measures and relations; else events are.</param>
    /// <exception cref="Trouble">A type or mode is none.</exception>
    public static Filter Check(CasusStore store, Filter filter, bool ofClaims, Func<Ontology> coded)
    {
        if (filter.Type is not null && FilterWords.Words(filter.Type).Length == 0)
        {
            throw Trouble.Usage("--type is empty: give a type such as those of `casus codebook`, or leave it out.");
        }

        string[] strange = [.. FilterWords.Words(filter.Type).Where(t => !IsHeld(store, t, ofClaims))];
        string? mode = filter.Mode is { } asked && !HasMode(store, asked, ofClaims) ? asked : null;
        if (strange.Length + (mode is null ? 0 : 1) > 0)
        {
            FilterWords.OfEvents(new Filter(strange.Length == 0 ? null : string.Join(',', strange)) { Mode = mode }, coded(), ofClaims ? Measures(store) : []);
        }

        return filter;
    }

    private static bool IsHeld(CasusStore store, string type, bool ofClaims) =>
        Any(store, ofClaims ? "claim WHERE type IN (upper($1), lower($1))" : "event WHERE type = upper($1)", type)
        || (ofClaims && (Kinds.Contains(type, StringComparer.OrdinalIgnoreCase) || Enum.TryParse(type, ignoreCase: true, out TollKind _)));

    private static bool HasMode(CasusStore store, string mode, bool ofClaims) => Any(store, $"{(ofClaims ? "claim" : "event")} WHERE instr(modes, '|' || $1 || '|') > 0", mode);

    private static bool Any(CasusStore store, string rows, string word) => store.Read(() =>
    {
        using Statement find = store.Prepare($"SELECT 1 FROM {rows} LIMIT 1");
        return find.Scalar(word) is not null;
    });

    /// <summary>What claims beside those of events are about, as far as the record has it.</summary>
    private static string[] Measures(CasusStore store) => store.Read(() =>
    {
        using Statement find = store.Prepare("SELECT DISTINCT type FROM claim INDEXED BY claim_beside_events WHERE kind <> 'event' ORDER BY type");
        return (string[])[.. Kinds, .. find.Rows(r => r.GetString(0))];
    });
}
