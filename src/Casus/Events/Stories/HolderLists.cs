using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>
/// Growing lists of texts in pieces of memory, each behind its length: a list that is full moves to a place of twice the size, and the next one of its
/// old size takes the place it left.
/// </summary>
internal sealed class HolderLists
{
    /// <summary>Power of two of the smallest place: a length and up to three texts.</summary>
    private const int Smallest = 2;

    private const int PieceBits = 14, Piece = 1 << PieceBits;

    private readonly Stack<int>[] free = NewStacks();

    /// <summary>A place larger than a piece has one of its own, and leaves as many of the following empty as it is longer.</summary>
    private readonly FixedPieces<int> pieces = new();
    private int used = Piece;

    public ReadOnlySpan<int> Of(int place)
    {
        ref int list = ref Begin(place);
        return MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref list, 1), list);
    }

    public int Count(int place) => Begin(place);

    /// <summary>Whether the list has the text. Texts come in the order of their numbers, and mostly evenly: so it lies near where its share of all texts would put it.</summary>
    /// <param name="texts">How many there are.</param>
    public bool Has(int place, int text, int texts)
    {
        ReadOnlySpan<int> list = Of(place);
        int at = (int)((long)text * list.Length / texts), step = 1, from, to;
        if (list[at] < text)
        {
            for (from = at, to = at + step; to < list.Length && list[to] < text; step *= 2)
            {
                (from, to) = (to, to + step);
            }
        }
        else
        {
            for (from = at - step, to = at; from > 0 && list[from] > text; step *= 2)
            {
                (from, to) = (from - step, from);
            }
        }

        return list[Math.Max(0, from)..Math.Min(list.Length, to + 1)].BinarySearch(text) >= 0;
    }

    /// <returns>The place of a new list of two.</returns>
    public int Pair(int first, int second)
    {
        int place = Take(Smallest);
        Span<int> list = From(place, Smallest);
        (list[0], list[1], list[2]) = (2, first, second);
        return place;
    }

    /// <returns>The place of the list, which may have moved.</returns>
    public int Append(int place, int text)
    {
        int taken = Begin(place) + 1, size = Math.Max(Smallest, BitOperations.Log2((uint)taken - 1) + 1);
        Span<int> list = From(place, size);
        if (taken == list.Length)
        {
            int larger = Take(size + 1);
            Span<int> moved = From(larger, size + 1);
            list.CopyTo(moved);
            free[size].Push(place);
            place = larger;
            list = moved;
        }

        list[taken] = text;
        list[0] = taken;
        return place;
    }

    private ref int Begin(int place) => ref pieces.At(place >> PieceBits, place & (Piece - 1));

    /// <param name="size">Power of two of the length.</param>
    private Span<int> From(int place, int size) => MemoryMarshal.CreateSpan(ref Begin(place), 1 << size);

    private int Take(int size)
    {
        if (free[size].TryPop(out int place))
        {
            return place;
        }

        int length = 1 << size;
        if (length > Piece)
        {
            pieces.Add(length);
            place = (pieces.Count - 1) << PieceBits;
            pieces.Skip((length >> PieceBits) - 1);
            used = Piece;
            return place;
        }

        if (used + length > Piece)
        {
            pieces.Add(Piece);
            used = 0;
        }

        place = ((pieces.Count - 1) << PieceBits) + used;
        used += length;
        return place;
    }

    private static Stack<int>[] NewStacks()
    {
        var stacks = new Stack<int>[31];
        for (int i = 0; i < stacks.Length; i++)
        {
            stacks[i] = new Stack<int>();
        }

        return stacks;
    }
}
