using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>
/// Twice the negative log-likelihood, up to a constant, of a segment of two independent series of counts whose rates do not change in it:
/// −2 (S ln(S/L) − S) with the sum S of L months, each series divided by its dispersion (quasi-Poisson: McCullagh and Nelder,
/// Generalized Linear Models, 1989, chapter 6), since acts of violence come in bursts.
/// </summary>
internal sealed class PoissonCost
{
    private readonly (long[] Sums, double Dispersion)[] series;

    public PoissonCost(MonthSeries months) => series = [Of(months.Hostile), Of(months.Cooperative)];

    /// <summary>Of months [from, to).</summary>
    public double Of(int from, int to)
    {
        double cost = 0;
        foreach ((long[] sums, double dispersion) in series)
        {
            long sum = sums[to] - sums[from];
            cost += sum == 0 ? 0 : -2 * (sum * Math.Log((double)sum / (to - from)) - sum) / dispersion;
        }

        return cost;
    }

    private static (long[], double) Of(ImmutableArray<int> counts)
    {
        var sums = new long[counts.Length + 1];
        for (int i = 0; i < counts.Length; i++)
        {
            sums[i + 1] = sums[i] + counts[i];
        }

        return (sums, Dispersion(counts));
    }

    /// <summary>
    /// Variance over mean from differences of neighbouring months, which few changes of rate can disturb: Σ(y′ − y)² / Σ(y′ + y), without the
    /// largest difference; at least 1.
    /// </summary>
    private static double Dispersion(ImmutableArray<int> counts)
    {
        double squares = 0, sums = 0, largest = 0, sumOfLargest = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            double difference = counts[i] - counts[i - 1], square = difference * difference, sum = counts[i] + counts[i - 1];
            squares += square;
            sums += sum;
            if (square > largest)
            {
                (largest, sumOfLargest) = (square, sum);
            }
        }

        return sums - sumOfLargest <= 0 ? 1 : Math.Max(1, (squares - largest) / (sums - sumOfLargest));
    }
}
