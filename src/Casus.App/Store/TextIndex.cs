using System.Globalization;
using System.Runtime.InteropServices;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>The texts that were compared, with what they are found by: of a new text only those that may share enough with it are read again.</summary>
internal sealed class TextIndex : IDisposable
{
    private const int OfGrams = 1, OfPassages = 2;

    /// <summary>Entries that are held back before a segment is written.</summary>
    private const int MostWaiting = 1 << 24;

    private readonly Statement add, numbered, searchedOf, sameAs, isKnown;
    private readonly KeySegments grams, passages;
    private readonly List<ulong> newGrams = [], newPassages = [];
    private readonly StoryKeys keys = new();
    private readonly Dictionary<int, int> counts = [], sizes = [];

    public TextIndex(CasusStore store)
    {
        add = store.Prepare("INSERT INTO indexed_text (article_id, same, searched) VALUES ($1, $2, $3) RETURNING number");
        numbered = store.Prepare("SELECT article_id FROM indexed_text WHERE number = $1");
        searchedOf = store.Prepare("SELECT searched FROM indexed_text WHERE number = $1");
        sameAs = store.Prepare("SELECT t.article_id FROM indexed_text o JOIN indexed_text t ON t.same = o.same WHERE o.article_id = $1 ORDER BY t.article_id");
        isKnown = store.Prepare("SELECT article_id FROM indexed_text WHERE same = $1 ORDER BY article_id");
        grams = new KeySegments(store, OfGrams);
        passages = new KeySegments(store, OfPassages);
    }

    public static void Clear(CasusStore store)
    {
        using Statement clear = store.Prepare("DELETE FROM indexed_text; DELETE FROM key_segment; DELETE FROM key_chunk;");
        clear.Run();
    }

    /// <summary>Adds the articles whose texts the new one must be compared with; some share too little.</summary>
    public void Near(StoryText text, ISet<string> near)
    {
        keys.Read(text.Text);
        if (Same(text, keys) is { } same)
        {
            near.UnionWith(isKnown.Rows(r => r.GetString(0), same));
        }

        counts.Clear();
        grams.Find(keys.Grams, (_, other) => CollectionsMarshal.GetValueRefOrAddDefault(counts, other, out bool _)++);
        int least = StoryKeys.Least(keys.Size);
        foreach ((int other, int shared) in counts)
        {
            if (shared >= least && shared >= StoryKeys.Needed(keys.Size, SizeOf(other)))
            {
                near.Add(Article(other));
            }
        }

        foreach (uint key in keys.Passages)
        {
            List<int> holders = Holders(key);
            if (holders.Count <= StoryKeys.Standing)
            {
                near.UnionWith(holders.Select(Article));
            }
        }
    }

    /// <summary>Makes the text known; found by others only after <see cref="Flush"/>.</summary>
    public void Add(StoryText text)
    {
        keys.Read(text.Text);
        string? same = Same(text, keys);
        bool isFirst = same is null || isKnown.Scalar(same) is null;
        ulong number = (ulong)(long)add.Scalar(text.Id, same, keys.Size)!;
        if (!isFirst)
        {
            return;
        }

        newGrams.AddRange(keys.Grams.Select(k => ((ulong)k << 32) | number));
        newPassages.AddRange(keys.Passages.Select(k => ((ulong)k << 32) | number));
        if (newGrams.Count >= MostWaiting)
        {
            Flush();
        }
    }

    /// <summary>Writes what was added.</summary>
    public void Flush()
    {
        grams.Add(newGrams);
        passages.Add(newPassages);
    }

    /// <summary>Writes what was added.</summary>
    /// <returns>Articles that hold a passage which now is standing text and was none before.</returns>
    public HashSet<string> FlushTellingStanding()
    {
        Dictionary<uint, int> come = newPassages.GroupBy(e => (uint)(e >> 32)).ToDictionary(g => g.Key, g => g.Count());
        Flush();
        var standing = new HashSet<string>(StringComparer.Ordinal);
        foreach ((uint key, int count) in come)
        {
            List<int> holders = Holders(key);
            if (holders.Count > StoryKeys.Standing && holders.Count - count <= StoryKeys.Standing)
            {
                standing.UnionWith(holders.Select(Article));
            }
        }

        return standing;
    }

    /// <summary>Articles with the same words of the same agency and day, itself among them; empty where it has no words or is part of a whole.</summary>
    public List<string> Same(string article) => sameAs.Rows(r => r.GetString(0), article);

    /// <summary>Whether two texts share a passage that is no standing text.</summary>
    public bool IsPassage(string a, string b)
    {
        keys.Read(a);
        HashSet<uint> own = [.. keys.Passages];
        keys.Read(b);
        return keys.Passages.Any(k => own.Contains(k) && Holders(k).Count <= StoryKeys.Standing);
    }

    public void Dispose()
    {
        foreach (IDisposable one in (IDisposable[])[add, numbered, searchedOf, sameAs, isKnown, grams, passages])
        {
            one.Dispose();
        }
    }

    /// <summary>Null for texts that stand for themselves alone, whatever others say.</summary>
    private static string? Same(StoryText text, StoryKeys keys) => keys.Words == 0 || text.Whole is not null
        ? null
        : ContentHash.Of("text", keys.Words.ToString("x", CultureInfo.InvariantCulture), text.Agency ?? "", text.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "");

    private List<int> Holders(uint key)
    {
        var holders = new List<int>();
        passages.Find([key], (_, text) => holders.Add(text));
        return holders;
    }

    private string Article(int number) => (string)numbered.Scalar((long)number)!;

    private int SizeOf(int number)
    {
        if (!sizes.TryGetValue(number, out int count))
        {
            sizes.Add(number, count = (int)(long)searchedOf.Scalar((long)number)!);
        }

        return count;
    }
}
