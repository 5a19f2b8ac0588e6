using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Hashes of the words of the sentences that say a claim.</summary>
internal static class LinkWords
{
    /// <summary>Words of so many letters or fewer say nothing.</summary>
    public const int Short = 3;

    /// <returns>Words of more than three letters; and those of them that have a capital and do not open the sentence. Ordered, each once.</returns>
    public static (ImmutableArray<int> Words, ImmutableArray<int> Names) Of(ImmutableArray<Evidence> evidence)
    {
        var words = new SortedSet<int>();
        var names = new SortedSet<int>();
        foreach (Evidence piece in evidence)
        {
            ReadOnlySpan<char> text = piece.Quote;
            bool first = true;
            foreach (Range range in text.SplitAny(" \n\t.,;:!?\"'()[]“”‘’—–-"))
            {
                ReadOnlySpan<char> word = text[range];
                if (word.Length > Short)
                {
                    int hash = Hash(word);
                    words.Add(hash);
                    if (!first && char.IsUpper(word[0]))
                    {
                        names.Add(hash);
                    }
                }

                first &= word.Length == 0;
            }
        }

        return ([.. words], [.. names]);
    }

    /// <summary>FNV-1a over lower-cased letters: the same on every run and machine, unlike string.GetHashCode.</summary>
    public static int Hash(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char letter in word)
        {
            hash = (hash ^ char.ToLowerInvariant(letter)) * 16777619;
        }

        return (int)hash;
    }

    /// <summary>Whether two ways to call somebody share a word; "convoys" and "convoy" are one, and who is called by short words alone is the same by the same words.</summary>
    public static bool Meet(string a, string b)
    {
        if (a.Equals(b, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        foreach (Range one in a.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = Singular(a.AsSpan()[one]);
            foreach (Range other in b.AsSpan().Split(' '))
            {
                if (word.Length > Short && word.Equals(Singular(b.AsSpan()[other]), StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Without the s of a plural: it only has to be one word for both.</summary>
    public static ReadOnlySpan<char> Singular(ReadOnlySpan<char> word) => word is [.., not 's', 's'] ? word[..^1] : word;

    /// <summary>How many two ordered lists have in common.</summary>
    public static int Shared(ImmutableArray<int> a, ImmutableArray<int> b)
    {
        int i = 0, j = 0, both = 0;
        while (i < a.Length && j < b.Length)
        {
            int order = a[i].CompareTo(b[j]);
            both += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return both;
    }
}
