using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Turns the text of a byline into names of people. Desks, agencies and addresses are not people.</summary>
internal sealed class Bylines(ArticleWords words)
{
    private const int LongestName = 60;
    private const int LongestHandle = 20;
    private const int LongestWhole = 50;

    private static readonly string[] Breaks =
        [",", ";", "|", "•", "·", " – ", " - ", " — ", "/", " & ", " + ", " and ", " AND ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " i ", "\n", "("];

    private readonly NameWords names = words.Names;

    /// <summary>The people of a byline such as "By Jane Roe and John Doe, Staff Reporter | 3 May 2024".</summary>
    /// <param name="handles">Whether a lone word without capitals is somebody's name: where markup says that it is one.</param>
    public ImmutableArray<string> People(string text, bool handles = false)
    {
        var people = ImmutableArray.CreateBuilder<string>();
        bool body = false;
        if (text.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        foreach (string piece in Pieces(WithoutLead(text)))
        {
            string name = Stripped(piece);
            // What follows a body in its byline is its address or the rest of its name: "Ministry of Trade, Industry and Crafts".
            if ((body ? names.IsFullName(name) : IsPerson(name)) || (handles && !body && IsHandle(name)))
            {
                if (!people.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    people.Add(name);
                }
            }
            else
            {
                body |= people.Count == 0 && names.IsBody(name);
            }
        }

        return people.ToImmutable();
    }

    /// <summary>True when a line says who wrote: "By Jane Roe".</summary>
    public bool IsByline(string line) =>
        line.Length <= 120 && Lead(line) is { } lead && lead.Length < line.Length && People(line).Length > 0;

    /// <summary>
    /// The people of a line that readers see: "By Jane Roe", "Text: Jane Roe". Running text begins with such words too, so names are whole ones; none when it is no byline.
    /// </summary>
    public ImmutableArray<string> Shown(string line)
    {
        line = line.TrimStart('-', '–', '—', '~', '|', ' ', '(', '[', '•', '·', '»', '\u00A0');
        line = line.Length > 120 || Lead(line) is not null ? line : FromLabel(line);
        if (line.Length > 120 || Lead(line) is not { } lead)
        {
            return [];
        }

        ImmutableArray<string> people = People(line);
        string first = people.Length > 0 ? people[0] : "";
        int at = first.Length == 0 ? -1 : line.IndexOf(first, lead.Length, StringComparison.Ordinal);
        string rest = at < 0 ? "" : line[(at + first.Length)..].Trim();
        // "Posted by Jane" is a byline; "By Monday" is none.
        if (at < 0 || at > lead.Length + LongestHandle || !(names.IsNameLike(first) || (rest.Length == 0 && lead.Length > 6)))
        {
            return [];
        }

        int word = rest.IndexOf(' ', StringComparison.Ordinal);
        bool ends = rest.Length == 0 || !char.IsLetter(rest[0]) || Array.Exists(Breaks, b => (rest + " ").StartsWith(b.TrimStart(), StringComparison.Ordinal)) || IsTail(word < 0 ? rest : rest[..word]);
        return ends && (rest.Length <= 2 || lead[^1] == ':' || !Prose.EndsSentence(rest) || rest.EndsWith(')')) ? people : [];
    }

    /// <summary>A line from the label of its byline on: "3 May 2024 Author: Jane Roe"; the line when it holds none.</summary>
    private string FromLabel(string line)
    {
        foreach (string lead in words.Bylines.GetValueOrDefault("lead", []))
        {
            int at = lead.Length > 5 && lead[^1] == ':' ? line.IndexOf(lead, StringComparison.OrdinalIgnoreCase) : -1;
            if (at > 0 && !char.IsLetter(line[at - 1]))
            {
                return line[at..];
            }
        }

        return line;
    }

    /// <summary>True when a line only announces whose name follows: "By", "Author:".</summary>
    public bool IsLead(string line) =>
        line.Length <= 30 && words.Bylines.GetValueOrDefault("lead", []).Contains(line.TrimEnd(' ', ':', '\u00A0'), StringComparer.OrdinalIgnoreCase);

    public bool IsPerson(string name)
    {
        if (name.Length is < 2 or > LongestName || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || name.Contains('@', StringComparison.Ordinal) || !char.IsLetter(name[0]))
        {
            return false;
        }

        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 5 || parts[0][^1] == ':' || (parts.Length > 1 && char.IsLower(parts[^1][0])) || IsNobody(name) || words.OutletNames.Contains(name) || names.IsBody(name) || (parts.Length == 1 && !NameWords.IsLoneName(name)))
        {
            return false;
        }

        int capitals = 0;
        foreach (string part in parts)
        {
            if (part.Any(char.IsDigit) || (parts.Length < 2 && words.Months.ContainsKey(part.TrimEnd('.'))))
            {
                return false;
            }

            capitals += char.IsLower(part[0]) ? 0 : 1;
        }

        // "Head of ABC", "Reporter ABC".
        bool post = parts.Length > 1 && NameWords.IsAbbreviation(parts[^1]) && !NameWords.IsAbbreviation(parts[0]);
        return capitals > 0 && capitals >= parts.Length - 2 && !post;
    }

    /// <summary>A name that its bearer chose: one word, such as "runner23".</summary>
    private bool IsHandle(string name)
    {
        if (name.Length is < 3 or > LongestHandle || !char.IsLetter(name[0]) || name.StartsWith("http", StringComparison.OrdinalIgnoreCase) || IsNobody(name) || names.IsBody(name))
        {
            return false;
        }

        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                return false;
            }
        }

        return !words.Months.ContainsKey(name);
    }

