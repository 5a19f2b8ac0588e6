using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;

namespace Casus.Knowledge;

/// <summary>
/// Reads one map of a knowledge file strictly: each key is asked for once by its type, and <see cref="Done"/> reports
/// the keys nobody asked for. Reading goes on after a problem so that all of them come out together.
/// </summary>
internal sealed class EntryReader
{
    private readonly Dictionary<string, YamlPair> pairs = new(StringComparer.Ordinal);
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);
    private readonly ProblemList problems;

    public EntryReader(string path, YamlMap map, ProblemList problems)
    {
        Path = path;
        Line = map.Line;
        this.problems = problems;
        foreach (YamlPair pair in map.Pairs)
        {
            if (!pairs.TryAdd(pair.Key, pair))
            {
                problems.Add(path, pair.Line, $"the key '{pair.Key}' is there twice", "keep one of them");
            }
        }
    }

    public string Path { get; }

    public int Line { get; }

    public int LineOf(string key) => pairs.TryGetValue(key, out YamlPair? pair) ? pair.Line : Line;

    public bool Has(string key) => pairs.ContainsKey(key);

    public string Text(string key) => Optional(key) ?? Missing(key, "");

    public string? Optional(string key)
    {
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (value is YamlText { Text: var text } && text.Trim().Length > 0)
        {
            return text.Trim();
        }

        problems.Add(Path, value.Line, $"'{key}' is not a text", $"write one text after '{key}:'");
        return "";
    }

    public string Word(string key, FrozenSet<string> allowed)
    {
        string word = Text(key);
        Check(key, word, LineOf(key), allowed);
        return word;
    }

    public string? OptionalWord(string key, FrozenSet<string> allowed)
    {
        string? word = Optional(key);
        if (word is not null)
        {
            Check(key, word, LineOf(key), allowed);
        }

        return word;
    }

    public double Number(string key, double least, double most) => OptionalNumber(key, least, most) ?? Missing(key, 0.0);

    public double? OptionalNumber(string key, double least, double most)
    {
        if (Optional(key) is not { } text)
        {
            return null;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && number >= least && number <= most)
        {
            return number;
        }

        problems.Add(Path, LineOf(key), $"'{key}' is not a number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}: '{text}'", "write such a number");
        return 0;
    }

    public bool Truth(string key)
    {
        string text = Text(key);
        if (text is not ("true" or "false" or ""))
        {
            problems.Add(Path, LineOf(key), $"'{key}' is neither true nor false: '{text}'", "write true or false");
        }

        return text == "true";
    }

    /// <summary>A list of texts; one text stands for a list of one. Empty when the key is absent.</summary>
    public ImmutableArray<string> Words(string key) => Texts(key).Select(t => t.Text).ToImmutableArray();

    public ImmutableArray<string> Words(string key, FrozenSet<string> allowed)
    {
        foreach (YamlText text in Texts(key))
        {
            Check(key, text.Text, text.Line, allowed);
        }

        return Words(key);
    }

    public IEnumerable<YamlText> Texts(string key)
    {
        switch (Find(key))
        {
            case null:
                yield break;
            case YamlText text:
                yield return text with { Text = text.Text.Trim() };
                yield break;
            case YamlList list:
                foreach (YamlPiece piece in list.Pieces)
                {
                    if (piece is YamlText { Text: var words } item && words.Trim().Length > 0)
                    {
                        yield return item with { Text = words.Trim() };
                    }
                    else
                    {
                        problems.Add(Path, piece.Line, $"'{key}' holds something that is not a text", "quote it or take it out");
                    }
                }

                yield break;
            case var other:
                problems.Add(Path, other.Line, $"'{key}' is not a list of texts", "write [one, two]");
                yield break;
        }
    }

    /// <summary>The maps in a list. Texts in it go to <paramref name="onText"/>; without it they are problems.</summary>
    public IEnumerable<EntryReader> Entries(string key, Action<YamlText>? onText = null)
    {
        YamlPiece? value = Find(key);
        if (value is null)
        {
            yield break;
        }

        if (value is not YamlList list)
        {
            problems.Add(Path, value.Line, $"'{key}' is not a list", "begin each entry with '- '");
            yield break;
        }

        foreach (YamlPiece piece in list.Pieces)
        {
            if (piece is YamlMap map)
            {
                yield return new EntryReader(Path, map, problems);
            }
            else if (piece is YamlText text && onText is not null)
            {
                onText(text);
            }
            else
            {
                problems.Add(Path, piece.Line, $"an entry of '{key}' has no keys", "write key: value pairs");
            }
        }
    }

    /// <summary>The map under a key; null when absent.</summary>
    public EntryReader? Entry(string key)
    {
        YamlPiece? value = Find(key);
        if (value is null)
        {
            return null;
        }

        if (value is YamlMap map)
        {
            return new EntryReader(Path, map, problems);
        }

        problems.Add(Path, value.Line, $"'{key}' holds no keys", "write { key: value }");
        return null;
    }

    /// <summary>Keys in the order of the file, for maps whose keys are free.</summary>
    public IEnumerable<string> Keys => pairs.Values.OrderBy(p => p.Line).Select(p => p.Key);

    /// <summary>A validity such as "2021-08-15..", "..2018-05-31", "2013..2018-06"; absent means always.</summary>
    public (DateOnly? From, DateOnly? Until) Validity(string key)
    {
        if (Optional(key) is not { } text)
        {
            return (null, null);
        }

        if (Dates.TryRange(text, out DateOnly? from, out DateOnly? until))
        {
            return (from, until);
        }

        problems.Add(Path, LineOf(key), $"'{text}' is not a range of days", "write FROM..UNTIL with days like 2021-08-15, 2021-08 or 2021; either end may be empty");
        return (null, null);
    }

    public void Problem(int line, string message, string remedy) => problems.Add(Path, line, message, remedy);

    /// <summary>Call when every known key was asked for.</summary>
    public void Done()
    {
        foreach (YamlPair pair in pairs.Values.Where(p => !asked.Contains(p.Key)))
        {
            problems.Add(Path, pair.Line, $"unknown key '{pair.Key}'", $"known here: {string.Join(", ", asked.Order(StringComparer.Ordinal))}");
        }
    }

    private YamlPiece? Find(string key)
    {
        asked.Add(key);
        return pairs.TryGetValue(key, out YamlPair? pair) ? pair.Value : null;
    }

    private T Missing<T>(string key, T instead)
    {
        problems.Add(Path, Line, $"the key '{key}' is missing", $"add '{key}:'");
        return instead;
    }

    private void Check(string key, string word, int line, FrozenSet<string> allowed)
    {
        if (word.Length > 0 && !allowed.Contains(word))
        {
            problems.Add(Path, line, $"'{word}' is no {key}", $"one of: {string.Join(", ", allowed.Order(StringComparer.Ordinal))}");
        }
    }
}
