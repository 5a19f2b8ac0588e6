using System.Collections.Immutable;
using Casus.App.Explain;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>All that waits for a person, the most consequential first; what somebody has judged is left out.</summary>
/// <param name="linker">Asked only for pairs.</param>
internal sealed class ReviewQuestions(CasusStore store, Func<Linker> linker)
{
    /// <param name="kinds">What is asked about.</param>
    /// <param name="limit">Of events and in all; 0: everything.</param>
    public ImmutableArray<ReviewQuestion> First(IReadOnlyCollection<ReviewKind> kinds, int limit)
    {
        JudgementBook book = JudgementTable.Book(store);
        IEnumerable<ReviewQuestion> all = kinds.Contains(ReviewKind.Event) ? new ReviewQueue(store).First(limit).Events.Select(e => Asked(e.Score, e.Told)) : [];
        all = kinds.Contains(ReviewKind.Pair) ? all.Concat(new NearPairs(store, linker()).Find(book)) : all;
        all = kinds.Contains(ReviewKind.Name) ? all.Concat(new NewNames(store).Find(book)) : all;
        all = kinds.Contains(ReviewKind.Story) ? all.Concat(new NearStories(store).Find(book)) : all;
        IEnumerable<ReviewQuestion> sorted = all.OrderByDescending(q => q.Score).ThenBy(q => q.Kind).ThenBy(q => q.Id, StringComparer.Ordinal).ThenBy(q => q.Other, StringComparer.Ordinal);
        return [.. limit > 0 ? sorted.Take(limit) : sorted];
    }

    /// <summary>Events that others have judged and the reviewer has not, without what others say of them; last those that are asked about by words alone.</summary>
    public ImmutableArray<ReviewQuestion> Second(string reviewer, AsCoded coded, int limit)
    {
        ImmutableArray<Judgement> apart = GoneUnseen.Of(store, reviewer, coded);
        IEnumerable<ReviewQuestion> events = new ReviewQueue(store, reviewer, [.. apart.Select(j => j.Subject.Id)]).First(limit).Events.Select(e => Asked(e.Score, coded.Of(e.Told)));
        events = events.Concat(apart.Select(j => new ReviewQuestion(ReviewKind.Event, 0, j.Subject.Id, null, j.Said!, [.. j.Subject.Claims.Select(c => $"“{c.Sentence.ReplaceLineEndings(" ")}”").Distinct()])));
        return [.. limit > 0 ? events.Take(limit) : events];
    }

    private static ReviewQuestion Asked(double score, Event told) => new(ReviewKind.Event, score, told.Id, null, EventExplainer.Says(told), []) { Told = told };
}
