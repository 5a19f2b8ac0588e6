using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>Sentences of one block that are read together: <see cref="First"/> up to <see cref="End"/>, with their words in one row.</summary>
internal sealed class Passage
{
    /// <summary>Words of a passage; longer blocks make several, cut between sentences.</summary>
    public const int Longest = 240;

    private readonly int[] begins;

    private Passage(ImmutableArray<Sentence> sentences, int first, int end, Quotations quotes)
    {
        First = first;
        End = end;
        begins = new int[end - first + 1];
        for (int s = first; s < end; s++)
        {
            begins[s - first + 1] = begins[s - first] + sentences[s].Tokens.Length;
        }

        Words = begins[^1];
        Quoted = new byte[Words];
        SentenceOf = new int[Words];
        for (int s = first, i = 0; s < end; s++)
        {
            for (int t = 0; t < sentences[s].Tokens.Length; t++, i++)
            {
                Quoted[i] = quotes.State(s, t);
                SentenceOf[i] = s;
            }
        }
    }

    public int First { get; }

    public int End { get; }

    public int Words { get; }

    /// <summary>By word: 0 outside of quotation marks, 1 inside, 2 a mark.</summary>
    public byte[] Quoted { get; }

    /// <summary>By word: index of its sentence in the article.</summary>
    public int[] SentenceOf { get; }

    /// <summary>Row of a sentence's first word.</summary>
    public int Begin(int sentence) => begins[sentence - First];

    public static List<Passage> Of(ImmutableArray<Sentence> sentences, Quotations quotes)
    {
        var passages = new List<Passage>();
        for (int first = 0; first < sentences.Length;)
        {
            int end = first, words = 0;
            while (end < sentences.Length && sentences[end].Block == sentences[first].Block && (end == first || words + sentences[end].Tokens.Length <= Longest))
            {
                words += sentences[end++].Tokens.Length;
            }

            passages.Add(new Passage(sentences, first, end, quotes));
            first = end;
        }

        return passages;
    }
}
