using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Chooses the day of publication among what a page offers.</summary>
internal static class DateChoice
{
    /// <summary>Weight from which a day that readers see is the article's and not a neighbour's.</summary>
    private const int LeastVisible = 48;

    /// <summary>A lighter place tells some day, not the article's.</summary>
    public const int LeastWeight = 30;

    public const string Chosen = "chosen";

    /// <summary>
    /// Orders the candidates, the winner first (its verdict is <see cref="Chosen"/>; none when all are too weak): the heaviest place wins, the first of equals;
    /// each candidate says why it won or lost.
    /// A lighter place that names the same day as a heavier one of another kind lends it a little weight.
    /// </summary>
    public static ImmutableArray<DateCandidate> Judge(IReadOnlyList<DateCandidate> candidates)
    {
        if (candidates.Count == 0)
        {
            return [];
        }

        Dictionary<string, int> days = candidates.GroupBy(c => c.Where, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(c => c.Value).Distinct().Count(), StringComparer.Ordinal);
        var weights = new double[candidates.Count];
        for (int i = 0; i < candidates.Count; i++)
        {
            // A place that names three days or more is a list of other things.
            bool list = days[candidates[i].Where] >= 3 && candidates[i].Where != "text" && !candidates[i].Where.StartsWith("line", StringComparison.Ordinal);
            weights[i] = candidates[i].Weight - (list ? 25 : 0);
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

        if (weights[winner] < LeastWeight)
        {
            return [.. candidates.Select(c => c with { Verdict = "too far from the article to be its day" })];
        }

        winner = Local(candidates, winner);
        DateCandidate best = candidates[winner];
        var judged = ImmutableArray.CreateBuilder<DateCandidate>(candidates.Count);
        judged.Add(best with { Verdict = Chosen });
        for (int i = 0; i < candidates.Count; i++)
        {
            if (i != winner)
            {
                judged.Add(candidates[i] with { Verdict = candidates[i].Value == best.Value ? $"agrees with {best.Where}" : $"lost to {best.Where}" });
            }
        }

        return judged.ToImmutable();
    }

    /// <summary>
    /// A time stamp in universal time may fall on the day before or after the one that the outlet prints: the address and what readers see are the outlet's own day.
    /// A stamp with another offset is in the outlet's time already.
    /// </summary>
    private static int Local(IReadOnlyList<DateCandidate> candidates, int winner)
    {
        DateCandidate best = candidates[winner];
        if (!IsStamp(best) || ClockTime.Of(best.Quote) is { IsUniversal: false, HasOffset: true })
        {
            return winner;
        }

        int seen = -1;
        for (int i = 0; i < candidates.Count; i++)
        {
            DateCandidate candidate = candidates[i];
            bool visible = !IsStamp(candidate) && (candidate.Weight >= LeastVisible || SameMinute(best, candidate));
            if (visible && candidate.Value == best.Value)
            {
                return winner;
            }

            seen = visible && Math.Abs(candidate.Value.DayNumber - best.Value.DayNumber) == 1 && (seen < 0 || candidate.Weight > candidates[seen].Weight) ? i : seen;
        }

        return seen >= 0 ? seen : winner;
    }

    private static bool IsStamp(DateCandidate candidate) =>
        candidate.Where.StartsWith("meta", StringComparison.Ordinal) || candidate.Where.StartsWith("json-ld", StringComparison.Ordinal) || candidate.Where == "script";

    /// <summary>True when a time that readers see is that of a stamp in universal time, on the clock of another place.</summary>
    private static bool SameMinute(DateCandidate stamp, DateCandidate seen) =>
        seen.Weight >= LeastWeight - 8 && ClockTime.Of(stamp.Quote) is { IsUniversal: true } one && ClockTime.Of(seen.Quote) is { HasOffset: false } other && one.Minute == other.Minute && one.Hour != other.Hour;
}
