using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Turns the text of a byline into names of people. Desks, agencies and addresses are not people.</summary>
internal sealed class Bylines(ArticleWords words)
{
    private const int LongestName = 60;

    /// <summary>The people of a byline such as "By Jane Roe and John Doe, Staff Reporter | 3 May 2024".</summary>
    public ImmutableArray<string> People(string text)
    {
        var people = ImmutableArray.CreateBuilder<string>();
        foreach (string piece in Pieces(text))
        {
            string name = Stripped(piece);
            if (IsPerson(name) && !people.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                people.Add(name);
            }
        }

        return people.ToImmutable();
    }

    /// <summary>True when a line says who wrote: "By Jane Roe".</summary>
    public bool IsByline(string line) =>
        line.Length <= 120 && Lead(line) is { } lead && lead.Length < line.Length && People(line).Length > 0;

    private IEnumerable<string> Pieces(string text) =>
        text.Split([",", ";", "|", "•", "·", " – ", " - ", " — ", "/", " & ", " and ", " AND ", " und ", " et ", " y ", "\n", "("], 12, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

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

        return WithoutDouble(piece.Trim().TrimEnd('.', ':', '-').Trim());
    }

    /// <summary>"Jane Roe by Jane Roe" and "Jane Roe Jane Roe" (the alternative text of a portrait before the byline) are Jane Roe.</summary>
    private string WithoutDouble(string name)
    {
        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int half = parts.Length / 2;
        bool joined = parts.Length % 2 == 1 && words.Bylines.GetValueOrDefault("lead", []).Contains(parts[half], StringComparer.OrdinalIgnoreCase);
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

    private bool IsPerson(string name)
    {
        if (name.Length is < 3 or > LongestName || name.Contains("http", StringComparison.OrdinalIgnoreCase) || name.Contains('@', StringComparison.Ordinal) || !char.IsLetter(name[0]))
        {
            return false;
        }

        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length > 5 || words.Bylines.GetValueOrDefault("desk", []).Contains(name, StringComparer.OrdinalIgnoreCase)
            || words.Bylines.GetValueOrDefault("lead", []).Contains(name, StringComparer.OrdinalIgnoreCase) || words.OutletNames.Contains(name))
        {
            return false;
        }

        int capitals = 0;
        foreach (string part in parts)
        {
            if (part.Any(char.IsDigit) || words.Months.ContainsKey(part.TrimEnd('.')) && parts.Length < 2 || words.Bylines.GetValueOrDefault("group", []).Contains(part, StringComparer.OrdinalIgnoreCase))
            {
                return false;
            }

            capitals += char.IsUpper(part[0]) ? 1 : 0;
        }

        return capitals > 0 && capitals >= parts.Length - 2;
    }
}
