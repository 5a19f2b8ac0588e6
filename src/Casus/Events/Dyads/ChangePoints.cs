using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>
/// Where the rates of a pair's acts changed: PELT (Killick, Fearnhead and Eckley, "Optimal detection of changepoints with a linear computational
/// cost", JASA 107, 2012, algorithm 1) with <see cref="PoissonCost"/>, the exact optimum of cost plus penalty over all ways to cut the months.
/// </summary>
public static class ChangePoints
{
    /// <summary>Months that a state must last to be told from a burst.</summary>
    public const int Shortest = 3;

    /// <summary>Acts on both sides of a change, taken together, below which nothing is claimed.</summary>
    public const int FewestActs = 8;

    /// <summary>Of the penalty 3 ln n for a month and two rates (BIC: Yao, Statistics and Probability Letters 6, 1988); raised to what simulated series without a change call for.</summary>
    private const double Strictness = 1.25;

    /// <summary>χ² with one degree of freedom at 0.90: months for which the change is nearly as likely.</summary>
    private const double Likely = 2.71;

    /// <summary>Ascending first months of new states, each with the first and last month for which it is nearly as likely.</summary>
    /// <returns>Indices into the months, from 1 to their number − 1.</returns>
    public static ImmutableArray<ChangePoint> Of(MonthSeries months)
    {
        if (months.Months.Length < 2 * Shortest)
        {
            return [];
        }

        var cost = new PoissonCost(months);
        List<int> cuts = Pelt(cost, months.Months.Length);
        DropSparse(cuts, cost, months);
        return [.. cuts.Select((at, i) => Around(at, i == 0 ? 0 : cuts[i - 1], i + 1 < cuts.Count ? cuts[i + 1] : months.Months.Length, cost))];
    }

    private static List<int> Pelt(PoissonCost cost, int count)
    {
        double penalty = Penalty(count);
        var best = new double[count + 1];
        var last = new int[count + 1];
        Array.Fill(best, double.PositiveInfinity);
        best[0] = -penalty;
        List<(int At, int Until)> candidates = [(0, int.MaxValue)];
        for (int end = Shortest; end <= count; end++)
        {
            if (end - Shortest >= Shortest)
            {
                candidates.Add((end - Shortest, int.MaxValue));
            }

            candidates.RemoveAll(c => c.Until <= end);
            foreach ((int at, _) in candidates)
            {
                double total = best[at] + cost.Of(at, end) + penalty;
                if (total < best[end])
                {
                    (best[end], last[end]) = (total, at);
                }
            }

            // What loses now by more than a cut could win back never wins once the cut at "end" may be made.
            for (int i = 0; i < candidates.Count; i++)
            {
                if (candidates[i].Until == int.MaxValue && best[candidates[i].At] + cost.Of(candidates[i].At, end) >= best[end])
                {
                    candidates[i] = (candidates[i].At, end + Shortest);
                }
            }
        }

        List<int> cuts = [];
        for (int at = last[count]; at > 0; at = last[at])
        {
            cuts.Insert(0, at);
        }

        return cuts;
    }

    /// <summary>The weakest change first: one that rests on too few acts, or that its neighbours no longer bear out.</summary>
    private static void DropSparse(List<int> cuts, PoissonCost cost, MonthSeries months)
    {
        while (cuts.Count > 0)
        {
            int weakest = -1;
            double least = double.PositiveInfinity;
            for (int i = 0; i < cuts.Count; i++)
            {
                (int from, int to) = (i == 0 ? 0 : cuts[i - 1], i + 1 < cuts.Count ? cuts[i + 1] : months.Months.Length);
                double gain = cost.Of(from, to) - cost.Of(from, cuts[i]) - cost.Of(cuts[i], to);
                bool bears = gain >= Penalty(months.Months.Length) && Acts(months, from, to) >= FewestActs;
                if (!bears && gain < least)
                {
                    (weakest, least) = (i, gain);
                }
            }

            if (weakest < 0)
            {
                return;
            }

            cuts.RemoveAt(weakest);
        }
    }

    private static ChangePoint Around(int at, int from, int to, PoissonCost cost)
    {
        double best = cost.Of(from, at) + cost.Of(at, to);
        bool Near(int month) => month > from && month < to && cost.Of(from, month) + cost.Of(month, to) <= best + Likely;
        int first = at, last = at;
        while (Near(first - 1))
        {
            first--;
        }

        while (Near(last + 1))
        {
            last++;
        }

        return new ChangePoint(at, first, last, from, to);
    }

    private static int Acts(MonthSeries months, int from, int to)
    {
        int acts = 0;
        for (int i = from; i < to; i++)
        {
            acts += months.Hostile[i] + months.Cooperative[i];
        }

        return acts;
    }

    private static double Penalty(int months) => Strictness * 3 * Math.Log(months);
}

/// <param name="At">First month of the new state.</param>
/// <param name="First">The earliest month that is nearly as likely; <paramref name="Last"/>: the latest.</param>
/// <param name="From">First month of the state before; <paramref name="To"/>: month after the new state's last.</param>
public readonly record struct ChangePoint(int At, int First, int Last, int From, int To);
