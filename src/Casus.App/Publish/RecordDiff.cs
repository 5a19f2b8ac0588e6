using System.Collections.Immutable;

namespace Casus.App.Publish;

/// <summary>A published event as a comparison needs it.</summary>
/// <param name="Month">"2024-12"; empty when no day is known.</param>
/// <param name="Claims">Ids of its claims: what tells that an event is the same under another id.</param>
internal sealed record DiffRow(string Id, string Type, string Month, ImmutableArray<string> Claims, ImmutableArray<(string Field, string Value)> Fields);

internal sealed record FieldChange(string Field, string Before, string After);

/// <param name="Kind">"added", "removed" or "altered".</param>
/// <param name="Id">The present id, or the last one of what is gone.</param>
/// <param name="Fields">Empty for what is added or removed.</param>
internal sealed record RowChange(string Kind, string Id, string Type, string Month, ImmutableArray<FieldChange> Fields);

/// <summary>Compares two lists of events in the order of their ids, row by row: what is held in memory are the rows that differ.</summary>
internal static class RecordDiff
{
    /// <param name="sameClaim">The present id of a claim that was coded otherwise before; null: ids are compared as they are.</param>
    /// <returns>In the order of ids.</returns>
    public static List<RowChange> Of(IEnumerable<DiffRow> before, IEnumerable<DiffRow> after, IReadOnlyDictionary<string, string>? sameClaim = null)
    {
        var changes = new List<RowChange>();
        var gone = new List<DiffRow>();
        var come = new List<DiffRow>();
        using IEnumerator<DiffRow> a = before.GetEnumerator(), b = after.GetEnumerator();
        bool hasA = a.MoveNext(), hasB = b.MoveNext();
        while (hasA || hasB)
        {
            int order = !hasA ? 1 : !hasB ? -1 : string.CompareOrdinal(a.Current.Id, b.Current.Id);
            if (order < 0)
            {
                gone.Add(a.Current);
            }
            else if (order > 0)
            {
                come.Add(b.Current);
            }
            else if (Changes(a.Current, b.Current) is { Length: > 0 } fields)
            {
                changes.Add(new("altered", b.Current.Id, b.Current.Type, b.Current.Month, fields));
            }

            hasA = order <= 0 ? a.MoveNext() : hasA;
            hasB = order >= 0 ? b.MoveNext() : hasB;
        }

        Pair(gone, come, sameClaim, changes);
        changes.Sort((x, y) => string.CompareOrdinal(x.Id, y.Id) is var byId and not 0 ? byId : string.CompareOrdinal(x.Kind, y.Kind));
        return changes;
    }

    // An event's id hangs on its earliest claim: when that is read otherwise, the event is the same under another id.
    private static void Pair(List<DiffRow> gone, List<DiffRow> come, IReadOnlyDictionary<string, string>? sameClaim, List<RowChange> changes)
    {
        var byClaim = new Dictionary<string, DiffRow>(StringComparer.Ordinal);
        foreach (DiffRow row in come)
        {
            foreach (string claim in row.Claims)
            {
                byClaim.TryAdd(claim, row);
            }
        }

        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (DiffRow old in gone)
        {
            DiffRow? now = old.Claims.Select(c => byClaim.GetValueOrDefault(sameClaim?.GetValueOrDefault(c) ?? c)).FirstOrDefault(r => r is not null && !taken.Contains(r.Id));
            if (now is null)
            {
                changes.Add(new("removed", old.Id, old.Type, old.Month, []));
            }
            else
            {
                taken.Add(now.Id);
                changes.Add(new("altered", now.Id, now.Type, now.Month, [new FieldChange("event_id", old.Id, now.Id), .. Changes(old, now)]));
            }
        }

        changes.AddRange(come.Where(r => !taken.Contains(r.Id)).Select(r => new RowChange("added", r.Id, r.Type, r.Month, [])));
    }

    private static ImmutableArray<FieldChange> Changes(DiffRow before, DiffRow after)
    {
        if (before.Fields.AsSpan().SequenceEqual(after.Fields.AsSpan()))
        {
            return [];
        }

        Dictionary<string, string> old = before.Fields.ToDictionary(f => f.Field, f => f.Value, StringComparer.Ordinal), now = after.Fields.ToDictionary(f => f.Field, f => f.Value, StringComparer.Ordinal);
        return [.. now.Keys.Union(old.Keys).Where(f => old.GetValueOrDefault(f, "") != now.GetValueOrDefault(f, "")).Select(f => new FieldChange(f, old.GetValueOrDefault(f, ""), now.GetValueOrDefault(f, "")))];
    }
}
