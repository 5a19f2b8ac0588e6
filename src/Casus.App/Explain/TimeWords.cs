using System.Globalization;
using System.Text.RegularExpressions;
using Casus.Claims;

namespace Casus.App.Explain;

/// <summary>TIMEX3 values in plain words, for people: "a Monday, not known which" for XXXX-WXX-1. Tables and programs get the values themselves.</summary>
internal static partial class TimeWords
{
    private const string Open = ", not known which";

    private static readonly DateTimeFormatInfo Names = CultureInfo.InvariantCulture.DateTimeFormat;

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    /// <summary>What the value tells beside its days: "at night", "December 2024"; null where that is nothing.</summary>
    public static string? Beside(ClaimTime time) => time.Value switch
    {
        null => null,
        { } value when Day().Match(value) is { Success: true } day => day.Groups["time"].Value is { Length: > 0 } clock ? Clock(clock) : null,
        { } value when value.Contains('/', StringComparison.Ordinal) => null,
        { } value => Of(value),
    };

    /// <summary>The value by itself. One that TIMEX3 does not know stays as it is.</summary>
    /// <param name="repeats">It tells what happens again and again: Mondays, not a Monday.</param>
    public static string Of(string value, bool repeats = false)
    {
        if (value.Split('/') is [var from, var to])
        {
            return (from, to) switch
            {
                ("..", _) => $"until {Of(to)}",
                (_, "..") => $"from {Of(from)} on",
                _ => $"{Of(from)} to {Of(to)}",
            };
        }

        string whole = Clocked().Match(value) is { Success: true } clocked ? clocked.Groups["date"].Value : value;
        string clock = whole.Length < value.Length ? ", " + Clock(value[(whole.Length + 1)..]) : "";
        return (Length(value) ?? Reference(value) ?? Weekly(whole, repeats) ?? Dated(whole) ?? Part(whole)) is { } words ? words + clock : value;
    }

    private static string? Reference(string value) => value switch
    {
        "PAST_REF" => "some time before",
        "PRESENT_REF" => "at the time of writing",
        "FUTURE_REF" => "some time to come",
        _ => null,
    };

    private static string Clock(string letters) => letters switch
    {
        "MO" => "in the morning",
        "MI" => "at midday",
        "AF" => "in the afternoon",
        "EV" => "in the evening",
        "NI" => "at night",
        "DT" => "by day",
        _ => $"at {letters}",
    };

    /// <summary>P3Y, PT2H, PXD, P2Y6M.</summary>
    private static string? Length(string value)
    {
        if (Duration().Match(value) is not { Success: true } found)
        {
            return null;
        }

        bool clock = false;
        var parts = new List<string>();
        foreach (string part in found.Groups["part"].Captures.Select(c => c.Value))
        {
            if (part == "T")
            {
                clock = true;
                continue;
            }

            string unit = part[^1] switch { 'S' => "second", 'M' => clock ? "minute" : "month", 'H' => "hour", 'D' => "day", 'W' => "week", 'Q' => "quarter", 'Y' => "year", 'E' => "decade", 'C' => "century", _ => "time" };
            string many = unit switch { "century" => "centuries", "time" => "time", _ => unit + "s" };
            parts.Add(part[..^1] switch { "X" => "some " + many, "1" => "1 " + unit, var count => $"{count} {many}" });
        }

        return parts.Count == 0 ? null : string.Join(" and ", parts);
    }

    /// <summary>XXXX-WXX-1, 2024-W52, 2024-W52-WE.</summary>
    private static string? Weekly(string value, bool repeats)
    {
        if (Week().Match(value) is not { Success: true } found)
        {
            return null;
        }

        string day = found.Groups["day"].Value;
        bool known = !found.Groups["week"].Value.StartsWith('X');
        string? weekday = day.Length == 1 ? Names.GetDayName((DayOfWeek)(int.Parse(day, CultureInfo.InvariantCulture) % 7)) : null;
        string week = $"week {found.Groups["week"].Value.TrimStart('0')} of {found.Groups["year"].Value}";
        return (weekday, day) switch
        {
            ({ } name, _) => known ? $"{name} of {week}" : repeats ? name + "s" : $"a {name}{Open}",
            (_, "WE") => known ? $"the weekend of {week}" : repeats ? "weekends" : "a weekend" + Open,
            _ => known ? week : "a week" + Open,
        };
    }

    /// <summary>2024, 2024-12, 2024-12-24, and what of them is not known: 2024-12-XX, XXXX-12, --12-24.</summary>
    private static string? Dated(string value)
    {
        if (Date().Match(value) is not { Success: true } found)
        {
            return null;
        }

        string year = found.Groups["year"].Value.TrimStart('-', 'X'), month = found.Groups["month"].Value, day = found.Groups["day"].Value;
        string? name = Known(month) is int number and >= 1 and <= 12 ? Names.GetMonthName(number) : null;
        return (Known(day), name, year) switch
        {
            (int of, not null, "") => $"{of} {name}, of a year not known",
            (int, not null, _) => value,
            (_, not null, "") => day.Length > 0 ? $"a day of {name}, of a year not known" : $"{name}, of a year not known",
            (_, not null, _) => day.Length > 0 ? $"a day of {name} {year}" : $"{name} {year}",
            (_, _, "") => (day.Length > 0 ? "a day" : month.Length > 0 ? "a month" : "a year") + Open,
            _ => day.Length > 0 ? $"a day of {year}" : month.Length > 0 ? $"a month of {year}" : year,
        };
    }

    private static int? Known(string digits) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    /// <summary>Quarters, halves, seasons, decades and centuries.</summary>
    private static string? Part(string value)
    {
        if (Decade().IsMatch(value))
        {
            return value.Length == 3 ? $"the {value}0s" : $"the {value}00s";
        }

        if (Piece().Match(value) is not { Success: true } found)
        {
            return null;
        }

        string year = found.Groups["year"].Value, letters = found.Groups["part"].Value;
        string of = year == "XXXX" ? ", of a year not known" : $" of {year}";
        return letters switch
        {
            "QX" => year == "XXXX" ? "a quarter" + Open : "a quarter" + of,
            ['Q', var number] => $"the {Ordinals[number - '1']} quarter{of}",
            ['H', var number] => $"the {Ordinals[number - '1']} half{of}",
            "SP" => "spring" + of,
            "SU" => "summer" + of,
            "FA" => "autumn" + of,
            _ => "winter" + of,
        };
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d(T(?<time>\w[\w:]*))?$")]
    private static partial Regex Day();

    [GeneratedRegex(@"^(?<date>[\dX-][\dXW-]*)T\w[\w:]*$")]
    private static partial Regex Clocked();

    [GeneratedRegex(@"^P(?<part>(X|\d+(\.\d+)?)[DWMQYECX]|T|(X|\d+(\.\d+)?)[SMH])+$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"^(?<year>\d{4}|XXXX)-W(?<week>\d\d|XX)(-(?<day>[1-7]|WE))?$")]
    private static partial Regex Week();

    [GeneratedRegex(@"^(?<year>\d{4}|XXXX|-)(-(?<month>\d\d|XX))?(-(?<day>\d\d|XX))?$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^\d{2,3}$")]
    private static partial Regex Decade();

    [GeneratedRegex(@"^(?<year>\d{4}|XXXX)-(?<part>Q[1-4X]|H[12]|SP|SU|FA|WI)$")]
    private static partial Regex Piece();
}
