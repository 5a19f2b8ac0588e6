using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Casus.App.Web;

/// <summary>The vocabulary (docs/vocabulary.md), built into the program.</summary>
internal static partial class Glossary
{
    /// <summary>By the heading under which they stand.</summary>
    public static ImmutableArray<(string Heading, ImmutableArray<(string Word, string Meaning)> Words)> All { get; } = Load();

    private static readonly Dictionary<string, string> Meanings = All.SelectMany(h => h.Words).GroupBy(w => w.Word, StringComparer.OrdinalIgnoreCase).ToDictionary(g => g.Key, g => g.First().Meaning, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null for a word that is none of the vocabulary.</summary>
    public static string? Meaning(string word) => Meanings.GetValueOrDefault(word);

    /// <summary>"killed", "displaced" …</summary>
    public static bool IsToll(string word) => Enum.TryParse(word, ignoreCase: true, out Claims.TollKind _);

    public static string Anchor(string word) => word.Replace(' ', '-').ToLowerInvariant();

    private static ImmutableArray<(string, ImmutableArray<(string, string)>)> Load()
    {
        using Stream stream = typeof(Glossary).Assembly.GetManifestResourceStream("vocabulary.md")!;
        using var reader = new StreamReader(stream);
        var all = ImmutableArray.CreateBuilder<(string, ImmutableArray<(string, string)>)>();
        string heading = "";
        var words = ImmutableArray.CreateBuilder<(string, string)>();
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                Close();
                heading = line[3..];
            }
            else if (line.Split('|', 4, StringSplitOptions.TrimEntries) is ["", var word, var meaning, ..] && word is not ("Term" or "") && !word.StartsWith('-'))
            {
                words.Add((word, Marks().Replace(meaning.Replace(@"\|", "|", StringComparison.Ordinal), "")));
            }
        }

        Close();
        return all.ToImmutable();

        void Close()
        {
            if (words.Count > 0)
            {
                all.Add((heading, words.ToImmutable()));
                words.Clear();
            }
        }
    }

    [GeneratedRegex(@"[`*]|(?<=\])\([^)]*\)|[\[\]](?=[\w(]|$)")]
    private static partial Regex Marks();
}
