namespace Casus.Language;

/// <summary>"KABUL, Dec 25 (Agency) -": the day on which a report was written, before its first sentence.</summary>
internal static class Dateline
{
    private const int LongestPlace = 60;

    /// <summary>Is it the place of a dateline: in capitals at the start of its line, before a comma, bracket or dash?</summary>
    public static bool Opens(string text, TextSpan place)
    {
        int start = LineStart(text, place.Begin);
        ReadOnlySpan<char> after = text.AsSpan(place.End).TrimStart(' ');
        return text.AsSpan(start, place.Begin - start).Trim().IsEmpty && !text.AsSpan(place.Begin, place.Length).ContainsAnyInRange('a', 'z')
            && after.Length > 0 && after[0] is ',' or '(' or '-' or '\u2013' or '\u2014' or ':';
    }

    /// <summary>Does a day stand in a dateline: a place in capitals and a comma before it on its line, a bracket or dash after it?</summary>
    public static bool Holds(string text, TextSpan day)
    {
        int start = LineStart(text, day.Begin);
        ReadOnlySpan<char> place = text.AsSpan(start, day.Begin - start).Trim();
        if (place.Length is < 3 or > LongestPlace || place[^1] != ',')
        {
            return false;
        }

        int word = place.IndexOfAny(' ', ',');
        if (word < 2 || !char.IsAsciiLetter(place[0]) || place[..word].ContainsAnyInRange('a', 'z'))
        {
            return false;
        }

        ReadOnlySpan<char> after = text.AsSpan(day.End).TrimStart(" .,\u00a0");
        return after.Length > 0 && after[0] is '(' or '-' or '\u2013' or '\u2014';
    }

    /// <summary>"LIMA, May 3 (Agency) -": do the words stand before the dash of a line that opens with a place in capitals?</summary>
    public static bool Contains(string text, TextSpan words)
    {
        int start = LineStart(text, words.Begin);
        ReadOnlySpan<char> line = text.AsSpan(start, Math.Min(LongestPlace, text.Length - start));
        int dash = line.IndexOfAny('-', '\u2013', '\u2014'), first = line.IndexOfAny(' ', ',');
        return dash > 0 && line[dash - 1] == ' ' && words.End <= start + dash && first > 2 && char.IsAsciiLetter(line[0]) && !line[..first].ContainsAnyInRange('a', 'z');
    }

    private static int LineStart(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
