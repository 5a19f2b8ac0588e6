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

    public void Add(in Reference reference) => all.Add(reference);

    /// <summary>Orders what was added from an index on and tells each which one holds it.</summary>
    public void Close(int from)
    {
        Span<Reference> added = All[from..];
        added.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : a.Last != b.Last ? b.Last.CompareTo(a.Last) : a.Head.CompareTo(b.Head));
        for (int i = 0; i < added.Length; i++)
        {
            added[i].Outer = -1;
            for (int j = i - 1; j >= 0 && added[i].Outer < 0; j--)
            {
                added[i].Outer = added[j].Last >= added[i].Last ? from + j : -1;
            }
        }
    }

    public TextSpan Span(int index, ImmutableArray<Sentence> sentences)
    {
        Reference reference = all[index];
        ImmutableArray<Token> tokens = sentences[reference.Sentence].Tokens;
        return tokens[reference.First].Span.Cover(tokens[reference.Last].Span);
    }
}
