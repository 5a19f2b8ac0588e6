using Casus.Events;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>What is kept of a text gives its grams back, and the quick look at half of each never promises too little.</summary>
public sealed class GramSequencesTests
{
    [Fact]
    public void Grams_come_back_as_they_were_whatever_the_length()
    {
        var chance = new Random(7);
        var sequences = new GramSequences();
        ulong[][] texts = [.. new[] { 0, 1, 440, 5000, 0, 3_000_000, 31, 32, 33 }.Select(length => Grams(chance, length))];
        foreach (ulong[] text in texts)
        {
            sequences.Add(text);
        }

        for (int i = 0; i < texts.Length; i++)
        {
            uint[] expected = [.. texts[i].Select(g => (uint)g)];
            sequences.FetchPlace(i);
            sequences.Fetch(i);
            Assert.Equal(expected, sequences.Read(i).ToArray());
            Assert.Equal(expected.Select(g => (ushort)(g >> 1)), sequences[i].Tags.ToArray());
        }
    }

    [Fact]
    public void Their_order_is_that_of_the_first_gram_that_differs()
    {
        uint[][] texts = [[], [1], [1, 5], [1, 0x10000], [1, 0x20001], [0xFFFFFFFF], [1, 0x20000, 9]];
        var sequences = new GramSequences();
        foreach (uint[] text in texts)
        {
            sequences.Add([.. text.Select(g => (ulong)g)]);
        }

        for (int a = 0; a < texts.Length; a++)
        {
            for (int b = 0; b < texts.Length; b++)
            {
                Assert.Equal(Math.Sign(texts[a].AsSpan().SequenceCompareTo(texts[b])), Math.Sign(sequences.Compare(a, b)));
            }
        }
    }

    [Fact]
    public void What_is_shared_at_most_is_never_less_than_what_is_shared_and_seldom_much_more()
    {
        var chance = new Random(11);
        var sequences = new GramSequences();
        ulong[] marked = Grams(chance, 440);
        sequences.Add(marked);
        for (int shared = 0; shared <= 440; shared += 40)
        {
            // The same words in quotation marks are the same words.
            sequences.Add([.. marked[..shared].Select(g => g ^ (ulong)chance.Next(2)), .. Grams(chance, 440 - shared)]);
        }

        var meter = new OverlapMeter(sequences);
        meter.Mark(0);
        for (int i = 1; i < sequences.Count; i++)
        {
            Assert.Equal((i - 1) * 40, meter.Shared(i));
            Assert.InRange(meter.SharedAtMost(i), meter.Shared(i), meter.Shared(i) + 20);
        }
    }

    private static ulong[] Grams(Random chance, int length) => [.. Enumerable.Range(0, length).Select(_ => (ulong)chance.NextInt64())];
}
