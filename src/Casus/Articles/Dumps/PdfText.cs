using System.Text;

namespace Casus.Articles;

/// <summary>
/// The text of a PDF as paragraphs: pages are parted by form feeds; heads and feet that come again and page numbers are taken out, columns set side by side are
/// read one after the other, words cut at line ends are whole again. Every paragraph is one line; empty lines part them.
/// </summary>
internal static class PdfText
{
    /// <summary>Lines at the top and the foot of a page that may be a running head.</summary>
    private const int Edge = 3;

    /// <summary>A line that ends a sentence and is shorter than this share of a full one ends its paragraph.</summary>
    private const double ShortLine = 0.75;

    private const int LongestWord = 40;

    public static string Flowing(string text)
    {
        List<string>[] pages = [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\f').Select(p => PdfColumns.Lines(p.Split('\n')))];
        HashSet<string> running = Running(pages);
        var lines = new List<string>();
        for (int page = 0; page < pages.Length; page++)
        {
            List<string> kept = Kept(pages[page], page, running);
            if (kept.Count == 0)
            {
                continue;
            }

            // A sentence that goes on over the page is not cut there.
            int last = lines.FindLastIndex(l => l.Length > 0);
            bool goesOn = last >= 0 && !Prose.EndsSentence(lines[last]) && (char.IsLower(kept[0][0]) || lines[last].Length > LongestWord);
            lines.RemoveRange(last + 1, lines.Count - last - 1);
            lines.AddRange(goesOn || last < 0 ? [] : [""]);
            lines.AddRange(kept);
        }

        return Paragraphs(lines);
    }

    /// <summary>Lines that stand at the edge of two pages and of a third of all, numbers apart.</summary>
    private static HashSet<string> Running(List<string>[] pages)
    {
        var times = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (List<string> page in pages)
        {
            foreach (string line in EdgeLines(page).Select(i => Bare(page[i])).Distinct(StringComparer.Ordinal))
            {
                times[line] = times.GetValueOrDefault(line) + 1;
            }
        }

        return [.. times.Where(t => t.Value >= 2 && t.Value * 3 >= pages.Length && t.Key.Length > 0).Select(t => t.Key)];
    }

    private static IEnumerable<int> EdgeLines(List<string> page)
    {
        int[] filled = [.. Enumerable.Range(0, page.Count).Where(i => page[i].Length > 0)];
        return filled.Take(Edge).Concat(filled.TakeLast(Edge)).Distinct();
    }

    private static string Bare(string line) => string.Concat(line.Where(c => char.IsLetter(c) || c == ' ')).Trim().ToLowerInvariant();

    private static List<string> Kept(List<string> page, int number, HashSet<string> running)
    {
        HashSet<int> edge = [.. EdgeLines(page)];
        var kept = new List<string>();
        for (int i = 0; i < page.Count; i++)
        {
            // On the first page the words of the running head may be the headline itself.
            bool head = edge.Contains(i) && (IsNumber(page[i]) || (running.Contains(Bare(page[i])) && (number > 0 || page[i].AsSpan().ContainsAnyInRange('0', '9'))));
            if (!head)
            {
                kept.Add(page[i]);
            }
        }

        while (kept.Count > 0 && kept[0].Length == 0)
        {
            kept.RemoveAt(0);
        }

        return kept;
    }

    /// <summary>"3", "- 3 -", "Page 3 of 7".</summary>
    private static bool IsNumber(string line)
    {
        int letters = 0, digits = 0;
        foreach (char c in line)
        {
            letters += char.IsLetter(c) ? 1 : 0;
            digits += char.IsAsciiDigit(c) ? 1 : 0;
        }

        return digits is > 0 and < 9 && line.Length < 24 && (letters == 0 || PageCount.Of(line) is not null || (letters == 4 && line.StartsWith("page ", StringComparison.OrdinalIgnoreCase)));
    }

    private static string Paragraphs(List<string> lines)
    {
        int full = Full(lines);
        HashSet<string> seen = Words(lines);
        var text = new StringBuilder();
        bool open = false;
        foreach (string line in lines)
        {
            if (line.Length == 0)
            {
                text.Append(open ? "\n\n" : "");
                open = false;
                continue;
            }

            Append(text, line, open, seen);
            open = !(line.Length < full * ShortLine && Prose.EndsSentence(line));
            text.Append(open ? "" : "\n\n");
        }

        return text.ToString();
    }

    /// <summary>Joins a line to the one before; a word cut at its end is whole again unless the text has it with its hyphen elsewhere.</summary>
    private static void Append(StringBuilder text, string line, bool open, HashSet<string> seen)
    {
        bool cut = open && text.Length > 1 && text[^1] is '-' or '\u00AD' && char.IsLetter(text[^2]) && char.IsLower(line[0]);
        if (cut)
        {
            int begin = text.Length - 1;
            while (begin > 0 && text.Length - begin < LongestWord && char.IsLetter(text[begin - 1]))
            {
                begin--;
            }

            string word = text.ToString(begin, text.Length - begin) + line.Split(' ')[0].TrimEnd('.', ',', ';', ':', '!', '?', '"', '”', ')');
            text.Length -= seen.Contains(word) ? 0 : 1;
            text.Append(line);
            return;
        }

        text.Append(open ? " " : "").Append(line);
    }

    private static HashSet<string> Words(List<string> lines) =>
        [.. lines.SelectMany(l => l.Split(' ').SkipLast(1)).Where(w => w.Contains('-', StringComparison.Ordinal)).Select(w => w.Trim('.', ',', ';', ':', '(', ')', '"', '“', '”'))];

    /// <summary>The length of a full line: that which nine lines of ten do not pass.</summary>
    private static int Full(List<string> lines)
    {
        int[] lengths = [.. lines.Where(l => l.Length > 0).Select(l => l.Length).Order()];
        return lengths.Length == 0 ? 0 : lengths[lengths.Length * 9 / 10];
    }
}
