using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.Articles;
using Casus.Events;
using Microsoft.Data.Sqlite;

namespace Casus.App.Store;

/// <summary>
/// Forms the stories of what the store holds. Articles that have a place in a story were compared before and are only made known; the new ones
/// are compared. The index itself is not kept: making texts known takes less time than reading them.
/// </summary>
internal static class StoryWriter
{
    /// <summary>Runs inside the caller's transaction.</summary>
    public static ImmutableArray<Story> Write(CasusStore store)
    {
        ForgetWhatIsStale(store);
        var index = new StoryIndex(passages: true);
        using (Statement texts = store.Prepare("SELECT a.id, a.text, a.published, a.outlet, a.record, e.article_id IS NOT NULL, a.whole FROM article a LEFT JOIN edition e ON e.article_id = a.id ORDER BY e.article_id IS NULL, a.id"))
        {
            texts.Each(row => Take(index, TextOf(row), row.GetInt64(5) != 0));
        }

        using (Statement known = store.Prepare("SELECT a, b, is_story, shared, smaller, larger, longest FROM overlap"))
        {
            known.Each(r => index.Know(new KnownOverlap(r.GetString(0), r.GetString(1), r.GetInt64(2) != 0, r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6))));
        }

        ImmutableArray<Story> stories = index.Stories();
        WriteOverlaps(store, index);
        WriteStories(store, stories);
        return stories;
    }

    private static void Take(StoryIndex index, StoryText text, bool known)
    {
        if (known)
        {
            index.Know(text);
        }
        else
        {
            index.Add(text);
        }
    }

    /// <summary>Another method's overlaps say nothing, and those that lack an article may have stood for others with the same words.</summary>
    private static void ForgetWhatIsStale(CasusStore store)
    {
        using Statement method = store.Prepare("SELECT value FROM state WHERE key = $1"), gone = store.Prepare("SELECT 1 FROM overlap WHERE a NOT IN (SELECT id FROM article) OR b NOT IN (SELECT id FROM article) LIMIT 1");
        if (method.Scalar(StateKey.StoriesBy) is StoryIndex.Method && gone.Scalar() is null)
        {
            return;
        }

        using Statement forget = store.Prepare("DELETE FROM edition; DELETE FROM overlap;"), note = store.Prepare("INSERT INTO state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        forget.Run();
        note.Run(StateKey.StoriesBy, StoryIndex.Method);
    }

    private static StoryText TextOf(SqliteDataReader row)
    {
        ArticleRecord record = JsonSerializer.Deserialize(row.GetString(4), Records.Json.ArticleRecord)!;
        Publication? published = record.Published?.Value;
        return new StoryText(row.GetString(0), row.GetString(1), row.Text(2) is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null)
        {
            Time = published?.Time,
            Offset = published?.Offset,
            Outlet = row.Text(3),
            Agency = record.Agency?.Value,
            Updated = record.Updated is not null,
            Whole = row.Text(6),
        };
    }

    private static void WriteOverlaps(CasusStore store, StoryIndex index)
    {
        using Statement add = store.Prepare("INSERT OR IGNORE INTO overlap (a, b, is_story, shared, smaller, larger, longest) VALUES ($1, $2, $3, $4, $5, $6, $7)");
        foreach (KnownOverlap found in index.Found)
        {
            add.Run(found.A, found.B, found.IsStory ? 1 : 0, found.Shared, found.Smaller, found.Larger, found.Longest);
        }

        using Statement clear = store.Prepare("DELETE FROM passage"), addPassage = store.Prepare("INSERT INTO passage (article_id, other_id, words) VALUES ($1, $2, $3)");
        clear.Run();
        foreach (SharedPassage passage in index.Passages())
        {
            addPassage.Run(passage.A, passage.B, passage.Words);
            addPassage.Run(passage.B, passage.A, passage.Words);
        }
    }

    private static void WriteStories(CasusStore store, ImmutableArray<Story> stories)
    {
        using Statement clear = store.Prepare("DELETE FROM story; DELETE FROM edition;");
        clear.Run();
        using Statement addStory = store.Prepare("INSERT INTO story (id, editions) VALUES ($1, $2)");
        using Statement addEdition = store.Prepare("INSERT INTO edition (article_id, story_id, position, kind, derives_from, overlap) VALUES ($1, $2, $3, $4, $5, $6)");
        foreach (Story story in stories)
        {
            addStory.Run(story.Id, story.Editions.Length);
            for (int i = 0; i < story.Editions.Length; i++)
            {
                Edition edition = story.Editions[i];
                addEdition.Run(edition.ArticleId, story.Id, i, edition.Kind, edition.Of, edition.Overlap);
            }
        }
    }
}
