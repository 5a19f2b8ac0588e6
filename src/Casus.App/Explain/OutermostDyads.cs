using Casus.App.Store;
using Casus.Events;

namespace Casus.App.Explain;

/// <summary>Pairs without those that an earlier one holds: what passed between an army and a movement is shown as the state's.</summary>
internal static class OutermostDyads
{
    public static List<DyadRow> Of(List<DyadRow> rows, Sides sides)
    {
        List<DyadRow> kept = [];
        foreach (DyadRow row in rows)
        {
            if (!kept.Exists(k => (sides.AreOne(k.First, row.First) && sides.AreOne(k.Second, row.Second)) || (sides.AreOne(k.First, row.Second) && sides.AreOne(k.Second, row.First))))
            {
                kept.Add(row);
            }
        }

        return kept;
    }
}
