using Casus.Language;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>The words before a report's first sentence: cut where they are a dateline, kept where they are the sentence.</summary>
public sealed class DatelineWordsTests
{
    [Theory]
    [InlineData("KABUL , Dec 25 ( Agency ) – The gate was closed", 8)]
    [InlineData("LIMA — Miners walked out", 2)]
    [InlineData("Lagos ( Agency ) – Rebels freed two drivers", 5)]
    [InlineData("BOGOTA , March 8 ( Agency ) The president spoke", 7)]
    [InlineData("QUITO : Police freed two drivers", 2)]
    [InlineData("Oslo , 3 May – Talks went on", 5)]
    public void A_dateline_is_counted_with_its_dash(string line, int words) => Assert.Equal(words, Count(line));

    [Theory]
    [InlineData("Rebels – the ones from the north – freed two drivers")]
    [InlineData("The army said : Nobody was hurt")]
    [InlineData("UN – backed talks went on")]
    [InlineData("Paris , the capital , was calm on Monday")]
    [InlineData("Two drivers were freed on Monday")]
    public void A_sentence_is_no_dateline(string line) => Assert.Equal(0, Count(line));

    [Fact]
    public void A_hyphen_inside_a_word_is_no_dash()
    {
        string[] forms = ["ADDIS", "-", "ABABA", "was", "calm"];
        TextSpan[] spans = [new(0, 5), new(5, 6), new(6, 11), new(12, 15), new(16, 20)];
        Assert.Equal(0, DatelineWords.Count(forms, spans));
    }

    [Fact]
    public void Nothing_and_a_lone_word_have_none()
    {
        Assert.Equal(0, DatelineWords.Count([], []));
        Assert.Equal(0, Count("KABUL"));
    }

    private static int Count(string line)
    {
        string[] forms = line.Split(' ');
        var spans = new TextSpan[forms.Length];
        for (int i = 0, at = 0; i < forms.Length; at += forms[i].Length + 1, i++)
        {
            spans[i] = new TextSpan(at, at + forms[i].Length);
        }

        return DatelineWords.Count(forms, spans);
    }
}
