using System.Text.RegularExpressions;

namespace Casus.Language;

/// <summary>"in June 1994.[4][5]": marks of notes, as encyclopedias set them right behind a word, hide the sign before them and are none of the sentence.</summary>
internal static partial class FootnoteMarks
{
    /// <summary>The text with blanks in the place of each mark, so that all else keeps its place; the same text where there is none.</summary>
    public static string Blanked(string text) =>
        text.Contains('[') ? Mark().Replace(text, m => new string(' ', m.Length)) : text;

    // A number in brackets that stands free may be what is told.
    [GeneratedRegex(@"(?<=\S)(?:\[(?:\d{1,3}|note \d{1,2}|citation needed|clarification needed)\])+(?!\w)", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
