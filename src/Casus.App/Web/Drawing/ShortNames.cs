using System.Collections.Immutable;

namespace Casus.App.Web;

/// <summary>Names cut to the room that a drawing has, so that no two that differ look alike: those with one beginning are cut in the middle, or before the first letter in which they differ.</summary>
internal static class ShortNames
{
    /// <summary>Letters of the beginning that stay where the rest is from the difference on.</summary>
    private const int Begun = 8;

    /// <returns>By name.</returns>
    public static ImmutableDictionary<string, string> Of(IEnumerable<string> names, int length)
    {
        string[] all = [.. names.Distinct(StringComparer.Ordinal)];
        var cut = all.ToDictionary(n => n, n => Plain.Shortened(n, length), StringComparer.Ordinal);
        foreach (string[] alike in Alike(cut))
        {
            foreach (string name in alike)
            {
                cut[name] = Middle(name, length / 2, name.Length - (length - (length / 2) - 1));
            }
        }

        foreach (string[] alike in Alike(cut))
        {
            int same = alike.Skip(1).Min(n => n.AsSpan().CommonPrefixLength(alike[0]));
            foreach (string name in alike)
            {
                cut[name] = Plain.Shortened(Middle(name, Begun, Math.Max(Begun, Math.Min(same, name.LastIndexOf(' ', Math.Min(same, name.Length - 1)) + 1))), length);
            }
        }

        return cut.ToImmutableDictionary(StringComparer.Ordinal);
    }

    private static string[][] Alike(Dictionary<string, string> cut) =>
        [.. cut.GroupBy(n => n.Value, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Select(n => n.Key).Where(n => n != g.Key).Order(StringComparer.Ordinal).ToArray()).Where(a => a.Length > 1)];

    private static string Middle(string name, int until, int from) => name[..(char.IsHighSurrogate(name[until - 1]) ? until - 1 : until)].TrimEnd() + "…" + name[(char.IsLowSurrogate(name[from]) ? from + 1 : from)..].TrimStart();
}
