using System.Buffers;
using System.Buffers.Binary;

namespace Casus.App.Publish;

/// <summary>Different texts (UTF-8), numbered in the order in which they come.</summary>
internal sealed class WordTable
{
    private const int LengthBytes = 4, FewestSlots = 1024;

    private readonly ArrayBufferWriter<byte> bytes = new();
    private readonly List<(int Begin, int End, uint Hash)> words = [];
    private int[] slots = new int[FewestSlots];

    public int Count => words.Count;

    /// <summary>All of them, each behind its length in bytes.</summary>
    public ReadOnlyMemory<byte> Written => bytes.WrittenMemory;

    public void Clear()
    {
        bytes.ResetWrittenCount();
        words.Clear();
        slots.AsSpan().Clear();
    }

    /// <returns>Its number, from 0.</returns>
    public int Of(ReadOnlySpan<byte> word)
    {
        uint hash = Utf8Hash.Of(word);
        for (int at = Slot(hash); ; at = Slot((uint)at + 1))
        {
            if (slots[at] == 0)
            {
                Add(word, hash);
                slots[at] = words.Count;
                if (words.Count * 2 > slots.Length)
                {
                    Grow();
                }

                return words.Count - 1;
            }

            (int begin, int end, uint known) = words[slots[at] - 1];
            if (known == hash && bytes.WrittenSpan[begin..end].SequenceEqual(word))
            {
                return slots[at] - 1;
            }
        }
    }

    /// <summary>A text behind its length.</summary>
    public static void Put(ArrayBufferWriter<byte> output, ReadOnlySpan<byte> word)
    {
        Span<byte> place = output.GetSpan(LengthBytes + word.Length);
        BinaryPrimitives.WriteInt32LittleEndian(place, word.Length);
        word.CopyTo(place[LengthBytes..]);
        output.Advance(LengthBytes + word.Length);
    }

    private int Slot(uint hash) => (int)(hash & (uint)(slots.Length - 1));

    private void Add(ReadOnlySpan<byte> word, uint hash)
    {
        int begin = bytes.WrittenCount + LengthBytes;
        Put(bytes, word);
        words.Add((begin, begin + word.Length, hash));
    }

    private void Grow()
    {
        slots = new int[slots.Length * 2];
        for (int i = 0; i < words.Count; i++)
        {
            int at = Slot(words[i].Hash);
            while (slots[at] != 0)
            {
                at = Slot((uint)at + 1);
            }

            slots[at] = i + 1;
        }
    }
}
