using System.Runtime.InteropServices;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>A name found in a sentence.</summary>
/// <param name="Begin">Index of its first atom.</param>
/// <param name="End">Index of the atom after its last.</param>
/// <param name="Entry">What was registered under the name.</param>
internal readonly record struct NameHit(int Begin, int End, int Entry);

/// <summary>
/// Finds many names in one pass over the atoms of a sentence. Names are compared word by word without regard to case, full
/// stops ("U.S.") and the kind of hyphen; a name with a capital asks for one in the text, one in capitals only (US) for capitals.
/// </summary>
internal sealed class NameTrie
{
    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup;
    private readonly Dictionary<long, int> edges = [];
    private readonly List<List<(int Entry, NameCasing Casing)>?> entries = [null];

    public NameTrie() => lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Registers a name; the same name may have many entries.</summary>
    public void Add(string name, int entry)
    {
        int node = 0;
        char[] key = new char[name.Length];
        foreach (Range range in NameKey.Words(name))
        {
            ReadOnlySpan<char> word = name.AsSpan(range);
            int id = WordId(key.AsSpan(0, Normalise(word, key)));
            ref int next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Key(node, id), out bool exists);
            if (!exists)
            {
                next = entries.Count;
                entries.Add(null);
            }

            node = next;
        }

        if (node != 0)
        {
            (entries[node] ??= []).Add((entry, NameKey.CasingOf(name)));
        }
    }

    /// <summary>Adds to the list every registered name that begins at any atom, shorter ones included.</summary>
    public void Find(AtomBuffer atoms, List<NameHit> hits)
    {
        // Not a field: threads share a trie.
        Span<int> ids = atoms.Count <= 512 ? stackalloc int[512] : new int[atoms.Count];
        Span<char> key = stackalloc char[64];
        for (int i = 0; i < atoms.Count; i++)
        {
            ReadOnlySpan<char> word = atoms.Word(i);
            ids[i] = word.Length <= key.Length && lookup.TryGetValue(key[..Normalise(word, key)], out int id) ? id : -1;
        }

        for (int begin = 0; begin < atoms.Count; begin++)
        {
            int node = 0;
            for (int at = begin; at < atoms.Count && ids[at] >= 0 && edges.TryGetValue(Key(node, ids[at]), out node); at++)
            {
                if (entries[node] is not { } found)
                {
                    continue;
                }

                foreach ((int entry, NameCasing casing) in found)
                {
                    if (Agrees(atoms, begin, at + 1, casing))
                    {
                        hits.Add(new NameHit(begin, at + 1, entry));
                    }
                }
            }
        }
    }

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;

    private int WordId(ReadOnlySpan<char> key)
    {
        if (!lookup.TryGetValue(key, out int id))
        {
            id = words.Count;
            lookup[key] = id;
        }

        return id;
    }

    private static int Normalise(ReadOnlySpan<char> word, Span<char> into)
    {
        int length = 0;
        for (int i = 0; i < word.Length; i++)
        {
            char c = word[i];
            if (c == '.' && word.Length > 1)
            {
                continue;
            }

            into[length++] = NameKey.Plain(c);
        }

        return length;
    }

    internal static bool Agrees(AtomBuffer atoms, int begin, int end, NameCasing casing)
    {
        if (casing == NameCasing.Any)
        {
            return true;
        }

        ReadOnlySpan<char> first = atoms.Word(begin);
        if (casing == NameCasing.Both && !char.IsUpper(atoms.Word(end - 1)[0]))
        {
            return false;
        }

        if (casing is NameCasing.Initial or NameCasing.Both)
        {
            // UN is not the town of Un.
            if (end == begin + 1 && first.Length is 2 or 3 && char.IsUpper(first[0]) && char.IsUpper(first[1]))
            {
                return false;
            }

            return char.IsUpper(first[0]) || (first.Length > 1 && !char.IsLetter(first[0]) && char.IsUpper(first[1])) || (end - begin > 1 && char.IsUpper(atoms.Word(end - 1)[0]));
        }

        for (int i = begin; i < end; i++)
        {
            foreach (char c in atoms.Word(i))
            {
                if (char.IsLower(c))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
