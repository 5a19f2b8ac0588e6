using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Events;

public enum DiffKind
{
    /// <summary>Word for word, but for case and punctuation.</summary>
    Same,
    Changed,

    /// <summary>The same or changed, at another place.</summary>
    Moved,
    Added,
    Dropped,
}

/// <summary>Sentences of the earlier edition and what became of them in the later.</summary>
/// <param name="Earlier">From the first to the last of them; null for what was added.</param>
/// <param name="Later">Null for what was dropped.</param>
/// <param name="Facts">Numbers, dates and names that differ.</param>
public sealed record DiffPart(DiffKind Kind, TextSpan? Earlier, TextSpan? Later, ImmutableArray<FactDifference> Facts);

/// <summary>What one edition of a text drops, adds and changes of another, sentence by sentence. Not for several threads at once.</summary>
public sealed class EditionDiff
{
    private readonly FactReader reader;

    public EditionDiff(KnowledgeBase knowledge)
    {
        reader = new FactReader(knowledge);
    }

    /// <summary>In the order of the later edition; what it drops stands where the earlier has it.</summary>
    /// <param name="earlierSentences">In text order. <paramref name="laterSentences"/>: the same.</param>
    public ImmutableArray<DiffPart> Of(string earlier, ImmutableArray<TextSpan> earlierSentences, string later, ImmutableArray<TextSpan> laterSentences)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int[][] from = Numbered(earlier, earlierSentences, numbers), to = Numbered(later, laterSentences, numbers);
        var told = new int[numbers.Count];
        foreach (int word in from.Concat(to).SelectMany(s => s.Distinct()))
        {
            told[word]++;
        }

        double[] weights = [.. told.Select(t => Math.Log(1 + ((double)(from.Length + to.Length) / t)))];
        var facts = new FactComparison(reader, new EditionText(earlier, earlierSentences), new EditionText(later, laterSentences));
        return [.. new SentenceAlignment(from, to, weights).Align().Select(a => Part(a, from, to, earlierSentences, laterSentences, facts))];
    }

    private static DiffPart Part(Aligned aligned, int[][] from, int[][] to, ImmutableArray<TextSpan> earlier, ImmutableArray<TextSpan> later, FactComparison facts)
    {
        TextSpan? old = Whole(earlier, aligned.EarlierBegin, aligned.EarlierEnd), now = Whole(later, aligned.LaterBegin, aligned.LaterEnd);
        bool same = old is not null && now is not null
            && from[aligned.EarlierBegin..aligned.EarlierEnd].SelectMany(s => s).SequenceEqual(to[aligned.LaterBegin..aligned.LaterEnd].SelectMany(s => s));
        DiffKind kind = old is null ? DiffKind.Added : now is null ? DiffKind.Dropped : aligned.Moved ? DiffKind.Moved : same ? DiffKind.Same : DiffKind.Changed;
        return new DiffPart(kind, old, now, same ? [] : facts.Of(old, now));
    }

    private static TextSpan? Whole(ImmutableArray<TextSpan> sentences, int begin, int end) => begin == end ? null : new TextSpan(sentences[begin].Begin, sentences[end - 1].End);

    private static int[][] Numbered(string text, ImmutableArray<TextSpan> sentences, Dictionary<string, int> numbers) =>
        [.. sentences.Select(s => SentenceWords.Of(text, s).Where(w => char.IsLetterOrDigit(text[w.Begin])).Select(w => Number(SentenceWords.Folded(w.In(text)), numbers)).ToArray())];

    private static int Number(string word, Dictionary<string, int> numbers)
    {
        if (!numbers.TryGetValue(word, out int number))
        {
            numbers[word] = number = numbers.Count;
        }

        return number;
    }
}
