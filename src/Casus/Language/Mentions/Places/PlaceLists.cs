using System.Globalization;

namespace Casus.Language;

/// <summary>Names that share the word for their kind: "Butler, Clark and Warren counties".</summary>
internal sealed class PlaceLists(PlaceCues cues)
{
    private const int Longest = 40;

    /// <summary>The singular with a capital ("County") of the plural that closes the list in which a name stands; null when it stands in none.</summary>
    /// <param name="at">The first atom of the name.</param>
    public string? KindOf(AtomBuffer atoms, int at)
    {
        bool open = false;
        for (int i = at; i < atoms.Count && i < at + Longest; i++)
        {
            ReadOnlySpan<char> word = atoms.Word(i);
            if (char.IsUpper(word[0]))
            {
                open = false;
            }
            else if (word is "," or "and" or "or" or "&" && i > at)
            {
                open = true;
            }
            else
            {
                return open || i == at || word is "-" ? null : Singular(word);
            }
        }

        return null;
    }

    private string? Singular(ReadOnlySpan<char> word)
    {
        if (word.Length < 5 || word[^1] != 's')
        {
            return null;
        }

        string singular = word.EndsWith("ies") ? string.Concat(word[..^3], "y") : word.EndsWith("shes") ? word[..^2].ToString() : word[..^1].ToString();
        singular = string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(singular[0])}{singular.AsSpan(1)}");
        return cues.KindsInName.Find(singular) is "admin1" or "admin2" ? singular : null;
    }
}
