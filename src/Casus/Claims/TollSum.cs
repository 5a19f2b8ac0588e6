using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Two counts of one kind of the same happening: added where they count different people, else the fuller one.</summary>
internal static class TollSum
{
    private static readonly RuleId Added = new("toll.sum");

    /// <param name="also">The words of the second say that it comes on top ("was also killed").</param>
    public static bool OnTop(Toll held, Toll more, bool also) =>
        also && held.Min > 0 && more.Min > 0 && !held.Evidence.Equals(more.Evidence) && !Counts(held, more);

    /// <summary>Both say what sort of people they count, and it is not the same.</summary>
    public static bool OfOthers(Toll held, Toll more) => held.Class is not null && more.Class is not null && held.Class != more.Class;

    public static Toll Of(Toll held, Toll more) => held with
    {
        Min = held.Min + more.Min,
        Max = held.Max is { } a && more.Max is { } b ? a + b : null,
        Approximate = held.Approximate || more.Approximate,
        Whom = held.Whom is { } x && more.Whom is { } y ? $"{x}, {y}" : null,
        Class = held.Class == more.Class ? held.Class : null,
        Rule = Added,
        Parts = [.. Groups(held), .. Groups(more)],
    };

    /// <summary>The fuller of two counts of the same people: a number beats "some", the larger beats its part.</summary>
    public static Toll Fuller(Toll held, Toll more) =>
        (more.Min > held.Min && !more.IsUncounted()) || (held.IsUncounted() && !more.IsUncounted()) ? more : held;

    private static ImmutableArray<TollPart> Groups(Toll toll) =>
        !toll.Parts.IsEmpty && toll.Parts.Sum(p => p.Min) == toll.Min ? toll.Parts : [new TollPart(toll.Whom ?? toll.Evidence.Quote, toll.Min, toll.Max, toll.Class, toll.Evidence)];

    /// <summary>One of the two is already a part of the other.</summary>
    private static bool Counts(Toll a, Toll b) => a.Parts.Any(p => p.Evidence.Equals(b.Evidence)) || b.Parts.Any(p => p.Evidence.Equals(a.Evidence));
}
