using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Commands;

/// <summary><c>casus review --agreement</c>: how far reviewers judge alike.</summary>
internal static class ReviewAgreement
{
    public static int Show(CasusStore store, bool asJson)
    {
        ReviewLabel[] labels = [.. JudgedMatter.Labels(JudgementTable.Book(store))];
        string[] reviewers = [.. labels.Select(l => l.Reviewer).Distinct().Order(StringComparer.Ordinal)];
        if (asJson)
        {
            Screen.WriteJson(json => Write(json, labels, reviewers));
            return ExitCode.Ok;
        }

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

    private static void Write(Utf8JsonWriter json, ReviewLabel[] labels, string[] reviewers)
    {
        (double? alpha, int pairable) = Agreement.Krippendorff(labels);
        json.WriteStartObject();
        json.Strings("reviewers", reviewers);
        json.WriteNumber("labels", pairable);
        json.Maybe("alpha", alpha);
        json.WriteStartArray("pairs");
        foreach ((string one, string other) in reviewers.SelectMany((r, i) => reviewers.Skip(i + 1).Select(o => (r, o))))
        {
            PairAgreement pair = Agreement.Cohen(labels, one, other);
            json.WriteStartObject();
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteNumber("units", pair.Units);
            json.Maybe("observed", pair.Observed);
            json.Maybe("kappa", pair.Kappa);
            json.WriteStartArray("table");
            foreach ((string first, string second, int count) in pair.Table)
            {
                json.WriteStartObject();
                json.WriteString("first", first);
                json.WriteString("second", second);
                json.WriteNumber("count", count);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
