using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>
/// knowledge/claims/cameo-words.tsv and cameo-composed.tsv: the finest CAMEO code that words tell (CAMEO.Manual.1.1b3, chapter 6). A code refines another that it begins with,
/// where a third digit 0 stands for "not specified".
/// </summary>
internal sealed class CameoTable
{
    private static readonly string[] Outers = ["intent", "demand", "reject", "threaten", "stop", "ease"];

    private readonly FrozenDictionary<string, ImmutableArray<string>> composed;
    private readonly LemmaTable<ImmutableArray<Row>> rows;

    private CameoTable(FrozenDictionary<string, ImmutableArray<string>> composed, LemmaTable<ImmutableArray<Row>> rows) => (this.composed, this.rows) = (composed, rows);

    private readonly record struct Row(string Code, string Finer, bool Trigger);

    public static CameoTable From(KnowledgeTables tables) => new(
        Lexicon.Cells(tables["claims/cameo-composed"], ["inner", .. Outers]).ToFrozenDictionary(c => c[0], c => c[1..].ToImmutableArray(), StringComparer.Ordinal),
        new(Lexicon.Cells(tables["claims/cameo-words"], "code", "finer", "of", "words")
            .SelectMany(c => c[3].Split('|').Select(word => (Word: word, Row: new Row(c[0], c[1], c[2] == "trigger"))))
            .GroupBy(x => x.Word, x => x.Row, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, g.ToImmutableArray()))));

    /// <summary>The code of a deed that became another type; null where the codebook tells none.</summary>
    /// <param name="inner">Code of the deed itself.</param>
    /// <param name="root">First two digits of what became of it: 03, 10, 12, 13, 16 or 08.</param>
    public string? Composed(string inner, string root)
    {
        int column = root switch { "03" => 0, "10" => 1, "12" => 2, "13" => 3, "16" => 4, "08" => 5, _ => -1 };
        for (int length = inner.Length; column >= 0 && length >= 2; length--)
        {
            if (composed.TryGetValue(inner[..length], out ImmutableArray<string> codes))
            {
                return codes[column].Length == 0 ? null : codes[column];
            }
        }

        return null;
    }

    /// <summary>The finer code that the word makes of one; null when it makes none.</summary>
    /// <param name="trigger">The word is the trigger itself, and not what it is about.</param>
    public string? Finer(string code, string word, bool trigger)
    {
        if (!rows.TryGetValue(word, out ImmutableArray<Row> found))
        {
            return null;
        }

        foreach (Row row in found)
        {
            if (row.Trigger == trigger && row.Code == code)
            {
                return row.Finer;
            }
        }

        string root = code[..2];
        foreach (Row row in found)
        {
            // "pledged blankets": 033 is what becomes of 070, and so 0333 of 073.
            if (!row.Trigger && !trigger && Composed(row.Code, root) == code && Composed(row.Finer, root) is { } finer && Refines(finer, code))
            {
                return finer;
            }
        }

        return !trigger && code is "030" or "100" or "120" ? Given(found, root) : null;
    }

    /// <summary>"turned down a request for ammunition": help, where the word stands for one kind of it alone.</summary>
    private string? Given(ImmutableArray<Row> found, string root)
    {
        string? given = null;
        foreach (Row row in found)
        {
            if (!row.Trigger && row.Code == "070" && Composed(row.Finer, root) is { } finer)
            {
                if (given is not null && given != finer)
                {
                    return null;
                }

                given = finer;
            }
        }

        return given;
    }

    public static bool Refines(string finer, string code) =>
        finer != code && finer.Length >= code.Length && finer.StartsWith(code is [_, _, '0'] ? code[..2] : code, StringComparison.Ordinal);
}
