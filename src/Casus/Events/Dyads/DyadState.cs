namespace Casus.Events;

/// <summary>How two actors stood to each other for some months, by their acts.</summary>
/// <param name="From">First month; <paramref name="To"/>: last month.</param>
/// <param name="Months">Months of which the record tells anything.</param>
public sealed record DyadState(string From, string To, int Months, int Hostile, int Cooperative)
{
    public const string IsCordial = "cordial", IsHostile = "hostile", IsMixed = "mixed", IsQuiet = "quiet";

    /// <summary>Acts a month under which nothing much passes: fewer than one in half a year.</summary>
    private const double QuietRate = 1 / 6.0;

    /// <summary>One kind must outnumber the other so many times to name the state.</summary>
    private const int Outnumbers = 2;

    public double HostileRate => (double)Hostile / Months;

    public double CooperativeRate => (double)Cooperative / Months;

    /// <summary>"cordial", "hostile", "mixed" or "quiet".</summary>
    public string Name => HostileRate + CooperativeRate < QuietRate ? IsQuiet
        : Hostile >= Outnumbers * Cooperative ? IsHostile
        : Cooperative >= Outnumbers * Hostile ? IsCordial
        : IsMixed;

    public static DyadState Of(MonthSeries months, int from, int to)
    {
        int hostile = 0, cooperative = 0;
        for (int i = from; i < to; i++)
        {
            hostile += months.Hostile[i];
            cooperative += months.Cooperative[i];
        }

        return new DyadState(months.Months[from], months.Months[to - 1], to - from, hostile, cooperative);
    }
}
