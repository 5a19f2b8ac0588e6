namespace Casus.Events;

/// <summary>What the tolls of two claims have in common. A toll rises from telling to telling: that the later one counts more says little against one happening.</summary>
internal static class PairTolls
{
    private const long Many = 10, Some = 3;
    private const double Near = 1.6, Far = 3;

    public static void Read(LinkRow a, LinkRow b, bool samePlace, Span<float> features)
    {
        bool equal = false;
        foreach (LinkToll first in a.Tolls)
        {
            foreach (LinkToll second in b.Tolls)
            {
                if (first.Kind == second.Kind)
                {
                    PairFeature? feature = Of(first, second, a.Time.Published, b.Time.Published);
                    equal |= feature is PairFeature.TollEqualMany or PairFeature.TollEqualSome;
                    if (feature is { } told)
                    {
                        features[(int)told] += 1;
                    }
                }
            }
        }

        features[(int)PairFeature.TollAtPlace] = samePlace && equal ? 1 : 0;
    }

    private static PairFeature? Of(LinkToll a, LinkToll b, int? publishedA, int? publishedB)
    {
        if (a.Min == b.Min)
        {
            return a.Min >= Many ? PairFeature.TollEqualMany : a.Min >= Some ? PairFeature.TollEqualSome : PairFeature.TollEqualFew;
        }

        if (a.Min <= (b.Max ?? long.MaxValue) && b.Min <= (a.Max ?? long.MaxValue))
        {
            return PairFeature.TollMeets;
        }

        double ratio = Math.Max(a.Min, b.Min) / Math.Max(1.0, Math.Min(a.Min, b.Min));
        bool rises = publishedA < publishedB ? a.Min < b.Min : publishedB < publishedA && b.Min < a.Min;
        return ratio > Far ? PairFeature.TollFar : rises ? PairFeature.TollRises : ratio <= Near ? PairFeature.TollNear : null;
    }
}
