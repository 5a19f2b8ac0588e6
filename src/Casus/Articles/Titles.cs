namespace Casus.Articles;

/// <summary>Compares titles and cuts the site's name from them.</summary>
internal static class Titles
{
    private static readonly string[] Marks = [" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " // ", " ‹ ", " / ", ": "];

    /// <summary>Share of common words of two titles (Dice), 0 to 1; case and punctuation are ignored.</summary>
    public static double Likeness(string a, string b)
    {
        HashSet<string> first = Words(a), second = Words(b);
        int common = 0;
        foreach (string word in first)
        {
            common += second.Contains(word) ? 1 : 0;
        }

        return first.Count + second.Count == 0 ? 0 : 2.0 * common / (first.Count + second.Count);
    }

    /// <summary>True for a line that says the title, alone or with a few words more.</summary>
    public static bool Says(string line, string title) =>
        Likeness(line, title) >= 0.8 || (title.Length >= 20 && line.Length <= 2 * title.Length && line.Contains(title, StringComparison.OrdinalIgnoreCase));

    /// <summary>The title without parts at its ends that name the site, are like its host, or, where an h1 is known, go beyond it.</summary>
    public static string WithoutSite(string title, string? site, string host, IReadOnlyList<string> headings)
    {
        title = title.Trim();
        foreach (string heading in headings)
        {
            if (heading.Length >= 10 && title.Length > heading.Length && title.StartsWith(heading, StringComparison.OrdinalIgnoreCase) && Array.Exists(Marks, m => title.AsSpan(heading.Length).StartsWith(m.AsSpan().TrimEnd()) || title.AsSpan(heading.Length).StartsWith(m)))
            {
                return title[..heading.Length];
            }
        }

        string name = Letters(host.Contains('.', StringComparison.Ordinal) ? host[..host.LastIndexOf('.')] : host);
        for (int round = 0; round < 2; round++)
        {
            (int at, int length) = LastMark(title);
            if (at > 0 && IsSite(title[(at + length)..], site, name))
            {
                title = title[..at].TrimEnd();
                continue;
            }

            (at, length) = FirstMark(title);
            if (at > 0 && IsSite(title[..at], site, name))
            {
                title = title[(at + length)..].TrimStart();
                continue;
            }

            break;
        }

        return title;
    }

    /// <summary>
    /// The parts of "Headline | Site" for a page that says nothing else of its site: a long part and up to five capitalised words after the last mark; else no site.
    /// </summary>
    public static (string Title, string? Site) Split(string title)
    {
        (int at, int length) = LastMark(title);
        if (at <= 0 || title[at] == ':' && title[at + 1] == ' ')
        {
            return (title, null);
        }

        string head = title[..at].Trim(), tail = title[(at + length)..].Trim();
        string[] parts = tail.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool name = parts.Length is > 0 and <= 5 && char.IsUpper(parts[0][0]) && char.IsUpper(parts[^1][0]) && !Prose.EndsSentence(tail) && !tail.Any(char.IsDigit);
        return name && head.Split(' ').Length >= Math.Max(4, parts.Length + 1) ? (head, tail) : (title, null);
    }

    /// <summary>True when a title begins or ends at a place, or has a mark between its parts there.</summary>
    public static bool IsLimit(string title, int at, bool before)
    {
        ReadOnlySpan<char> side = before ? title.AsSpan(0, at).TrimEnd() : title.AsSpan(at).TrimStart();
        if (side.IsEmpty)
        {
            return true;
        }

        char limit = before ? side[^1] : side[0];
        return Array.Exists(Marks, m => m.AsSpan().Trim()[0] == limit);
    }

    /// <summary>True when a name is the site's or its host's.</summary>
    public static bool NamesSite(string name, string? site, string host)
    {
        string letters = Letters(name);
        return (site is not null && Letters(site) == letters) || (host.Length > 0 && Letters(host).StartsWith(letters, StringComparison.Ordinal) && letters.Length > 3);
    }

    /// <summary>True when the host's own name is a part of a name.</summary>
    public static bool HoldsHost(string name, string host)
    {
        int end = host.LastIndexOf('.');
        string label = Letters(end < 0 ? host : host[(host.LastIndexOf('.', Math.Max(end - 1, 0), end) + 1)..end]);
        return label.Length >= 4 && Letters(name).Contains(label, StringComparison.Ordinal);
    }

    private static bool IsSite(string part, string? site, string host)
    {
        string letters = Letters(part);
        return letters.Length > 1 && ((site is not null && (Likeness(part, site) >= 0.6 || Letters(site).Contains(letters, StringComparison.Ordinal)))
            || (host.Length > 2 && (host.Contains(letters, StringComparison.Ordinal) || (letters.Contains(host, StringComparison.Ordinal) && letters.Length < host.Length * 3))));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static (int At, int Length) LastMark(string title)
    {
        int best = -1, length = 0;
        foreach (string mark in Marks)
        {
            int at = title.LastIndexOf(mark, StringComparison.Ordinal);
            bool partOfDouble = at > 0 && mark[0] == ':' && title[at - 1] == ':';
            if (at > best && !partOfDouble)
            {
                (best, length) = (at, mark.Length);
            }
        }

        return (best, length);
    }

    private static (int At, int Length) FirstMark(string title)
    {
        int best = int.MaxValue, length = 0;
        foreach (string mark in Marks)
        {
            int at = title.IndexOf(mark, StringComparison.Ordinal);
            if (at >= 0 && at < best)
            {
                (best, length) = (at, mark.Length);
            }
        }

        return best == int.MaxValue ? (-1, 0) : (best, length);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        int begin = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            bool letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter)
            {
                begin = begin < 0 ? i : begin;
            }
            else if (begin >= 0)
            {
                words.Add(text[begin..i]);
                begin = -1;
            }
        }

        return words;
    }
}
