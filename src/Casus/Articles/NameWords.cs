using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Tells names of people from names of bodies by their words.</summary>
internal sealed class NameWords(ImmutableArray<string> groups, ImmutableArray<string> endings, IEnumerable<string> organisations, IEnumerable<string> given)
{
    private const int ShortestAbbreviation = 2, LongestAbbreviation = 6;

    private readonly FrozenSet<string> bodies = groups.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly FrozenSet<string> capitalised = organisations.ToFrozenSet(StringComparer.Ordinal);
    private readonly string[] ends = [.. endings];
    private readonly FrozenSet<string> givenNames = given.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when a word says that the name is an organisation's, a site's or a thing's.</summary>
    public bool IsBody(string name)
    {
        foreach (string part in name.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = part.Trim('.', ',', ')', '(', ':');
            if (bodies.Contains(part) || bodies.Contains(word) || (word.Length > 2 && name.Length > word.Length && capitalised.Contains(word)) || IsHost(part) || Array.Exists(ends, e => word.Length > e.Length && word.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Two to four words, the first a given name that is known: whole whatever stands around it.</summary>
    public bool IsFullName(string name)
    {
        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 2 and <= 4 && givenNames.Contains(parts[0]) && char.IsUpper(parts[^1][0]) && !IsBody(name);
    }

    /// <summary>Two to five words, the first and the last with capitals and letters only: "Ana de la Cruz", "J. R. Roe".</summary>
    public bool IsNameLike(string name)
    {
        string[] parts = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length is >= 2 and <= 5 && char.IsUpper(parts[0][0]) && char.IsUpper(parts[^1][0])
            && name.All(c => char.IsLetter(c) || c is ' ' or '.' or '-' or '\'' or '’' or '‐') && !IsBody(name);
    }

    /// <summary>False for a lone word that abbreviates: "ABC". A letter is a name only in scripts without capitals.</summary>
    public static bool IsLoneName(string word) => !IsAbbreviation(word) && word.Length > (char.IsUpper(word[0]) || char.IsLower(word[0]) ? 2 : 1);

    public static bool IsAbbreviation(string word) =>
        word.Length is >= ShortestAbbreviation and <= LongestAbbreviation && word.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0;

    private static bool IsHost(string word)
    {
        int dot = word.LastIndexOf('.');
        return dot > 2 && word.Length - dot is 3 or 4 or 5 && word[..dot].All(c => char.IsLetterOrDigit(c) || c is '-' or '.') && word[(dot + 1)..].All(char.IsAsciiLetterLower);
    }
}
