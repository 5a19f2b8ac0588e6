using System.Collections.Immutable;
using System.Globalization;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Stories whose texts share a passage and not quite enough to be one: what a desk rewrote from another looks like that, and so do two reports of one speech.</summary>
internal sealed class NearStories(CasusStore store)
{
    private const int Most = 100, WordsShown = 240;

    /// <summary>Share of the shorter text's 3-grams below which nobody need be asked.</summary>
    private const double Least = 0.08;

    public IEnumerable<ReviewQuestion> Find(JudgementBook book)
    {
        HashSet<(string, string)> judged = [.. book.Effective.Where(j => j.Subject.Kind == SubjectKind.Story && j.Other is not null)
            .SelectMany(j => j.Subject.Articles.SelectMany(a => j.Other!.Articles.SelectMany(b => new[] { (a.ArticleId, b.ArticleId), (b.ArticleId, a.ArticleId) })))];
        var asked = new HashSet<(string, string)>();
        foreach (Near near in Pairs())
        {
            if (!judged.Contains((near.A, near.B)) && asked.Add((near.StoryA, near.StoryB)))
            {
                yield return new(
                    ReviewKind.Story, ReviewScore.OfStories(near.Share), near.StoryA, near.StoryB,
                    string.Create(CultureInfo.InvariantCulture, $"one story? {near.Share:P0} of the shorter text's word triples stand in both: {near.TitleA} | {near.TitleB}"),
                    [near.TitleA, "  " + near.TextA, near.TitleB, "  " + near.TextB]);
            }
        }
    }

    private sealed record Near(string A, string B, double Share, string StoryA, string StoryB, string TitleA, string TitleB, string TextA, string TextB);

    private List<Near> Pairs() => store.Read(() =>
    {
        using Statement find = store.Prepare($"""
            SELECT o.a, o.b, 1.0 * o.shared / o.smaller, x.story_id, y.story_id,
                coalesce(p.outlet, '') || ' ' || coalesce(p.published, '') || ' ' || coalesce(p.title, ''), coalesce(q.outlet, '') || ' ' || coalesce(q.published, '') || ' ' || coalesce(q.title, ''),
                substr(p.text, 1, {WordsShown}), substr(q.text, 1, {WordsShown})
            FROM overlap o JOIN edition x ON x.article_id = o.a JOIN edition y ON y.article_id = o.b JOIN article p ON p.id = o.a JOIN article q ON q.id = o.b
            WHERE o.is_story = 0 AND o.smaller > 0 AND x.story_id <> y.story_id AND 1.0 * o.shared / o.smaller >= $1
            ORDER BY 3 DESC, 1, 2 LIMIT {Most}
            """);
        return find.Rows(r => new Near(r.GetString(0), r.GetString(1), r.GetDouble(2), r.GetString(3), r.GetString(4), r.GetString(5).Trim(), r.GetString(6).Trim(), r.GetString(7), r.GetString(8)), Least);
    });
}
