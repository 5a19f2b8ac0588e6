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

/// <summary>What the network is told of a word beside its spelling: its place in the tree and among quotation marks, as hashed rows.</summary>
internal static class AttributionFeatures
{
    public const int Bits = 14, Count = 9;

    private const uint Start = 0x811C9DC5u;

    public static void Of(Sentence sentence, int token, Passage passage, Span<int> rows)
    {
        Token word = sentence.Tokens[token];
        Token? head = word.Head < 0 ? null : sentence.Tokens[word.Head];
        int row = passage.Begin(sentence.Index) + token;
        uint relation = Hash(Start, word.Deprel), below = 0;
        foreach (int child in sentence.Children(token))
        {
            below |= sentence.Tokens[child].Deprel switch
            {
                "nsubj" => 1u,
                "nsubj:pass" => 2u,
                "ccomp" => 4u,
                "xcomp" => 8u,
                "obj" => 16u,
                "parataxis" => 32u,
                "mark" => 64u,
                "aux:pass" => 128u,
                "case" => 256u,
                "nmod:poss" => 512u,
                "obl" or "nmod" => 1024u,
                _ => 0u,
            };
        }

        rows[0] = Row(1, Hash(Start, word.Xpos));
        rows[1] = Row(2, relation);
        rows[2] = Row(3, Hash(relation, head?.Xpos));
        rows[3] = Row(4, passage.Quoted[row] + 4u * Math.Min(3u, (uint)(sentence.Index - passage.First)));
        rows[4] = Row(5, Hash(Start, head?.Lemma));
        rows[5] = Row(6, Hash(relation, head?.Lemma));
        rows[6] = Row(7, Hash(below, word.Upos));
        rows[7] = Row(8, Hash(Start, word.Lemma));
        rows[8] = Row(9, passage.Quoted[0] + 4u * passage.Quoted[passage.Words - 1] + (token == 0 ? 16u : 0) + (passage.End - passage.First > 1 ? 32u : 0));
    }

    public static uint Hash(uint seed, ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            seed = (seed ^ c) * 16777619u;
        }

        return FeatureList.Mix(seed + (uint)text.Length);
    }

    private static int Row(uint kind, uint value) => (int)(FeatureList.Mix(kind * 0x9E3779B1u + value) >> (32 - Bits));
}
