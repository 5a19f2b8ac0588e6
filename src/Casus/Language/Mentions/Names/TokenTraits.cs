namespace Casus.Language;

/// <summary>What is known of a word when mentions are marked. Words and labels are hashes; 0 means none.</summary>
internal struct TokenTraits
{
    public uint Lower, Lemma, Shape, Suffix, Prefix, Upos, Xpos, Relation;

    /// <summary>The preposition or possessive mark of the word.</summary>
    public uint Case;

    /// <summary>The parser's own label: kind of name and place in it.</summary>
    public uint Name;

    /// <summary>Kind and place in the longest mention that the actor reader found here; <see cref="Inner"/>: in the shortest.</summary>
    public uint Actor, Inner;

    /// <summary>How the mention that the word governs was resolved.</summary>
    public uint Resolved;

    public uint Place;

    /// <summary>Within a time or a number.</summary>
    public uint Measure;

    /// <summary>What knowledge says of the common noun: kind and class.</summary>
    public uint Sense, Class;

    /// <summary>Titles, given names, words of bodies and places.</summary>
    public uint Cue;

    /// <summary>What the same capitalised word mostly is in the article.</summary>
    public uint Elsewhere;

    /// <summary>What kind of thing a word with such company heads, by the model of heads.</summary>
    public uint Learnt;

    /// <summary>Index of the governor in the sentence, -1 for the root.</summary>
    public int Head;

    /// <summary>Head of the smallest noun phrase around the word, -1 where there is none; <see cref="Outer"/>: of the largest.</summary>
    public int Phrase, Outer;

    /// <summary>Of a head of a noun phrase: its limits, the last included.</summary>
    public int First, Last;

    /// <summary>What the word adds to <see cref="SpanShape.Contents"/>.</summary>
    public uint Content;

    /// <summary>Its relation, and relation with preposition, as a child of a stretch's head.</summary>
    public uint Link, CasedLink;

    public bool Acts, Quoted, IsCapital, IsMark, IsNominal;
}
