using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

public class LemmaTableTests
{
    /// <summary>Many of the same length and letters where a hash looks.</summary>
    private static readonly string[] Words = [.. Enumerable.Range(0, 3000).Select(i => i % 3 == 0 ? $"a{i:0000}bcdez" : $"word {i}"), "", "a", "shell", "shelling"];

    [Fact]
    public void EveryWordIsFoundAndNoOther()
    {
        var table = new LemmaTable<int>(Words.Select((word, i) => KeyValuePair.Create(word, i)));
        Assert.All(Words.Select((word, i) => (word, i)), w => Assert.Equal(w.i, table.GetValueOrDefault(new string(w.word), -1)));
        Assert.All(Words.Select(w => w + "s").Except(Words), w => Assert.False(table.Contains(w)));
    }

    [Fact]
    public void AWordThatStandsTwiceIsRefused() =>
        Assert.Throws<ArgumentException>(() => new LemmaTable<bool>([KeyValuePair.Create("raid", true), KeyValuePair.Create("raid", false)]));

    [Fact]
    public void BitsNeverDenyAWordThatIsThere()
    {
        for (int from = 0; from < Words.Length; from += 25)
        {
            string[] sentence = [.. Words.Skip(from).Take(25)];
            LemmaBits bits = LemmaBits.Of(sentence);
            Assert.True(bits.MayHaveAllOf(LemmaBits.Of(sentence.Take(3))));
            Assert.All(sentence, word => Assert.True(bits.MayHaveOneOf(LemmaBits.Of([word, "elsewhere"]))));
        }

        Assert.False(LemmaBits.Of(["shell"]).MayHaveOneOf(LemmaBits.Of([])));
        Assert.True(LemmaBits.Of(["shell"]).MayHaveAllOf(LemmaBits.Of([])));
        Assert.False(LemmaBits.Of(["shell"]).MayHaveAllOf(LemmaBits.Of(["shell", "raid"])));
    }
}
