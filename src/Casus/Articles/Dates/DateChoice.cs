using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Chooses the day of publication among what a page offers.</summary>
internal static class DateChoice
{
    /// <summary>
    /// Orders the candidates, the winner first: the heaviest place wins, the first of equals; each candidate says why it won or lost.
    /// A lighter place that names the same day as a heavier one of another kind lends it a little weight.
    /// </summary>
    public static ImmutableArray<DateCandidate> Judge(IReadOnlyList<DateCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        var weights = new double[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            weights[i] = candidates[i].Weight;
            var kinds = new HashSet<string>(StringComparer.Ordinal) { candidates[i].Where };
            for (int j = 0; j < candidates.Count && j < 60; j++)
            {
                weights[i] += j != i && candidates[j].Value == candidates[i].Value && candidates[j].Weight >= 30 && kinds.Add(candidates[j].Where) ? 4 : 0;
            }
        }

        int winner = 0;
        for (int i = 1; i < candidates.Count; i++)
        {
            winner = weights[i] > weights[winner] ? i : winner;
        }

        DateCandidate best = candidates[winner];
        var judged = ImmutableArray.CreateBuilder<DateCandidate>(candidates.Count);
        judged.Add(best with { Verdict = "chosen" });
        for (int i = 0; i < candidates.Count; i++)
        {
            if (i != winner)
            {
                judged.Add(candidates[i] with { Verdict = candidates[i].Value == best.Value ? $"agrees with {best.Where}" : $"lost to {best.Where}" });
            }
        }

        return judged.ToImmutable();
    }
}
