namespace Casus.Articles;

/// <summary>The time of day in the words of a date, such as "2024-12-31T08:15:00+04:30" or "3 May 2024, 8:15 pm".</summary>
/// <param name="Offset">From universal time; null where none is written.</param>
internal readonly record struct ClockTime(int Hour, int Minute, TimeSpan? Offset)
{
    public bool HasOffset => Offset is not null;

    public bool IsUniversal => Offset == TimeSpan.Zero;

    /// <summary>The first time of a text; null when there is none.</summary>
    public static ClockTime? Of(string text)
    {
        for (int at = text.IndexOf(':', StringComparison.Ordinal); at > 0; at = text.IndexOf(':', at + 1))
        {
            int begin = at;
            while (begin > 0 && at - begin < 2 && char.IsAsciiDigit(text[begin - 1]))
            {
                begin--;
            }

            bool whole = begin < at && (begin == 0 || !char.IsAsciiDigit(text[begin - 1])) && at + 2 < text.Length && char.IsAsciiDigit(text[at + 1]) && char.IsAsciiDigit(text[at + 2]);
            if (!whole)
            {
                continue;
            }

            int hour = int.Parse(text.AsSpan(begin, at - begin), System.Globalization.CultureInfo.InvariantCulture), minute = Digits(text, at + 1);
            if (hour < 24 && minute < 60)
            {
                return Rest(text, at + 3, hour, minute);
            }
        }

        return null;
    }

    private static ClockTime Rest(string text, int at, int hour, int minute)
    {
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is ':' or '.'))
        {
            at++;
        }

        ReadOnlySpan<char> rest = text.AsSpan(at).TrimStart();
        bool evening = rest.StartsWith("pm", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("p.m.", StringComparison.OrdinalIgnoreCase);
        bool morning = rest.StartsWith("am", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("a.m.", StringComparison.OrdinalIgnoreCase);
        hour = evening && hour < 12 ? hour + 12 : morning && hour == 12 ? 0 : hour;
        return new ClockTime(hour, minute, OffsetOf(evening || morning ? rest[2..].TrimStart('m').TrimStart('.').TrimStart() : rest));
    }

    private static TimeSpan? OffsetOf(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("Z") || rest.StartsWith("GMT") || rest.StartsWith("UTC"))
        {
            return rest[0] == 'Z' || rest.Length < 5 || rest[3] is not ('+' or '-') ? TimeSpan.Zero : OffsetOf(rest[3..]);
        }

        if (rest.Length < 3 || rest[0] is not ('+' or '-') || !char.IsAsciiDigit(rest[1]) || !char.IsAsciiDigit(rest[2]))
        {
            return null;
        }

        int hours = (rest[1] - '0') * 10 + rest[2] - '0', next = rest.Length > 3 && rest[3] == ':' ? 4 : 3;
        int minutes = rest.Length >= next + 2 && char.IsAsciiDigit(rest[next]) && char.IsAsciiDigit(rest[next + 1]) ? (rest[next] - '0') * 10 + rest[next + 1] - '0' : 0;
        return hours > 14 || minutes > 59 ? null : new TimeSpan(rest[0] == '-' ? -hours : hours, rest[0] == '-' ? -minutes : minutes, 0);
    }

    private static int Digits(string text, int at) => (text[at] - '0') * 10 + text[at + 1] - '0';
}
