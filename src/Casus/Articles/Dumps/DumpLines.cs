using System.Text;

namespace Casus.Articles;

/// <summary>A line of a saved page's text, or a wrapped paragraph made one line.</summary>
/// <param name="Number">Line in the file, from 1.</param>
/// <param name="Alone">True when empty lines stand around it.</param>
internal sealed record DumpLine(int Number, string Text, bool Bullet, bool Alone, LineCue Cue, bool IsProse)
{
    public int Words { get; } = Prose.Words(Text, 200);
}

/// <summary>Splits a dump into lines that mean something: blanks trimmed, bullets taken off, hard-wrapped paragraphs joined.</summary>
internal static class DumpLines
{
    private const int ShortestWrapped = 50;
    private const int LongestWrapped = 130;

    public static List<DumpLine> Of(string text, LineCues cues)
    {
        string[] raw = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split(['\n', '\r', '\f', '\u2028', '\u2029']);
        var lines = new List<DumpLine>();
        int at = 0;
        while (at < raw.Length)
        {
            if (string.IsNullOrWhiteSpace(raw[at]))
            {
                at++;
                continue;
            }

            int end = at + 1;
            while (end < raw.Length && !string.IsNullOrWhiteSpace(raw[end]))
            {
                end++;
            }

            Group(raw, at, end, cues, lines);
            at = end;
        }

        return lines;
    }

    private static void Group(string[] raw, int begin, int end, LineCues cues, List<DumpLine> lines)
    {
        if (IsWrapped(raw, begin, end))
        {
            var whole = new StringBuilder();
            for (int i = begin; i < end; i++)
            {
                whole.Append(whole.Length > 0 ? " " : "").Append(ElementText.Clean(raw[i]));
            }

            Add(whole.ToString(), begin + 1, alone: true, cues, lines);
            return;
        }

        for (int i = begin; i < end; i++)
        {
            Add(ElementText.Clean(raw[i]), i + 1, end - begin == 1, cues, lines);
        }
    }

    /// <summary>Every line but the last is about as long as a terminal is wide, and few end a sentence.</summary>
    private static bool IsWrapped(string[] raw, int begin, int end)
    {
        int ended = 0;
        for (int i = begin; i < end; i++)
        {
            int length = raw[i].Trim().Length;
            if (length > LongestWrapped || (length < ShortestWrapped && i < end - 1))
            {
                return false;
            }

            ended += i < end - 1 && Prose.EndsSentence(raw[i].AsSpan().Trim()) ? 1 : 0;
        }

        return end - begin > 1 && ended * 2 <= end - begin - 1;
    }

    private static void Add(string text, int number, bool alone, LineCues cues, List<DumpLine> lines)
    {
        bool bullet = text.Length > 0 && text[0] is '•' or '*' or '·' or '▪' or '◦' or '-' or '–' or '>' && text.Length > 1 && text[1] == ' ';
        text = bullet ? text[1..].Trim() : text;
        if (text.Length > 0)
        {
            lines.Add(new DumpLine(number, text, bullet, alone, cues.Of(text), Prose.IsProse(text)));
        }
    }
}
