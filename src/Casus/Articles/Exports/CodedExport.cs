using System.Text;

namespace Casus.Articles;

/// <summary>An article whose fields have codes of two letters, each going on until the next code.</summary>
internal static class CodedExport
{
    public static bool Is(string[] lines, FieldLabels labels)
    {
        int codes = 0;
        foreach (string line in lines)
        {
            codes += ExportCodes.Of(line, labels) is ("title" or "text" or "published" or "outlet", _) ? 1 : 0;
        }

        return codes >= 3;
    }

    public static ExportFields Read(string[] lines, FieldLabels labels)
    {
        var fields = new ExportFields();
        var value = new StringBuilder();
        string? field = null;
        string label = "";
        foreach (string line in lines)
        {
            if (ExportParts.IsEnd(line.AsSpan().Trim(), labels))
            {
                break;
            }

            if (ExportCodes.Of(line, labels) is var (found, at))
            {
                Close();
                (field, label) = (found, line[..at].Trim());
                value.Append(line.AsSpan(at).Trim()).Append('\n');
            }
            else
            {
                value.Append(line).Append('\n');
            }
        }

        Close();
        return fields;

        void Close()
        {
            if (field is not null)
            {
                fields.Add(field, label, value.ToString());
            }

            value.Clear();
        }
    }
}
