using System.Buffers;
using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Days in the data that a page's scripts carry: <c>"publishedAt":"2024-12-31T08:15:00Z"</c>.</summary>
internal sealed class ScriptFacts
{
    private const int LongestValue = 40;

    private readonly ImmutableArray<(string Mark, int Weight)> keys;
    private readonly SearchValues<string> marks;

    /// <param name="keys">Names of fields and how far they are trusted.</param>
    public ScriptFacts(IEnumerable<(string Key, int Weight)> keys)
    {
        this.keys = [.. keys.Select(k => ('"' + k.Key + '"', k.Weight))];
        marks = SearchValues.Create([.. this.keys.Select(k => k.Mark)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>False for scripts that <see cref="Published"/> finds nothing in.</summary>
    public bool MayTell(ReadOnlySpan<char> script) => script.IndexOfAny(marks) >= 0;

    /// <summary>The first such field with a text; null when there is none.</summary>
    public (string Value, int Weight)? Published(string script)
    {
        int at = 0;
        while (at < script.Length)
        {
            int found = script.AsSpan(at).IndexOfAny(marks);
            if (found < 0)
            {
                return null;
            }

            at += found;
            foreach ((string mark, int weight) in keys)
            {
                if (string.Compare(script, at, mark, 0, mark.Length, StringComparison.OrdinalIgnoreCase) == 0 && Value(script, at + mark.Length) is { } value)
                {
                    return (value, weight);
                }
            }

            at++;
        }

        return null;
    }

    private static string? Value(string script, int at)
    {
        ReadOnlySpan<char> rest = script.AsSpan(at, Math.Min(script.Length - at, LongestValue + 8)).TrimStart();
        if (rest.IsEmpty || rest[0] != ':')
        {
            return null;
        }

        rest = rest[1..].TrimStart();
        int end = rest.Length > 1 && rest[0] == '"' ? rest[1..].IndexOf('"') : -1;
        return end is > 7 and <= LongestValue ? rest.Slice(1, end).ToString() : null;
    }
}
