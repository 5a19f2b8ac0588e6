using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>What a line of a page says about itself.</summary>
[Flags]
internal enum LineCue
{
    None = 0,

    /// <summary>Opens what follows an article: comments, related posts, footers.</summary>
    End = 1,

    /// <summary>A label, link or call that is not the article's.</summary>
    Drop = 2,

    /// <summary>A note about the author or the making of the text.</summary>
    Author = 4,
    Credit = 8,
    Caption = 16,
}

/// <summary>The table articles/lines: short phrases that tell clutter from prose. Comparisons ignore case.</summary>
internal sealed class LineCues
{
    private const int LongestWhole = 80, LongestCredit = 90;
    private readonly FrozenDictionary<string, LineCue> whole;
    private readonly FrozenDictionary<string, LineCue>.AlternateLookup<ReadOnlySpan<char>> wholeBySpan;
    private readonly FrozenDictionary<char, ImmutableArray<(string Text, LineCue Cue)>> starts;
    private readonly ImmutableArray<(SearchValues<string> Texts, LineCue Cue)> anywhere;
    private readonly FrozenSet<string> alternates;
    private readonly FrozenSet<string> networks;

    public LineCues(KnowledgeTable table)
    {
        int cue = table.Column("cue"), kind = table.Column("kind"), match = table.Column("match");
        var wholes = new Dictionary<string, LineCue>(StringComparer.OrdinalIgnoreCase);
        var heads = new List<(string Text, LineCue Cue)>();
        var inside = new List<(string Text, LineCue Cue)>();
        var alts = new List<string>();
        var names = new List<string>();
        foreach (KnowledgeRow row in table.Rows)
        {
            LineCue flag = Flag(row[kind]);
            switch (row[kind], row[match])
            {
                case ("alt", _):
                    alts.Add(row[cue]);
                    break;
                case ("network", _):
                    names.Add(row[cue]);
                    break;
                case (_, "whole"):
                    string key = Bare(row[cue]).ToString();
                    wholes[key] = wholes.GetValueOrDefault(key) | flag;
                    break;
                case (_, "start"):
                    heads.Add((row[cue], flag));
                    break;
                default:
                    inside.Add((row[cue], flag));
                    break;
            }
        }

        whole = wholes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        wholeBySpan = whole.GetAlternateLookup<ReadOnlySpan<char>>();
        starts = heads.GroupBy(h => char.ToLowerInvariant(h.Text[0])).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        anywhere = [.. inside.GroupBy(i => i.Cue, i => i.Text).Select(g => (SearchValues.Create([.. g], StringComparison.OrdinalIgnoreCase), g.Key))];
        alternates = alts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        networks = names.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every cue of a trimmed line. Cost is bounded by the line's first 400 characters.</summary>
    public LineCue Of(ReadOnlySpan<char> line)
    {
        line = line.Length > 400 ? line[..400] : line;
        LineCue found = LineCue.None;
        ReadOnlySpan<char> bare = Bare(line);
        if (bare.Length is > 0 and <= LongestWhole && wholeBySpan.TryGetValue(bare, out LineCue cue))
        {
            found |= cue;
        }

        if (line.Length > 0 && starts.TryGetValue(char.ToLowerInvariant(line[0]), out ImmutableArray<(string, LineCue)> heads))
        {
            foreach ((string text, LineCue flag) in heads)
            {
                if (line.StartsWith(text, StringComparison.OrdinalIgnoreCase) && (line.Length == text.Length || !char.IsLetter(text[^1]) || !char.IsLetter(line[text.Length])))
                {
                    found |= flag;
                }
            }
        }

        foreach ((SearchValues<string> texts, LineCue flag) in anywhere)
        {
            found |= line.ContainsAny(texts) ? flag : LineCue.None;
        }

        return IsNetworks(line) ? found | LineCue.Drop : found;
    }

    /// <summary>A caption without the credit that ends it: "The bridge at noon. Photo: Ana Roe" is "The bridge at noon."</summary>
    public string WithoutCredit(string caption)
    {
        for (int at = Math.Max(1, caption.Length - LongestCredit); at < caption.Length; at++)
        {
            if ((caption[at] == '©' || (char.IsLetter(caption[at]) && !char.IsLetterOrDigit(caption[at - 1]))) && IsCredit(caption.AsSpan(at)))
            {
                return caption[..at].TrimEnd(' ', '(', '[', '|', '-', '–', '—', '/', '\u00A0');
            }
        }

        return caption;
    }

    private bool IsCredit(ReadOnlySpan<char> text)
    {
        if (starts.TryGetValue(char.ToLowerInvariant(text[0]), out ImmutableArray<(string, LineCue)> heads))
        {
            foreach ((string cue, LineCue flag) in heads)
            {
                if (flag == LineCue.Credit && !char.IsLetter(cue[^1]) && text.StartsWith(cue, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>True for a word that names a picture rather than the world: "logo", "icon".</summary>
    public bool IsAlternate(ReadOnlySpan<char> word) => alternates.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>True when the line is only names of networks, spaced or glued, with words for pictures between.</summary>
    private bool IsNetworks(ReadOnlySpan<char> line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        int at = 0, names = 0;
        while (at < line.Length)
        {
            if (!char.IsLetter(line[at]))
            {
                at++;
                continue;
            }

            int length = Longest(networks, line[at..]);
            names += length > 0 ? 1 : 0;
            length = length > 0 ? length : Longest(alternates, line[at..]);
            if (length == 0)
            {
                return false;
            }

            at += length;
        }

        return names > 0;
    }

    private static int Longest(FrozenSet<string> words, ReadOnlySpan<char> text)
    {
        int best = 0;
        foreach (string word in words)
        {
            if (word.Length > best && text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                best = word.Length;
            }
        }

        return best;
    }

    /// <summary>The line without bullets, counts and punctuation at its ends: "Comments (3)" is "Comments".</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> line)
    {
        int begin = 0, end = line.Length;
        while (begin < end && !char.IsLetterOrDigit(line[begin]))
        {
            begin++;
        }

        while (end > begin && !char.IsLetter(line[end - 1]) && (end - 1 > begin))
        {
            end--;
        }

        return line[begin..end];
    }

    private static LineCue Flag(string kind) => kind switch
    {
        "end" => LineCue.End,
        "drop" => LineCue.Drop,
        "author" => LineCue.Author,
        "credit" => LineCue.Credit,
        "caption" => LineCue.Caption,
        _ => LineCue.None,
    };
}
