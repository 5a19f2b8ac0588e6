using System.Numerics;

namespace Casus.Language;

/// <summary>How a word is written where the text does not write in capitals throughout.</summary>
internal enum WordCase
{
    Lower,
    Capital,
    Upper,
}

/// <summary>
/// Gives text that is all in capitals the case it would have in print, letter for letter, so that offsets stay those of the text. A linear
/// model (averaged perceptron) over words, their ends and the decisions before them, from left to right.
/// </summary>
internal sealed class TrueCaser
{
    public const int Cases = 3;
    private const int FewestWords = 3;
    private readonly short[] weights;
    private readonly CopyRepair known;

    /// <param name="known">Tells how common a word is: what is not known is mostly a name.</param>
    public TrueCaser(short[] weights, CopyRepair known)
    {
        this.known = known;
        if (weights.Length != Cases << BoundaryModel.Bits)
        {
            throw new InvalidDataException($"A case model has {Cases << BoundaryModel.Bits} weights; this one has {weights.Length}.");
        }

        this.weights = weights;
    }

    public static TrueCaser Read(ReadOnlySpan<byte> bytes, CopyRepair known) => new(BoundaryModel.Weights(bytes), known);

    /// <summary>True where hardly a letter is small and there are words enough to tell.</summary>
    public static bool IsCapitals(ReadOnlySpan<char> block)
    {
        int upper = 0, lower = 0, words = 0;
        bool within = false;
        foreach (char c in block)
        {
            bool big = char.IsUpper(c);
            upper += big ? 1 : 0;
            lower += char.IsLower(c) ? 1 : 0;
            words += big && !within ? 1 : 0;
            within = char.IsLetterOrDigit(c) || c is '\'' or '’' or '.';
        }

        return words >= FewestWords && lower * 25 <= upper;
    }

    /// <param name="small">A block in small letters; gets its capitals in place.</param>
    /// <param name="words">The words of the block, as spans in it.</param>
    public void Restore(Span<char> small, ReadOnlySpan<TextSpan> words)
    {
        var features = new CaseFeatures(small, words, known, 0);
        Span<uint> buffer = stackalloc uint[CaseFeatures.Count];
        Span<WordCase> decided = words.Length <= 512 ? stackalloc WordCase[words.Length] : new WordCase[words.Length];
        for (int i = 0; i < words.Length; i++)
        {
            var list = new FeatureList(buffer);
            features.Fill(i, i > 0 ? decided[i - 1] : WordCase.Lower, i > 1 ? decided[i - 2] : WordCase.Lower, ref list);
            decided[i] = Best(list.Features);
        }

        for (int i = 0; i < words.Length; i++)
        {
            WordCase kind = decided[i] == WordCase.Lower && CaseFeatures.OpensSentence(small, words, i) ? WordCase.Capital : decided[i];
            int end = kind switch { WordCase.Upper => words[i].End, WordCase.Capital => words[i].Begin + 1, _ => words[i].Begin };
            for (int at = words[i].Begin; at < end; at++)
            {
                small[at] = char.ToUpperInvariant(small[at]);
            }
        }
    }

    private WordCase Best(ReadOnlySpan<uint> features)
    {
        Span<int> sums = stackalloc int[Cases];
        sums.Clear();
        foreach (uint feature in features)
        {
            for (int c = 0; c < Cases; c++)
            {
                sums[c] += weights[feature * Cases + c];
            }
        }

        return sums[1] > sums[0] ? sums[2] > sums[1] ? WordCase.Upper : WordCase.Capital : sums[2] > sums[0] ? WordCase.Upper : WordCase.Lower;
    }
}

/// <summary>What is looked at to tell a word's case.</summary>
/// <param name="own">Occurrences in the list of known words that are the text's own: 1 while learning from what the list was made of.</param>
internal readonly ref struct CaseFeatures(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, CopyRepair known, int own)
{
    public const int Count = 25;
    private readonly ReadOnlySpan<char> text = text;
    private readonly ReadOnlySpan<TextSpan> words = words;

    public void Fill(int at, WordCase before, WordCase beforeThat, ref FeatureList list)
    {
        uint word = Word(at), left = Word(at - 1), right = Word(at + 1), left2 = Word(at - 2), right2 = Word(at + 2);
        uint end2 = Ending(at, 2), end3 = Ending(at, 3), end4 = Ending(at, 4), kind = Kind(at), last = (uint)before, open = OpensSentence(text, words, at) ? 1u : 0u;
        list.Add(201, word);
        list.Add(202, word, left);
        list.Add(203, word, right);
        list.Add(204, end3, open);
        list.Add(205, end2, kind);
        list.Add(206, end4, last);
        list.Add(207, word, last);
        list.Add(208, last, (uint)beforeThat, kind);
        list.Add(209, end3, last);
        list.Add(210, left);
        list.Add(211, right);
        list.Add(212, left, left2);
        list.Add(213, right, right2);
        list.Add(214, kind, open);
        list.Add(215, left, right);
        list.Add(216, left, last);
        list.Add(217, right, last);
        list.Add(218, Ending(at + 1, 3), last, end2);
        list.Add(219, word, open);
        uint common = Common(at), commonNext = Common(at + 1);
        list.Add(220, common, last);
        list.Add(221, common, left, right);
        list.Add(222, common, last, commonNext);
        list.Add(223, common, kind);
        list.Add(224, common, end3);
        list.Add(225, common, left);
    }

    /// <summary>True behind a full stop and at the beginning.</summary>
    public static bool OpensSentence(ReadOnlySpan<char> text, ReadOnlySpan<TextSpan> words, int at)
    {
        int i = at - 1;
        while (i >= 0 && words[i].Length == 1 && text[words[i].Begin] is '"' or '(' or '“' or '\'' or '-' or '[')
        {
            i--;
        }

        return i < 0 || (words[i].Length == 1 && text[words[i].Begin] is '.' or '?' or '!');
    }

    private uint Word(int at) => (uint)at >= (uint)words.Length ? 7u : Hash(text[words[at].Begin..Math.Min(words[at].End, words[at].Begin + 24)]);

    /// <summary>How often the word was seen, in steps; 0 for one never seen.</summary>
    private uint Common(int at)
    {
        if ((uint)at >= (uint)words.Length || words[at].Length > 24)
        {
            return 9;
        }

        int count = known.Frequency(text[words[at].Begin..words[at].End]) - own;
        return count <= 0 ? 0 : 1 + (uint)BitOperations.Log2((uint)count) / 2;
    }

    private uint Ending(int at, int length) => (uint)at >= (uint)words.Length ? 7u : Hash(text[Math.Max(words[at].Begin, words[at].End - length)..words[at].End]);

    /// <summary>Length, digits, vowels and stops: acronyms show in them.</summary>
    private uint Kind(int at)
    {
        uint digits = 0, vowels = 0, others = 0;
        ReadOnlySpan<char> word = text[words[at].Begin..Math.Min(words[at].End, words[at].Begin + 24)];
        foreach (char c in word)
        {
            digits |= char.IsDigit(c) ? 1u : 0u;
            vowels |= c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' ? 1u : 0u;
            others |= char.IsLetterOrDigit(c) ? 0u : 1u;
        }

        return (uint)BitOperations.Log2((uint)word.Length) << 3 | digits | vowels << 1 | others << 2;
    }

    private static uint Hash(ReadOnlySpan<char> piece)
    {
        uint hash = (uint)piece.Length;
        foreach (char c in piece)
        {
            hash = FeatureList.Mix(hash * 31 + CharKinds.Fold(c));
        }

        return hash;
    }
}
