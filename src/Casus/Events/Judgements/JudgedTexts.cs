using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Judgements on stories, by the articles of today.</summary>
internal sealed class JudgedTexts
{
    private readonly List<(string, string)> same = [];
    private readonly List<ImmutableArray<string>> own = [];

    /// <param name="waiting">Gets those whose articles are not in the record.</param>
    public JudgedTexts(IEnumerable<Judgement> effective, IEnumerable<(string Id, string Text)> articles, Dictionary<string, string> waiting)
    {
        Judgement[] stories = [.. effective.Where(j => j.Subject.Kind == SubjectKind.Story && j.Verb is JudgementVerb.Same or JudgementVerb.Split)];
        if (stories.Length == 0)
        {
            return;
        }

        HashSet<TextId> meant = [.. stories.SelectMany(j => j.Subject.Articles.Concat(j.Other!.Articles)).Select(a => a.Text)];
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

        foreach (Judgement judgement in stories)
        {
            ImmutableArray<string> first = Find(judgement.Subject), second = Find(judgement.Other!);
            if (first.IsEmpty || second.IsEmpty)
            {
                waiting[judgement.Id] = $"the articles of {(first.IsEmpty ? judgement.Subject.Id : judgement.Other!.Id)} are not in the record now";
            }
            else if (judgement.Verb == JudgementVerb.Same)
            {
                same.Add((first[0], second[0]));
            }
            else
            {
                own.Add(second);
            }
        }

        ImmutableArray<string> Find(JudgementSubject subject) => [.. subject.Articles.Select(a => ids.Contains(a.ArticleId) ? a.ArticleId : byText.GetValueOrDefault(a.Text)).OfType<string>().Distinct()];
    }

    public LinkConstraints Constrain(LinkConstraints constraints) => constraints with { SameStory = [.. same], OwnStory = [.. own] };
}
