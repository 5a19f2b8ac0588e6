namespace Casus.Events;

/// <summary>Finds texts that share a passage of 25 words with a new one. What very many texts hold is standing text (a notice, a disclaimer) and no passage.</summary>
internal sealed class PassageSearch(GramSequences sequences)
{
    public const int Standing = 40;

    private readonly HolderTable table = new();
    private readonly List<uint> own = [], others = [];

    /// <summary>Adds texts known that share a fingerprint with the new one, some more than once; then makes it known.</summary>
    public void Find(int text, List<int> found)
    {
        Winnowing.Read(sequences.Read(text), own);
        foreach (uint key in own)
        {
            uint place = Spread(key);
            ReadOnlySpan<int> holders = table.Holders(place);
            if (holders.Length <= Standing)
            {
                found.AddRange(holders);
            }

            table.Add(place, text);
        }
    }

    /// <summary>The fingerprints of a text, each once, in ascending order.</summary>
    public uint[] Of(int text)
    {
        Winnowing.Read(sequences.Read(text), own);
        return [.. own];
    }

    /// <summary>
    /// One to one. Fingerprints are the least of their window, so that most are small, and a table in which a key's place follows from its leading bits would be
    /// full at one end: at 450,000 texts each new key moved thousands (the last steps of MurmurHash3 by Appleby).
    /// </summary>
    private static uint Spread(uint key)
    {
        key ^= key >> 16;
        key *= 0x85EBCA6B;
        key ^= key >> 13;
        key *= 0xC2B2AE35;
        return key ^ (key >> 16);
    }

    /// <summary>Whether the two share a fingerprint that, with all texts known, is still no standing text.</summary>
    public bool IsPassage(TextPair pair)
    {
        Winnowing.Read(sequences.Read(pair.A), own);
        Winnowing.Read(sequences.Read(pair.B), others);
        for (int i = 0, j = 0; i < own.Count && j < others.Count;)
        {
            int order = own[i].CompareTo(others[j]);
            if (order == 0 && table.Holders(Spread(own[i])).Length <= Standing)
            {
                return true;
            }

            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return false;
    }
}
