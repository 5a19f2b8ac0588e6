using System.Collections.Frozen;

namespace Casus.Language;

/// <summary>
/// Finds lost spaces in bad copy, only where it is sure: "recognisedit" → recognised it, "AbdulGhaniBaradar" → Abdul Ghani Baradar.
/// Offsets stay those of the text; nothing is rewritten.
/// </summary>
/// <param name="words">Folded words of the training treebanks → how often they occur (1–255) in the low byte, and <see cref="Function"/> for function words.</param>
internal sealed class CopyRepair(FrozenDictionary<string, int> words)
{
    public const int Function = 256;

    /// <summary>Ends a word surely enough for a function word to have been glued on.</summary>
    public const int Inflected = 512;

    private const int Longest = 60;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Occurrences of a word in the training treebanks, up to 255.</summary>
    public int Frequency(ReadOnlySpan<char> folded) => lookup.TryGetValue(folded, out int word) ? word & 255 : 0;

    /// <summary>True for articles, pronouns, prepositions, conjunctions and auxiliaries.</summary>
    public bool IsFunction(ReadOnlySpan<char> folded) => lookup.TryGetValue(folded, out int word) && (word & Function) != 0;

    /// <summary>Positions inside the token where a space is missing, in order, written to <paramref name="cuts"/>; returns how many.</summary>
    public int Cuts(ReadOnlySpan<char> token, Span<int> cuts)
    {
        if (token.Length is < 5 or > Longest || cuts.Length < 8)
        {
            return 0;
        }

        int humps = 0;
        bool letters = true;
        for (int i = 0; i < token.Length; i++)
        {
            letters &= char.IsLetter(token[i]);
            humps += i > 0 && char.IsUpper(token[i]) && char.IsLower(token[i - 1]) ? 1 : 0;
        }

        if (!letters)
        {
            return 0;
        }

        return humps > 0 ? Humps(token, humps, cuts) : char.IsUpper(token[^1]) ? 0 : Glued(token, cuts);
    }

    /// <summary>
    /// True on either side of the stop in "late.The": a lower-case word before it, a capitalised one behind; where the first is capitalised too
    /// ("Monday.The") the second must be a function word, as "Example.Com" is an address.
    /// </summary>
    public bool IsLostStop(ReadOnlySpan<char> chunk, int at)
    {
        int dot = chunk[at] == '.' ? at : at - 1;
        if (dot < 2 || dot + 2 >= chunk.Length || chunk[dot] != '.' || !char.IsUpper(chunk[dot + 1]) || !char.IsLower(chunk[dot + 2]))
        {
            return false;
        }

        int begin = dot, end = dot + 1;
        while (begin > 0 && dot - begin < Longest && char.IsLetter(chunk[begin - 1]))
        {
            begin--;
        }

        while (end < chunk.Length && end - dot < Longest && char.IsLetter(chunk[end]))
        {
            end++;
        }

        if (dot - begin < 2 || !char.IsLower(chunk[dot - 1]) || !char.IsLower(chunk[dot - 2]) || chunk[..Math.Min(begin, 64)].IndexOfAny('/', '@') >= 0)
        {
            return false;
        }

        if (char.IsLower(chunk[begin]))
        {
            return true;
        }

        Span<char> folded = stackalloc char[end - dot - 1];
        CharKinds.Fold(chunk[(dot + 1)..end], folded);
        return IsFunction(folded);
    }

    private static int Humps(ReadOnlySpan<char> token, int humps, Span<int> cuts)
    {
        if (humps is < 2 or > 7 || !char.IsUpper(token[0]))
        {
            return 0;
        }

        int count = 0, start = 0;
        for (int i = 1; i <= token.Length; i++)
        {
            if (i < token.Length && !char.IsUpper(token[i]))
            {
                continue;
            }

            if (i - start < 3)
            {
                return 0;
            }

            if (i < token.Length)
            {
                cuts[count++] = i;
            }

            start = i;
        }

        return count;
    }

    private int Glued(ReadOnlySpan<char> token, Span<int> cuts)
    {
        Span<char> folded = stackalloc char[token.Length];
        CharKinds.Fold(token, folded);

        if (lookup.ContainsKey(folded))
        {
            return 0;
        }

        int found = 0;
        for (int i = 2; i <= folded.Length - 2; i++)
        {
            if (!lookup.TryGetValue(folded[..i], out int left) || !IsFunction(folded[i..]))
            {
                continue;
            }

            bool sure = (left & Inflected) != 0 && i >= 5 || (left & Function) != 0 && folded.Length - i >= 3 && (i == 2 || i == 3);
            if (!sure)
            {
                continue;
            }

            if (found != 0)
            {
                return 0;
            }

            found = i;
        }

        if (found == 0)
        {
            return 0;
        }

        cuts[0] = found;
        return 1;
    }
}
