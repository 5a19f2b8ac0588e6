using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Claims;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Store;

/// <summary>Walks over everything of a kind, row by row, in the order of ids: what an export is made from.</summary>
/// <param name="picked">Only what <see cref="Picked"/> has picked.</param>
internal sealed class Walks(CasusStore store, bool picked = false)
{
    public IEnumerable<Event> Events() => Walk($"SELECT record FROM event {Only("id", "event", "id")} ORDER BY id", r => EventJson.Read(r.GetString(0)));

    /// <summary>With the text of the claim's article.</summary>
    public IEnumerable<(Claim Claim, string ArticleId)> Claims(string? kind = null) => Walk(
        $"SELECT kind, record, article_id FROM claim {Only("(article_id, id)", "claim", "article_id, id", kind is null ? null : $"kind = '{kind}'")} ORDER BY article_id, position",
        r => (Records.ReadClaim(r.GetString(0), r.GetString(1)), r.GetString(2)));

    /// <summary>Records of the events as they stand in the store (UTF-8), so many at a time.</summary>
    public IEnumerable<LentRows<ReadOnlyMemory<byte>>> EventRecords(int rows)
    {
        var chunk = new LentRows<ReadOnlyMemory<byte>>();
        foreach (ReadOnlyMemory<byte> record in Walk("SELECT record FROM event ORDER BY id", r => chunk.Keep(r.Bytes(0))))
        {
            chunk.Rows.Add(record);
            if (chunk.Rows.Count == rows)
            {
                yield return chunk;
                chunk = new();
            }
        }

        if (chunk.Rows.Count > 0)
        {
            yield return chunk;
        }
    }

    /// <summary>Articles with their claims, in chunks of at least so many rows of both together.</summary>
    public IEnumerable<LentRows<ArticleRecords>> ArticleRecords(int rows)
    {
        var chunk = new LentRows<ArticleRecords>();
        int held = 0;
        // Two walks in the order of articles, side by side; a claim is kept when its article has come, which may be in the next chunk.
        using IEnumerator<Row> claims = Walk("SELECT article_id, kind, record FROM claim ORDER BY article_id, position", r => r).GetEnumerator();
        bool more = claims.MoveNext();
        foreach (ArticleRecords article in RowsOfArticles(text => chunk.Keep(text)))
        {
            for (; more && string.CompareOrdinal(claims.Current.GetString(0), article.Id) <= 0; more = claims.MoveNext())
            {
                article.Claims.Add((KnownStrings.Of(claims.Current.Bytes(1)), chunk.Keep(claims.Current.Bytes(2))));
            }

            chunk.Rows.Add(article);
            held += 1 + article.Claims.Count;
            if (held >= rows)
            {
                yield return chunk;
                (chunk, held) = (new(), 0);
            }
        }

        if (held > 0)
        {
            yield return chunk;
        }
    }

    public string Text(string article)
    {
        using Statement find = store.Prepare("SELECT text FROM article WHERE id = $1");
        return (string)find.Scalar(article)!;
    }

    public IEnumerable<ArticleLine> Articles() => RowsOfArticles(text => text.ToArray()).Select(a =>
    {
        string text = System.Text.Encoding.UTF8.GetString(a.Text.Span);
        return a.Line(text, new CodePoints(text));
    });

