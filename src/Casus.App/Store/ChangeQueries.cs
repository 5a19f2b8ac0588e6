namespace Casus.App.Store;

/// <summary>What happened to an event, or a judgement that was made.</summary>
/// <param name="Position">Where a follower stands once it knows this.</param>
/// <param name="Kind">added, changed, removed or judged.</param>
internal sealed record RecordChange(ChangePosition Position, string Kind, string? EventId, long? Link, string? JudgementId);

/// <summary>How far a follower has come: the last change of an event, and the last judgement.</summary>
internal readonly record struct ChangePosition(long Event, long Judgement)
{
    public static readonly ChangePosition Begin = new(0, 0);

    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Event}.{Judgement}");

    /// <summary>Null for what is none.</summary>
    public static ChangePosition? Read(string text) => text.Split('.') is [var told, var judged] && Number(told) is { } first && Number(judged) is { } second ? new(first, second) : null;

    private static long? Number(string text) => text.Length is > 0 and <= 18 && text.All(char.IsAsciiDigit) ? long.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : null;
}

/// <summary>The record as who follows it sees it. Of an event only the last change is kept.</summary>
internal sealed class ChangeQueries(CasusStore store)
{
    /// <summary>Where the record stands now.</summary>
    public ChangePosition Last() => new(store.Connection.Value<long>("SELECT coalesce(max(seq), 0) FROM event_change"), JudgementTable.Last(store));

    /// <summary>Changes of events in their order, then judgements in theirs.</summary>
    public List<RecordChange> After(ChangePosition position, int limit) => store.Read(() =>
    {
        using Statement events = store.Prepare("SELECT event_id, seq, link, kind FROM event_change WHERE seq > $1 ORDER BY seq LIMIT $2"), judged = store.Prepare("SELECT j.id, j.seq, o.event_id FROM judgement j LEFT JOIN judgement_outcome o ON o.judgement_id = j.id WHERE j.seq > $1 ORDER BY j.seq LIMIT $2");
        List<RecordChange> changes = events.Rows(r => new RecordChange(position with { Event = r.GetInt64(1) }, r.GetString(3), r.GetString(0), r.GetInt64(2), null), position.Event, limit);
        long come = changes.Count > 0 ? changes[^1].Position.Event : position.Event;
        changes.AddRange(judged.Rows(r => new RecordChange(new(come, r.GetInt64(1)), "judged", r.Text(2), null, r.GetString(0)), position.Judgement, limit - changes.Count));
        return changes;
    });

    /// <summary>Events that match, those last changed first, and when each was told or judged last: when the last page that tells it was read, or the last judgement of it made or taken back.</summary>
    /// <param name="many">So many match that the first of them are found soonest by walking back from the last change.</param>
    public List<(string EventId, string At)> Latest(Filter filter, bool many, int limit)
    {
        Where where = new Narrowed(store, filter).Events();
        return store.Read(() =>
        {
            using Statement find = store.Prepare($"""
                SELECT e.id, max(coalesce((SELECT max(p.read_at) FROM event_claim m JOIN claim k ON k.id = m.claim_id JOIN article t ON t.id = k.article_id JOIN page p ON p.id = t.page_id WHERE m.event_id = e.id), '1970-01-01T00:00:00Z'),
                    coalesce((SELECT max(j.made_at) FROM judgement j WHERE j.subject_id = e.id), ''), coalesce((SELECT max(j.made_at) FROM judgement_outcome o JOIN judgement j ON j.id = o.judgement_id WHERE o.event_id = e.id), ''))
                FROM event_change x {(many ? "CROSS" : "")} JOIN event e ON e.id = x.event_id {where} ORDER BY x.seq DESC LIMIT {limit}
                """);
            return find.Rows(r => (r.GetString(0), r.GetString(1)), [.. where.Values]);
        });
    }
}
