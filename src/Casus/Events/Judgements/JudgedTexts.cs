using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Judgements on stories, by the articles of today.</summary>
public static class JudgedTexts
{
    /// <param name="find">The id that the article has today; null where it is not in the record.</param>
    /// <param name="waiting">Gets those whose articles are not in the record, with the reason.</param>
    public static ImmutableArray<StoryVerdict> Of(IEnumerable<Judgement> effective, Func<ArticleAnchor, string?> find, Dictionary<string, string> waiting)
    {
        var verdicts = ImmutableArray.CreateBuilder<StoryVerdict>();
        foreach (Judgement judgement in effective.Where(j => j.Subject.Kind == SubjectKind.Story))
        {
            ImmutableArray<string> first = Find(judgement.Subject, find), second = judgement.Other is { } other ? Find(other, find) : first;
            if (judgement.Verb == JudgementVerb.Split)
            {
                first = first.RemoveRange(second);
            }

            if (first.IsEmpty || second.IsEmpty)
            {
                waiting[judgement.Id] = $"the articles of {(first.IsEmpty ? judgement.Subject.Id : judgement.Other!.Id)} are not in the record now";
            }
            else if (judgement.Verb is JudgementVerb.Same or JudgementVerb.Different or JudgementVerb.Split)
            {
                verdicts.Add(new(judgement.Verb == JudgementVerb.Same, first, second));
            }
        }

        return verdicts.ToImmutable();
    }

    /// <summary>Every article that any judgement on stories ever named, as <paramref name="find"/> finds them.</summary>
    public static IEnumerable<string> Named(JudgementBook book, Func<ArticleAnchor, string?> find) =>
        book.All.Where(j => j.Subject.Kind == SubjectKind.Story && j.Verb != JudgementVerb.Withdraw).SelectMany(j => Find(j.Subject, find).Concat(j.Other is { } other ? Find(other, find) : [])).Distinct();

    /// <summary>Finds articles by their ids, else by their texts.</summary>
    /// <param name="articles">Ids and texts of all; walked at the first question.</param>
    public static Func<ArticleAnchor, string?> Finder(JudgementBook book, IEnumerable<(string Id, string Text)> articles)
    {
        var known = new Lazy<(HashSet<string> Ids, Dictionary<TextId, string> ByText)>(() =>
        {
            HashSet<TextId> meant = [.. book.All.SelectMany(j => j.Subject.Articles.Concat(j.Other?.Articles ?? [])).Select(a => a.Text)];
            var ids = new HashSet<string>(StringComparer.Ordinal);
            var byText = new Dictionary<TextId, string>();
            foreach ((string id, string text) in articles)
            {
                ids.Add(id);
                if (TextId.Of(text) is var key && meant.Contains(key))
                {
                    byText.TryAdd(key, id);
                }
            }

            return (ids, byText);
        });
        return anchor => known.Value.Ids.Contains(anchor.ArticleId) ? anchor.ArticleId : known.Value.ByText.GetValueOrDefault(anchor.Text);
    }

    private static ImmutableArray<string> Find(JudgementSubject subject, Func<ArticleAnchor, string?> find) => [.. subject.Articles.Select(find).OfType<string>().Distinct()];
}
