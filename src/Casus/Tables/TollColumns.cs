using Casus.Claims;
using Casus.Events;

namespace Casus.Tables;

/// <summary>The published counts of an event by kind; the first where it has two of a kind.</summary>
internal readonly struct TollColumns(Event told)
{
    public long? Min(TollKind kind) => First(kind)?.Min;

    public long? Max(TollKind kind) => First(kind)?.Max;

    private Toll? First(TollKind kind)
    {
        foreach (Resolved<Toll> toll in told.Tolls)
        {
            if (toll.Value.Kind == kind)
            {
                return toll.Value;
            }
        }

        return null;
    }
}
