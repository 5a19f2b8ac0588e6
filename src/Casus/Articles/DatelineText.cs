using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>The place and the agency at the head of an article: "KABUL, Dec 25 (Agency) - …", "Bonn (agency/xy) – …", "(Agency) — …".</summary>
internal static class DatelineText
{
    private const int LongestPlace = 40, LongestHead = 110, FirstBlocks = 3;

    /// <summary>Where the place stands and where the bracket's content; null for what is not there.</summary>
    public static (TextSpan? Place, TextSpan? Bracket) Of(string text, ImmutableArray<Block> blocks)
    {
        int looked = 0;
        foreach (Block block in blocks)
        {
            if (block.Kind == BlockKind.Paragraph && looked++ < FirstBlocks && Of(text, block.Span) is { } found)
            {
                return found;
            }
        }

        return (null, null);
    }

    private static (TextSpan?, TextSpan?)? Of(string text, TextSpan block)
    {
        int limit = Math.Min(block.End, block.Begin + LongestHead);
        int open = text.IndexOf('(', block.Begin, limit - block.Begin), close = open < 0 ? -1 : text.IndexOf(')', open, limit - open);
        int dash = Dash(text, close > 0 ? close + 1 : block.Begin, limit);
        if (close > 0 && dash >= 0 && text.AsSpan(close + 1, dash - close - 1).Trim(" .,").IsEmpty)
        {
            TextSpan? place = Place(text, block.Begin, open, capitals: false);
            return place is not null || text.AsSpan(block.Begin, open - block.Begin).IsWhiteSpace() ? (place, new TextSpan(open + 1, close)) : null;
        }

        int first = Dash(text, block.Begin, limit);
        return first > 0 && Place(text, block.Begin, first, capitals: true) is { } lone ? (lone, null) : null;
    }

    /// <summary>A dash with a blank before it or a double one, or a long one.</summary>
    private static int Dash(string text, int begin, int end)
    {
        for (int at = begin; at < end; at++)
        {
            if (text[at] is '–' or '—' || (text[at] == '_' && at + 1 < text.Length && text[at + 1] == ' ') || (text[at] == '-' && at + 1 < text.Length && (at == begin || text[at - 1] == ' ' || text[at + 1] == '-') && (text[at + 1] is ' ' or '-' || at == begin)))
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>The place up to the comma before its day; null when the words are none.</summary>
    /// <param name="capitals">Whether all of its first word must be in capitals, as agencies write it.</param>
    private static TextSpan? Place(string text, int begin, int end, bool capitals)
    {
        int stop = end;
        for (int at = begin; at < end; at++)
        {
            // "KABUL, March 3": what follows the comma before a number is the day.
            if (text[at] == ',' && text.AsSpan(at, end - at).ContainsAnyInRange('0', '9'))
            {
                stop = at;
                break;
            }
        }

        ReadOnlySpan<char> place = text.AsSpan(begin, stop - begin).TrimEnd(" ,\u00a0");
        place = place.Length > 0 && place[^1] == '.' && !place[..^1].Contains('.') ? place[..^1] : place;
        int word = place.IndexOfAny(' ', ',', '/');
        ReadOnlySpan<char> first = word < 0 ? place : place[..word];
        bool shouted = first.Length > 2 && !HasLower(first);
        if (place.Length is < 3 or > LongestPlace || first.IsEmpty || !char.IsUpper(first[0]) || place.ContainsAnyInRange('0', '9') || Sentence(place) || (capitals && !shouted))
        {
            return null;
        }

        return new TextSpan(begin, begin + place.Length);
    }

    private static bool HasLower(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLower(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True when a word without a capital stands in it that no name of a place has.</summary>
    private static bool Sentence(ReadOnlySpan<char> place)
    {
        int lower = 0, words = 0;
        foreach (Range range in place.Split(' '))
        {
            ReadOnlySpan<char> word = place[range];
            words++;
            lower += word.Length > 3 && char.IsLower(word[0]) ? 1 : 0;
        }

        // A point inside a word is a site's, "N.Y." and "U.S." apart.
        int dot = place.IndexOf('.');
        return lower > 0 || words > 5 || place.IndexOfAny(":;?!\"“”()[]") >= 0 || (dot > 2 && place[dot - 1] != ' ' && dot + 1 < place.Length && place[dot - 2] is not (' ' or ','));
    }
}
