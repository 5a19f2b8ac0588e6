using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>
/// The grams of many texts in text order, 32 bits each (the low half of <see cref="WordGrams"/>), end to end in large pieces of memory. Half of each gram
/// lies apart from the other: what most texts are asked for needs only the one, and memory is what is waited for.
/// </summary>
internal sealed class GramSequences
{
    private const int Piece = 1 << 20;

    /// <summary>Grams of which one half lies in a line of the processor's cache.</summary>
    private const int Line = 32;

    private readonly FixedPieces<ushort> tags = new(), rests = new();
    private readonly List<Place> places = [];
    private uint[] read = new uint[1024];
    private int used;

    public int Count => places.Count;

    /// <summary>For one walk over the grams of a text.</summary>
    public GramSequence this[int text] => places[text] is var place ? new GramSequence(Half(tags, place), Half(rests, place)) : default;

    /// <summary>The grams of a text side by side; valid until the next call.</summary>
    public ReadOnlySpan<uint> Read(int text)
    {
        GramSequence grams = this[text];
        if (grams.Length > read.Length)
        {
            read = new uint[grams.Length * 2];
        }

        for (int i = 0; i < grams.Length; i++)
        {
            read[i] = grams[i];
        }

        return read.AsSpan(0, grams.Length);
    }

    /// <summary>Has memory send where the text lies, before <see cref="Fetch"/>.</summary>
    public void FetchPlace(int text) => Prefetch.Of(ref CollectionsMarshal.AsSpan(places)[text]);

    /// <summary>Has memory send the tags of a text that will be read.</summary>
    public void Fetch(int text)
    {
        Place place = places[text];
        for (int i = 0; i < place.Length; i += Line)
        {
            Prefetch.Of(ref tags.At(place.Piece, place.Begin + i));
        }

        Prefetch.Of(ref tags.At(place.Piece, place.Begin + place.Length));
    }

    public void Add(ReadOnlySpan<ulong> grams)
    {
        if (tags.Count == 0 || used + grams.Length > tags.LastLength)
        {
            int length = Math.Max(tags.Count == 0 ? 1 << 12 : Piece, grams.Length);
            tags.Add(length);
            rests.Add(length);
            used = 0;
        }

        var place = new Place(tags.Count - 1, used, grams.Length);
        Span<ushort> tag = Half(tags, place), rest = Half(rests, place);
        for (int i = 0; i < grams.Length; i++)
        {
            tag[i] = GramSequence.Tag((uint)grams[i]);
            rest[i] = GramSequence.Rest((uint)grams[i]);
        }

        places.Add(place);
        used += grams.Length;
    }

    /// <summary>In the order of their grams, the first that differs deciding.</summary>
    public int Compare(int a, int b)
    {
        GramSequence first = this[a], second = this[b];
        for (int i = 0; i < Math.Min(first.Length, second.Length); i++)
        {
            if (first[i] != second[i])
            {
                return first[i].CompareTo(second[i]);
            }
        }

        return first.Length.CompareTo(second.Length);
    }

    private static Span<ushort> Half(FixedPieces<ushort> of, Place place) => MemoryMarshal.CreateSpan(ref of.At(place.Piece, place.Begin), place.Length);

    private readonly record struct Place(int Piece, int Begin, int Length);
}
