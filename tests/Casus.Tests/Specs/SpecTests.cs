using System.Collections.Immutable;
using Xunit;

namespace Casus.Tests.Specs;

public class SpecTests
{
    private static readonly ImmutableArray<SpecExample> Examples = SpecReader.All();

    public static TheoryData<string> Names() => [.. Examples.Select(e => e.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Specs_hold(string name)
    {
        SpecExample example = Examples.Single(e => e.Name == name);
        List<IReadOnlyDictionary<string, string>> found = [.. SpecRows.Of(example)];
        string all = string.Join('\n', found.Select(r => string.Join(" | ", r.Select(c => $"{c.Key}: {c.Value}"))));
        foreach (ImmutableArray<string> row in example.Rows.Where(r => r[0] is not ("none" or "…")))
        {
            int match = found.FindIndex(f => Matches(example.Columns, row, f));
            Assert.True(match >= 0, $"no row {string.Join(" | ", row)} among\n{all}");
            found.RemoveAt(match);
        }

        if (SpecRows.MustBeComplete(example.Kind) && !example.Rows.Any(r => r[0] == "…"))
        {
            Assert.True(found.Count == 0, $"more rows than expected:\n{all}");
        }
    }

    // An empty cell is not checked; "…" stands for any words at its place.
    private static bool Matches(ImmutableArray<string> columns, ImmutableArray<string> expected, IReadOnlyDictionary<string, string> found)
    {
        for (int i = 0; i < columns.Length; i++)
        {
            string cell = i < expected.Length ? expected[i] : "";
            string value = found.TryGetValue(columns[i], out string? v) ? v : throw new InvalidDataException($"unknown column “{columns[i]}”; there are {string.Join(", ", found.Keys)}");
            if (cell.Length > 0 && !MatchesCell(cell, value))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MatchesCell(string cell, string value)
    {
        string[] parts = cell.Split('…');
        if (parts.Length == 1)
        {
            return string.Equals(cell, value, StringComparison.Ordinal);
        }

        if (!value.StartsWith(parts[0], StringComparison.Ordinal) || !value.EndsWith(parts[^1], StringComparison.Ordinal))
        {
            return false;
        }

        int at = 0;
        foreach (string part in parts)
        {
            int next = value.IndexOf(part, at, StringComparison.Ordinal);
            if (next < 0)
            {
                return false;
            }

            at = next + part.Length;
        }

        return true;
    }
}