    public IEnumerable<EditionLine> Editions() => Walk(
        $"SELECT story_id, article_id, kind, derives_from, overlap FROM edition {Only("article_id", "article", "id")} ORDER BY story_id, position",
        r => new EditionLine(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), Math.Round(r.GetDouble(4), 4)));

    public IEnumerable<DyadLine> Dyads() => Walk(
        "SELECT first, second, month, way, exact, verbal_cooperation, material_cooperation, verbal_conflict, material_conflict, score, goldstein, killed, killed_most, injured, injured_most, open FROM dyad_month ORDER BY first, second, month, way, exact",
        r => new DyadLine(KnownStrings.Of(r.Bytes(0)), KnownStrings.Of(r.Bytes(1)), KnownStrings.Of(r.Bytes(2)) is { Length: > 0 } month ? month : null, r.GetInt32(3), r.GetInt32(4), r.GetInt64(5), r.GetInt64(6), r.GetInt64(7), r.GetInt64(8), r.GetInt64(9) / 10.0, r.GetInt64(10) / 10.0, r.GetInt64(11), r.GetInt64(12), r.GetInt64(13), r.GetInt64(14), r.GetInt64(15)));

    /// <summary>The same in chunks of at least so many rows, each pair in one of them.</summary>
    public IEnumerable<DyadLine[]> DyadsByPair(int rows)
    {
        var chunk = new List<DyadLine>();
        foreach (DyadLine line in Dyads())
        {
            if (chunk.Count >= rows && (chunk[^1].First != line.First || chunk[^1].Second != line.Second))
            {
                yield return [.. chunk];
                chunk.Clear();
            }

            chunk.Add(line);
        }

        if (chunk.Count > 0)
        {
            yield return [.. chunk];
        }
    }

    public IEnumerable<TurnLine> Turns(Knowledge.KnowledgeBase knowledge)
    {
        var turns = new TurnWalk(store, knowledge);
        return turns.Lines(DyadsByPair(1).SelectMany(pair => turns.Changed(pair)));
    }

    public IEnumerable<EpisodeLine> Episodes() => Walk(
        $"SELECT episode_id, position, event_id FROM episode_event {Only("event_id", "event", "id")} ORDER BY episode_id, position",
        r => new EpisodeLine(r.GetString(0), r.GetInt64(1), r.GetString(2)));

    public IEnumerable<StepLine> Steps() => Walk(
        $"SELECT record FROM episode {Only("id", "episode", "id")} ORDER BY id",
        r => JsonSerializer.Deserialize(r.GetString(0), Records.Json.Episode)!)
        .SelectMany(e => e.Steps.SelectMany(s => s.Support.Select(t => new StepLine(e.Id, s.From, s.To, s.Kind, t.FromClaim, t.ToClaim, t.Cue.Quote, t.Rule.Value))));

    /// <param name="named">Whether reviewers are told by their names.</param>
    public IEnumerable<JudgementLine> Judgements(bool named)
    {
        Dictionary<string, JudgementOutcome> outcomes = JudgementTable.Outcomes(store);
        List<Judgement> all = JudgementTable.All(store);
        Reviewers reviewers = Reviewers.Of(all, named);
        return all.Select(j => Line(reviewers, j, outcomes.GetValueOrDefault(j.Id)));
    }

    public static JudgementLine Line(Reviewers reviewers, Judgement j, JudgementOutcome? outcome) => new(
        j.Id, j.Seq, j.At, reviewers.Told(j.By), Json.Word(j.Verb), Json.Word(j.Subject.Kind), j.Subject.Id, j.Other?.Id, j.Field, j.Value, j.Said, j.Reason, j.Withdraws, outcome is null ? null : Json.Word(outcome.State), outcome?.EventId, outcome?.Detail);

    private string Only(string key, string what, string columns, string? also = null)
    {
        string?[] conditions = [picked ? $"{key} IN (SELECT {columns} FROM picked_{what})" : null, also];
        string all = string.Join(" AND ", conditions.Where(c => c is not null));
        return all.Length == 0 ? "" : "WHERE " + all;
    }

    /// <param name="keep">Copies a text out of its row.</param>
    private IEnumerable<ArticleRecords> RowsOfArticles(Func<ReadOnlySpan<byte>, ReadOnlyMemory<byte>> keep) => Walk(
        $"SELECT id, text_id, page_id, title, outlet, published, language, address, text FROM article {Only("id", "article", "id")} ORDER BY id",
        r => new ArticleRecords(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.Day(5), r.GetString(6), r.Text(7), keep(r.Bytes(8)), []));

    private IEnumerable<T> Walk<T>(string sql, Func<Row, T> make)
    {
        using Statement statement = store.Prepare(sql);
        using IEnumerator<Row> rows = statement.Walk().GetEnumerator();
        for (bool more = store.Read(rows.MoveNext); more; more = rows.MoveNext())
        {
            yield return make(rows.Current);
        }
    }
}

/// <summary>An article and its claims as they stand in the store; texts in UTF-8.</summary>
internal sealed record ArticleRecords(string Id, string TextId, string PageId, string? Title, string? Outlet, DateOnly? Published, string Language, string? Address, ReadOnlyMemory<byte> Text, List<(string Kind, ReadOnlyMemory<byte> Record)> Claims)
{
    /// <param name="text">The whole; <paramref name="offsets"/>: of it.</param>
    public ArticleLine Line(ReadOnlySpan<char> text, CodePoints offsets) => new(Id, TextId, PageId, Title, Outlet, Published, Language, Address, offsets.FromUtf16(text.Length));
}
