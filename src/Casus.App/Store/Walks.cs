using System.Globalization;
using System.Text.Json;
using Casus.Claims;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Store;

/// <summary>Walks over everything of a kind, row by row, in the order of ids: what an export is made from.</summary>
/// <param name="picked">Only what <see cref="Picked"/> has picked.</param>
internal sealed class Walks(CasusStore store, bool picked = false)
{
    public IEnumerable<Event> Events() => Walk($"SELECT record FROM event {Only("id", "event", "id")} ORDER BY id", r => JsonSerializer.Deserialize(r.GetString(0), Records.Json.Event)!);

    /// <summary>With the text of the claim's article.</summary>
    public IEnumerable<(Claim Claim, string ArticleId)> Claims(string? kind = null) => Walk(
        $"SELECT kind, record, article_id FROM claim {Only("(article_id, id)", "claim", "article_id, id", kind is null ? null : $"kind = '{kind}'")} ORDER BY article_id, position",
        r => (Records.ReadClaim(r.GetString(0), r.GetString(1)), r.GetString(2)));

    public string Text(string article)
    {
        using Statement find = store.Prepare("SELECT text FROM article WHERE id = $1");
        return (string)find.Scalar(article)!;
    }

    public IEnumerable<ArticleLine> Articles() => Walk(
        $"SELECT id, text_id, page_id, title, outlet, published, language, address, text FROM article {Only("id", "article", "id")} ORDER BY id",
        r => new ArticleLine(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), r.Text(4), r.Text(5) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null, r.GetString(6), r.Text(7), new CodePoints(r.GetString(8)).FromUtf16(r.GetString(8).Length)));

    public IEnumerable<EditionLine> Editions() => Walk(
        $"SELECT story_id, article_id, kind, derives_from, overlap FROM edition {Only("article_id", "article", "id")} ORDER BY story_id, position",
        r => new EditionLine(r.GetString(0), r.GetString(1), r.GetString(2), r.Text(3), Math.Round(r.GetDouble(4), 4)));

    private string Only(string key, string what, string columns, string? also = null)
    {
        string?[] conditions = [picked ? $"{key} IN (SELECT {columns} FROM picked_{what})" : null, also];
        string all = string.Join(" AND ", conditions.Where(c => c is not null));
        return all.Length == 0 ? "" : "WHERE " + all;
    }

    private IEnumerable<T> Walk<T>(string sql, Func<Microsoft.Data.Sqlite.SqliteDataReader, T> make)
    {
        using var command = new Microsoft.Data.Sqlite.SqliteCommand(sql, store.Connection);
        using Microsoft.Data.Sqlite.SqliteDataReader reader = store.Read(command.ExecuteReader);
        while (reader.Read())
        {
            yield return make(reader);
        }
    }
}
