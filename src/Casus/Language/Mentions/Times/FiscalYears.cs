using System.Collections.Frozen;
using System.Globalization;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Fiscal years by country, from knowledge/times/fiscal.tsv; the country is the one that the sentence names.</summary>
internal sealed class FiscalYears
{
    public const string Table = "times/fiscal";
    private const string Countries = "actors/countries";

    /// <summary>Its first day, and whether it is called by the year in which it ends.</summary>
    private sealed record Start(string Country, int Month, int Day, bool NamedByEnd, DateOnly? From);

    private readonly FrozenDictionary<string, string> countryOf;
    private readonly ILookup<string, Start> starts;

    public FiscalYears(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables[Table], countries = knowledge.Tables[Countries];
        starts = table.Rows
            .Select(r => new Start(r[table.Column("country")], Int(r[table.Column("month")]), Int(r[table.Column("day")]), r[table.Column("named")] == "end", Day(r[table.Column("from")])))
            .ToLookup(s => s.Country, StringComparer.Ordinal);
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KnowledgeRow row in countries.Rows)
        {
            string country = row[countries.Column("alpha3")];
            string[] lists = [row[countries.Column("name")], row[countries.Column("names")], row[countries.Column("adjectives")]];
            foreach (string name in lists.SelectMany(l => l.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(n => !n.Contains(' ')))
            {
                words.TryAdd(name, country);
            }
        }

        countryOf = words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The country that a sentence names nearest to a token. Null when it names none, or two as near.</summary>
    public string? CountryIn(Sentence sentence, int token)
    {
        string? found = null;
        int least = int.MaxValue;
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            int distance = Math.Abs(i - token);
            if (distance <= least && countryOf.TryGetValue(sentence.Tokens[i].Form, out string? country))
            {
                (found, least) = (distance == least && found != country ? null : country, distance);
            }
        }

        return found;
    }

    /// <summary>"fiscal 2023". Where the country's habit is not known it may be any twelve months that begin or end in 2023.</summary>
    public TimeValue Named(int year, string? country, PeriodPart part)
    {
        if (Of(country, year) is not Start start)
        {
            return new TimeValue(Text(year), "year", new DateOnly(year - 1, 2, 1), new DateOnly(year + 1, 11, 30));
        }

        DateOnly first = First(start, start.NamedByEnd ? year - 1 : year);
        return Periods.Cut(new TimeValue(Text(year), "year", first, first.AddYears(1).AddDays(-1)), part);
    }

    /// <summary>"2022-23": where the country's habit is not known, somewhere in the two years.</summary>
    public TimeValue Spanning(int year, string? country, PeriodPart part)
    {
        if (Of(country, year) is not Start start)
        {
            return new TimeValue($"{Text(year)}/{Text(year + 1)}", "year", new DateOnly(year, 1, 1), new DateOnly(year + 1, 12, 31));
        }

        DateOnly first = First(start, year);
        return Periods.Cut(Feasts.Between(first, first.AddYears(1).AddDays(-1), "year"), part);
    }

    /// <summary>The fiscal year that holds a day.</summary>
    public TimeValue Holding(DateOnly day, string? country)
    {
        if (Of(country, day.Year) is not Start start)
        {
            return Named(day.Year, null, PeriodPart.Whole);
        }

        int begun = First(start, day.Year) <= day ? day.Year : day.Year - 1;
        return Named(start.NamedByEnd ? begun + 1 : begun, country, PeriodPart.Whole);
    }

    private Start? Of(string? country, int year)
    {
        Start? best = null;
        foreach (Start start in country is null ? [] : starts[country])
        {
            if ((start.From is null || start.From.Value.Year <= year) && (best is null || start.From > best.From || best.From is null))
            {
                best = start;
            }
        }

        return best;
    }

    private static DateOnly First(Start start, int year) => new(year, start.Month, Math.Min(start.Day, DateTime.DaysInMonth(year, start.Month)));

    private static string Text(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    private static int Int(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);

    private static DateOnly? Day(string cell) => cell.Length == 0 ? null : DateOnly.ParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
