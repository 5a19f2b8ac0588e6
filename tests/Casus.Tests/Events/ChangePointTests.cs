using System.Collections.Immutable;
using Casus.Events;
using Xunit;

namespace Casus.Tests.Events;

public class ChangePointTests(ITestOutputHelper output)
{
    [Fact]
    public void TwoEventsTurnNothing() => Assert.Empty(ChangePoints.Of(Series(36, m => m is 10 or 30 ? 1 : 0, _ => 0)));

    [Fact]
    public void ATurnIsFoundWhereItIs()
    {
        CountedTurn turn = Assert.Single(CountedTurns.Of(Series(48, m => m < 24 ? 0 : 4 + (m % 2), m => m < 24 ? 2 + (m % 2) : 0), (_, _, _) => []));
        Assert.Equal(("cordial", "hostile", "2022-01"), (turn.Before.Name, turn.After.Name, turn.At));
        Assert.StartsWith("From cordial to hostile, between ", turn.Sentence);
    }

    /// <summary>Poisson series of 60 months, one change in the middle: precision and recall within three months.</summary>
    [Fact]
    public void SimulatedSeriesShowFewTurnsThatAreNone()
    {
        foreach ((double before, double after) in new[] { (1.0, 1.0), (5.0, 5.0), (0.5, 2.0), (1.0, 4.0), (2.0, 4.0), (4.0, 1.0), (5.0, 15.0) })
        {
            var random = new Random(11);
            int found = 0, right = 0;
            for (int run = 0; run < 200; run++)
            {
                ImmutableArray<ChangePoint> points = ChangePoints.Of(Series(60, m => Poisson(random, m < 30 ? before : after), _ => Poisson(random, 0.5)));
                found += points.Length;
                right += points.Any(p => Math.Abs(p.At - 30) <= 3) ? 1 : 0;
            }

            output.WriteLine(FormattableString.Invariant($"{before} → {after}: {found} found in 200 series, {right} within three months of the change"));
            Assert.True(before != after ? found - right < 40 : found < 20, $"{before} → {after}: {found} found, {right} right");
        }
    }

    private static MonthSeries Series(int count, Func<int, int> hostile, Func<int, int> cooperative) => new(
        [.. Enumerable.Range(0, count).Select(m => EventMonth.Month(new DateOnly(2020, 1, 1).AddMonths(m)))],
        [.. Enumerable.Range(0, count).Select(hostile)],
        [.. Enumerable.Range(0, count).Select(cooperative)]);

    /// <summary>Knuth's way: products of uniform numbers.</summary>
    private static int Poisson(Random random, double rate)
    {
        double limit = Math.Exp(-rate), product = random.NextDouble();
        int count = 0;
        for (; product > limit; product *= random.NextDouble())
        {
            count++;
        }

        return count;
    }
}
