using System.Numerics;

namespace Casus.Events;

/// <summary>
/// Growing lists of texts in one array, each behind its length: a list that is full moves to a place of twice the size, and the next one of its old
/// size takes the place it left.
/// </summary>
internal sealed class HolderLists
{
    /// <summary>Power of two of the smallest place: a length and up to three texts.</summary>
    private const int Smallest = 2;

    private readonly Stack<int>[] free = NewStacks();
    private int[] held = new int[16];
    private int used;

    public ReadOnlySpan<int> Of(int place) => held.AsSpan(place + 1, held[place]);

    /// <returns>The place of a new list of two.</returns>
    public int Pair(int first, int second)
    {
        int place = Take(Smallest);
        (held[place], held[place + 1], held[place + 2]) = (2, first, second);
        return place;
    }

    /// <returns>The place of the list, which may have moved.</returns>
    public int Append(int place, int text)
    {
        int taken = held[place] + 1;
        if (taken > Smallest && BitOperations.IsPow2(taken))
        {
            int size = BitOperations.Log2((uint)taken), larger = Take(size + 1);
            held.AsSpan(place, taken).CopyTo(held.AsSpan(larger));
            free[size].Push(place);
            place = larger;
        }

        held[place + taken] = text;
        held[place] = taken;
        return place;
    }

    private int Take(int size)
    {
        if (free[size].TryPop(out int place))
        {
            return place;
        }

        place = used;
        used += 1 << size;
        if (used > held.Length)
        {
            // By half, not by two: with many keys this array is the largest of all.
            Array.Resize(ref held, Math.Max(used, held.Length + (held.Length / 2)));
        }

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
