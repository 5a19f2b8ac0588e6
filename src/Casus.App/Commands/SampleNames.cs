using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Casus.App.Commands;

/// <summary>
/// Names and ids that the record of samples/ holds, put into the examples of help so that these run as they stand. They are kept in a file: ids change with what is coded,
/// and names of actors and places are no part of the program. A test compares them, and writes them anew when CASUS_README=write says so.
/// </summary>
internal static partial class SampleNames
{
    private static readonly FrozenDictionary<string, string> Known = Load();

    /// <summary>With each {key} as the samples have it.</summary>
    public static string In(string line) => Key().Replace(line, m => Known.GetValueOrDefault(m.Groups[1].Value) ?? m.Value);

    private static FrozenDictionary<string, string> Load()
    {
        using Stream stream = typeof(SampleNames).Assembly.GetManifestResourceStream("sample-names.tsv")!;
        using var lines = new StreamReader(stream);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split('\t')).ToFrozenDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{([a-z-]+)\}")]
    private static partial Regex Key();
}
