using System.Text;

namespace Casus.Tests.App;

/// <summary>RFC 4180 as it is written: what any other program would make of the text.</summary>
internal static class CsvCells
{
    public static IEnumerable<string[]> Of(string text)
    {
        var row = new List<string>();
        var cell = new StringBuilder();
        for (int i = 0; i < text.Length;)
        {
            if (text[i] == '"')
            {
                for (i++; text[i] != '"' || (i + 1 < text.Length && text[i + 1] == '"'); i++)
                {
                    i += text[i] == '"' ? 1 : 0;
                    cell.Append(text[i]);
                }

                i++;
            }
            else if (text[i] is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (text[i++] == '\n')
                {
                    yield return [.. row];
                    row.Clear();
                }
            }
            else
            {
                cell.Append(text[i++]);
            }
        }
    }
}
