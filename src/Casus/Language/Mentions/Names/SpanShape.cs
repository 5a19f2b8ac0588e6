namespace Casus.Language;

/// <summary>How a stretch of words lies in the tree.</summary>
internal readonly struct SpanShape
{
    /// <summary>More heads than this make no mention.</summary>
    public const int MostHeads = 3;

    private SpanShape(Sentence sentence, ReadOnlySpan<TokenTraits> s, int begin, int end)
    {
        uint surface = 5, tags = 5, contents = 0, cues = 0;
        int head = -1, heads = 0, cuts = 0;
        for (int i = begin; i < end; i++)
        {
            ref readonly TokenTraits t = ref s[i];
            surface = FeatureList.Mix(surface * 31 + t.Lower);
            tags = FeatureList.Mix(tags * 31 + t.Xpos);
            cues |= t.Cue;
            contents |= t.Content;
            if (t.Head >= begin && t.Head < end)
            {
                continue;
            }

            heads++;
            if (head < 0 || t.IsNominal)
            {
                head = i;
            }
        }

        Head = head;
        Heads = heads;
        Surface = surface;
        Tags = end - begin <= 6 ? tags : 0;
        Contents = contents;
        Cues = cues;
        foreach (int child in sentence.Children(head))
        {
            if (child < begin)
            {
                OutLeft = s[child].Link;
            }
            else if (child < head)
            {
                InLeft = s[child].Link;
            }
            else if (child < end && child > head)
            {
                InRight = s[child].CasedLink;
            }
            else if (child >= end && OutRight == 0)
            {
                OutRight = s[child].IsMark ? 0 : s[child].CasedLink;
            }
        }

        for (int i = Math.Max(0, begin - 1); i <= Math.Min(end, s.Length - 1); i++)
        {
            // Only the neighbours are looked at: a word outside that hangs on one inside that is not the head.
            if ((i < begin || i >= end) && s[i].Head >= begin && s[i].Head < end && s[i].Head != head)
            {
                cuts++;
            }
        }

        Cuts = cuts;
    }

    public int Head { get; }

    /// <summary>Words whose governor lies outside.</summary>
    public int Heads { get; }

    /// <summary>Neighbours that hang on a word inside other than the head.</summary>
    public int Cuts { get; }

    /// <summary>Relation (and preposition) of the head's nearest child inside and outside, to the right and to the left.</summary>
    public uint InRight { get; }

    public uint OutRight { get; }

    public uint InLeft { get; }

    public uint OutLeft { get; }

    /// <summary>All words, and all tags.</summary>
    public uint Surface { get; }

    public uint Tags { get; }

    /// <summary>Which of comma, conjunction, preposition, verb, bracket, pronoun, number, possessive mark are inside.</summary>
    public uint Contents { get; }

    public uint Cues { get; }

    /// <summary>False where the words cannot be a mention.</summary>
    public static bool TryOf(Sentence sentence, ReadOnlySpan<TokenTraits> s, int begin, int end, out SpanShape shape)
    {
        int heads = 0;
        for (int i = begin; i < end; i++)
        {
            heads += s[i].Head >= begin && s[i].Head < end ? 0 : 1;
        }

        if (heads > MostHeads)
        {
            shape = default;
            return false;
        }

        shape = new(sentence, s, begin, end);
        return true;
    }

    public static uint Content(Token token) => token.Upos switch
    {
        "PUNCT" => token.Form is "," ? 1u : token.Form is "(" or ")" or "[" or "]" ? 2u : token.Form is "-" or "–" ? 4u : 8u,
        "CCONJ" => 16,
        "ADP" => 32,
        "VERB" => 64,
        "PRON" => 128,
        "NUM" => 256,
        "PART" => 512,
        "ADJ" => 1024,
        "DET" => 2048,
        _ => 0,
    };
}
