namespace Casus.Language;

/// <summary>What sort of words refer: pronouns by person and gender first, then phrases by how they are introduced.</summary>
internal enum ReferenceForm : byte
{
    First,
    Second,
    He,
    She,
    It,
    They,
    Who,
    This,
    One,
    Here,
    Name,
    Definite,
    Demonstrative,
    Possessed,
    Indefinite,
    Quantified,
    Bare,
    Number,

    /// <summary>Several joined by "and" or "or".</summary>
    Joined,
}

internal enum ReferenceNumber : byte
{
    Unknown,
    One,
    Many,
}

internal enum ReferenceRole : byte
{
    Subject,
    PassiveSubject,
    Object,
    Oblique,
    Modifier,
    Possessor,
    Apposition,
    Part,
    Predicate,
    Conjunct,
    Top,
    Other,
}

/// <summary>Words of an article that may refer to somebody or something, with all that linking asks of them. Words are compared by hash.</summary>
internal struct Reference
{
    public int Sentence;

    /// <summary>Token that governs the rest.</summary>
    public int Head;

    /// <summary>First token; <see cref="Last"/> is included.</summary>
    public int First;

    public int Last;

    /// <summary>Token that governs the head; -1 for a root.</summary>
    public int Governor;

    public ReferenceForm Form;

    public ReferenceNumber Number;

    public ReferenceRole Role;

    /// <summary>Kind of thing by <see cref="CoreferenceModel.Kinds"/>; 0 where no weights tell.</summary>
    public byte Kind;

    /// <summary>Lemma of the head, lower case.</summary>
    public uint Lemma;

    /// <summary>All words without determiners.</summary>
    public uint Words;

    /// <summary>First letters of capitalised words; 0 where there are not two.</summary>
    public uint Letters;

    /// <summary>The head's letters where it is an abbreviation; else 0.</summary>
    public uint Abbreviation;

    public uint GovernorLemma;

    /// <summary>Where its content words begin in <see cref="References.Content"/>.</summary>
    public int ContentBegin;

    public int ContentCount;

    /// <summary>Index of the shortest reference that holds this one; -1 for none.</summary>
    public int Outer;

    /// <summary>The last phrase or clause behind the noun that was taken in; -1 for none.</summary>
    public int Inner;

    /// <summary>The next one, which was left out; -1 for none.</summary>
    public int Beyond;

    /// <summary>True between quotation marks.</summary>
    public bool Quoted;

    /// <summary>True where <see cref="Inner"/> hangs on the verb.</summary>
    public bool Borrowed;

    /// <summary>How sure it is that the words refer at all, in units of the weights; above 0 is likelier than not.</summary>
    public float Refers;

    public readonly bool IsPronoun => Form <= ReferenceForm.Here;

    public readonly int Length => Last - First + 1;
}
