using System.Collections.Frozen;

namespace Casus.Language;

/// <summary>
/// Takes written tokens apart into the words of the treebanks: "don't" → do n't, "workers'" → workers ', "cannot" → can not.
/// Regular endings are rules; the rest is a list learnt from the treebanks.
/// </summary>
/// <param name="irregular">Folded token → position of the cut; 0 where a regular-looking token stays whole.</param>
internal sealed class Contractions(FrozenDictionary<string, int> irregular)
{
    private const int Longest = 24;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = irregular.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Position of the cut inside the token; 0 when it is one word.</summary>
    public int Cut(ReadOnlySpan<char> token)
    {
        if (token.Length is < 2 or > 256)
        {
            return 0;
        }

        Span<char> folded = stackalloc char[token.Length];
        CharKinds.Fold(token, folded);

        return token.Length <= Longest && lookup.TryGetValue(folded, out int cut) ? cut : Regular(folded);
    }

    /// <summary>The cut by ending alone, on a folded token.</summary>
    public static int Regular(ReadOnlySpan<char> folded)
    {
        int n = folded.Length;
        if (n > 3 && folded.EndsWith("n't") && char.IsLetter(folded[n - 4]))
        {
            return n - 3;
        }

        int mark = folded.LastIndexOf('\'');
        if (mark <= 0 || !char.IsLetterOrDigit(folded[mark - 1]))
        {
            return n > 2 && mark > 0 && folded[(mark + 1)..] is "s" && folded[mark - 1] is '.' or '%' ? mark : 0;
        }

        return folded[(mark + 1)..] switch
        {
            "s" or "ll" or "re" or "ve" or "d" or "m" => mark,
            "" when folded[mark - 1] == 's' && n > 2 => mark,
            _ => 0,
        };
    }

    /// <summary>True when two words that touch were one written token: the second is a clitic.</summary>
    public static bool IsClitic(ReadOnlySpan<char> form) => form.Length is >= 1 and <= 3;
}
