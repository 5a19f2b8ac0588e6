using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What is worth a reviewer's time: doubt × victims × stories.</summary>
internal static class ReviewScore
{
    /// <summary>Fields of which some account tells another value.</summary>
    public static int Dissent(Event told) =>
        told.Tolls.Count(t => t.Dissent.Length > 0) + (told.Time.Dissent.Length > 0 ? 1 : 0) + (told.Place?.Dissent.Length > 0 ? 1 : 0) + (told.Initiators.Dissent.Length > 0 ? 1 : 0) + (told.Targets.Dissent.Length > 0 ? 1 : 0);

    /// <summary>Doubt × log2(2 + victims) × (1 + stories); doubt is what the surest claim lacks, with a quarter for each field in dissent and each party without an actor (at most two).</summary>
    /// <param name="surest">Score of its surest claim, 0 to 1.</param>
    public static double Of(Event told, double surest)
    {
        int unnamed = told.Initiators.Value.Concat(told.Targets.Value).Count(p => p.ActorId is null);
        double doubt = 1 - surest + (0.25 * (Dissent(told) + Math.Min(unnamed, 2)));
        long victims = told.Tolls.Where(t => t.Value.Kind is TollKind.Killed or TollKind.Injured).Sum(t => t.Value.Min);
        return doubt * Math.Log2(2 + victims) * (1 + told.Stories.Length);
    }
}
