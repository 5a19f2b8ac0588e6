namespace Casus.Language;

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
