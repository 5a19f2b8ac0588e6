using System.Globalization;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Commands;

/// <summary><c>casus review --agreement</c>: how far reviewers judge alike.</summary>
internal static class ReviewAgreement
{
    public static int Show(CasusStore store)
    {
        ReviewLabel[] labels = [.. JudgedMatter.Labels(JudgementTable.Book(store))];
        string[] reviewers = [.. labels.Select(l => l.Reviewer).Distinct().Order(StringComparer.Ordinal)];
        string Number(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "not defined";
        for (int i = 0; i < reviewers.Length; i++)
        {
            for (int j = i + 1; j < reviewers.Length; j++)
            {
                PairAgreement pair = Agreement.Cohen(labels, reviewers[i], reviewers[j]);
                Console.Out.WriteLine($"{pair.First} and {pair.Second}: n = {pair.Units}, agreed {Number(pair.Observed)}, kappa {Number(pair.Kappa)}");
                foreach ((string first, string second, int count) in pair.Table)
                {
                    Console.Out.WriteLine($"  {first} / {second}: {count}");
                }
            }
        }

        (double? alpha, int pairable) = Agreement.Krippendorff(labels);
        Console.Out.WriteLine($"Krippendorff's alpha {Number(alpha)} over {pairable} labels of {Screen.Plural(reviewers.Length, "reviewer")}");
        return ExitCode.Ok;
    }
}
