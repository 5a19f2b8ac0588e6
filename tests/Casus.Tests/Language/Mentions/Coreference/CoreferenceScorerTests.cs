using Casus.Train;
using Xunit;

namespace Casus.Tests.Language.Mentions.Coreference;

/// <summary>The scorer against worked examples of the literature, reckoned again by hand. A chain is written as the letters of its mentions.</summary>
public class CoreferenceScorerTests
{
    /// <summary>Vilain et al. 1995: a chain cut in two misses one link of three; two chains run together add one of three.</summary>
    [Theory]
    [InlineData("abcd", "ab cd", 2.0 / 3, 1)]
    [InlineData("ab cd", "abcd", 1, 2.0 / 3)]
    [InlineData("abcd", "abcd", 1, 1)]
    public void LinksOfVilain(string gold, string found, double recall, double precision)
    {
        ChainScores scores = Score(gold, found);
        Assert.Equal(recall, scores.Muc.Recall, 9);
        Assert.Equal(precision, scores.Muc.Precision, 9);
    }

    /// <summary>Bagga and Baldwin 1998 run a chain of five together with one of two or with another of five: MUC sees no difference, B³ does; φ4 as in Luo 2005.</summary>
    [Theory]
    [InlineData("12345 6789ABC", 16.0 / 21, (1 + 10.0 / 12) / 2, (1 + 10.0 / 12) / 3)]
    [InlineData("1234589ABC 67", 7.0 / 12, (1 + 10.0 / 15) / 2, (1 + 10.0 / 15) / 3)]
    public void ChainsOfBaggaAndBaldwin(string found, double b3, double ceafPrecision, double ceafRecall)
    {
        ChainScores scores = Score("12345 67 89ABC", found);
        Assert.Equal(0.9, scores.Muc.Precision, 9);
        Assert.Equal(1, scores.Muc.Recall, 9);
        Assert.Equal(b3, scores.B3.Precision, 9);
        Assert.Equal(1, scores.B3.Recall, 9);
        Assert.Equal(ceafPrecision, scores.Ceaf.Precision, 9);
        Assert.Equal(ceafRecall, scores.Ceaf.Recall, 9);
    }

    /// <summary>Luo 2005: all in one chain.</summary>
    [Fact]
    public void OneChainOfAll() => Assert.Equal(0.294, Score("12345 67 89ABC", "123456789ABC").Ceaf.F1, 3);

    /// <summary>Pradhan et al. 2014: mentions that only one side has.</summary>
    [Fact]
    public void MentionsOfOneSide()
    {
        ChainScores scores = Score("abc defg", "ab cd fghi");
        Assert.Equal(6.0 / 7, scores.Mentions.Recall, 9);
        Assert.Equal(6.0 / 8, scores.Mentions.Precision, 9);
        Assert.Equal(0.4, scores.Muc.F1, 9);
        Assert.Equal((4.0 / 3 + 1.0 / 3 + 1.0 / 4 + 1) / 7, scores.B3.Recall, 9);
        Assert.Equal(0.5, scores.B3.Precision, 9);
        Assert.Equal(0.65, scores.Ceaf.Recall, 9);
        Assert.Equal(1.3 / 3, scores.Ceaf.Precision, 9);
        Assert.Equal((scores.Muc.F1 + scores.B3.F1 + scores.Ceaf.F1) / 3, scores.Mean, 9);
    }

    [Fact]
    public void SingletonsCountOnlyWhereAskedFor()
    {
        ChainScores without = Score("ab c", "ab d e"), with = CoreferenceScorer.Score(Chains("ab c"), Chains("ab d e"), singletons: true);
        Assert.Equal(1, without.Mean, 9);
        Assert.Equal(2.0 / 3, with.B3.Recall, 9);
        Assert.Equal(2.0 / 4, with.B3.Precision, 9);
        Assert.Equal(1, with.Muc.F1, 9);
        Assert.Equal(1.0 / 3, with.Ceaf.Precision, 9);
    }

    [Fact]
    public void NothingFoundScoresNothing() => Assert.Equal(0, Score("ab", "").Mean);

    [Fact]
    public void AMentionInTwoChainsIsRefused() => Assert.Throws<ArgumentException>(() => Score("ab", "ab bc"));

    [Fact]
    public void TheBestPairingIsTheBestOfAll()
    {
        var chance = new Order(7);
        for (int round = 0; round < 200; round++)
        {
            int rows = 1 + (int)(chance.Next() % 5), columns = 1 + (int)(chance.Next() % 5);
            var gains = new double[rows, columns];
            foreach (int cell in Enumerable.Range(0, rows * columns))
            {
                gains[cell / columns, cell % columns] = Math.Round(chance.Uniform(), 2);
            }

            Assert.Equal(BestOfAll(gains, 0, 0), Assignment.Best(gains), 9);
        }
    }

    /// <summary>Tries every pairing from a row on; the columns taken are bits.</summary>
    private static double BestOfAll(double[,] gains, int row, int taken)
    {
        if (row == gains.GetLength(0))
        {
            return 0;
        }

        double best = BestOfAll(gains, row + 1, taken);
        for (int column = 0; column < gains.GetLength(1); column++)
        {
            best = (taken >> column & 1) == 0 ? Math.Max(best, gains[row, column] + BestOfAll(gains, row + 1, taken | 1 << column)) : best;
        }

        return best;
    }

    private static ChainScores Score(string gold, string found) => CoreferenceScorer.Score(Chains(gold), Chains(found), singletons: false);

    private static IEnumerable<char[]> Chains(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => c.ToCharArray());
}
