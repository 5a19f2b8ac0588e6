using System.Collections.Frozen;

namespace Casus.Articles;

/// <summary>Calendar days written in the text of a page, in the shapes that news sites use: "31 December 2024", "Dec. 31, 2024", "31.12.2024", "2024-12-31", "2024年12月31日".</summary>
internal sealed class DateText(FrozenDictionary<string, int> months)
{
    /// <summary>Years outside are no publication on the web.</summary>
    public const int EarliestYear = 1990;
    public const int LatestYear = 2099;

    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> monthBySpan = months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The days of a text in order, at most <paramref name="most"/>.</summary>
    /// <param name="monthFirst">How "03/04/2025" is read.</param>
    public List<(DateOnly Day, TextSpan Span)> All(string text, bool monthFirst, int most = 8)
    {
        var found = new List<(DateOnly, TextSpan)>();
        int at = 0;
        while (at < text.Length && found.Count < most)
        {
            if (!char.IsLetterOrDigit(text[at]) || (at > 0 && char.IsLetterOrDigit(text[at - 1]) && !char.IsDigit(text[at])))
            {
                at++;
                continue;
            }

            int end = char.IsDigit(text[at]) ? Numeric(text, at, monthFirst, out DateOnly day) : Named(text, at, out day);
            if (end > at)
            {
                found.Add((day, new TextSpan(at, end)));
                at = end;
                continue;
            }

            bool digits = char.IsDigit(text[at]);
            at++;
            while (at < text.Length && (digits ? char.IsDigit(text[at]) : char.IsLetter(text[at])))
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>The first day of a text; null when there is none.</summary>
    public DateOnly? First(string text, bool monthFirst)
    {
        List<(DateOnly Day, TextSpan Span)> all = All(text, monthFirst, 1);
        return all.Count > 0 ? all[0].Day : null;
    }

    private static int Number(string text, int at, int most, out int value)
    {
        value = 0;
        int end = at;
        while (end < text.Length && end - at < most && char.IsAsciiDigit(text[end]))
        {
            value = value * 10 + (text[end++] - '0');
        }

        return end;
    }

    private static int Spaces(string text, int at)
    {
        while (at < text.Length && (text[at] is ' ' or '\u00A0' or '\t' or ','))
        {
            at++;
        }

        return at;
    }

    private static bool Make(int year, int month, int day, out DateOnly date)
    {
        date = default;
        year = year < 100 ? (year < 70 ? 2000 + year : 1900 + year) : year;
        if (year is < EarliestYear or > LatestYear || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>A day that begins with a digit; the result is its end, or <paramref name="at"/> when there is none.</summary>
    private int Numeric(string text, int at, bool monthFirst, out DateOnly day)
    {
        day = default;
        int end = Number(text, at, 8, out int first);
        int digits = end - at;
        if (end >= text.Length || (end < text.Length && char.IsAsciiDigit(text[end])))
        {
            return digits == 8 && end == text.Length && Make(first / 10000, first / 100 % 100, first % 100, out day) ? end : at;
        }

        char mark = text[end];
        if (digits == 4 && mark is '-' or '/' or '.' or '年' && digits == 4)
        {
            return YearFirst(text, at, end, first, mark, out day);
        }

        if (digits > 2 || digits == 0)
        {
            return digits == 8 && !char.IsLetter(mark) && Make(first / 10000, first / 100 % 100, first % 100, out day) ? end
                : digits == 8 && mark == 'T' && Make(first / 10000, first / 100 % 100, first % 100, out day) ? end : at;
        }

        if (mark is '.' or '/' or '-')
        {
            int next = text[end] == '.' ? Spaces(text, end + 1) : end + 1;
            int after = Number(text, next, 2, out int second);
            if (after > next && after < text.Length && text[after] == mark)
            {
                int yearAt = mark == '.' ? Spaces(text, after + 1) : after + 1;
                int yearEnd = Number(text, yearAt, 4, out int year);
                bool whole = yearEnd == text.Length || !char.IsAsciiDigit(text[yearEnd]);
                if (whole && yearEnd - yearAt is 4 or 2 && (yearEnd - yearAt == 4 || mark != '-'))
                {
                    bool american = mark == '/' && (second > 12 || (monthFirst && first <= 12));
                    return Make(year, american ? first : second, american ? second : first, out day) ? yearEnd : at;
                }
            }
        }

        return DayThenMonth(text, at, end, first, out day);
    }

    private static int YearFirst(string text, int at, int end, int year, char mark, out DateOnly day)
    {
        day = default;
        int monthEnd = Number(text, end + 1, 2, out int month);
        char second = mark == '年' ? '月' : mark;
        if (monthEnd == end + 1 || monthEnd >= text.Length || text[monthEnd] != second)
        {
            return at;
        }

        int dayEnd = Number(text, monthEnd + 1, 2, out int number);
        bool whole = dayEnd == text.Length || !char.IsAsciiDigit(text[dayEnd]);
        return dayEnd > monthEnd + 1 && whole && Make(year, month, number, out day) ? dayEnd : at;
    }

    /// <summary>"31 December 2024", "31st of Dec. 2024", "31. Dezember 2024", "31 de diciembre de 2024", "31-Dec-2024".</summary>
    private int DayThenMonth(string text, int at, int end, int number, out DateOnly day)
    {
        day = default;
        if (number is < 1 or > 31)
        {
            return at;
        }

        int next = end;
        foreach (string suffix in Ordinals)
        {
            if (string.Compare(text, next, suffix, 0, suffix.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                next += suffix.Length;
                break;
            }
        }

        next = next < text.Length && text[next] is '.' or '-' or '/' ? next + 1 : next;
        next = Link(text, Spaces(text, next));
        int wordEnd = Word(text, next);
        if (wordEnd == next || !monthBySpan.TryGetValue(text.AsSpan(next, wordEnd - next), out int month))
        {
            return at;
        }

        next = wordEnd < text.Length && text[wordEnd] is '.' or '-' or '/' ? wordEnd + 1 : wordEnd;
        next = Link(text, Spaces(text, next));
        int yearEnd = Number(text, next, 4, out int year);
        return yearEnd - next == 4 && (yearEnd == text.Length || !char.IsAsciiDigit(text[yearEnd])) && Make(year, month, number, out day) ? yearEnd : at;
    }

    /// <summary>"December 31, 2024", "Dec. 31st 2024".</summary>
    private int Named(string text, int at, out DateOnly day)
    {
        day = default;
        int end = Word(text, at);
        if (end - at > 12 || !monthBySpan.TryGetValue(text.AsSpan(at, end - at), out int month))
        {
            return at;
        }

        int next = Spaces(text, end < text.Length && text[end] == '.' ? end + 1 : end);
        int dayEnd = Number(text, next, 2, out int number);
        if (dayEnd == next)
        {
            return at;
        }

        next = dayEnd;
        foreach (string suffix in Ordinals)
        {
            if (string.Compare(text, next, suffix, 0, suffix.Length, StringComparison.OrdinalIgnoreCase) == 0)
            {
                next += suffix.Length;
                break;
            }
        }

        next = Spaces(text, next < text.Length && text[next] == '.' ? next + 1 : next);
        int yearEnd = Number(text, next, 4, out int year);
        return next > dayEnd && yearEnd - next == 4 && (yearEnd == text.Length || !char.IsAsciiDigit(text[yearEnd])) && Make(year, month, number, out day) ? yearEnd : at;
    }

    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "er", "º", "ª"];

    private static int Word(string text, int at)
    {
        while (at < text.Length && char.IsLetter(text[at]))
        {
            at++;
        }

        return at;
    }

    /// <summary>Steps over "of" or "de" between the parts of a day.</summary>
    private static int Link(string text, int at)
    {
        int end = Word(text, at);
        bool link = text.AsSpan(at, end - at) is "of" or "de" or "del";
        return link ? Spaces(text, end) : at;
    }
}
