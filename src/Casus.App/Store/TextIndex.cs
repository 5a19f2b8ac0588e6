using System.Runtime.InteropServices;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What new texts must be compared with.</summary>
internal sealed class NearTexts
{
    private readonly Dictionary<string, List<NearbyText>> of = new(StringComparer.Ordinal);

    /// <summary>Articles of the index, those with the words of a new one among them.</summary>
    public SortedSet<string> Known { get; } = new(StringComparer.Ordinal);

    public IReadOnlyCollection<NearbyText> this[string article] => of.TryGetValue(article, out List<NearbyText>? nearby) ? nearby : [];

    public void Add(string article, NearbyText nearby)
    {
        Known.Add(nearby.Id);
        if (!of.TryGetValue(article, out List<NearbyText>? all))
        {
            of.Add(article, all = []);
        }

        all.Add(nearby);
    }
}

/// <summary>The texts that were compared, with what they are found by: of new texts only those that may share enough with them are read again.</summary>
internal sealed class TextIndex : IDisposable
{
    private const int OfGrams = 1, OfPassages = 2;

    /// <summary>Entries that are held back before a segment is written.</summary>
    private const int MostWaiting = 1 << 24;

    /// <summary>Texts that are looked for at once.</summary>
    private const int Together = 2000;

    private readonly CasusStore store;
    private readonly Statement add, numbered, sameAs, isKnown;
    private readonly KeySegments grams, passages;
    private readonly List<ulong> newGrams = [], newPassages = [];
    private readonly StoryKeys keys = new();

    /// <summary>Of texts that were looked for and not yet added.</summary>
    private readonly Dictionary<string, TextKeys> looked = new(StringComparer.Ordinal);

