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

    /// <summary>Of the best sentences so many more are looked at, so that reprints do not crowd out others.</summary>
    private const int Reprints = 8;

    /// <summary>The best first, by BM25; the same sentence once, in its earliest article.</summary>
    /// <returns>With how many sentences hold the words, reprints included.</returns>
    public (List<FoundSentence> Found, long All) Find(string words, Filter filter)
    {
        string query = SearchWords.Match(store, words);
        Where where = new Narrowed(store, filter with { Text = null }).Articles();
        string match = where.Add(query);
        where.And($"sentence_words MATCH {match}");
        const string From = "FROM sentence_words w JOIN sentence s ON s.id = w.rowid JOIN article a ON a.id = s.article_id";
        return store.Read(() =>
        {
            using Statement count = store.Prepare($"SELECT count(*) {From} {where}");
            using Statement find = store.Prepare($"""
                SELECT s.article_id, s.number, s.text, snippet(sentence_words, 0, '{Begin}', '{End}', '…', 48), a.title, a.outlet, a.published, a.address,
                    (SELECT group_concat(DISTINCT x.event_id) FROM claim c JOIN event_claim x ON x.claim_id = c.id WHERE c.article_id = s.article_id AND c.sentence = s.number)
                {From} {where} ORDER BY bm25(sentence_words), a.published IS NULL, a.published, s.article_id, s.number {(filter.Limit > 0 ? $"LIMIT {filter.Limit * (long)Reprints}" : "")}
                """);
            List<FoundSentence> rows = find.Rows(r => new FoundSentence(r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3), r.Text(4), r.Text(5), r.Text(6), r.Text(7), r.Text(8)?.Replace(',', ' '), 0), [.. where.Values]);
            IEnumerable<FoundSentence> once = rows.GroupBy(r => r.Text, StringComparer.Ordinal).Select(g => g.First() with { Others = g.Count() - 1 });
            return ((List<FoundSentence>)[.. filter.Limit > 0 ? once.Take(filter.Limit) : once], (long)count.Scalar([.. where.Values])!);
        });
    }
}
