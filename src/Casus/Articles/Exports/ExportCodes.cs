namespace Casus.Articles;

/// <summary>Fields that open with a code of two or three capitals, alone on its line or before two blanks or a tab: "HD  Talks end".</summary>
internal static class ExportCodes
{
    /// <summary>The field and where its value begins; null when the line opens none.</summary>
    public static (string Field, int ValueAt)? Of(ReadOnlySpan<char> line, FieldLabels labels)
    {
        int end = 0;
        while (end < line.Length && char.IsAsciiLetterUpper(line[end]))
        {
            end++;
        }

        bool isCode = end is 2 or 3 && (end == line.Length || line[end] == '\t' || (line[end] == ' ' && (end + 1 == line.Length || line[end + 1] is ' ' or '\t')));
        return isCode && labels.Of(FieldLabels.Factiva, line[..end]) is { } field ? (field, end) : null;
    }
}
