using System.Globalization;
using System.Text.Json;
using Casus.Articles;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Articles as stories are formed of them.</summary>
internal sealed class ArticleTexts(CasusStore store) : IDisposable
{
    private const string Columns = "SELECT id, text, published, outlet, record, whole FROM article";

    private readonly Statement one = store.Prepare(Columns + " WHERE id = $1"), byId = store.Prepare("SELECT id FROM article WHERE id = $1"), byText = store.Prepare("SELECT min(id) FROM article WHERE text_id = $1"), words = store.Prepare("SELECT text FROM article WHERE id = $1");

    public StoryText Of(string article) => one.Rows(TextOf, article)[0];

    /// <summary>Its text alone.</summary>
    public string WordsOf(string article) => (string)words.Scalar(article)!;

    /// <summary>All, in the order of their ids.</summary>
    public void Each(Action<StoryText> take)
    {
        using Statement all = store.Prepare(Columns + " ORDER BY id");
        all.Each(row => take(TextOf(row)));
    }

    /// <summary>The article as it is known today: by its id, else by its text; null where neither is here.</summary>
    public string? Find(ArticleAnchor anchor) => byId.Scalar(anchor.ArticleId) as string ?? byText.Scalar(anchor.Text.Value) as string;

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[one, byId, byText, words])
        {
            statement.Dispose();
        }
    }

    private static StoryText TextOf(Row row)
    {
        ArticleRecord record = JsonSerializer.Deserialize(row.GetString(4), Records.Json.ArticleRecord)!;
        Publication? published = record.Published?.Value;
        return new StoryText(row.GetString(0), row.GetString(1), row.Day(2))
        {
            Time = published?.Time,
            Offset = published?.Offset,
            Outlet = row.Text(3),
            Agency = record.Agency?.Value,
            Updated = record.Updated is not null,
            Whole = row.Text(5),
        };
    }
}
