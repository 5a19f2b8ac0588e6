using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Casus.Knowledge;

/// <summary>Reads a TSV table: "#" lines are comments, the first other line is the header, cells are trimmed.</summary>
internal static class TableReader
{
    public static KnowledgeTable Read(KnowledgeFile file, string name, TableSchema schema, ProblemList problems)
    {
        var rows = ImmutableArray.CreateBuilder<KnowledgeRow>();
        ImmutableArray<string> header = default;
        ColumnRule?[] rules = [];
        int[] key = [];
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        int number = 0;
        foreach (ReadOnlySpan<char> raw in file.Text.AsSpan().EnumerateLines())
        {
            number++;
            string line = raw.ToString();
            if (line.StartsWith('#') || line.Trim().Length == 0)
            {
                continue;
            }

            ImmutableArray<string> cells = ImmutableCollectionsMarshal.AsImmutableArray(line.Split('\t', StringSplitOptions.TrimEntries));
            if (header.IsDefault)
            {
                header = cells;
                rules = Rules(file.Path, number, header, schema, problems);
                key = [.. schema.Key.Select(k => header.IndexOf(k)).Where(i => i >= 0)];
                continue;
            }

            if (cells.Length != header.Length)
            {
                problems.Add(file.Path, number, $"{cells.Length} cells where the header has {header.Length}", "separate cells by one tab each");
                continue;
            }

            Check(file.Path, number, cells, rules, problems);
            if (key.Length > 0)
            {
                string id = key is [var only] ? cells[only] : string.Join('\t', key.Select(i => cells[i]));
                if (!seen.TryAdd(id, number))
                {
                    problems.Add(file.Path, number, $"'{id.Replace('\t', ' ')}' is already in line {seen[id]}", "keep one of them");
                }
            }

            rows.Add(new KnowledgeRow(number, cells));
        }

        if (header.IsDefault)
        {
            problems.Add(file.Path, 1, "the table has no header", $"begin with the columns: {string.Join(", ", schema.Columns.Select(c => c.Name))}");
            header = [];
        }

        return new KnowledgeTable(name, header, rows.ToImmutable());
    }

    private static ColumnRule?[] Rules(string path, int line, ImmutableArray<string> header, TableSchema schema, ProblemList problems)
    {
        var rules = new ColumnRule?[header.Length];
        for (int i = 0; i < header.Length; i++)
        {
            rules[i] = schema.Columns.FirstOrDefault(c => c.Name == header[i]);
            if (rules[i] is null)
            {
                problems.Add(path, line, $"unknown column '{header[i]}'", $"known here: {string.Join(", ", schema.Columns.Select(c => c.Name))}");
            }
            else if (header.IndexOf(header[i]) != i)
            {
                problems.Add(path, line, $"the column '{header[i]}' is there twice", "keep one of them");
            }
        }

        foreach (ColumnRule column in schema.Columns.Where(c => c.Expected && !header.Contains(c.Name)))
        {
            problems.Add(path, line, $"the column '{column.Name}' is missing", "add it to the header and to each row");
        }

        return rules;
    }

    private static void Check(string path, int line, ImmutableArray<string> cells, ColumnRule?[] rules, ProblemList problems)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if (rules[i] is not { } rule)
            {
                continue;
            }

            if (cells[i].Length == 0 && rule.Required)
            {
                problems.Add(path, line, $"'{rule.Name}' is empty", $"write {rule.Form}");
            }
            else if (cells[i].Length > 0 && !rule.Fits(cells[i]))
            {
                problems.Add(path, line, $"'{cells[i]}' in column '{rule.Name}' is not {rule.Form}", $"write {rule.Form}");
            }
        }
    }
}
