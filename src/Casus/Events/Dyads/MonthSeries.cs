using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Hostile and cooperative acts of a pair by month, both ways together.</summary>
/// <param name="Months">"2024-12" …, ascending: months of which the record tells anything at all. Others are no evidence of quiet and are left out.</param>
/// <param name="Hostile">Acts of the quad classes 3 and 4; <paramref name="Cooperative"/>: of 1 and 2. As long as the months.</param>
public sealed record MonthSeries(ImmutableArray<string> Months, ImmutableArray<int> Hostile, ImmutableArray<int> Cooperative)
{
    /// <summary>Months before the first and after the last act that are taken in where the record has them: quiet tells something too.</summary>
    private const int Margin = 24;

    /// <param name="covered">Months in which the record holds any event.</param>
    public static MonthSeries Of(IEnumerable<DyadMonth> told, IEnumerable<string> covered)
    {
        DyadMonth[] dated = [.. told.Where(m => EventMonth.IsMonth(m.Month))];
        if (dated.Length == 0)
        {
            return new([], [], []);
        }

        string first = EventMonth.Month(EventMonth.FirstDay(dated.Min(m => m.Month)!).AddMonths(-Margin));
        string last = EventMonth.Month(EventMonth.FirstDay(dated.Max(m => m.Month)!).AddMonths(Margin));
        ILookup<string, DyadMonth> byMonth = dated.ToLookup(m => m.Month, StringComparer.Ordinal);
        ImmutableArray<string> months = [.. covered.Concat(dated.Select(m => m.Month)).Where(m => EventMonth.IsMonth(m) && string.CompareOrdinal(m, first) >= 0 && string.CompareOrdinal(m, last) <= 0).Distinct().Order(StringComparer.Ordinal)];
        return new(months, [.. months.Select(m => byMonth[m].Sum(d => d.Hostile))], [.. months.Select(m => byMonth[m].Sum(d => d.Cooperative))]);
    }
}
