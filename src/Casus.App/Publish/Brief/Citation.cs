using System.Collections.Immutable;
using Casus.App.Store;

namespace Casus.App.Publish;

/// <summary>Words of an article that a sentence of a brief rests on.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Sentences">The article's sentences that are quoted, in text order.</param>
/// <param name="Words">The words in them that give values, in text order; they do not overlap.</param>
internal sealed record Citation(int Number, StoredArticle Article, ImmutableArray<TextSpan> Sentences, ImmutableArray<TextSpan> Words)
{
    /// <summary>The quote in pieces, as they stand in the text: whether a piece gives a value. Where sentences were left out stands a piece "…".</summary>
    public IEnumerable<(string Text, bool IsWord)> Pieces
    {
        get
        {
            string text = Article.Text;
            for (int i = 0; i < Sentences.Length; i++)
            {
                if (i > 0)
                {
                    yield return (text[Sentences[i - 1].End..Sentences[i].Begin].Trim().Length == 0 ? " " : " … ", false);
                }

                int at = Sentences[i].Begin;
                foreach (TextSpan word in Words.Where(Sentences[i].Contains))
                {
                    yield return (text[at..word.Begin], false);
                    yield return (word.Of(text), true);
                    at = word.End;
                }

                yield return (text[at..Sentences[i].End], false);
            }
        }
    }

    public string Quote => string.Concat(Pieces.Select(p => p.Text));
}

/// <summary>Numbers the sources of a brief in the order in which they are first cited; the same sentences of an article have one number.</summary>
internal sealed class CitationList
{
    private readonly List<(StoredArticle Article, ImmutableArray<TextSpan> Sentences, HashSet<TextSpan> Words)> sources = [];

    /// <param name="sentences">Of the article that say it; also the sentences that hold the words are quoted.</param>
    /// <param name="words">Words that give values.</param>
    /// <returns>The number of the source.</returns>
    public int Cite(StoredArticle article, IEnumerable<TextSpan> sentences, IEnumerable<TextSpan> words)
    {
        TextSpan[] told = [.. words];
        ImmutableArray<TextSpan> quoted = [.. sentences.Concat(told.Select(w => article.SentenceAt(w.Begin) ?? w)).Distinct().Order()];
        int known = sources.FindIndex(s => s.Article.Id == article.Id && s.Sentences.SequenceEqual(quoted));
        if (known < 0)
        {
            known = sources.Count;
            sources.Add((article, quoted, []));
        }

        sources[known].Words.UnionWith(told);
        return known + 1;
    }

    public ImmutableArray<Citation> Citations => [.. sources.Select((s, i) => new Citation(i + 1, s.Article, s.Sentences, Apart(s.Words)))];

    private static ImmutableArray<TextSpan> Apart(IEnumerable<TextSpan> words)
    {
        var apart = new List<TextSpan>();
        foreach (TextSpan word in words.Order())
        {
            if (apart.Count > 0 && apart[^1].Overlaps(word))
            {
                apart[^1] = apart[^1].Cover(word);
            }
            else
            {
                apart.Add(word);
            }
        }

        return [.. apart];
    }

    /// <summary>"1, 4–7, 9".</summary>
    public static IEnumerable<(int First, int Last)> Runs(IReadOnlyList<int> numbers)
    {
        for (int i = 0; i < numbers.Count; i++)
        {
            int first = i;
            while (i + 1 < numbers.Count && numbers[i + 1] == numbers[i] + 1)
            {
                i++;
            }

            yield return (numbers[first], numbers[i]);
        }
    }
}
