using System.Collections.Concurrent;
using System.Text;

namespace Casus.App.Store;

/// <summary>Words of a column, each with a number from 0: they only grow, so a number always means the same. Added by one thread at a time, read by any.</summary>
internal sealed class ColumnWords
{
    private readonly ConcurrentDictionary<string, int> numbers = new(StringComparer.Ordinal);
    private volatile string[] words = new string[64];
    private string? last;
    private int lastNumber;

    /// <summary>Of a word that may be new.</summary>
    public int Add(ReadOnlySpan<byte> utf8)
    {
        // Rows of an index come with the same word again and again.
        string word = last is not null && Ascii.Equals(utf8, last) ? last : KnownStrings.Of(utf8);
        if (ReferenceEquals(word, last))
        {
            return lastNumber;
        }

        if (!numbers.TryGetValue(word, out int number))
        {
            number = numbers.Count;
            if (number == words.Length)
            {
                string[] more = words;
                Array.Resize(ref more, 2 * number);
                words = more;
            }

            words[number] = word;
            numbers[word] = number;
        }

        (last, lastNumber) = (word, number);
        return number;
    }

    public string this[int number] => words[number];

    /// <summary>By number, whether the word is one of these; those that came meanwhile may be missing at the end.</summary>
    public bool[] Any(IEnumerable<string> these)
    {
        var any = new bool[numbers.Count];
        foreach (string word in these)
        {
            if (numbers.TryGetValue(word, out int number) && number < any.Length)
            {
                any[number] = true;
            }
        }

        return any;
    }

    /// <summary>The same by a question to each.</summary>
    public bool[] All(Func<string, bool> ask)
    {
        var all = new bool[numbers.Count];
        for (int number = 0; number < all.Length; number++)
        {
            all[number] = ask(words[number]);
        }

        return all;
    }
}
