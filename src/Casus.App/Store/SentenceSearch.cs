namespace Casus.App.Store;

/// <summary>A sentence that was found.</summary>
/// <param name="Marked">Where it is told best, shortened, with the words found between <see cref="SentenceSearch.Begin"/> and <see cref="SentenceSearch.End"/>.</param>
/// <param name="Others">Further articles that print the same sentence.</param>
/// <param name="Events">Ids of the events that it tells, parted by spaces; null where it tells none.</param>
internal sealed record FoundSentence(string ArticleId, long Number, string Text, string Marked, string? Title, string? Outlet, string? Published, string? Address, string? Events, long Others);

/// <summary>Full text over the sentences of the record.</summary>
internal sealed class SentenceSearch(CasusStore store)
{
    /// <summary>Characters that no text holds.</summary>
    public const char Begin = '\u0001', End = '\u0002';

    /// <summary>Of words that so many sentences hold, the ones that were read last are ranked: to weigh each of a million takes longer than anybody waits. Beyond it, it is "more".</summary>
    public const int Ranked = 20_000;

    /// <summary>For each sentence that is asked for so many of the best are looked at, so that reprints do not crowd out others.</summary>
    private const int Reprints = 8;

    /// <summary>The best first, by BM25; the same sentence once, in its earliest article. What is equally good follows by its text.</summary>
    /// <param name="after">Rank, article and number of the sentence before; null: from the best.</param>
    /// <returns>With how many sentences hold the words, reprints included, as far as <see cref="Ranked"/> unless all are asked for, and what to go on after; null where nothing comes.</returns>
    public (List<FoundSentence> Found, long All, object?[]? Next) Find(string words, Filter filter, object?[]? after = null)
    {
        string query = SearchWords.Match(store, words);
        Where where = new Narrowed(store, filter with { Text = null }).Articles();
        string match = where.Add(query);
        where.And($"sentence_words MATCH {match}");
        string articles = (filter with { Text = null }).Narrows ? "JOIN sentence s ON s.id = w.rowid JOIN article a ON a.id = s.article_id" : "";
        return store.Read<(List<FoundSentence>, long, object?[]?)>(() =>
        {
            string gone = after is null ? "" : where.Add(after[0]!), of = after is null ? "" : where.Add(after[1]!), number = after is null ? "" : where.Add(after[2]!);
            // Of what is equally good as the last that is looked at, all is: reprints are.
            using Statement find = store.Prepare($"""
                WITH holding AS MATERIALIZED (SELECT w.rowid AS id, bm25(sentence_words) AS rank FROM sentence_words w {articles} {where} {(filter.Limit > 0 ? $"ORDER BY w.rowid DESC LIMIT {Ranked + 1}" : "")}),
                    looked AS MATERIALIZED (SELECT id, rank FROM holding {(after is null ? "" : $"WHERE rank >= {gone}")}),
                    last (rank) AS MATERIALIZED ({(filter.Limit > 0 ? $"SELECT rank FROM looked {(after is null ? "" : $"WHERE rank > {gone}")} ORDER BY rank LIMIT 1 OFFSET {filter.Limit * (long)Reprints}" : "SELECT NULL WHERE 0")})
                SELECT s.id, s.article_id, s.number, s.text, a.title, a.outlet, a.published, a.address, l.rank, (SELECT count(*) FROM holding), EXISTS (SELECT 1 FROM looked WHERE rank > (SELECT rank FROM last))
                FROM looked l CROSS JOIN sentence s ON s.id = l.id CROSS JOIN article a ON a.id = s.article_id
                WHERE l.rank <= coalesce((SELECT rank FROM last), 1) {(after is null ? "" : $"AND (l.rank > {gone} OR s.text > (SELECT text FROM sentence WHERE article_id = {of} AND number = {number}))")}
                ORDER BY l.rank, s.text, a.published IS NULL, a.published, s.article_id, s.number
                """);
            using Statement mark = store.Prepare($"SELECT snippet(sentence_words, 0, '{Begin}', '{End}', '…', 48) FROM sentence_words WHERE sentence_words MATCH $1 AND rowid = $2");
            using Statement events = store.Prepare("SELECT group_concat(DISTINCT x.event_id) FROM claim c JOIN event_claim x ON x.claim_id = c.id WHERE c.article_id = $1 AND c.sentence = $2");
            long all = 0;
            bool more = false;
            var told = new List<(FoundSentence Sentence, long Id, double Rank)>();
            foreach ((FoundSentence sentence, long id, double rank, long holding, bool beyond) in find.Rows(r => (new FoundSentence(r.GetString(1), r.GetInt64(2), r.GetString(3), "", r.Text(4), r.Text(5), r.Text(6), r.Text(7), null, 0), r.GetInt64(0), r.GetDouble(8), r.GetInt64(9), r.GetBoolean(10)), [.. where.Values]))
            {
                (all, more) = (holding, beyond);
                if (told is [.., var (before, _, _)] && before.Text == sentence.Text)
                {
                    told[^1] = told[^1] with { Sentence = before with { Others = before.Others + 1 } };
                }
                else if (filter.Limit > 0 && told.Count == filter.Limit)
                {
                    more = true;
                    break;
                }
                else
                {
                    told.Add((sentence, id, rank));
                }
            }

            return ([.. told.Select(t => t.Sentence with { Marked = (string)mark.Scalar(query, t.Id)!, Events = (events.Scalar(t.Sentence.ArticleId, t.Sentence.Number) as string)?.Replace(',', ' ') })],
                all, more ? [told[^1].Rank, told[^1].Sentence.ArticleId, told[^1].Sentence.Number] : null);
        });
    }
}
