namespace Casus.Events;

/// <summary>What the days of two claims have in common, where they do not exclude each other.</summary>
internal static class PairTimes
{
    public static void Read(LinkTime a, LinkTime b, bool oneStory, Span<float> features)
    {
        if (a.IsDay && b.IsDay)
        {
            // Editions of one story tell one day: another day there is another happening.
            features[(int)PairFeature.SameDay] = a.IsSameDay(b) ? 1 : 0;
            features[(int)PairFeature.NextDay] = a.IsSameDay(b) || oneStory ? 0 : 1;
        }
        else if (a.IsTold && b.IsTold)
        {
            features[(int)(a.IsYear || b.IsYear ? PairFeature.WithinYear : PairFeature.RoughTime)] = 1;
        }
        else if (!oneStory && a.Anchor is { } first && b.Anchor is { } second)
        {
            // News tells what is fresh: what no words date lies, as a rule, just before the page that tells it.
            PairFeature? near = Math.Abs(first - second) switch { <= 3 => PairFeature.UndatedNear, <= 7 => PairFeature.UndatedWeek, <= 31 => null, _ => PairFeature.UndatedFar };
            if (near is { } feature)
            {
                features[(int)feature] = 1;
            }
        }
    }
}
