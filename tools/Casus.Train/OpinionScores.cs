using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Train;

/// <summary>Scores on the rows of PLV by models that did not learn from their sentences, and on sentences without an event.</summary>
/// <param name="Codes">F1 and number of pairs of each code; YIELD for CONCEDE and RETREAT, which the rows do not part.</param>
/// <param name="NothingKept">Share of the pairs in sentences without an event that are taken for nothing, from likelihood 0.5 on.</param>
/// <param name="NothingWrong">Share of the pairs with an event that are.</param>
/// <param name="Parts">Share of the cases of a role that are answered rightly, where the word plays one.</param>
internal sealed record OpinionScores(
    double Accuracy, double MacroF1, double Quad, double NothingKept, double NothingWrong, double Parts, ImmutableArray<(string Code, double F1, int Pairs, string TakenFor)> Codes)
{
    private const string Yield = "YIELD";

    public static OpinionScores Of(List<OpinionRow> rows, OpinionCases cases, SecondOpinion[] models, Dictionary<string, int> fold, Ontology ontology)
    {
        List<(string Gold, string Found)> pairs = [];
        int wrong = 0;
        foreach (OpinionRow row in rows.Where(r => r.Set == "plv"))
        {
            if (cases.Marked.TryGetValue((row.Set, row.Id), out OpinionCase? one))
            {
                Heard heard = models[fold[one.Group]].Hear(one.Features);
                pairs.Add((Merged(row.Codes[0]), Merged(heard.Type)));
                wrong += models[fold[one.Group]].NothingPasses(one.Features) >= 0.5 ? 1 : 0;
            }
        }

        OpinionCase[] none = [.. cases.Passing.Where(c => c.Right == 1u)];
        OpinionCase[] parts = [.. cases.Roles.Where(c => c.Right != 4)];
        string[] codes = [.. pairs.Select(p => p.Gold).Distinct().Order(StringComparer.Ordinal)];
        return new(
            pairs.Count(p => p.Gold == p.Found) / (double)pairs.Count,
            codes.Average(c => F1(pairs, c)),
            pairs.Count(p => QuadOf(p.Gold, ontology) == QuadOf(p.Found, ontology)) / (double)pairs.Count,
            none.Count(c => models[fold[c.Group]].NothingPasses(c.Features) >= 0.5) / (double)Math.Max(1, none.Length),
            wrong / (double)pairs.Count,
            parts.Count(c => Best(models[fold[c.Group]].Roles.Likelihoods(c.Features)) is var best && c.Right == 1u << best) / (double)Math.Max(1, parts.Length),
            [.. codes.Select(c => (c, F1(pairs, c), pairs.Count(p => p.Gold == c), TakenFor(pairs, c)))]);
    }

    public override string ToString()
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture,
            $"by folds: accuracy {Accuracy:0.000}, macro F1 {MacroF1:0.000}, quad class {Quad:0.000}; nothing: kept {NothingKept:0.000}, wrongly {NothingWrong:0.000}; parts {Parts:0.000}\n"));
        foreach ((string code, double f1, int count, string takenFor) in Codes)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {code,-10} {f1:0.000}  {count,4}  taken for: {takenFor}\n");
        }

        return text.ToString();
    }

    private static int Best(float[] likely) => Array.IndexOf(likely, likely.Max());

    private static string Merged(string code) => code is "CONCEDE" or "RETREAT" ? Yield : code;

    /// <summary>YIELD of the rows is material cooperation.</summary>
    private static int QuadOf(string code, Ontology ontology) => ontology.Find(code)?.Quad ?? 2;

    private static double F1(List<(string Gold, string Found)> pairs, string code)
    {
        int right = pairs.Count(p => p.Gold == code && p.Found == code);
        return 2.0 * right / Math.Max(1, pairs.Count(p => p.Gold == code) + pairs.Count(p => p.Found == code));
    }

    private static string TakenFor(List<(string Gold, string Found)> pairs, string code) => string.Join(", ", pairs
        .Where(p => p.Gold == code && p.Found != code).GroupBy(p => p.Found).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Take(4).Select(g => $"{g.Key} {g.Count()}"));
}
