using System.Collections.Immutable;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Notes what a linking has added, changed and removed.</summary>
internal static class ChangeWriter
{
    /// <summary>To be called in linking's transaction, once the events are written.</summary>
    /// <param name="joined">Events that were joined anew; of them some are as they were.</param>
    /// <param name="removed">Events that were taken out before, some of which are among the joined; null: all are joined anew.</param>
    public static void Write(CasusStore store, ImmutableArray<Event> joined, ImmutableArray<Event>? removed)
    {
        long seq = store.Connection.Value<long>("SELECT coalesce(max(seq), 0) FROM event_change"), link = store.Connection.Value<long>("SELECT coalesce((SELECT link FROM event_change ORDER BY seq DESC LIMIT 1), 0)") + 1;
        using Statement known = store.Prepare("SELECT hash FROM event_change WHERE event_id = $1 AND kind <> 'removed'"), record = store.Prepare("SELECT record FROM event WHERE id = $1");
        using Statement note = store.Prepare("INSERT INTO event_change (event_id, seq, link, kind, hash) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (event_id) DO UPDATE SET seq = excluded.seq, link = excluded.link, kind = excluded.kind, hash = excluded.hash");
        using Statement all = store.Prepare("SELECT c.event_id FROM event_change c WHERE c.kind <> 'removed' AND NOT EXISTS (SELECT 1 FROM event e WHERE e.id = c.event_id) ORDER BY c.event_id");
        foreach (Event told in joined)
        {
            string hash = ContentHash.Of((string)record.Scalar(told.Id)!);
            string? before = (string?)known.Scalar(told.Id);
            if (before != hash)
            {
                note.Run(told.Id, ++seq, link, before is null ? "added" : "changed", hash);
            }
        }

        IEnumerable<string> gone = removed is { } some ? some.Select(e => e.Id).Except(joined.Select(e => e.Id)).Order(StringComparer.Ordinal) : all.Rows(r => r.GetString(0));
        foreach (string id in gone)
        {
            note.Run(id, ++seq, link, "removed", "");
        }
    }
}
