using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>What all pairs of an article look at, made once: its sentences and what the patterns make of each. Safe to share among threads.</summary>
internal sealed class PairViews(Analysis analysis, TriggerIndex triggers, Lexicon lexicon)
{
    private readonly PatternsTold?[] told = new PatternsTold?[analysis.Sentences.Length];

    public ImmutableArray<SentenceView> All { get; } = SentenceView.All(analysis, lexicon);

    public PatternsTold Told(int sentence)
    {
        // Finding the triggers marks the view's nouns of events.
        lock (told)
        {
            return told[sentence] ??= PatternsTold.Of(All[sentence], triggers);
        }
    }
}
