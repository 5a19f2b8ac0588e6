using System.Collections.Frozen;

namespace Casus.Language;

/// <summary>Stops that belong to a word: titles before names ("Maj. Gen."), units before numbers ("Rs.50"), initials ("A. K. Singh").</summary>
/// <param name="before">Abbreviations that stand before a name or number, folded, without their stop.</param>
/// <param name="words">Tells function words: behind an abbreviation they begin a sentence.</param>
internal sealed class Abbreviations(FrozenSet<string> before, CopyRepair words)
{
    private const int Longest = 8;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = before.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True where the stop at <paramref name="stop"/> must not be cut off the word that begins at <paramref name="start"/>.</summary>
    /// <param name="next">What follows behind the stretch; empty at the end.</param>
    public bool KeepsStop(ReadOnlySpan<char> chunk, int start, int stop, ReadOnlySpan<char> next) =>
         IsListed(chunk[start..stop])
            ? stop + 1 < chunk.Length || StartsName(next) || StartsNumber(next)
            : stop == start + 1 && stop + 1 == chunk.Length && char.IsUpper(chunk[start]) && StartsName(next);

    /// <summary>True between a listed abbreviation's stop and what is glued to it: "Rs.50", "Gen.Khan".</summary>
    public bool EndsBefore(ReadOnlySpan<char> chunk, int start, int at) =>
        chunk[at - 1] == '.' && char.IsLetterOrDigit(chunk[at]) && at - 1 > start && IsListed(chunk[start..(at - 1)]);

    /// <summary>Whether a sentence ends behind a token with a stop of its own; null where this does not tell.</summary>
    public bool? EndsSentence(ReadOnlySpan<char> token, ReadOnlySpan<char> next)
    {
        if (token.Length < 2 || token[^1] != '.' || !char.IsLetter(token[0]))
        {
            return null;
        }

        if (token.Length == 2 ? char.IsUpper(token[0]) : IsListed(token[..^1]))
        {
            return StartsName(next) || StartsNumber(next) ? false : null;
        }

        // "at 6 a.m. He left": inner stops, and a word that begins sentences.
        bool inner = token.Length is 4 or 6 && token[1] == '.';
        return inner && (char.IsUpper(token[0]) || token[^2] is 'm') && char.IsUpper(next[0]) && next.Length > 1 && IsFunction(next) ? true : null;
    }

    /// <summary>"wrote on X. The army …": the site, and nobody's initial.</summary>
    /// <param name="text">Up to the stop.</param>
    public static bool IsSite(ReadOnlySpan<char> text, int start) => text[start..] is "X" && text[..start].TrimEnd().EndsWith(" on");

    private bool StartsName(ReadOnlySpan<char> next) => next.Length > 0 && char.IsUpper(next[0]) && !IsFunction(next);

    private static bool StartsNumber(ReadOnlySpan<char> next) => next.Length > 0 && char.IsAsciiDigit(next[0]);

    private bool IsListed(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 or > Longest)
        {
            return false;
        }

        Span<char> folded = stackalloc char[word.Length];
        CharKinds.Fold(word, folded);
        return lookup.Contains(folded);
    }

    private bool IsFunction(ReadOnlySpan<char> word)
    {
        int length = 0;
        while (length < word.Length && length < Longest && char.IsLetter(word[length]))
        {
            length++;
        }

        Span<char> folded = stackalloc char[length];
        CharKinds.Fold(word[..length], folded);
        return length >= 2 && words.IsFunction(folded);
    }

}
