namespace Casus.Language;

/// <summary>How a word stands to a cue, as hashed rows: the way through the tree, the sentences between, quotation marks, distance.</summary>
internal sealed class CuePairs
{
    public const int Bits = 15, Count = 9;

    /// <summary>Steps from the cue up to a word; -1 where that is no way up.</summary>
    private int[] above = new int[64], pathRelation = new int[64];
    private Sentence sentence = null!;
    private Passage passage = null!;
    private int cue;
    private uint lemma, tag;

    /// <summary>Turns to a cue: a word of the passage.</summary>
    public void Turn(Passage passage, Sentence sentence, int token)
    {
        (this.passage, this.sentence) = (passage, sentence);
        cue = token;
        lemma = AttributionFeatures.Hash(7, sentence.Tokens[token].Lemma);
        tag = AttributionFeatures.Hash(8, sentence.Tokens[token].Xpos);
        if (above.Length < sentence.Tokens.Length)
        {
            above = new int[sentence.Tokens.Length * 2];
            pathRelation = new int[above.Length];
        }

        above.AsSpan(0, sentence.Tokens.Length).Fill(-1);
        for (int at = token, steps = 0, last = -1; at >= 0 && above[at] < 0; steps++)
        {
            above[at] = steps;
            pathRelation[at] = last;
            last = at;
            at = sentence.Tokens[at].Head;
        }
    }

    /// <param name="row">The word, counted in the passage.</param>
    public void Of(int row, Sentence own, Span<int> rows)
    {
        int cueRow = passage.Begin(sentence.Index) + cue, apart = Math.Clamp(own.Index - sentence.Index, -3, 3) + 3;
        uint side = row < cueRow ? 1u : 2u;
        uint quotes = passage.Quoted[row] + 3u * passage.Quoted[cueRow];
        rows[0] = Row(1, (uint)apart + 8 * quotes + 128 * side);
        rows[1] = Row(2, Hash((uint)Distance(row - cueRow), (uint)apart + 8 * quotes));
        rows[2] = Row(3, Hash(lemma, (uint)apart + 8 * quotes + 128 * side));
        int token = row - passage.Begin(own.Index);
        if (own.Index != sentence.Index)
        {
            rows[3..].Fill(Row(4, Hash((uint)apart, 8 * quotes + (sentence.Tokens[cue].IsRoot ? 1u : 0))));
            return;
        }

        int top = token, branch = -1;
        while (above[top] < 0)
        {
            branch = top;
            top = own.Tokens[top].Head;
        }

        uint steps = (uint)Math.Min(4, above[top]);
        uint ours = branch < 0 ? 1u : AttributionFeatures.Hash(2, own.Tokens[branch].Deprel);
        uint theirs = pathRelation[top] < 0 ? 3u : AttributionFeatures.Hash(4, own.Tokens[pathRelation[top]].Deprel);
        uint way = Hash(Hash(steps * 4 + side, ours), theirs);
        rows[3] = Row(5, way);
        rows[4] = Row(6, Hash(way, lemma));
        rows[5] = Row(7, Hash(way, AttributionFeatures.Hash(5, own.Tokens[token].Deprel)));
        rows[6] = Row(8, Hash(way, branch < 0 ? 0 : Marker(own, branch)));
        rows[7] = Row(9, Hash(way, tag));
        rows[8] = Row(10, Hash(way, quotes));
    }

    /// <summary>The word that a branch is led in by: its preposition or conjunction.</summary>
    private static uint Marker(Sentence sentence, int branch)
    {
        foreach (int child in sentence.Children(branch))
        {
            if (sentence.Tokens[child].Deprel is "case" or "mark")
            {
                return AttributionFeatures.Hash(6, sentence.Tokens[child].Lemma);
            }
        }

        return 1;
    }

    private static int Distance(int d)
    {
        int far = Math.Abs(d), bucket = far <= 4 ? far : 3 + (int)Math.Log2(far);
        return d < 0 ? -bucket : bucket;
    }

    private static uint Hash(uint a, uint b) => FeatureList.Mix((a * 0x85EBCA6Bu) ^ (b + 0x9E3779B9u));

    private static int Row(uint kind, uint value) => (int)(FeatureList.Mix(kind * 0x9E3779B1u + value) >> (32 - Bits));
}
