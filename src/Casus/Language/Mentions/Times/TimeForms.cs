using System.Globalization;

namespace Casus.Language;

/// <summary>Pieces of time expressions that are read from their digits: years, days, clock times, ISO dates.</summary>
internal static class TimeForms
{
    /// <summary>Fills the fields and returns the atom after the form, or -1.</summary>
    public static int Read(TimeClass kind, AtomBuffer atoms, int at, Numerals numerals, ref TimeFields fields) => kind switch
    {
        TimeClass.Num => Number(atoms, at, numerals, ref fields),
        TimeClass.Year => Year(atoms, at, numerals, ref fields),
        TimeClass.NextYear => NextYear(atoms.Word(at), fields.Year) ? at + 1 : -1,
        TimeClass.Hijri => Hijri(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Fy => FiscalYear(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Day => Day(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Iso => Iso(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.HhMm => HoursMinutes(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Clock => Hours(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Q => Quarter(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Ordinal => Ordinal(atoms.Word(at), ref fields) ? at + 1 : -1,
        TimeClass.Decade => Decade(atoms.Word(at), ref fields) ? at + 1 : -1,
        _ => -1,
    };

    private static int Number(AtomBuffer atoms, int at, Numerals numerals, ref TimeFields fields)
    {
        if (!numerals.TryRead(atoms, at, out Numeral numeral))
        {
            return -1;
        }

        // Of "two to three weeks" the lower number counts.
        fields.Vague |= numeral.Vague && numeral.Max != numeral.Min;
        fields.Number ??= numeral.Min;
        return numeral.End;
    }

    private static int Year(AtomBuffer atoms, int at, Numerals numerals, ref TimeFields fields)
    {
        ReadOnlySpan<char> word = atoms.Word(at);
        if (char.IsAsciiDigit(word[0]))
        {
            if (word.Length != 4 || !AtomBuffer.AllDigits(word) || !InRange(Int(word)))
            {
                return -1;
            }

            fields.Year = Int(word);
            return at + 1;
        }

        // "nineteen ninety-six", "two thousand ten"
        if (!numerals.TryRead(atoms, at, out Numeral first) || !first.IsExact)
        {
            return -1;
        }

        if (first.Min is >= 2000 and < 2100)
        {
            fields.Year = (int)first.Min;
            return first.End;
        }

        if (first.Min is not (18 or 19 or 20) || !numerals.TryRead(atoms, first.End, out Numeral second) || !second.IsExact || second.Min is < 10 or > 99)
        {
            return -1;
        }

        fields.Year = ((int)first.Min * 100) + (int)second.Min;
        return second.End;
    }

    /// <summary>The 24 or 2024 of "2023-24".</summary>
    private static bool NextYear(ReadOnlySpan<char> word, int? year) =>
        year is int first && AtomBuffer.AllDigits(word) && (word.Length == 4 ? Int(word) == first + 1 : word.Length == 2 && Int(word) == (first + 1) % 100);

    private static bool Hijri(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        if (word.Length != 4 || !AtomBuffer.AllDigits(word) || !Feasts.IsHijriYear(Int(word)))
        {
            return false;
        }

        fields.Hijri = Int(word);
        return true;
    }

    /// <summary>FY2023, FY23.</summary>
    private static bool FiscalYear(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        if (word.Length is not (4 or 6) || !word.StartsWith("FY", StringComparison.Ordinal) || !AtomBuffer.AllDigits(word[2..]))
        {
            return false;
        }

        int year = Int(word[2..]);
        fields.Year = word.Length == 4 ? 2000 + year : year;
        return InRange(fields.Year.Value);
    }

    private static bool InRange(int year) => year is >= 1500 and < 2100;

    /// <summary>12, 12th, 1st.</summary>
    private static bool Day(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        ReadOnlySpan<char> digits = WithoutOrdinal(word);
        if (digits.Length is 0 or > 2 || !AtomBuffer.AllDigits(digits) || Int(digits) is < 1 or > 31)
        {
            return false;
        }

        fields.Day = Int(digits);
        return true;
    }

    private static bool Ordinal(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        ReadOnlySpan<char> digits = WithoutOrdinal(word);
        if (digits.Length == word.Length || digits.Length is 0 or > 2 || !AtomBuffer.AllDigits(digits))
        {
            return false;
        }

        fields.Ordinal = Int(digits);
        return true;
    }

    private static ReadOnlySpan<char> WithoutOrdinal(ReadOnlySpan<char> word) =>
        word.Length > 2 && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;

    /// <summary>1990s, '90s, 90s.</summary>
    private static bool Decade(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        if (word[0] is '\'' or '’' or '`')
        {
            word = word[1..];
        }

        if (word.Length is not (3 or 5) || word[^1] != 's' || word[^2] != '0' || !AtomBuffer.AllDigits(word[..^1]))
        {
            return false;
        }

        int year = Int(word[..^1]);
        year = year < 100 ? 1900 + year : year;
        if (!InRange(year))
        {
            return false;
        }

        fields.Decade = year / 10;
        return true;
    }

    /// <summary>2024-12-25, and 25/12/2024 where it can be read in one way.</summary>
    private static bool Iso(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        if (AtomBuffer.NumericDate(word) is { } numeric)
        {
            (fields.Year, fields.Month, fields.Day) = (numeric.Year, numeric.Month, numeric.Day);
            return true;
        }

        if (!AtomBuffer.IsIsoDate(word) || !DateOnly.TryParseExact(word[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            return false;
        }

        (fields.Year, fields.Month, fields.Day) = (day.Year, day.Month, day.Day);
        return true;
    }

    /// <summary>10:35, 22.15 is not read (it is a number); 9:15pm.</summary>
    private static bool HoursMinutes(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        word = WithoutMeridian(word, ref fields);
        int colon = word.IndexOf(':');
        if (colon is < 1 or > 2 || word.Length < colon + 3 || !AtomBuffer.AllDigits(word[..colon]) || !AtomBuffer.AllDigits(word[(colon + 1)..(colon + 3)]))
        {
            return false;
        }

        (fields.Hour, fields.Minute) = (Int(word[..colon]), Int(word[(colon + 1)..(colon + 3)]));
        return fields.Hour < 24 && fields.Minute < 60;
    }

    /// <summary>10, 10pm, 0930.</summary>
    private static bool Hours(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        if (HoursMinutes(word, ref fields))
        {
            return true;
        }

        word = WithoutMeridian(word, ref fields);
        if (word.Length is 0 or 3 or > 4 || !AtomBuffer.AllDigits(word))
        {
            return false;
        }

        (fields.Hour, fields.Minute) = word.Length == 4 ? (Int(word[..2]), Int(word[2..])) : (Int(word), default(int?));
        return fields.Hour <= 24 && fields.Minute is null or < 60;
    }

    private static ReadOnlySpan<char> WithoutMeridian(ReadOnlySpan<char> word, scoped ref TimeFields fields)
    {
        ReadOnlySpan<char> bare = word.Length > 1 && word[^1] is '.' ? word[..^1] : word;
        foreach (string ending in (ReadOnlySpan<string>)["am", "pm", "a.m", "p.m"])
        {
            if (bare.Length > ending.Length && char.IsAsciiDigit(bare[0]) && bare.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                fields.Afternoon = ending[0] == 'p';
                return bare[..^ending.Length];
            }
        }

        return word;
    }

    /// <summary>Q3, 3Q.</summary>
    private static bool Quarter(ReadOnlySpan<char> word, ref TimeFields fields)
    {
        if (word.Length != 2)
        {
            return false;
        }

        char digit = word[0] == 'Q' ? word[1] : word[1] == 'Q' ? word[0] : '0';
        if (digit is < '1' or > '4')
        {
            return false;
        }

        fields.Ordinal = digit - '0';
        return true;
    }

    private static int Int(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
