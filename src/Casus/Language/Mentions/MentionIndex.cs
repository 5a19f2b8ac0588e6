using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>Answers "what is named at this word?": mentions, places, times and quantities by sentence and token, without a search.</summary>
public sealed class MentionIndex
{
    private readonly ImmutableArray<Sentence> sentences;
    private readonly Slots<Mention> mentions;
    private readonly Slots<PlaceMention> places;
    private readonly Slots<QuantityMention> quantities;
    private readonly Slots<TimeMention> times;
    private readonly Dictionary<(int, int), QuantityMention> counts = [];

    public MentionIndex(Analysis analysis)
        : this(analysis.Sentences, analysis.Mentions, analysis.Places, analysis.Quantities, analysis.Times)
    {
    }

    internal MentionIndex(
        ImmutableArray<Sentence> sentences, IReadOnlyList<Mention> mentions, ImmutableArray<PlaceMention> places, ImmutableArray<QuantityMention> quantities, ImmutableArray<TimeMention> times)
    {
        this.sentences = sentences;
        this.mentions = new Slots<Mention>(sentences.Length, mentions, m => m.Sentence, m => m.Span);
        this.places = new Slots<PlaceMention>(sentences.Length, places, p => p.Sentence, p => p.Span);
        this.quantities = new Slots<QuantityMention>(sentences.Length, quantities, q => q.Sentence, q => q.Span);
        this.times = new Slots<TimeMention>(sentences.Length, times, t => t.Sentence, t => t.Span);
        foreach (QuantityMention quantity in quantities)
        {
            if (quantity.Counted is int counted)
            {
                counts.TryAdd((quantity.Sentence, counted), quantity);
            }
        }
    }

    /// <summary>Every mention governed by the token, the longest first. "The two neighbours" gives one for each.</summary>
    public IEnumerable<Mention> AllAt(int sentence, int head) =>
        mentions.In(sentence).Where(m => m.Head == head).OrderByDescending(m => m.Span.Length);

    /// <summary>The mention that the token governs: a resolved one before others, then the longest; null when there is none.</summary>
    public Mention? At(int sentence, int head)
    {
        Mention? best = null;
        foreach (Mention mention in mentions.In(sentence))
        {
            if (mention.Head == head && (best is null || Better(mention, best)))
            {
                best = mention;
            }
        }

        return best;
    }

    /// <summary>The shortest mention that holds the token; null when there is none.</summary>
    public Mention? Covering(int sentence, int token) => Shortest(mentions.In(sentence), sentence, token, m => m.Span);

    public PlaceMention? PlaceCovering(int sentence, int token) => Shortest(places.In(sentence), sentence, token, p => p.Span);

    public TimeMention? TimeCovering(int sentence, int token) => Shortest(times.In(sentence), sentence, token, t => t.Span);

    public QuantityMention? QuantityCovering(int sentence, int token) => Shortest(quantities.In(sentence), sentence, token, q => q.Span);

    /// <summary>The number that counts the token: of "46 people" for "people".</summary>
    public QuantityMention? CountOf(int sentence, int token) => counts.GetValueOrDefault((sentence, token));

    public IReadOnlyList<Mention> Mentions(int sentence) => mentions.In(sentence);

    public IReadOnlyList<PlaceMention> Places(int sentence) => places.In(sentence);

    public IReadOnlyList<TimeMention> Times(int sentence) => times.In(sentence);

    public IReadOnlyList<QuantityMention> Quantities(int sentence) => quantities.In(sentence);

    private static bool Better(Mention a, Mention b) =>
        a.Actor is null != b.Actor is null ? a.Actor is not null : a.Span.Length > b.Span.Length;

    private T? Shortest<T>(List<T> list, int sentence, int token, Func<T, TextSpan> span)
        where T : class
    {
        TextSpan word = sentences[sentence].Tokens[token].Span;
        T? best = null;
        foreach (T item in list)
        {
            if (span(item).Contains(word) && (best is null || span(item).Length < span(best).Length))
            {
                best = item;
            }
        }

        return best;
    }

    /// <summary>Things by sentence, each list in text order.</summary>
    private sealed class Slots<T>
    {
        private readonly List<T>?[] lists;

        public Slots(int count, IReadOnlyList<T> all, Func<T, int> sentence, Func<T, TextSpan> span)
        {
            lists = new List<T>?[count];
            foreach (T item in all)
            {
                (lists[sentence(item)] ??= []).Add(item);
            }

            foreach (List<T>? list in lists)
            {
                list?.Sort((a, b) => span(a).CompareTo(span(b)));
            }
        }

        public List<T> In(int sentence) => lists[sentence] ?? Empty;

        private static readonly List<T> Empty = [];
    }
}
