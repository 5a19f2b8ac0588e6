using Casus.Events;
using Xunit;

namespace Casus.Tests.Events.Judgements;

/// <summary>The formulas against worked examples of their authors.</summary>
public sealed class AgreementTests
{
    /// <summary>K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section C: four observers, twelve units, missing data; nominal alpha 0.743.</summary>
    [Fact]
    public void Alpha_of_four_observers_with_missing_data()
    {
        string[] observers = ["1 2 3 3 2 1 4 1 2 . . .", "1 2 3 3 2 2 4 1 2 5 . 3", ". 3 3 3 2 3 4 2 2 5 1 .", "1 2 3 3 2 4 4 1 2 5 1 ."];
        ReviewLabel[] labels = [.. observers.SelectMany((row, o) => row.Split(' ').Select((label, u) => new ReviewLabel($"u{u}", $"o{o}", label))).Where(l => l.Label != ".")];

        (double? alpha, int pairable) = Agreement.Krippendorff(labels);
        Assert.Equal(0.743, alpha!.Value, 3);
        Assert.Equal(40, pairable);
    }

    /// <summary>J. Cohen (1960): κ from the proportions of agreement observed and expected; here 20, 5, 10 and 15 of 50: p_o 0.7, p_e 0.5, κ 0.4.</summary>
    [Fact]
    public void Kappa_takes_chance_away()
    {
        (string A, string B, int Count)[] table = [("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)];
        int unit = 0;
        ReviewLabel[] labels = [.. table.SelectMany(c => Enumerable.Range(0, c.Count).SelectMany(_ => new ReviewLabel[] { new($"u{++unit}", "a", c.A), new($"u{unit}", "b", c.B) }))];

        PairAgreement agreement = Agreement.Cohen(labels, "a", "b");
        Assert.Equal((50, 0.7, 0.4), (agreement.Units, Math.Round(agreement.Observed, 9), Math.Round(agreement.Kappa!.Value, 9)));
    }

    [Fact]
    public void Where_nothing_can_differ_nothing_is_claimed()
    {
        ReviewLabel[] labels = [new("u", "a", "accept"), new("u", "b", "accept")];
        Assert.Null(Agreement.Cohen(labels, "a", "b").Kappa);
        Assert.Null(Agreement.Krippendorff(labels).Alpha);
        Assert.Null(Agreement.Krippendorff([]).Alpha);
    }
}
