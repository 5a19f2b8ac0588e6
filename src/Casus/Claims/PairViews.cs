using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>What all pairs of an article look at, made once: its sentences as they are before coding, and their triggers. Safe to share among threads.</summary>
internal sealed class PairViews(Analysis analysis, TriggerIndex triggers, Lexicon lexicon)
{
    private readonly List<TriggerMatch>?[] matches = new List<TriggerMatch>?[analysis.Sentences.Length];

    /// <summary>By sentence; not written to.</summary>
    public ImmutableArray<SentenceView> All { get; } = SentenceView.All(analysis, lexicon);

    /// <summary>Two threads may both find them, and find the same.</summary>
    public IReadOnlyList<TriggerMatch> Triggers(int sentence) => matches[sentence] ??= triggers.Find(All[sentence]);
}
