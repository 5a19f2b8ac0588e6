namespace Casus.Knowledge;

/// <summary>How much of a name must stand in capitals in the text.</summary>
public enum NameCasing : byte
{
    Any,
    Initial,

    /// <summary>The last word too: the Islamic Emirate is not any Islamic emirate.</summary>
    Both,
    All,
}

/// <summary>
/// What makes two spellings one name: the same words without regard to case, full stops ("U.S.") and the kind of hyphen or
/// apostrophe. The key is a 64-bit hash over the words (FNV-1a, mixed as in MurmurHash3); two of fourteen million names share one
/// with a chance of about 5e-6.
/// </summary>
public static class NameKey
{
    public const ulong Start = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    /// <summary>The running hash with one more word; <see cref="Of(ulong)"/> makes a key of it.</summary>
    public static ulong Add(ulong hash, ReadOnlySpan<char> word)
    {
        hash = (hash ^ ' ') * Prime;
        foreach (char raw in word)
        {
            if (raw == '.' && word.Length > 1)
            {
                continue;
            }

            hash = (hash ^ char.ToUpperInvariant(Plain(raw))) * Prime;
        }

        return hash;
    }

    public static ulong Of(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        hash = (hash ^ (hash >> 33)) * 0xc4ceb9fe1a85ec53;
        return hash ^ (hash >> 33);
    }

    /// <param name="words">How many words the name has.</param>
    public static ulong Of(ReadOnlySpan<char> name, out int words)
    {
        ulong hash = Start;
        words = 0;
        foreach (Range range in Words(name))
        {
            hash = Add(hash, name[range]);
            words++;
        }

        return Of(hash);
    }

    /// <summary>One kind of hyphen and of apostrophe.</summary>
    public static char Plain(char c) => c switch { '’' or '‘' or 'ʼ' or '`' => '\'', '–' or '—' => '-', _ => c };

    /// <summary>The words of a name, cut as text is: at blanks, hyphens, slashes, brackets, commas and before 's.</summary>
    public static List<Range> Words(ReadOnlySpan<char> name)
    {
        var ranges = new List<Range>();
        int start = 0;
        for (int i = 0; i <= name.Length; i++)
        {
            bool blank = i == name.Length || name[i] == ' ';
            bool mark = !blank && name[i] is '-' or '–' or '/' or '(' or ')' or ',' or '+' or '$';
            bool possessive = !blank && i > start && name[i] is '\'' or '’' && i + 1 < name.Length && name[i + 1] == 's' && (i + 2 == name.Length || name[i + 2] == ' ');
            if (!blank && !mark && !possessive)
            {
                continue;
            }

            if (i > start)
            {
                ranges.Add(start..i);
            }

            if (mark)
            {
                ranges.Add(i..(i + 1));
            }

            start = possessive ? i : i + 1;
        }

        return ranges;
    }

    public static NameCasing CasingOf(ReadOnlySpan<char> name)
    {
        bool upper = false, lower = false;
        foreach (char c in name)
        {
            upper |= char.IsUpper(c);
            lower |= char.IsLower(c);
        }

        if (!upper || !lower)
        {
            return upper ? NameCasing.All : NameCasing.Any;
        }

        int last = name.LastIndexOfAny(' ', '-');
        return last > 0 && char.IsUpper(name[0]) && last + 1 < name.Length && char.IsUpper(name[last + 1]) ? NameCasing.Both : NameCasing.Initial;
    }
}
