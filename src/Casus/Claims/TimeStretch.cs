using System.Globalization;
using System.Text.RegularExpressions;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"between November 3 and 7", "3-7 November", "in the past week": days of which a mention names but one, or a week that is not the calendar's.</summary>
internal static partial class TimeStretch
{
    /// <summary>Null where the mention is all of it.</summary>
    public static ClaimTime? Of(SentenceView s, TimeMention time, RuleId rule) => Days(s, time, rule) ?? Past(s, time, rule);

    private static ClaimTime? Days(SentenceView s, TimeMention time, RuleId rule)
    {
        if (time is not { Precision: "day", Earliest: { } day, Type: TimeType.Date })
        {
            return null;
        }

        string text = s.Analysis.Article.Text;
        int begin = Math.Max(s.Sentence.Span.Begin, time.Span.Begin - 24), end = Math.Min(s.Sentence.Span.End, time.Span.End + 12);
        string before = text[begin..time.Span.Begin], after = text[time.Span.End..end];
        if (char.IsDigit(text[time.Span.End - 1]) && Next().Match(after) is { Success: true } next && (next.Groups["sign"].Length > 0 || Opening().IsMatch(before)) && Other(day, next) is { } last && last > day)
        {
            return Stretch(s, rule, new TextSpan(time.Span.Begin, time.Span.End + next.Length), day, last);
        }

        if (char.IsDigit(text[time.Span.Begin]) && Earlier().Match(before) is { Success: true } earlier && (earlier.Groups["sign"].Length > 0 || Opening().IsMatch(before[..earlier.Index])) && Other(day, earlier) is { } first && first < day)
        {
            return Stretch(s, rule, new TextSpan(begin + earlier.Index, time.Span.End), first, day);
        }

        return null;
    }

    private static ClaimTime? Past(SentenceView s, TimeMention time, RuleId rule) =>
        time.Type == TimeType.Date && s.Analysis.Article.Published?.Value.Day is { } printed && PastUnit().Match(time.Quote) is { Success: true } past
            ? Stretch(s, rule, time.Span, past.Groups["unit"].Value switch { "week" => printed.AddDays(-7), "month" => printed.AddMonths(-1), _ => printed.AddYears(-1) }, printed)
            : null;

    private static ClaimTime Stretch(SentenceView s, RuleId rule, TextSpan span, DateOnly first, DateOnly last) =>
        new($"{first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}/{last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}", "vague", first, last, s.Analysis.Article.Quote(span), rule);

    /// <summary>The other day of the same month; null for a number that is none.</summary>
    private static DateOnly? Other(DateOnly day, Match match) =>
        int.Parse(match.Groups["day"].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and var other && other <= DateTime.DaysInMonth(day.Year, day.Month) ? new DateOnly(day.Year, day.Month, other) : null;

    [GeneratedRegex(@"^(?:(?<sign>\s?[-–]\s?)|\s(?:and|to|until|through)\s)(?<day>\d{1,2})(?=[,.;)]|\s(?!\p{L}+s\b)|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"(?<!\d)(?<day>\d{1,2})(?:(?<sign>\s?[-–]\s?)|\s(?:and|to|until|through)\s)$", RegexOptions.CultureInvariant)]
    private static partial Regex Earlier();

    [GeneratedRegex(@"\b(?:between|from)\s*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^the past (?<unit>week|month|year)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex PastUnit();
}
