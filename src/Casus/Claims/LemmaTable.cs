using System.Numerics;

namespace Casus.Claims;

/// <summary>Values by word. Most words that are asked for are in no list: a few of their letters tell. Immutable; safe to share.</summary>
internal sealed class LemmaTable<TValue>
{
    private readonly (uint Hash, string? Word, TValue Value)[] slots;

    /// <param name="entries">No word twice.</param>
    public LemmaTable(IEnumerable<KeyValuePair<string, TValue>> entries)
    {
        KeyValuePair<string, TValue>[] all = [.. entries];
        // At least half of the slots stay free, so that a search soon ends.
        slots = new (uint, string?, TValue)[(int)BitOperations.RoundUpToPowerOf2((uint)(2 * all.Length + 2))];
        foreach ((string word, TValue value) in all)
        {
            uint hash = LemmaBits.Hash(word), at = hash;
            while (slots[at & (slots.Length - 1)].Word is { } taken)
            {
                at += taken == word ? throw new ArgumentException($"The word \"{word}\" stands twice.", nameof(entries)) : 1u;
            }

            slots[at & (slots.Length - 1)] = (hash, word, value);
        }
    }

    public bool TryGetValue(string word, out TValue value)
    {
        uint hash = LemmaBits.Hash(word);
        for (uint at = hash; ; at++)
        {
            ref readonly (uint Hash, string? Word, TValue Value) slot = ref slots[at & (slots.Length - 1)];
            if (slot.Word is null)
            {
                value = default!;
                return false;
            }

            if (slot.Hash == hash && slot.Word == word)
            {
                value = slot.Value;
                return true;
            }
        }
    }

    /// <summary>The value of a word that is not in the table is <paramref name="otherwise"/>.</summary>
    public TValue GetValueOrDefault(string word, TValue otherwise) => TryGetValue(word, out TValue value) ? value : otherwise;

    public bool Contains(string word) => TryGetValue(word, out _);
}
