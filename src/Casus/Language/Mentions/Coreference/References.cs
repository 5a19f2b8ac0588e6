using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Casus.Language;

/// <summary>The references of an article, in text order of their first word, the longer first.</summary>
internal sealed class References
{
    private readonly List<Reference> all = [];
    private readonly List<uint> content = [];

    public int Count => all.Count;

    public Span<Reference> All => CollectionsMarshal.AsSpan(all);

    public ref Reference this[int index] => ref CollectionsMarshal.AsSpan(all)[index];

    /// <summary>Hashes of the words that carry meaning: no determiners, signs or possessive marks; at most <see cref="ReferenceFinder.MostContent"/>.</summary>
    public ReadOnlySpan<uint> Content(in Reference reference) => CollectionsMarshal.AsSpan(content).Slice(reference.ContentBegin, reference.ContentCount);

    public List<uint> ContentWords => content;

    /// <summary>How much of the text is talk, by the share of "I" and "you" among what refers: 0 hardly any to 3.</summary>
    public uint Talk { get; private set; }

    public void Add(in Reference reference) => all.Add(reference);

    /// <summary>Orders what was added from an index on.</summary>
    public void Close(int from)
    {
        Span<Reference> added = All[from..];
        added.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last != b.Last ? b.Last.CompareTo(a.Last) : a.Head.CompareTo(b.Head));
    }

    /// <summary>
    /// Of the stretches that one word governs, and that differ in what they take in behind it, only one stays: that which likeliest refers, or,
    /// where no weights tell, the longest that takes nothing from the verb. Then each learns which one holds it.
    /// </summary>
    public void KeepBest(bool judged)
    {
        Span<Reference> span = All;
        for (int i = 0; i < span.Length; i++)
        {
            // Stretches of one head begin at the same word.
            for (int j = i + 1; j < span.Length && span[j].Sentence == span[i].Sentence && span[j].First == span[i].First; j++)
            {
                if (span[j].Head != span[i].Head || span[j].Form == ReferenceForm.Joined || span[i].Form == ReferenceForm.Joined)
                {
                    continue;
                }

                ref Reference loser = ref Worth(span[j], judged) > Worth(span[i], judged) ? ref span[i] : ref span[j];
                loser.Refers = float.NegativeInfinity;
            }
        }

        int first = 0, second = 0;
        for (int i = 0; i < span.Length; i++)
        {
            first += span[i].Form == ReferenceForm.First && span[i].Number == ReferenceNumber.One ? 1 : 0;
            second += span[i].Form == ReferenceForm.Second ? 1 : 0;
        }

        Talk = (first * 30 > span.Length ? 1u : 0u) + (second * 30 > span.Length ? 2u : 0u);
        for (int i = 0; i < span.Length; i++)
        {
            span[i].Outer = -1;
            for (int j = i - 1; j >= 0 && span[j].Sentence == span[i].Sentence && span[i].Outer < 0; j--)
            {
                span[i].Outer = span[j].Last >= span[i].Last && span[j].Refers > float.NegativeInfinity ? j : -1;
            }
        }
    }

    private static float Worth(in Reference r, bool judged) => judged || r.Refers == float.NegativeInfinity ? r.Refers : r.Borrowed ? -1 : r.Length;

    public TextSpan Span(int index, ImmutableArray<Sentence> sentences)
    {
        Reference reference = all[index];
        ImmutableArray<Token> tokens = sentences[reference.Sentence].Tokens;
        return tokens[reference.First].Span.Cover(tokens[reference.Last].Span);
    }
}
