using System.Numerics;

namespace Casus.App.Store;

/// <summary>A mark for each position of the columns, in pieces so small that the collector of memory does not have to go through all that lives to get rid of them.</summary>
internal sealed class EventMarks
{
    /// <summary>Words of 64 marks, as a power of two.</summary>
    private const int Piece = 12;

    private readonly ulong[][] pieces;

    /// <param name="length">Positions, none of them marked.</param>
    public EventMarks(int length)
    {
        pieces = new ulong[(length >> (Piece + 6)) + 1][];
        for (int piece = 0; piece < pieces.Length; piece++)
        {
            pieces[piece] = new ulong[1 << Piece];
        }
    }

    public bool this[int position] => (pieces[position >> (Piece + 6)][(position >> 6) & ((1 << Piece) - 1)] >> (position & 63) & 1) != 0;

    public void Set(int position) => pieces[position >> (Piece + 6)][(position >> 6) & ((1 << Piece) - 1)] |= 1UL << (position & 63);

    public int Count() => pieces.Sum(p => p.Sum(w => BitOperations.PopCount(w)));

    /// <summary>The next that is marked; -1 where none is.</summary>
    /// <param name="position">Behind which to look; -1: from the first.</param>
    public int Next(int position)
    {
        for (int word = ++position >> 6; word < pieces.Length << Piece; word++)
        {
            ulong left = pieces[word >> Piece][word & ((1 << Piece) - 1)];
            if (word == position >> 6)
            {
                left &= ulong.MaxValue << (position & 63);
            }

            if (left != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }

        return -1;
    }
}
