using Casus.App.Store;
using Casus.Events;
using Xunit;

namespace Casus.Tests.App;

/// <summary>The index that texts are found by, held against plain lists.</summary>
public sealed class KeySegmentTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(40)]
    [InlineData(100_000)]
    public void What_was_added_in_portions_is_found_all_at_once(int differentKeys)
    {
        var chance = new Random(7);
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using var segments = new KeySegments(store, 1);
        using var others = new KeySegments(store, 2);
        var all = new HashSet<(uint Key, int Text)>();
        foreach (int portion in (int[])[5000, 900, 30, 2000, 1])
        {
            var added = new HashSet<(uint Key, int Text)>();
            while (added.Count < portion)
            {
                // Few keys: one runs over several chunks. Many: most stand alone.
                (uint, int) entry = ((uint)chance.Next(differentKeys) * 40_000u, chance.Next(10_000));
                if (!all.Contains(entry))
                {
                    added.Add(entry);
                }
            }

            all.UnionWith(added);
            segments.Add([.. added.Select(e => ((ulong)e.Key << 32) | (uint)e.Text)]);
            others.Add([.. added.Select(e => ((ulong)e.Key << 32) | 77_777u)]);
        }

        uint[] asked = [.. Enumerable.Range(0, 300).Select(_ => (uint)chance.Next(differentKeys) * 40_000u), 0, 17, uint.MaxValue, all.Max(e => e.Key)];
        HeldKeys held = HeldKeys.Of(segments, asked);
        ILookup<uint, int> expected = all.ToLookup(e => e.Key, e => e.Text);
        foreach (uint key in asked)
        {
            Assert.Equal(expected[key].Order(), held[key].ToArray().Order());
        }

        Assert.Empty(held[18].ToArray());
    }

    [Fact]
    public void Marks_come_back_and_never_tell_too_little()
    {
        var chance = new Random(11);
        string[] words = [.. Enumerable.Range(0, 300).Select(i => "w" + i)];
        string[] texts = [.. Enumerable.Range(0, 30).Select(_ => string.Join(' ', Enumerable.Range(0, chance.Next(5, 400)).Select(_ => words[chance.Next(words.Length)])))];
        texts = [.. texts, .. texts.Select(t => t[..(t.Length * 2 / 3)] + " and this is new at the end of it")];
        var keys = new StoryKeys();
        TextKeys[] read = [.. texts.Select((t, i) => TextKeys.Of(new StoryText("a-" + i, t, null), keys))];
        Assert.All(read, r => Assert.Equal(r.Marks, TextKeys.Read(TextKeys.Write(r.Marks), r.Marks.Length)));
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (StoryGrouping.Group([new StoryText("a", texts[i], null), new StoryText("b", texts[j], null)]).Length == 1)
                {
                    Assert.True(StoryKeys.MayBeOfOneStory(read[i].Marks, read[j].Marks));
                }
            }
        }

        Assert.Contains(Enumerable.Range(0, 30), i => !StoryKeys.MayBeOfOneStory(read[i].Marks, read[(i + 1) % 30].Marks));
    }
}
