using Casus.Events;
using Xunit;

namespace Casus.Tests.Events;

/// <summary>The inverted index of stories holds what a plain dictionary of lists holds, while it grows and where keys crowd.</summary>
public sealed class HolderTableTests
{
    [Theory]
    [InlineData(32, 60_000)]
    [InlineData(20, 60_000)]
    [InlineData(7, 120_000)]
    public void It_holds_what_a_dictionary_holds(int bits, int additions)
    {
        var chance = new Random(4);
        var table = new HolderTable();
        var plain = new Dictionary<uint, List<int>>();
        for (int text = 0; text < additions; text++)
        {
            uint key = (uint)chance.NextInt64(1L << bits) << (32 - bits);
            table.Add(key, text);
            if (!plain.TryGetValue(key, out List<int>? holders))
            {
                plain.Add(key, holders = []);
            }

            holders.Add(text);
            if (text % 1000 == 0)
            {
                Assert.Equal(holders, table.Holders(key).ToArray());
            }
        }

        // One that very many hold takes more than a piece of memory.
        foreach ((uint key, List<int> holders) in plain)
        {
            Assert.Equal(holders, table.Holders(key).ToArray());
            Assert.Equal(plain.TryGetValue(key ^ 1, out List<int>? beside) ? beside : [], table.Holders(key ^ 1).ToArray());
        }
    }

    [Fact]
    public void A_list_grows_beyond_a_piece_of_memory_beside_others()
    {
        var table = new HolderTable();
        for (int text = 0; text < 40_000; text++)
        {
            table.Add(text % 4 == 0 ? 9u : 8u, text);
        }

        Assert.Equal(Enumerable.Range(0, 40_000).Where(t => t % 4 == 0), table.Holders(9).ToArray());
        Assert.Equal(Enumerable.Range(0, 40_000).Where(t => t % 4 != 0), table.Holders(8).ToArray());
        Assert.Empty(table.Holders(7).ToArray());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(700)]
    [InlineData(30_000)]
    public void Whether_a_text_is_among_the_holders_is_found_however_they_lie(int count)
    {
        const int Texts = 50_000;
        var chance = new Random(count);
        int[][] layouts =
        [
            [.. Enumerable.Range(0, count)],
            [.. Enumerable.Range(Texts - count, count)],
            [.. Enumerable.Range(0, Texts).Where(_ => chance.Next(Texts) < count).DefaultIfEmpty(Texts / 2)],
        ];
        foreach (int[] layout in layouts)
        {
            var table = new HolderTable();
            foreach (int text in layout)
            {
                table.Add(5, text);
            }

            int[] holder = [0], counts = [0];
            Assert.Equal(1, table.Find([5], holder, counts));
            Assert.Equal(layout.Length, counts[0]);
            var held = layout.ToHashSet();
            Assert.DoesNotContain(Enumerable.Range(0, Texts), t => table.Has(holder[0], t, Texts) != held.Contains(t));
        }
    }
}
