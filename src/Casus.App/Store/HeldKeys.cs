namespace Casus.App.Store;

/// <summary>Which texts hold each of some keys.</summary>
/// <param name="keys">In ascending order, each once.</param>
/// <param name="starts">The texts of key i are those from starts[i] to starts[i + 1].</param>
internal sealed class HeldKeys(uint[] keys, int[] starts, int[] texts)
{
    /// <param name="asked">In any order.</param>
    public static HeldKeys Of(KeySegments segments, IEnumerable<uint> asked)
    {
        uint[] keys = Sorted(asked);
        return Of(keys, Found(segments, keys, 0));
    }

    /// <summary>The same of a <paramref name="kind"/> of segments, on several threads.</summary>
    public static HeldKeys Of(ReadersBeside beside, int kind, IEnumerable<uint> asked)
    {
        uint[] keys = Sorted(asked);
        return Of(keys, beside.Run(keys, (store, some) =>
        {
            using var segments = new KeySegments(store, kind);
            return Found(segments, some, some.Offset);
        }));
    }

    private static uint[] Sorted(IEnumerable<uint> asked)
    {
        uint[] keys = [.. asked];
        Array.Sort(keys);
        int kept = 0;
        for (int i = 0; i < keys.Length; i++)
        {
            if (kept == 0 || keys[i] != keys[kept - 1])
            {
                keys[kept++] = keys[i];
            }
        }

        return keys[..kept];
    }

    private static List<(int Key, int Text)> Found(KeySegments segments, ReadOnlySpan<uint> keys, int first)
    {
        var found = new List<(int Key, int Text)>();
        segments.Find(keys, (key, text) => found.Add((first + key, text)));
        return found;
    }

    private static HeldKeys Of(uint[] keys, List<(int Key, int Text)> found)
    {
        var starts = new int[keys.Length + 2];
        foreach ((int key, _) in found)
        {
            starts[key + 2]++;
        }

        for (int i = 2; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        // Each start moves to the end of its own as they are laid down, which is where the next begins.
        var texts = new int[found.Count];
        foreach ((int key, int text) in found)
        {
            texts[starts[key + 1]++] = text;
        }

        return new(keys, starts, texts);
    }

    public ReadOnlySpan<int> this[uint key] => Array.BinarySearch(keys, key) is >= 0 and int at ? texts.AsSpan(starts[at]..starts[at + 1]) : [];
}
