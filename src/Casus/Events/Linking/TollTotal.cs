using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>The total among a claim's counts of one kind: the largest, since the others are its parts ("46 killed, 20 of them children").</summary>
internal static class TollTotal
{
    public static Toll? Of(ImmutableArray<Toll> tolls, TollKind kind)
    {
        Toll? total = null;
        foreach (Toll toll in tolls)
        {
            if (toll.Kind == kind && (total is null || toll.Min > total.Min))
            {
                total = toll;
            }
        }

        return total;
    }
}