    public TextIndex(CasusStore store)
    {
        this.store = store;
        add = store.Prepare("INSERT INTO indexed_text (article_id, same, searched, marks) VALUES ($1, $2, $3, $4) RETURNING number");
        numbered = store.Prepare("SELECT article_id FROM indexed_text WHERE number = $1");
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

    /// <summary>What the new texts must be compared with; some of it shares too little.</summary>
    public NearTexts Near(IEnumerable<StoryText> texts)
    {
        var near = new NearTexts();
        using var beside = ReadersBeside.Of(store, "SELECT (SELECT coalesce(max(number), 0) FROM indexed_text) || ' ' || (SELECT coalesce(max(id), 0) FROM key_segment)");
        foreach (StoryText[] some in texts.Chunk(Together))
        {
            TextKeys[] read = Read(some);
            foreach (string same in read.Select(t => t.Same).OfType<string>().Distinct())
            {
                near.Known.UnionWith(isKnown.Rows(r => r.GetString(0), same));
            }

            List<Met> met = [];
            AddLike(beside, read, met);
            AddWithPassages(beside, read, met);
            foreach (IGrouping<int, Met> one in Enough(beside, read, met).GroupBy(m => m.Other))
            {
                string article = Article(one.Key);
                foreach (Met pair in one)
                {
                    near.Add(some[pair.Text].Id, new NearbyText(article, pair.Shared is null));
                }
            }
        }

        return near;
    }

    /// <summary>Makes the text known; found by others only after <see cref="Flush"/>.</summary>
    public void Add(StoryText text)
    {
        if (!looked.Remove(text.Id, out TextKeys? own))
        {
            own = TextKeys.Of(text, keys);
        }

        bool isFirst = own.Same is null || isKnown.Scalar(own.Same) is null;
        ulong number = (ulong)(long)add.Scalar(text.Id, own.Same, own.Marks.Length, TextKeys.Write(own.Marks))!;
        if (!isFirst)
        {
            return;
        }

        newGrams.AddRange(own.Grams.Select(k => ((ulong)k << 32) | number));
        newPassages.AddRange(own.Passages.Select(k => ((ulong)k << 32) | number));
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
        HeldKeys held = HeldKeys.Of(passages, come.Keys);
        SortedSet<int> standing = [];
        foreach ((uint key, int count) in come)
        {
            ReadOnlySpan<int> holders = held[key];
            if (holders.Length > StoryKeys.Standing && holders.Length - count <= StoryKeys.Standing)
            {
                standing.UnionWith(holders.ToArray());
            }
        }

        return [.. standing.Select(Article)];
    }

    /// <summary>Articles with the same words of the same agency and day, itself among them; empty where it has no words or is part of a whole.</summary>
    public List<string> Same(string article) => sameAs.Rows(r => r.GetString(0), article);

    /// <summary>Whether the texts of each pair share a passage that is no standing text.</summary>
    /// <param name="passagesOf">Gives the fingerprints of an article's text, each once.</param>
    public bool[] ArePassages(IReadOnlyList<(string A, string B)> pairs, Func<string, uint[]> passagesOf)
    {
        Dictionary<string, HashSet<uint>> own = pairs.SelectMany(p => (string[])[p.A, p.B]).Distinct().ToDictionary(a => a, a => passagesOf(a).ToHashSet(), StringComparer.Ordinal);
        uint[][] shared = [.. pairs.Select(p => own[p.A].Where(own[p.B].Contains).ToArray())];
        HeldKeys held = HeldKeys.Of(passages, shared.SelectMany(s => s));
        return [.. shared.Select(s => s.Any(k => held[k].Length <= StoryKeys.Standing))];
    }

    public void Dispose()
    {
        foreach (IDisposable one in (IDisposable[])[add, numbered, sameAs, isKnown, grams, passages])
        {
            one.Dispose();
        }
    }

    /// <summary>Adds those that share some of the grams that they are searched by.</summary>
    private static void AddLike(ReadersBeside beside, TextKeys[] texts, List<Met> met)
    {
        HeldKeys held = HeldKeys.Of(beside, OfGrams, texts.SelectMany(t => t.Grams));
        var counts = new Dictionary<int, int>();
        for (int i = 0; i < texts.Length; i++)
        {
            counts.Clear();
            foreach (uint gram in texts[i].Grams)
            {
                foreach (int other in held[gram])
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, other, out bool _)++;
                }
            }

            int least = StoryKeys.Least(texts[i].Marks.Length);
            met.AddRange(counts.Where(c => c.Value >= least).Select(c => new Met(c.Key, i, c.Value)));
        }
    }

    /// <summary>Adds those that share a fingerprint of what is no standing text.</summary>
    private static void AddWithPassages(ReadersBeside beside, TextKeys[] texts, List<Met> met)
    {
        HeldKeys held = HeldKeys.Of(beside, OfPassages, texts.SelectMany(t => t.Passages));
        for (int i = 0; i < texts.Length; i++)
        {
            foreach (uint key in texts[i].Passages)
            {
                if (held[key] is { Length: <= StoryKeys.Standing } holders)
                {
                    foreach (int other in holders)
                    {
                        met.Add(new Met(other, i, null));
                    }
                }
            }
        }
    }

    /// <summary>Those met that by their marks may be of one story with one that met them, or share a passage with it.</summary>
    private static List<Met> Enough(ReadersBeside beside, TextKeys[] texts, List<Met> met)
    {
        // Each row is read once, one after the other as they lie.
        IGrouping<int, Met>[] others = [.. met.Distinct().OrderBy(m => m.Other).GroupBy(m => m.Other)];
        return beside.Run(others, (reader, some) =>
        {
            using Statement marksOf = reader.Prepare("SELECT searched, marks FROM indexed_text WHERE number = $1");
            var enough = new List<Met>();
            foreach (IGrouping<int, Met> one in some)
            {
                ushort[] marks = marksOf.Rows(r => TextKeys.Read(r.Bytes(1), r.GetInt32(0)), (long)one.Key)[0];
                enough.AddRange(one.Where(m => m.IsEnough(texts[m.Text].Marks, marks)));
            }

            return enough;
        });
    }

    private TextKeys[] Read(StoryText[] texts)
    {
        var read = new TextKeys[texts.Length];
        Parallel.For(0, texts.Length, () => new StoryKeys(), (i, _, own) => Read(own, i), _ => { });
        for (int i = 0; i < texts.Length; i++)
        {
            looked[texts[i].Id] = read[i];
        }

        return read;

        StoryKeys Read(StoryKeys own, int i)
        {
            read[i] = TextKeys.Of(texts[i], own);
            return own;
        }
    }

    private string Article(int number) => (string)numbered.Scalar((long)number)!;

    /// <param name="Other">Number of a known text; <paramref name="Text"/>: place of a new one among those that are looked for.</param>
    /// <param name="Shared">Grams by which both are searched; null: a fingerprint of a passage.</param>
    private readonly record struct Met(int Other, int Text, int? Shared)
    {
        public bool IsEnough(ushort[] text, ushort[] other) => Shared is { } shared
            ? shared >= StoryKeys.Needed(text.Length, other.Length) && StoryKeys.MayBeOfOneStory(text, other)
            : StoryKeys.MayShareAPassage(text, other);
    }
}
