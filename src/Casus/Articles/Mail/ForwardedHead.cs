namespace Casus.Articles;

/// <summary>What stands above a forwarded text: "---------- Forwarded message ---------" or nothing, then From, Date, Subject and To.</summary>
/// <param name="End">Where the head ends in the text that it was found in.</param>
internal sealed record ForwardedHead(string? From, string? Date, string? Subject, int End)
{
    /// <summary>Characters in which the fields lie.</summary>
    private const int Longest = 1500;

    /// <summary>The last such head, that of the text which was forwarded first; null when there is none.</summary>
    public static ForwardedHead? In(string text, FieldLabels labels)
    {
        int line = -1;
        foreach (string field in (string[])["forwarded", "original"])
        {
            foreach (string phrase in labels.For(FieldLabels.Mail, field))
            {
                int found = text.LastIndexOf(phrase, StringComparison.OrdinalIgnoreCase);
                // The phrase between dashes, or as a line that ends with a colon: not in running text.
                bool marked = found >= 0 && (text[Math.Max(0, found - 2)..found].Contains('-') || text.AsSpan(found + phrase.Length).TrimStart().StartsWith(":"));
                line = marked ? Math.Max(line, found + phrase.Length) : line;
            }
        }

        return line >= 0 ? Fields(text, line, labels) : Unannounced(text, labels);
    }

    /// <summary>A line that tells from whom, with those of day and subject after it: some programs put no more above what they pass on.</summary>
    private static ForwardedHead? Unannounced(string text, FieldLabels labels)
    {
        ForwardedHead? last = null;
        for (int at = 0; at < text.Length; at = LineEnd(text, at, text.Length) + 1)
        {
            if (labels.Opening(FieldLabels.Mail, text.AsSpan(at, LineEnd(text, at, text.Length) - at)) is ("outlet", _) && Fields(text, at, labels) is { From: not null, Date: not null, Subject: not null } found)
            {
                last = found;
            }
        }

        return last;
    }

    private static ForwardedHead Fields(string text, int at, FieldLabels labels)
    {
        string? from = null, date = null, subject = null;
        int end = at, limit = Math.Min(text.Length, at + Longest), open = -1;
        string? field = null;
        foreach ((string found, int labelAt, int valueAt) in Labels(text, at, limit, labels))
        {
            Close(labelAt);
            (field, open) = (found, valueAt);
        }

        int last = open < 0 ? at : LineEnd(text, open, limit);
        Close(last);
        end = open < 0 ? LineEnd(text, at, limit) : last;
        return new ForwardedHead(from, date, subject, end);

        void Close(int until)
        {
            string value = open < 0 ? "" : ElementText.Clean(text[open..until].Replace('>', ' ').Replace('*', ' '));
            from = field == "outlet" ? from ?? value : from;
            date = field == "published" ? date ?? value : date;
            subject = field == "title" ? subject ?? value : subject;
        }
    }

    /// <summary>Labels in order, each once, of which no line of running text lies between two.</summary>
    private static List<(string Field, int At, int ValueAt)> Labels(string text, int at, int limit, FieldLabels labels)
    {
        var found = new List<(string, int, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        int last = at;
        for (int colon = text.IndexOf(':', at, limit - at); colon > 0 && colon - last < 260; colon = text.IndexOf(':', colon + 1, limit - colon - 1))
        {
            int begin = colon;
            while (begin > last && (char.IsLetter(text[begin - 1]) || text[begin - 1] is '-' or '*'))
            {
                begin--;
            }

            if (labels.Of(FieldLabels.Mail, text.AsSpan(begin, colon - begin).Trim("*-")) is { } field && field is "outlet" or "published" or "title" or "recipient" && (field == "recipient" || seen.Add(field)))
            {
                found.Add((field, begin, colon + 1));
                last = colon + 1;
            }

            if (colon + 1 >= limit)
            {
                break;
            }
        }

        return found;
    }

    private static int LineEnd(string text, int at, int limit)
    {
        int end = text.IndexOf('\n', at, limit - at);
        return end < 0 ? limit : end;
    }
}
