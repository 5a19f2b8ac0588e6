using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Joins and parts stories as people have judged their articles.</summary>
internal static class JudgedStories
{
    public static ImmutableArray<Story> Apply(ImmutableArray<Story> stories, LinkConstraints constraints)
    {
        if (constraints.SameStory.IsEmpty && constraints.OwnStory.IsEmpty)
        {
            return stories;
        }

        Dictionary<string, Story> of = stories.SelectMany(s => s.Editions.Select(e => (e.ArticleId, Story: s))).ToDictionary(p => p.ArticleId, p => p.Story, StringComparer.Ordinal);
        foreach ((string a, string b) in constraints.SameStory)
        {
            if (of.TryGetValue(a, out Story? first) && of.TryGetValue(b, out Story? second) && first.Id != second.Id)
            {
                Put(of, Joined(first, second));
            }
        }

        foreach (ImmutableArray<string> leaving in constraints.OwnStory)
        {
            if (leaving.Where(of.ContainsKey).Select(a => of[a]).FirstOrDefault() is { } story && story.Editions.Any(e => !leaving.Contains(e.ArticleId)))
            {
                Put(of, Made([.. story.Editions.Where(e => !leaving.Contains(e.ArticleId))]));
                Put(of, Made([.. story.Editions.Where(e => leaving.Contains(e.ArticleId))]));
            }
        }

        return [.. of.Values.DistinctBy(s => s.Id).OrderBy(s => s.Id, StringComparer.Ordinal)];
    }

    private static void Put(Dictionary<string, Story> of, Story story)
    {
        foreach (Edition edition in story.Editions)
        {
            of[edition.ArticleId] = story;
        }
    }

    private static Story Joined(Story first, Story second) => first with { Editions = [.. first.Editions, .. second.Editions.Select(e => e.Of is null ? e with { Kind = "rewrite", Of = first.Editions[0].ArticleId, Overlap = 0 } : e)] };

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
