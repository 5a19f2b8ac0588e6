namespace Casus.Articles;

/// <summary>The words before a day that say whether it is that of publication or of a change.</summary>
internal static class DayLabel
{
    public const string Published = "published", Modified = "modified";

    private static readonly char[] Signs = [' ', ':', '(', '[', '|', '\u00A0', '-', '–'];

    /// <summary><see cref="Published"/>, <see cref="Modified"/>, or null when the words before a place in a line say neither. The longest label counts.</summary>
    public static string? Before(string line, int at, ArticleWords words)
    {
        ReadOnlySpan<char> head = line.AsSpan(0, at).TrimEnd(Signs);
        string? kind = null;
        int longest = 0;
        foreach ((string label, var cues) in words.DayLabels)
        {
            foreach (string cue in cues)
            {
                bool ends = head.EndsWith(cue, StringComparison.OrdinalIgnoreCase) && (head.Length == cue.Length || !char.IsLetter(head[^(cue.Length + 1)]));
                (kind, longest) = ends && cue.Length > longest ? (label, cue.Length) : (kind, longest);
            }
        }

        return kind;
    }
}
