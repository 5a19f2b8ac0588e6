namespace Casus.Language;

/// <summary>
/// Cuts that need no model. The treebanks show few of these signs glued to words; careless copy is full of them.
/// They only add to what the model cuts.
/// </summary>
internal static class SureCuts
{
    /// <param name="chunk">A stretch without spaces.</param>
    /// <param name="start">Where the token that would be cut begins in it.</param>
    public static bool Between(ReadOnlySpan<char> chunk, int start, int at)
    {
        char left = chunk[at - 1], right = chunk[at];
        bool word = char.IsLetterOrDigit(left), next = char.IsLetterOrDigit(right);
        if (left is '“' or '”' or '"' or '—' or '…' || right is '“' or '”' or '"' or '—' or '…')
        {
            return left != right && (word || next) && !IsAddress(chunk, start);
        }

        return right switch
        {
            ')' or ']' when word => !HasBracket(chunk, start, at),
            ',' or ';' when word => at + 1 == chunk.Length || (!char.IsDigit(chunk[at + 1]) && !IsAddress(chunk, start)),
            '`' when word => true,
            // "Tuesday's": a name of that ending in the treebank taught the model to keep the day whole.
            '\'' or '’' when word => at + 2 == chunk.Length && chunk[at + 1] == right || (char.IsLetter(left) && at + 1 < chunk.Length && chunk[at + 1] == 's' && (at + 2 == chunk.Length || !char.IsLetterOrDigit(chunk[at + 2]))),
            _ => next && left switch
            {
                '(' or '[' => at - 1 == start,
                '`' => true,
                '‘' => at - 1 == start && char.IsLetter(right) && !IsClipped(chunk[at..]),
                '.' => at == 1 && char.IsUpper(right) && at + 1 < chunk.Length && char.IsLower(chunk[at + 1]),
                ',' or ';' => char.IsLetter(right) && !IsAddress(chunk, start),
                _ => false,
            },
        };
    }

    private static bool HasBracket(ReadOnlySpan<char> chunk, int start, int at) => chunk[Math.Max(start, at - 64)..at].IndexOfAny('(', '[') >= 0;

    private static bool IsAddress(ReadOnlySpan<char> chunk, int start)
    {
        ReadOnlySpan<char> token = chunk[start..Math.Min(chunk.Length, start + 64)];
        return token.IndexOf("://") >= 0 || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A word whose first letters an apostrophe stands for, though the copy has an opening quote: ‘em, ‘til.</summary>
    private static bool IsClipped(ReadOnlySpan<char> rest)
    {
        int length = 0;
        while (length < rest.Length && length < 6 && char.IsLetter(rest[length]))
        {
            length++;
        }

        return rest[..length] is "em" or "til" or "cause" or "tis" or "twas" or "n" or "s" or "t" or "re" or "ll" or "ve" or "d" or "m";
    }
}
