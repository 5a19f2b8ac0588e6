using System.Globalization;

namespace Casus.App.Publish;

/// <summary>Events over time, stacked by quad class.</summary>
internal static class TimeBars
{
    private const int Width = 720, Height = 220, Left = 36, Bottom = 48, Top = 34;

    /// <summary>Longest times in days that are shown in bars of a day and of a week; longer ones in months.</summary>
    private const int Days = 62, Weeks = 400;

    /// <param name="events">Day and quad class, 1 to 4.</param>
    public static string Draw(DateOnly from, DateOnly to, IReadOnlyList<(DateOnly Day, int Quad)> events)
    {
        Func<DateOnly, DateOnly> start = Start(to.DayNumber - from.DayNumber);
        List<DateOnly> bins = [];
        for (DateOnly day = from; day <= to; day = day.AddDays(1))
        {
            if (bins.Count == 0 || bins[^1] != start(day))
            {
                bins.Add(start(day));
            }
        }

        int[,] counts = new int[bins.Count, QuadNames.All.Length];
        foreach ((DateOnly day, int quad) in events)
        {
            counts[bins.IndexOf(start(day)), quad - 1]++;
        }

        int most = Enumerable.Range(0, bins.Count).Max(b => Enumerable.Range(0, QuadNames.All.Length).Sum(q => counts[b, q]));
        using var drawing = new SvgDrawing(Width, Height, $"Events over time: {events.Count} in {bins.Count} bars, at most {most} in one");
        QuadColours.Legend(drawing, Left, 14);
        double unit = (Height - Top - Bottom) / (double)Math.Max(most, 1), wide = (Width - Left - 8) / (double)bins.Count;
        foreach (int tick in Enumerable.Range(0, most + 1).Where(t => t % Math.Max(1, (int)Math.Ceiling(most / 4.0)) == 0))
        {
            drawing.Line(Left, Height - Bottom - (tick * unit), Width - 8, Height - Bottom - (tick * unit), "#ddd");
            drawing.Text(Left - 4, Height - Bottom - (tick * unit) + 4, tick.ToString(CultureInfo.InvariantCulture), "end");
        }

        int every = Math.Max(1, (int)Math.Ceiling(78 / wide));
        for (int bin = 0; bin < bins.Count; bin++)
        {
            double at = Height - Bottom, x = Left + (bin * wide);
            for (int quad = 0; quad < QuadNames.All.Length; quad++)
            {
                if (counts[bin, quad] > 0)
                {
                    at -= counts[bin, quad] * unit;
                    drawing.Bar(x + (wide * 0.1), at, wide * 0.8, counts[bin, quad] * unit, QuadColours.Fills[quad], $"{Json.Day(bins[bin])}: {counts[bin, quad]} {QuadNames.All[quad]}");
                }
            }

            if (bin % every == 0 && x < Width - 64)
            {
                drawing.Text(x, Height - Bottom + 16, Json.Day(bins[bin]));
            }
        }

        return drawing.Markup();
    }

    /// <summary>The first day of the bar that holds a day.</summary>
    private static Func<DateOnly, DateOnly> Start(int length) => length switch
    {
        <= Days => day => day,
        <= Weeks => day => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        _ => day => new DateOnly(day.Year, day.Month, 1),
    };
}
