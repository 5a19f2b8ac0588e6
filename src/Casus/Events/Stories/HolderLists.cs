using System.Numerics;

namespace Casus.Events;

/// <summary>Growing lists of texts in one array: a list that is full moves to a place of twice the length, and the next one of its old length takes the place it left.</summary>
internal sealed class HolderLists
{
    private readonly Stack<int>[] free = NewStacks();
    private int[] held = new int[16];
    private int used;

    public ReadOnlySpan<int> Of(int place, int count) => held.AsSpan(place, count);

    /// <returns>The place of a new list of two.</returns>
    public int Pair(int first, int second)
    {
        int place = Take(1);
        held[place] = first;
        held[place + 1] = second;
        return place;
    }

    /// <returns>The place of the list, which may have moved.</returns>
    public int Append(int place, int count, int text)
    {
        if (BitOperations.IsPow2(count))
        {
            int size = BitOperations.Log2((uint)count), larger = Take(size + 1);
            held.AsSpan(place, count).CopyTo(held.AsSpan(larger));
            free[size].Push(place);
            place = larger;
        }

        held[place + count] = text;
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
