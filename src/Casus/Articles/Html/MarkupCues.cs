using System.Buffers;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>What an element says of its part of the page, by its name, class and id.</summary>
[Flags]
internal enum PartCue
{
    None = 0,
    Body = 1,
    Clutter = 4,
    Comment = 8,
    Caption = 16,
    Credit = 32,
    Byline = 64,
    Date = 128,
    Subtitle = 256,

    /// <summary>A short line above a headline.</summary>
    Kicker = 512,

    /// <summary>The site's own name.</summary>
    Logo = 1024,

    /// <summary>A blog that is written while things happen, or an entry of it.</summary>
    Live = 2048,

    /// <summary>A clock of the site: the day on which the page was loaded.</summary>
    Clock = 4096,
}

/// <summary>The table articles/markup: words of classes and ids.</summary>
internal sealed class MarkupCues
{
    /// <summary>About 2 MB.</summary>
    private const int MostMet = 20_000;

    private readonly ImmutableArray<(SearchValues<string> Cues, PartCue Flag)> words;
    private readonly ImmutableArray<(SearchValues<string> Cues, PartCue Flag)> parts;
    private readonly FrozenDictionary<string, PartCue> tokens;

    /// <summary>What was found on pages before: sites repeat their classes. The first ones stay; a cue depends on the attribute alone.</summary>
    private readonly ConcurrentDictionary<string, PartCue> met = new(StringComparer.Ordinal);

    // Asking the dictionary for its count takes all of its locks.
    private int metCount;

    /// <summary>All of them at once: most attributes hold none.</summary>
    private readonly SearchValues<string> anyWord, anyPart;

    public MarkupCues(KnowledgeTable table)
    {
        int cue = table.Column("cue"), kind = table.Column("kind"), match = table.Column("match");
        (string Cue, string Kind)[] whole = [.. table.Rows.Where(r => r[match] == "word").Select(r => ($"-{r[cue]}-", r[kind]))];
        (string Cue, string Kind)[] inside = [.. table.Rows.Where(r => r[match] == "part").Select(r => (r[cue].Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal), r[kind]))];
        (words, parts) = (Sets(whole), Sets(inside));
        anyWord = SearchValues.Create([.. whole.Select(c => c.Cue)], StringComparison.Ordinal);
        anyPart = SearchValues.Create([.. inside.Select(c => c.Cue)], StringComparison.Ordinal);
        tokens = table.Rows.Where(r => r[match] == "token").GroupBy(r => r[cue], StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.Aggregate(PartCue.None, (all, r) => all | Flag(r[kind])), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The cues of one class or id attribute. "part" cues ignore hyphens and underscores, "word" cues are whole words between them, "token" cues a whole class.</summary>
    public PartCue Of(string attribute, Dictionary<string, PartCue> seen)
    {
        if (attribute.Length is 0 or > 400)
        {
            return PartCue.None;
        }

        if (seen.TryGetValue(attribute, out PartCue known))
        {
            return known;
        }

        if (met.TryGetValue(attribute, out known))
        {
            seen.Add(attribute, known);
            return known;
        }

        PartCue found = PartCue.None;
        Span<char> joined = stackalloc char[attribute.Length], split = stackalloc char[attribute.Length * 2 + 2];
        int joinedLength = 0, splitLength = 0;
        split[splitLength++] = '-';
        for (int i = 0; i < attribute.Length; i++)
        {
            char c = attribute[i];
            if (char.IsLetterOrDigit(c))
            {
                if (char.IsUpper(c) && i > 0 && char.IsLower(attribute[i - 1]))
                {
                    split[splitLength++] = '-';
                }

                joined[joinedLength++] = split[splitLength++] = char.ToLowerInvariant(c);
                continue;
            }

            split[splitLength++] = '-';
            if (c is not ('-' or '_'))
            {
                joined[joinedLength++] = ' ';
            }
        }

        split[splitLength++] = '-';
        ReadOnlySpan<char> whole = split[..splitLength], run = joined[..joinedLength];
        bool hasWord = whole.ContainsAny(anyWord), hasPart = run.ContainsAny(anyPart);
        foreach ((SearchValues<string> cues, PartCue flag) in hasWord ? words : [])
        {
            found |= whole.ContainsAny(cues) ? flag : PartCue.None;
        }

        foreach ((SearchValues<string> cues, PartCue flag) in hasPart ? parts : [])
        {
            found |= run.ContainsAny(cues) ? flag : PartCue.None;
        }

        var byToken = tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (Range range in attribute.AsSpan().Split(' '))
        {
            found |= byToken.TryGetValue(attribute.AsSpan()[range], out PartCue flag) ? flag : PartCue.None;
        }

        seen.Add(attribute, found);
        if (Volatile.Read(ref metCount) < MostMet && met.TryAdd(attribute, found))
        {
            Interlocked.Increment(ref metCount);
        }

        return found;
    }

    private static ImmutableArray<(SearchValues<string> Cues, PartCue Flag)> Sets(IEnumerable<(string Cue, string Kind)> rows) =>
        [.. rows.GroupBy(r => r.Kind, r => r.Cue, StringComparer.Ordinal).Select(g => (SearchValues.Create([.. g], StringComparison.Ordinal), Flag(g.Key)))];

    private static PartCue Flag(string kind) => kind switch
    {
        "body" => PartCue.Body,
        "clutter" => PartCue.Clutter,
        "comment" => PartCue.Comment,
        "caption" => PartCue.Caption,
        "credit" => PartCue.Credit,
        "byline" => PartCue.Byline,
        "date" => PartCue.Date,
        "subtitle" => PartCue.Subtitle,
        "kicker" => PartCue.Kicker,
        "logo" => PartCue.Logo,
        "live" => PartCue.Live,
        "clock" => PartCue.Clock,
        _ => PartCue.None,
    };
}
