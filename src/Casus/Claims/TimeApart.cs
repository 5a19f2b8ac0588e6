using System.Globalization;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"met on Monday, | six days after | jets bombed the city": the day of what a clause tells that stands so long before or after a day that is named.</summary>
internal static class TimeApart
{
    private static readonly RuleId Apart = new("time.apart");

    /// <summary>Null where no length stands before "after" or "before", or no day in the sentence is counted from.</summary>
    public static ClaimTime? Of(SentenceView s, int trigger)
    {
        for (int x = trigger; x >= 0; x = s.Head(x))
        {
            int mark = Mark(s, x);
            if (mark > 0 && Length(s, mark) is { } length)
            {
                return Anchor(s, x) is { } day && At(day, length.Value, s.Lemma(mark) == "after" ? -1 : 1) is { } at
                    ? new ClaimTime(at.Value, at.Precision, at.Earliest, at.Latest, s.Analysis.Article.Quote(length.Span.Cover(s[mark].Span)), Apart)
                    : null;
            }

            if (s.Relation(x) == "advcl" || s.Deprel(x) == "acl:relcl")
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>"| Three days after | the vote of November 10 gunmen attacked": the day so long before or after one that is told of something else; null where none is.</summary>
    public static ClaimTime? FromOther(SentenceView s, int trigger)
    {
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            if (head >= 0 && time.Type is not (TimeType.Duration or TimeType.Set) && time.Precision is "day" or "time" && Over(s, trigger, head) is >= 0 and var other && s.Head(head) == other && Mark(s, other) is > 0 and var mark && Length(s, mark) is { } length
                && time.Earliest is { } day && At(day, length.Value, s.Lemma(mark) == "after" ? 1 : -1) is { } at)
            {
                return new ClaimTime(at.Value, at.Precision, at.Earliest, at.Latest, s.Analysis.Article.Quote(length.Span.Cover(s[mark].Span)), Apart);
            }
        }

        return null;
    }

    /// <summary>Whether a time is that of what a length stands before: "three days after | the vote of November 10 |".</summary>
    public static bool IsOther(SentenceView s, int trigger, int time) => Over(s, trigger, time) is >= 0 and var other && Mark(s, other) is > 0 and var mark && Length(s, mark) is not null;

    /// <summary>The word right below the trigger, or below what it hangs on, that holds the time and not the trigger; -1: none.</summary>
    private static int Over(SentenceView s, int trigger, int time)
    {
        int x = time;
        while (x >= 0 && s.Head(x) is >= 0 and var above && above != trigger && !s.Dominates(above, trigger))
        {
            x = above;
        }

        return x >= 0 && x != time && s.Head(x) >= 0 && !s.Dominates(x, trigger) ? x : -1;
    }

    /// <summary>The "after" or "before" that opens a clause or stands before a noun; -1: there is none.</summary>
    private static int Mark(SentenceView s, int word)
    {
        foreach (int child in s.Children(word))
        {
            if (child < word && s.Relation(child) is "mark" or "case" && s.Lemma(child) is "after" or "before")
            {
                return child;
            }
        }

        return -1;
    }

    private static TimeMention? Length(SentenceView s, int mark)
    {
        foreach (TimeMention time in s.Times)
        {
            if (time.Type == TimeType.Duration && time.Span.End <= s[mark].Span.Begin && time.Span.End >= s[mark - 1].Span.End)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>The day nearest before what the clause hangs on, of those that stand outside of it; null where that clause names none or a longer time.</summary>
    private static DateOnly? Anchor(SentenceView s, int clause)
    {
        int main = s.Head(clause), least = int.MaxValue;
        DateOnly? day = null;
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            if (head < 0 || main < 0 || time.Type is TimeType.Duration or TimeType.Set || time.Precision is not ("day" or "time") || s.Dominates(clause, head) || Dateline.Holds(s.Analysis.Article.Text, time.Span))
            {
                continue;
            }

            if (s.Distance(main, head) is var far && far < least)
            {
                (day, least) = (time.Earliest, far);
            }
        }

        return day;
    }

    /// <param name="length">As TIMEX3 writes it: P6D, P3W, P1M, P2Y; others are too vague to count by.</param>
    private static TimeValue? At(DateOnly day, string length, int way)
    {
        if (length.Length < 3 || length[0] != 'P' || !int.TryParse(length.AsSpan(1, length.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out int count) || count is 0 or > 999 || day.Year is < 1000 or > 8000)
        {
            return null;
        }

        int shift = way * count;
        return length[^1] switch
        {
            'D' => Periods.OfDay(day.AddDays(shift)),
            'W' => Periods.OfWeek(day.AddDays(7 * shift)),
            'M' => day.AddMonths(shift) is var month ? Periods.OfMonth(month.Year, month.Month) : null,
            'Y' => day.Year + shift > 0 ? Periods.OfYear(day.Year + shift) : null,
            _ => null,
        };
    }
}
