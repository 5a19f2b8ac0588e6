using System.Collections.Immutable;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Compares new articles with what the index finds near them and forms the stories anew that they, or judgements, touch.</summary>
internal sealed class StoriesGrown(CasusStore store, ArticleTexts texts, TextIndex index) : IDisposable
{
    private const string Overlap = "SELECT a, b, is_story, shared, smaller, larger, longest FROM overlap";

    private readonly Statement asFirst = store.Prepare(Overlap + " WHERE a = $1"), asSecond = store.Prepare(Overlap + " WHERE b = $1");
    private readonly Statement passagesOf = store.Prepare("SELECT other_id FROM passage WHERE article_id = $1"), dropPassage = store.Prepare("DELETE FROM passage WHERE article_id = $1 AND other_id = $2");
    private readonly StoryRows rows = new(store);
    private readonly StoryIndex stories = new(passages: true);
    private readonly StoryKeys keys = new();
    private readonly HashSet<string> read = new(StringComparer.Ordinal);

    /// <param name="come">New articles, in the order of their ids.</param>
    /// <param name="judged">Articles that any judgement names: their stories are formed again, whether it still holds or not.</param>
    public void Add(List<string> come, string[] judged, ImmutableArray<StoryVerdict> verdicts)
    {
        StoryText[] added = [.. come.Select(texts.Of)];
        NearTexts near = index.Near(added);
        Know(near.Known);
        foreach (StoryText text in added)
        {
            read.Add(text.Id);
            stories.Add(text, near[text.Id]);
            index.Add(text);
        }

        HashSet<string> standing = index.FlushTellingStanding();
        rows.Add(stories.Found);
        HashSet<string> touched = Connected([.. come, .. judged]);
        Know(touched.Order(StringComparer.Ordinal));
        foreach (KnownOverlap link in touched.SelectMany(a => asFirst.Rows(Read, a)).Where(o => o.IsStory))
        {
            stories.Know(link);
        }

        // What is merely near stands in stories of which not all was read.
        ImmutableArray<Story> formed = [.. stories.Stories().Where(s => s.Editions.Any(e => touched.Contains(e.ArticleId)))];
        rows.Drop(touched);
        rows.Add(JudgedStories.Apply(formed, verdicts));
        WritePassages([.. touched, .. standing]);
    }

    public void Dispose()
    {
        rows.Dispose();
        foreach (Statement statement in (Statement[])[asFirst, asSecond, passagesOf, dropPassage])
        {
            statement.Dispose();
        }
    }

    private static KnownOverlap Read(Row r) => new(r.GetString(0), r.GetString(1), r.GetInt64(2) != 0, r.GetInt32(3), r.GetInt32(4), r.GetInt32(5), r.GetInt32(6));

    private void Know(IEnumerable<string> articles)
    {
        foreach (string article in articles)
        {
            if (read.Add(article))
            {
                stories.Know(texts.Of(article));
            }
        }
    }

    private List<KnownOverlap> OverlapsOf(string article) => [.. asFirst.Rows(Read, article), .. asSecond.Rows(Read, article)];

    /// <summary>The articles and all that overlaps or the same words connect them with.</summary>
    private HashSet<string> Connected(IEnumerable<string> articles)
    {
        HashSet<string> found = [.. articles];
        var next = new Queue<string>(found);
        while (next.TryDequeue(out string? article))
        {
            foreach (string other in OverlapsOf(article).Where(o => o.IsStory).Select(o => o.A == article ? o.B : o.A).Concat(index.Same(article)))
            {
                if (found.Add(other))
                {
                    next.Enqueue(other);
                }
            }
        }

        return found;
    }

    private void WritePassages(HashSet<string> articles)
    {
        HashSet<string> all = [.. articles.Concat(articles.SelectMany(index.Same))];
        foreach (string article in all)
        {
            foreach (string other in passagesOf.Rows(r => r.GetString(0), article))
            {
                dropPassage.Run(article, other);
                dropPassage.Run(other, article);
            }
        }

        (string A, string B, int Longest)[] shared = [.. all.SelectMany(OverlapsOf).Where(o => !o.IsStory).Distinct().Select(o => (Named(o.A), Named(o.B), o.Longest)).Where(p => rows.StoryOf(p.Item1) != rows.StoryOf(p.Item2))];
        bool[] still = index.ArePassages([.. shared.Select(p => (p.A, p.B))], PassagesOf);
        foreach ((string a, string b, int longest) in shared.Where((_, i) => still[i]))
        {
            bool inOrder = string.CompareOrdinal(a, b) <= 0;
            rows.Add(new SharedPassage(inOrder ? a : b, inOrder ? b : a, longest + 2));
        }
    }

    private uint[] PassagesOf(string article)
    {
        if (stories.PassagesOf(article) is { } read)
        {
            return read;
        }

        keys.ReadPassages(texts.WordsOf(article));
        return [.. keys.Passages];
    }

    /// <summary>The least of those with the same words stands for all.</summary>
    private string Named(string article) => index.Same(article) is [var least, ..] ? least : article;
}
