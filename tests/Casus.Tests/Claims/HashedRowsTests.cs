using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

public class HashedRowsTests
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(17)]
    public void SumsAreOfTheSameBitsWhereverAColumnLies(int width)
    {
        const int Bits = 6;
        var chance = new Random(width);
        float[] weights = [.. Enumerable.Range(0, width << Bits).Select(_ => chance.NextSingle() - 0.5f)];
        var rows = new HashedRows(Bits, 4);
        rows.AddRuns(1, " S shelled T on the second day ", 3, 5);
        rows.Close(0.6f);
        rows.Add(2, "shell", "VERB");
        rows.Close(0.8f);
        var scores = new float[width];
        rows.Sum(weights, scores);
        for (int c = 0; c < width; c++)
        {
            float sum = 0;
            for (int f = 0; f < rows.RowSpan.Length; f++)
            {
                sum += weights[rows.RowSpan[f] * width + c] * rows.ValueSpan[f];
            }

            Assert.Equal(BitConverter.SingleToInt32Bits(sum), BitConverter.SingleToInt32Bits(scores[c]));
        }

        Assert.Equal(0.8f, rows.ValueSpan[^1]);
    }
}
