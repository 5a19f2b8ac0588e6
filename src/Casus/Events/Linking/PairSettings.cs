using Casus.Knowledge;

namespace Casus.Events;

/// <summary>What the days and places of two articles say of claims of which one at least leaves its own out.</summary>
internal static class PairSettings
{
    public static void Read(LinkRow a, LinkRow b, Span<float> features)
    {
        if (!(a.Time.IsDay && b.Time.IsDay) && a.LikelyDay is { } first && b.LikelyDay is { } second)
        {
            int apart = Math.Abs(first - second);
            features[(int)PairFeature.SettingDay] = apart == 0 ? 1 : 0;
            features[(int)PairFeature.SettingOtherDay] = apart == 0 ? 0 : 1;
        }

        if (a.Place is null || b.Place is null)
        {
            PlaceRelation relation = PlaceContainment.Of(a.Place ?? a.SettingPlace, b.Place ?? b.SettingPlace);
            features[(int)PairFeature.SettingPlace] = relation is PlaceRelation.Same or PlaceRelation.Contained ? 1 : 0;
            features[(int)PairFeature.SettingOtherPlace] = relation == PlaceRelation.Disjoint ? 1 : 0;
        }
    }
}
