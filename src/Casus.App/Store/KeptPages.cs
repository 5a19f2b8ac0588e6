using System.Globalization;
using Casus.App.Publish;
using Casus.Articles;

namespace Casus.App.Store;

/// <summary>Pages whose bytes the store keeps and that were last read by another reader, knowledge, model or gazetteer, in the order in which they first came.</summary>
/// <param name="only">An outcome, a reason of refusal, or part of a name or address; null for all.</param>
internal sealed class KeptPages(CasusStore store, Provenance provenance, string? only)
{
    /// <summary>Pages in memory at a time, beside those in work.</summary>
    private const int Batch = 8;

    private static readonly Dictionary<string, PageFormat> Formats = Enum.GetValues<PageFormat>().ToDictionary(f => Json.Word(f));

    private const string Kept = "FROM page p JOIN page_bytes b ON b.page_id = p.id LEFT JOIN listing l ON l.page_id = p.id WHERE";
    private const string IsDue = "(p.knowledge <> $1 OR p.model <> $2 OR p.engine <> $3)";

    private readonly string isMeant = only is null ? "1" : "(p.outcome = $4 OR p.reason = $4 OR p.name LIKE $5 OR p.address LIKE $5)";

    /// <param name="id">Of a page that the store holds.</param>
    public static Page One(CasusStore store, string id) => store.Read(() =>
    {
        using Statement find = store.Prepare($"SELECT p.id, p.name, p.format, p.address, p.published, p.outlet, p.title, b.gzip, p.rowid, l.day, l.quote, l.feed, p.charset {Kept} p.id = $1");
        return find.Rows(Page, id).FirstOrDefault() ?? throw new Trouble(ExitCode.Findings, $"The bytes of {id} are not kept.");
    });

    public long Count() => Count($"{IsDue} AND {isMeant}");

    /// <summary>Those that were asked for, whatever they were last read with.</summary>
    public long CountMeant() => Count($"({IsDue} OR 1) AND {isMeant}");

    /// <summary>Each page once, also while they are being stamped as read.</summary>
    public IEnumerable<Page> Walk()
    {
        using Statement next = store.Prepare($"SELECT p.id, p.name, p.format, p.address, p.published, p.outlet, p.title, b.gzip, p.rowid, l.day, l.quote, l.feed, p.charset {Kept} {IsDue} AND {isMeant} AND p.rowid > ${Values().Length + 1} ORDER BY p.rowid LIMIT {Batch}");
        long last = 0;
        while (true)
        {
            List<(Page Page, long Row)> batch = store.Read(() => next.Rows(r => (Page(r), r.GetInt64(8)), [.. Values(), last]));
            if (batch.Count == 0)
            {
                yield break;
            }

            foreach ((Page page, long row) in batch)
            {
                last = row;
                yield return page;
            }
        }
    }

    private long Count(string condition) => store.Read(() =>
    {
        using Statement count = store.Prepare($"SELECT count(*) {Kept} {condition}");
        return (long)count.Scalar(Values())!;
    });

    private object?[] Values() => only is null
        ? [provenance.Knowledge, provenance.Model, provenance.Engine]
        : [provenance.Knowledge, provenance.Model, provenance.Engine, only, "%" + only + "%"];

    private static Page Page(Row row)
    {
        Listing? listed = row.Day(9) is { } told ? new Listing(told, row.GetString(10), row.GetString(11)) : null;
        return new Page(row.GetString(0), row.GetString(1), PageWriter.Unpacked(row.Bytes(7).ToArray()), Formats[row.GetString(2)], new KnownFacts(row.Text(3), row.Day(4), row.Text(5), row.Text(6)) { Listed = listed, Charset = row.Text(12) });
    }
}
