using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>The news agency that a text is credited to, among those that knowledge/outlets names.</summary>
internal sealed class AgencyCredit(ArticleWords words)
{
    private static readonly char[] Breaks = [',', ';', '/', '|', '&', '+', '·', '•', '(', ')', '[', ']', '-', '–', '—'];
    private static readonly string[] Joints = [" and ", " with ", " und ", " mit ", " et ", " y ", " con "];

    private const int LongestCredit = 60;

    /// <summary>The first agency that a credit names: "Reuters", "AFP/dpa", "Staff with AP"; null when it names none.</summary>
    public string? In(string credit)
    {
        if (credit.Length > LongestCredit)
        {
            return null;
        }

        foreach (string joined in credit.Split(Joints, StringSplitOptions.None))
        {
            foreach (string piece in joined.Split(Breaks, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string name = piece.TrimEnd('.', ' ');
                if (words.Agencies.TryGetValue(name, out string? agency) || (name.StartsWith("By ", StringComparison.Ordinal) && words.Agencies.TryGetValue(name[3..], out agency)))
                {
                    return agency;
                }
            }
        }

        return null;
    }

    /// <summary>A credit alone below the text, or in brackets at the end of its last paragraph: "(AFP)", "— Reuters".</summary>
    public (string Agency, TextSpan Span)? AtEnd(string text, ImmutableArray<Block> blocks)
    {
        for (int i = blocks.Length - 1; i >= 0; i--)
        {
            if (blocks[i].Kind != BlockKind.Paragraph)
            {
                continue;
            }

            TextSpan last = blocks[i].Span;
            string line = last.Of(text);
            if ((words.Lines.Of(line) & LineCue.Credit) != 0 || line.Contains('©', StringComparison.Ordinal))
            {
                return null;
            }

            int open = line.TrimEnd('.', ' ').EndsWith(')') ? line.LastIndexOf('(') : -1;
            int begin = open >= 0 ? open + 1 : line.Length <= LongestCredit && !Prose.EndsSentence(line) ? 0 : -1;
            int end = open >= 0 ? line.LastIndexOf(')') : line.Length;
            return begin >= 0 && end > begin && In(line[begin..end]) is { } agency ? (agency, new TextSpan(last.Begin + begin, last.Begin + end)) : null;
        }

        return null;
    }
}
