using System.Collections.Immutable;
using System.Globalization;

namespace Casus.Events;

/// <summary>Turning points that the months of a pair show.</summary>
public static class CountedTurns
{
    /// <summary>Months after a change whose events are named as what moved it.</summary>
    private const int Moved = 3;

    /// <param name="moving">Events between two months, both included, of the quad classes: the weightiest ids first.</param>
    public static ImmutableArray<CountedTurn> Of(MonthSeries months, Func<string, string, bool, ImmutableArray<string>> moving)
    {
        var turns = ImmutableArray.CreateBuilder<CountedTurn>();
        foreach (ChangePoint change in ChangePoints.Of(months))
        {
            DyadState before = DyadState.Of(months, change.From, change.At), after = DyadState.Of(months, change.At, change.To);
            string earliest = months.Months[change.First - 1], latest = months.Months[change.Last];
            bool hostile = Math.Abs(after.HostileRate - before.HostileRate) >= Math.Abs(after.CooperativeRate - before.CooperativeRate);
            bool rose = hostile ? after.HostileRate > before.HostileRate : after.CooperativeRate > before.CooperativeRate;
            // What fell was moved by its last acts, what rose by its first.
            int from = rose ? change.First : Math.Max(change.From, change.First - Moved), to = rose ? Math.Min(change.To, change.Last + Moved) - 1 : change.At - 1;
            turns.Add(new CountedTurn(months.Months[change.At], before, after, earliest, latest, Sentence(before, after, earliest, latest), moving(months.Months[from], months.Months[to], hostile)));
        }

        return turns.ToImmutable();
    }

    private static string Sentence(DyadState before, DyadState after, string earliest, string latest)
    {
        string turn = before.Name != after.Name ? $"From {before.Name} to {after.Name}"
            : after.HostileRate > before.HostileRate ? $"Still {after.Name}, with more hostile acts"
            : after.HostileRate < before.HostileRate ? $"Still {after.Name}, with fewer hostile acts"
            : $"Still {after.Name}, with {(after.CooperativeRate > before.CooperativeRate ? "more" : "fewer")} cooperative acts";
        return $"{turn}, between {earliest} and {latest}: hostile acts {Went(before.HostileRate, after.HostileRate)} a month, cooperative acts {Went(before.CooperativeRate, after.CooperativeRate)}.";
    }

    private static string Went(double before, double after)
    {
        string from = Rate(before), to = Rate(after);
        return from == to ? $"stayed at {to}" : $"{(after > before ? "rose" : "fell")} from {from} to {to}";
    }

    private static string Rate(double rate) => rate.ToString(rate is > 0 and < 0.1 ? "0.00" : "0.0", CultureInfo.InvariantCulture);
}
