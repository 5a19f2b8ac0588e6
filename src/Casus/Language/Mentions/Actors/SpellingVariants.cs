using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Finds names in other spellings than those of knowledge, by <see cref="ActorNameKey"/>.</summary>
internal sealed class SpellingVariants
{
    private const int MostAtoms = 12;
    private const int MostLetters = 160;
    private readonly Dictionary<ulong, List<(string Folded, int Entry)>> byKey = [];

    public void Add(string name, int entry)
    {
        string folded = ActorNameKey.Fold(name);
        if (!name.Any(char.IsLower) || !name.Any(char.IsUpper) || !IsTelling(folded, Words(name)))
        {
            return;
        }

        ulong key = ActorNameKey.Skeleton(folded);
        if (!byKey.TryGetValue(key, out List<(string Folded, int Entry)>? names))
        {
            byKey.Add(key, names = []);
        }

        names.Add((folded, entry));
    }

    /// <summary>Adds every stretch of capitalised words that spells a name, by beginning, the shorter first.</summary>
    public void Find(AtomBuffer atoms, Sentence sentence, List<NameHit> hits)
    {
        Span<char> folded = stackalloc char[MostLetters];
        for (int begin = 0; begin < atoms.Count; begin++)
        {
            if (IsCapital(atoms.Word(begin)) && (begin == 0 || !IsGlue(atoms, begin)))
            {
                From(atoms, sentence, begin, folded, hits);
            }
        }
    }

    /// <summary>Every name that knowledge may mean by a name: for suggestions.</summary>
    public IEnumerable<int> Spelling(string name)
    {
        string folded = ActorNameKey.Fold(name);
        return byKey.TryGetValue(ActorNameKey.Skeleton(folded), out List<(string Folded, int Entry)>? names)
            ? names.Where(n => ActorNameKey.Alike(n.Folded, folded)).Select(n => n.Entry)
            : [];
    }

    private void From(AtomBuffer atoms, Sentence sentence, int begin, Span<char> folded, List<NameHit> hits)
    {
        int length = 0, words = 0;
        bool named = false;
        for (int at = begin; at < Math.Min(atoms.Count, begin + MostAtoms); at++)
        {
            ReadOnlySpan<char> word = atoms.Word(at);
            if (!char.IsLetterOrDigit(word[0]))
            {
                if (word is "-" or "–" or "(" or ")" or "'" or "’")
                {
                    continue;
                }

                return;
            }

            if (word.Length * 2 > folded.Length - length)
            {
                return;
            }

            int before = length;
            for (int piece = 0; ActorNameKey.NextWord(word, ref piece, out Range range);)
            {
                length += ActorNameKey.Append(word[range], length == 0, folded[length..]);
                words++;
            }

            // A link ("of", "e", "ul") goes on but does not end a name; any other small word ends the search.
            bool link = length == before && at > begin;
            if (!link && !IsCapital(word) && !char.IsDigit(word[0]) && !AfterHyphen(atoms, at))
            {
                return;
            }

            named |= sentence.Tokens[atoms[at].Token].Upos is "PROPN";
            if (!link && named && IsTelling(folded[..length], words))
            {
                Add(folded[..length], begin, at + 1, hits);
            }
        }
    }

    private void Add(ReadOnlySpan<char> folded, int begin, int end, List<NameHit> hits)
    {
        if (!byKey.TryGetValue(ActorNameKey.Skeleton(folded), out List<(string Folded, int Entry)>? names))
        {
            return;
        }

        foreach ((string known, int entry) in names)
        {
            if (ActorNameKey.Alike(known, folded))
            {
                hits.Add(new NameHit(begin, end, entry));
            }
        }
    }

    private static int Words(string name)
    {
        int words = 0;
        for (int at = 0; ActorNameKey.NextWord(name, ref at, out _);)
        {
            words++;
        }

        return words;
    }

    private static bool IsTelling(ReadOnlySpan<char> folded, int words) =>
        ActorNameKey.Consonants(folded) >= (words > 1 ? ActorNameKey.LeastOfSeveral : ActorNameKey.LeastOfOne);

    /// <summary>A capital that does not belong to a word in capitals only, save a very short one ("Al", "I").</summary>
    private static bool IsCapital(ReadOnlySpan<char> word)
    {
        if (!char.IsUpper(word[0]))
        {
            return false;
        }

        for (int i = 1; i < word.Length; i++)
        {
            if (char.IsLower(word[i]))
            {
                return true;
            }
        }

        return word.Length == 1;
    }

    private static bool AfterHyphen(AtomBuffer atoms, int at) => at > 0 && atoms.Word(at - 1) is "-" or "–";

    /// <summary>True right behind a hyphen: the beginning of the word lies before.</summary>
    private static bool IsGlue(AtomBuffer atoms, int at) => AfterHyphen(atoms, at) && atoms[at - 1].End == atoms[at].Begin;
}
