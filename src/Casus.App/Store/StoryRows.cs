using System.Collections.Immutable;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Rows of stories, overlaps and passages.</summary>
internal sealed class StoryRows(CasusStore store) : IDisposable
{
    private readonly Statement addOverlap = store.Prepare("INSERT OR IGNORE INTO overlap (a, b, is_story, shared, smaller, larger, longest) VALUES ($1, $2, $3, $4, $5, $6, $7)");
    private readonly Statement addStory = store.Prepare("INSERT INTO story (id, editions) VALUES ($1, $2)");
    private readonly Statement addEdition = store.Prepare("INSERT INTO edition (article_id, story_id, position, kind, derives_from, overlap) VALUES ($1, $2, $3, $4, $5, $6)");
    private readonly Statement addPassage = store.Prepare("INSERT OR REPLACE INTO passage (article_id, other_id, words) VALUES ($1, $2, $3)");
    private readonly Statement storyOf = store.Prepare("SELECT story_id FROM edition WHERE article_id = $1");
    private readonly Statement dropStory = store.Prepare("DELETE FROM story WHERE id = $1"), dropEditions = store.Prepare("DELETE FROM edition WHERE story_id = $1");

    public void Add(IEnumerable<KnownOverlap> found)
    {
        foreach (KnownOverlap one in found)
        {
            addOverlap.Run(one.A, one.B, one.IsStory ? 1 : 0, one.Shared, one.Smaller, one.Larger, one.Longest);
        }
    }

    public void Add(ImmutableArray<Story> stories)
    {
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

    /// <summary>Written from either side.</summary>
    public void Add(SharedPassage passage)
    {
        addPassage.Run(passage.A, passage.B, passage.Words);
        addPassage.Run(passage.B, passage.A, passage.Words);
    }

    /// <summary>Takes the stories away that any of the articles stands in.</summary>
    public void Drop(IEnumerable<string> articles)
    {
        foreach (string story in articles.Select(StoryOf).OfType<string>().Distinct().ToArray())
        {
            dropStory.Run(story);
            dropEditions.Run(story);
        }
    }

    public string? StoryOf(string article) => storyOf.Scalar(article) as string;

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[addOverlap, addStory, addEdition, addPassage, storyOf, dropStory, dropEditions])
        {
            statement.Dispose();
        }
    }
}
