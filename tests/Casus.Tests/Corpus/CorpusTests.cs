using System.Globalization;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Casus.Tests.Corpus;

public class CorpusTests
{
    // Room for a trade between two scores; what is lost beyond it needs an explicit CASUS_FLOORS=lower.
    private const double Slack = 0.02;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    [Fact]
    public void Corpus_scores_hold_their_floors()
    {
        CorpusScores measured = CorpusScores.Measure();
        string path = Repository.Path("corpus", "floors.json");
        var floors = JsonSerializer.Deserialize<SortedDictionary<string, double>>(File.ReadAllText(path))!;
        switch (Environment.GetEnvironmentVariable("CASUS_FLOORS"))
        {
            case "report":
                File.WriteAllText(Repository.Path("corpus", "scores.md"), Report(measured));
                break;
            case "raise":
                Write(path, measured, (floor, value) => Math.Max(floor ?? 0, value));
                return;
            case "lower":
                Write(path, measured, (floor, value) => Math.Min(floor ?? 1, value));
                return;
        }

        string[] below =
        [
            .. from s in measured.Scores
               let floor = floors.GetValueOrDefault(s.Score, 1)
               where s.Value < floor - 1e-9
               select string.Create(CultureInfo.InvariantCulture, $"{s.Score}: {s.Value:F3} ({s.Right} of {s.All}) is below its floor {floor:F2}"),
        ];
        Assert.True(below.Length == 0, $"{string.Join('\n', below)}\n\n{string.Join('\n', measured.Misses)}");
        Assert.Equal(floors.Keys, measured.Scores.Select(s => s.Score));
    }

    private static void Write(string path, CorpusScores measured, Func<double?, double, double> choose)
    {
        var old = JsonSerializer.Deserialize<Dictionary<string, double>>(File.ReadAllText(path))!;
        var floors = measured.Scores.ToDictionary(s => s.Score, s => choose(old.TryGetValue(s.Score, out double floor) ? floor : null, Floor(s.Value)));
        File.WriteAllText(path, JsonSerializer.Serialize(floors, Indented) + "\n");
    }

    private static double Floor(double value) => Math.Max(0, Math.Floor(Math.Round((value - Slack) * 100, 6)) / 100);

    private static string Report(CorpusScores measured)
    {
        var text = new StringBuilder("# Scores on the corpus\n\nWritten by `CASUS_FLOORS=report dotnet test --filter FullyQualifiedName~Corpus`.\n\n| Score | Value | Right | Of |\n|---|---|---|---|\n");
        foreach ((string score, double value, int right, int all) in measured.Scores)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {score} | {value:F3} | {right} | {all} |\n");
        }

        text.Append("\n## What was missed\n\n");
        foreach (string miss in measured.Misses)
        {
            text.Append("* ").Append(miss.Replace('\n', ' ')).Append('\n');
        }

        return text.ToString();
    }
}
