using System.Collections.Frozen;

namespace Casus.Language;

/// <summary>What the network is told of a word: its row in the vocabulary and rows of hashed pieces of its spelling.</summary>
internal sealed class WordFeatures
{
    public const int Unknown = 0, Root = 1, FirstWord = 2, Pieces = 10, HashBits = 14;
    private const int Longest = 64;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;

    /// <param name="words">Normalised words, each with its row from <see cref="FirstWord"/> on.</param>
    public WordFeatures(FrozenDictionary<string, int> words) => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Lower case, plain quotes and dashes, digits as 0; cut at a length no word has. Returns the length.</summary>
    public static int Normalise(ReadOnlySpan<char> form, Span<char> into)
    {
        int length = Math.Min(form.Length, Math.Min(into.Length, Longest));
        for (int i = 0; i < length; i++)
        {
            char c = CharKinds.Fold(form[i]);
            into[i] = char.IsDigit(c) ? '0' : c;
        }

        return length;
    }

    /// <summary>Writes the hashed rows of a word and returns its vocabulary row.</summary>
    public int Of(ReadOnlySpan<char> form, Span<int> pieces)
    {
        if (form.IsEmpty)
        {
            pieces[..Pieces].Fill(1);
            return Unknown;
        }

        Span<char> word = stackalloc char[Longest];
        word = word[..Normalise(form, word)];
        int n = word.Length;
        pieces[0] = Row(1, word);
        pieces[1] = Shape(form[..Math.Min(form.Length, Longest)]);
        pieces[2] = Row(3, form[..1]);
        pieces[3] = Row(4, word[..Math.Min(2, n)]);
        pieces[4] = Row(5, word[..Math.Min(3, n)]);
        pieces[5] = Row(6, word[..Math.Min(4, n)]);
        pieces[6] = Row(7, word[^1..]);
        pieces[7] = Row(8, word[^Math.Min(2, n)..]);
        pieces[8] = Row(9, word[^Math.Min(3, n)..]);
        pieces[9] = Row(10, word[^Math.Min(4, n)..]);
        return lookup.TryGetValue(word, out int row) ? row : Unknown;
    }

    private static int Row(uint kind, ReadOnlySpan<char> piece)
    {
        uint hash = kind * 0x9E3779B1u;
        foreach (char c in piece)
        {
            hash = FeatureList.Mix(hash * 31 + c);
        }

        return (int)(FeatureList.Mix(hash + (uint)piece.Length) >> (32 - HashBits));
    }

    private static int Shape(ReadOnlySpan<char> form)
    {
        uint hash = 0x3C6EF372u;
        byte last = 255;
        int run = 0;
        foreach (char c in form)
        {
            byte kind = CharKinds.Of(c);
            run = kind == last ? run + 1 : 0;
            last = kind;
            if (run < 2)
            {
                hash = FeatureList.Mix(hash * 31 + kind);
            }
        }

        return (int)(FeatureList.Mix(hash) >> (32 - HashBits));
    }
}
