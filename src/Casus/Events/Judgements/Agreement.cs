using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>One reviewer's label for one matter.</summary>
/// <param name="Unit">The matter: what both had before them.</param>
public sealed record ReviewLabel(string Unit, string Reviewer, string Label);

/// <summary>How far two reviewers agree beyond chance.</summary>
/// <param name="Units">Matters that both judged.</param>
/// <param name="Kappa">−1 to 1; null where it is not defined: no unit, or both use one and the same label throughout.</param>
/// <param name="Table">Units by label of the first and of the second, in the order of the labels.</param>
public sealed record PairAgreement(string First, string Second, int Units, double Observed, double? Kappa, ImmutableArray<(string First, string Second, int Count)> Table);

/// <summary>Agreement of reviewers on nominal labels. Of several labels that one reviewer gave a matter, the last counts.</summary>
public static class Agreement
{
    /// <summary>κ = (p_o − p_e) / (1 − p_e): J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960), 37–46.</summary>
    public static PairAgreement Cohen(IReadOnlyList<ReviewLabel> labels, string first, string second)
    {
        Dictionary<string, string> a = LabelsOf(labels, first), b = LabelsOf(labels, second);
        (string First, string Second)[] both = [.. a.Where(l => b.ContainsKey(l.Key)).Select(l => (l.Value, b[l.Key]))];
        double n = both.Length;
        double observed = n == 0 ? 0 : both.Count(p => p.First == p.Second) / n;
        double expected = n == 0 ? 1 : both.Select(p => p.First).Distinct().Sum(l => both.Count(p => p.First == l) / n * (both.Count(p => p.Second == l) / n));
        double? kappa = expected >= 1 ? null : (observed - expected) / (1 - expected);
        return new(first, second, both.Length, observed, kappa, [.. both.GroupBy(p => p).Select(g => (g.Key.First, g.Key.Second, g.Count())).OrderBy(c => c.Item1, StringComparer.Ordinal).ThenBy(c => c.Item2, StringComparer.Ordinal)]);
    }

    /// <summary>
    /// α = 1 − D_o / D_e over all reviewers, matters with one label left out: K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), nominal metric by coincidences.
    /// </summary>
    /// <returns>α, null where it is not defined (fewer than two labels in use or no matter that two judged), and the number of labels that could be paired.</returns>
    public static (double? Alpha, int Pairable) Krippendorff(IReadOnlyList<ReviewLabel> labels)
    {
        string[][] units = [.. labels.GroupBy(l => l.Unit, StringComparer.Ordinal).Select(u => u.GroupBy(l => l.Reviewer, StringComparer.Ordinal).Select(r => r.Last().Label).ToArray()).Where(u => u.Length > 1)];
        double n = units.Sum(u => u.Length);
        Dictionary<string, double> totals = units.SelectMany(u => u).GroupBy(l => l, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (double)g.Count(), StringComparer.Ordinal);

        // Both sums are over ordered pairs of unequal labels; the common factor 1/n is left out.
        double observed = units.Sum(u => u.GroupBy(l => l, StringComparer.Ordinal).Sum(g => g.Count() * (u.Length - g.Count()) / (u.Length - 1.0)));
        double expected = totals.Values.Sum(c => c * (n - c)) / (n - 1);
        return (totals.Count < 2 ? null : 1 - observed / expected, (int)n);
    }

    private static Dictionary<string, string> LabelsOf(IReadOnlyList<ReviewLabel> labels, string reviewer)
    {
        var own = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (ReviewLabel label in labels.Where(l => l.Reviewer == reviewer))
        {
            own[label.Unit] = label.Label;
        }

        return own;
    }
}
