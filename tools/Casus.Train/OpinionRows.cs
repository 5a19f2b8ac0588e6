using System.Text;
using System.Text.Json;
using Casus.Claims;

namespace Casus.Train;

/// <summary>Reads the rows that the second opinion learns from.</summary>
internal static class OpinionRows
{
    private static readonly string[][] OfQuad =
    [
        [SecondOpinion.Nothing],
        ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"],
        ["COOPERATE", "AID", "RETREAT", "CONCEDE"],
        ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION"],
        ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"],
    ];

    /// <summary>JSON Lines of PLV: "sid", "sentence", "source_spans", "target_spans" (code points), "root".</summary>
    public static List<OpinionRow> Plv(string path)
    {
        var rows = new List<OpinionRow>();
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string text = row.RootElement.GetProperty("sentence").GetString()!, root = row.RootElement.GetProperty("root").GetString()!;
            int[] units = AttributionSet.Units(text);
            rows.Add(new("plv", row.RootElement.GetProperty("id").GetString()!, text, Spans(row.RootElement, "source_spans", units), Spans(row.RootElement, "target_spans", units), root == "YIELD" ? ["CONCEDE", "RETREAT"] : [root]));
        }

        return rows;
    }

    /// <summary>
    /// "class.jsonl" ("sentence", "label" 0 to 4) and, beside it, "roles.jsonl" ("text", "tokens", "tags") of the same sentences in other spacing. Sentences
    /// without an event may have no marks; those whose group is in <paramref name="known"/> are left out.
    /// </summary>
    public static List<OpinionRow> Cameo(string path, HashSet<string> known)
    {
        var marked = new Dictionary<string, OpinionRow>(StringComparer.Ordinal);
        string beside = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "roles.jsonl");
        foreach (string line in File.ReadLines(beside))
        {
            OpinionRow row = Tagged(line);
            marked.TryAdd(row.Group, row);
        }

        var rows = new List<OpinionRow>();
        foreach (string line in File.ReadLines(path))
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string id = row.RootElement.GetProperty("id").GetString()!;
            var plain = new OpinionRow("cameo", id, row.RootElement.GetProperty("sentence").GetString()!, [], [], OfQuad[row.RootElement.GetProperty("label").GetInt32()]);
            if (known.Contains(plain.Group))
            {
                continue;
            }

            if (marked.TryGetValue(plain.Group, out OpinionRow? found))
            {
                rows.Add(plain with { Initiator = Moved(found.Initiator, found.Text, plain.Text), Target = Moved(found.Target, found.Text, plain.Text) });
            }
            else if (plain.Codes is [SecondOpinion.Nothing])
            {
                rows.Add(plain);
            }
        }

        return rows;
    }

    /// <summary>Own rows, one a line: code, tab, sentence with the parties between &lt;i&gt; and &lt;t&gt;.</summary>
    /// <exception cref="FormatException">A line is not of that form; the message names it.</exception>
    public static List<OpinionRow> Own(string folder)
    {
        var rows = new List<OpinionRow>();
        foreach (string file in Directory.GetFiles(folder, "*.tsv").Order(StringComparer.Ordinal))
        {
            string[] lines = File.ReadAllLines(file);
            for (int i = 0; i < lines.Length; i++)
            {
                rows.Add(Marked(lines[i]) is var (code, text, initiator, target)
                    ? new("own", $"{Path.GetFileNameWithoutExtension(file)}-{i + 1}", text, [initiator], [target], [code])
                    : throw new FormatException($"{file}:{i + 1}: expected CODE, a tab, and a sentence with one <i>…</i> and one <t>…</t>"));
            }
        }

        return rows;
    }

    private static (string Code, string Text, TextSpan Initiator, TextSpan Target)? Marked(string line)
    {
        string[] columns = line.Split('\t');
        if (columns.Length != 2)
        {
            return null;
        }

        var text = new StringBuilder();
        var at = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < columns[1].Length; i++)
        {
            if (columns[1][i] == '<' && columns[1].IndexOf('>', i) is > 0 and var end && at.TryAdd(columns[1][i..(end + 1)], text.Length))
            {
                i = end;
                continue;
            }

            text.Append(columns[1][i]);
        }

        return at.TryGetValue("<i>", out int a) && at.TryGetValue("</i>", out int b) && at.TryGetValue("<t>", out int c) && at.TryGetValue("</t>", out int d)
            ? (columns[0], text.ToString(), new TextSpan(a, b), new TextSpan(c, d))
            : null;
    }

    /// <summary>Spans of one spacing of a sentence in another: by the count of letters and digits before them.</summary>
    private static TextSpan[] Moved(TextSpan[] spans, string from, string to)
    {
        int[] there = [.. Enumerable.Range(0, to.Length).Where(i => char.IsLetterOrDigit(to[i]))];
        int Before(int at) => from.AsSpan(0, at).ToArray().Count(char.IsLetterOrDigit);
        return [.. spans.Where(s => Before(s.End) > Before(s.Begin)).Select(s => new TextSpan(there[Before(s.Begin)], there[Before(s.End) - 1] + 1))];
    }

    private static OpinionRow Tagged(string line)
    {
        using JsonDocument row = JsonDocument.Parse(line);
        string[] tokens = [.. row.RootElement.GetProperty("tokens").EnumerateArray().Select(t => t.GetString()!)];
        string[] tags = [.. row.RootElement.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)];
        List<TextSpan> initiator = [], target = [];
        int at = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            var span = new TextSpan(at, at + tokens[i].Length);
            if (tags[i].EndsWith('S') || tags[i].EndsWith('R'))
            {
                initiator.Add(span);
            }
            else if (tags[i].EndsWith('T'))
            {
                target.Add(span);
            }

            at += tokens[i].Length + 1;
        }

        return new("cameo", row.RootElement.GetProperty("id").GetString()!, string.Join(' ', tokens), [.. initiator], [.. target], []);
    }

    private static TextSpan[] Spans(JsonElement row, string key, int[] units) =>
        row.TryGetProperty(key, out JsonElement spans) && spans.ValueKind == JsonValueKind.Array ? [.. spans.EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()]))] : [];
}
