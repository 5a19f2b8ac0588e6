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
        return doubt * Math.Log2(2 + Victims(told)) * (1 + told.Stories.Length);
    }

    /// <summary>Nearness to the threshold, 0 to 1, × log2(2 + victims of the graver one) × (1 + stories of both).</summary>
    /// <param name="weight">Of the pair; <paramref name="farthest"/>: at which nearness is 0.</param>
    public static double OfPair(Event a, Event b, double weight, double farthest) =>
        Math.Clamp(1 - (weight / farthest), 0, 1) * Math.Log2(2 + Math.Max(Victims(a), Victims(b))) * (1 + a.Stories.Length + b.Stories.Length);

    /// <summary>½ × log2(2 + victims of what it takes part in) × log2(1 + articles that name it).</summary>
    public static double OfName(long victims, int articles) => 0.5 * Math.Log2(2 + victims) * Math.Log2(1 + articles);

    /// <summary>Of two stories: a voice more or less for what they tell.</summary>
    /// <param name="share">Of the shorter text that stands in both, 0 to 1.</param>
    public static double OfStories(double share) => 3 * share;

    private static long Victims(Event told) => told.Tolls.Where(t => t.Value.Kind is TollKind.Killed or TollKind.Injured).Sum(t => t.Value.Min);
}
