using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Joins and parts stories as people have judged their articles.</summary>
public static class JudgedStories
{
    /// <param name="stories">As their texts form them: at least all those that have an article of a verdict.</param>
    /// <returns>In the order of their ids.</returns>
    public static ImmutableArray<Story> Apply(ImmutableArray<Story> stories, ImmutableArray<StoryVerdict> verdicts)
    {
        if (verdicts.IsEmpty)
        {
            return stories;
        }

        Dictionary<string, Story> of = stories.SelectMany(s => s.Editions.Select(e => (e.ArticleId, Story: s))).ToDictionary(p => p.ArticleId, p => p.Story, StringComparer.Ordinal);
        foreach (StoryVerdict verdict in verdicts)
        {
            if (verdict.IsOne)
            {
                Join(of, verdict);
            }
            else
            {
                Part(of, verdict);
            }
        }

        return [.. of.Values.DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static void Join(Dictionary<string, Story> of, StoryVerdict verdict)
    {
        if (of.TryGetValue(verdict.First[0], out Story? first) && of.TryGetValue(verdict.Second[0], out Story? second) && first.Id != second.Id)
        {
            string original = first.Editions[0].ArticleId;
            Put(of, first with { Editions = [.. first.Editions, .. second.Editions.Select(e => e.Of is null ? e with { Kind = "rewrite", Of = original, Overlap = 0 } : e)] });
        }
    }

    private static void Part(Dictionary<string, Story> of, StoryVerdict verdict)
    {
        foreach (Story story in verdict.Second.Where(of.ContainsKey).Select(a => of[a]).DistinctBy(s => s.Id).ToArray())
        {
            if (story.Editions.Any(e => verdict.First.Contains(e.ArticleId)))
            {
                Put(of, Made([.. story.Editions.Where(e => !verdict.Second.Contains(e.ArticleId))]));
                Put(of, Made([.. story.Editions.Where(e => verdict.Second.Contains(e.ArticleId))]));
            }
        }
    }

    private static void Put(Dictionary<string, Story> of, Story story)
    {
        foreach (Edition edition in story.Editions)
        {
            of[edition.ArticleId] = story;
        }
    }

    /// <summary>A story of these editions: the first is the original, and what derived from an edition that is not among them derives from it.</summary>
    private static Story Made(ImmutableArray<Edition> editions)
    {
        string original = editions[0].ArticleId;
        return new(
            "s-" + ContentHash.Of("story", original),
            [
                editions[0] with { Kind = "original", Of = null, Overlap = 1 },
                .. editions.Skip(1).Select(e => editions.Any(o => o.ArticleId == e.Of) ? e : e with { Of = original }),
            ]);
    }
}
