using System.Collections.Immutable;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>
/// Forms the stories of what the store holds, as people have judged them. New articles are compared with those that an index finds near them,
/// and only the stories that they touch are formed again; the result is that of comparing everything.
/// </summary>
internal static class StoryWriter
{
    /// <summary>New articles among so many known ones are fewer than comparing all anew is worth.</summary>
    private const int MostShare = 4;

    /// <summary>Runs inside the caller's transaction.</summary>
    public static void Write(CasusStore store, JudgementBook judgements)
    {
        using var texts = new ArticleTexts(store);
        using var index = new TextIndex(store);
        List<string> come = New(store);
        ImmutableArray<StoryVerdict> verdicts = JudgedTexts.Of(judgements.Effective, texts.Find, []);
        if (!IsUpToDate(store) || come.Count * (long)MostShare > store.Connection.Value<long>("SELECT coalesce(max(number), 0) FROM indexed_text"))
        {
            Anew(store, texts, index, verdicts);
            return;
        }

        string[] named = [.. JudgedTexts.Named(judgements, texts.Find)];
        if (come.Count > 0 || named.Length > 0)
        {
            using var grown = new StoriesGrown(store, texts, index);
            grown.Add(come, named, verdicts);
        }
    }

    /// <summary>To be called when an article goes: what was compared through it may have stood for others with the same words.</summary>
    public static void Forget(CasusStore store, string article)
    {
        using Statement forget = store.Prepare("DELETE FROM state WHERE key = $1 AND EXISTS (SELECT 1 FROM indexed_text WHERE article_id = $2)");
        forget.Run(StateKey.StoriesBy, article);
    }

    private static List<string> New(CasusStore store)
    {
        using Statement find = store.Prepare("SELECT article_id FROM touched_article t WHERE EXISTS (SELECT 1 FROM article a WHERE a.id = t.article_id) AND NOT EXISTS (SELECT 1 FROM indexed_text i WHERE i.article_id = t.article_id) ORDER BY article_id");
        return find.Rows(r => r.GetString(0));
    }

    /// <summary>Another method's overlaps say nothing.</summary>
    private static bool IsUpToDate(CasusStore store)
    {
        using Statement method = store.Prepare("SELECT value FROM state WHERE key = $1");
        return method.Scalar(StateKey.StoriesBy) is StoryIndex.Method;
    }

    private static void Anew(CasusStore store, ArticleTexts texts, TextIndex index, ImmutableArray<StoryVerdict> verdicts)
    {
        using Statement clear = store.Prepare("DELETE FROM edition; DELETE FROM story; DELETE FROM overlap; DELETE FROM passage;"), note = store.Prepare("INSERT INTO state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
        clear.Run();
        TextIndex.Clear(store);
        var stories = new StoryIndex(passages: true);
        texts.Each(text =>
        {
            stories.Add(text);
            index.Add(text);
        });
        index.Flush();
        using var rows = new StoryRows(store);
        rows.Add(stories.Found);
        ImmutableArray<Story> judged = JudgedStories.Apply(stories.Stories(), verdicts);
        rows.Add(judged);
        Dictionary<string, string> storyOf = judged.SelectMany(s => s.Editions.Select(e => (e.ArticleId, s.Id))).ToDictionary(p => p.ArticleId, p => p.Id, StringComparer.Ordinal);
        foreach (SharedPassage passage in stories.Passages(a => storyOf[a]))
        {
            rows.Add(passage);
        }

        note.Run(StateKey.StoriesBy, StoryIndex.Method);
    }
}