    private bool IsNobody(string name) => Is("desk", name) || Is("label", name) || Is("lead", name);

    /// <summary>The desk, body or pen name that a byline without a person names: "By News Desk", "von Redaktion Klima"; null when it names none.</summary>
    public string? Desk(string text)
    {
        text = WithoutLead(text);
        string name = Stripped(text);
        if ((words.Lines.Of(text) & LineCue.Credit) != 0 || name.Contains(',', StringComparison.Ordinal) || name.Contains('©', StringComparison.Ordinal))
        {
            return null;
        }

        bool written = name.Length is >= 2 and <= LongestWhole && char.IsLetter(name[0]) && !name.Contains("://", StringComparison.Ordinal) && !name.Contains('@', StringComparison.Ordinal);
        return written && name.Count(c => c == ' ') < 7 && !name.Any(char.IsDigit) && !Is("label", name) && !Is("lead", name) && !Prose.EndsSentence(name) ? name : null;
    }

    private bool Is(string kind, string name) => words.Bylines.GetValueOrDefault(kind, []).Contains(name, StringComparer.OrdinalIgnoreCase);

    private bool IsTail(string word) => Is("tail", word) || Is("tail", word.TrimEnd(':', ','));

    private static string[] Pieces(string text) => text.Split(Breaks, 16, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Leads may hold what else parts names: "Author/in:", "Text &amp; photos:".</summary>
    private string WithoutLead(string text)
    {
        text = text.Trim();
        return Lead(text) is { Length: > 5 } lead ? text[lead.Length..] : text;
    }

    private string Stripped(string piece)
    {
        for (int round = 0; round < 3; round++)
        {
            string? lead = Lead(piece) ?? Start(piece, "post");
            if (lead is null || lead.Length >= piece.Length)
            {
                break;
            }

            piece = piece[lead.Length..].TrimStart(' ', ':', '\u00A0');
        }

        return WithoutDouble(WithoutTail(piece.Trim()).TrimEnd('.', ':', '-', ')', ']').Trim());
    }

    /// <summary>Cuts what follows a name without a mark: "Jane Roe on Monday", "Jane Roe @jroe".</summary>
    private string WithoutTail(string piece)
    {
        for (int at = piece.IndexOf(' ', StringComparison.Ordinal); at > 0 && at + 1 < piece.Length; at = piece.IndexOf(' ', at + 1))
        {
            int end = piece.IndexOf(' ', at + 1);
            string word = end < 0 ? piece[(at + 1)..] : piece[(at + 1)..end];
            if (word.StartsWith('@') || IsTail(word))
            {
                return piece[..at];
            }
        }

        return piece;
    }

    /// <summary>"Jane Roe by Jane Roe" and "Jane Roe Jane Roe" (the alternative text of a portrait before the byline) are Jane Roe.</summary>
    private string WithoutDouble(string name)
    {
        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int half = parts.Length / 2;
        bool joined = parts.Length % 2 == 1 && Is("lead", parts[half]);
        return half > 0 && (joined || parts.Length % 2 == 0) && parts[..half].SequenceEqual(parts[^half..], StringComparer.OrdinalIgnoreCase) ? string.Join(' ', parts[..half]) : name;
    }

    private string? Lead(string text) => Start(text, "lead");

    private string? Start(string text, string kind)
    {
        foreach (string lead in words.Bylines.GetValueOrDefault(kind, []))
        {
            if (text.Length > lead.Length && text.StartsWith(lead, StringComparison.OrdinalIgnoreCase) && (text[lead.Length] is ' ' or ':' or '\u00A0' || lead[^1] == ':'))
            {
                return lead;
            }
        }

        return null;
    }
}
