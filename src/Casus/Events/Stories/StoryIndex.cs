using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Casus.Events;

/// <summary>
/// Texts held against one another as they come, by the exact containment of their word 3-grams (Broder 1997). Whether two texts are linked is a matter
/// of the two alone, and a story is what links connect: the same texts in any order and in any portions give the same stories, kinds and derivations.
/// Takes about 7 bytes for each word and 400 for each text. Not for several threads at once.
/// </summary>
public sealed class StoryIndex
{
    /// <summary>Number of the method: overlaps that another method found say nothing to this one.</summary>
    public const string Method = "3";

    /// <summary>How many texts before its turn memory is asked for a text; as many mostly fit into the cache next to the processor.</summary>
    private const int Ahead = 12;

    private readonly IndexedTexts texts = new();
    private readonly List<StoryRow> rows = [];
    private readonly OverlapSearch search = new();
    private readonly List<TextPair> links = [], shared = [];
    private readonly List<KnownOverlap> found = [];
    private readonly List<NearText> near = [];
    private readonly List<int> candidates = [], sharing = [];
    private readonly PassageSearch passageSearch;
    private readonly bool passages;
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);
    private Dictionary<string, int>? textOf;

    /// <param name="passages">Whether to look also for passages that otherwise different texts share.</param>
    public StoryIndex(bool passages = false)
    {
        this.passages = passages;
        passageSearch = new PassageSearch(texts.Sequences);
    }

    public int Count => rows.Count;

    /// <summary>What <see cref="Add(StoryText)"/> has found since the index was made; nothing of what it was told.</summary>
    public IReadOnlyList<KnownOverlap> Found => found;

    /// <summary>Adds a text and compares it with all that were added.</summary>
    public void Add(StoryText text) => Add(text, []);

    /// <summary>Adds a text and compares it with all that were added, and with these of the known ones.</summary>
    /// <param name="nearby">All that share enough with it, found by <see cref="StoryKeys"/>; each once a way.</param>
    public void Add(StoryText text, IReadOnlyCollection<NearbyText> nearby)
    {
        if (Register(text) is not { } number)
        {
            return;
        }

        near.Clear();
        search.Find(texts.Sequences.Read(number), texts.Sizes[number], texts.Sizes, near);
        near.AddRange(nearby.Where(n => !n.ByPassage).Select(n => known[n.Id]).Distinct().Select(t => new NearText(t, texts.Sizes[t])));
        LookAt(CollectionsMarshal.AsSpan(near), number);
        foreach (int other in candidates)
        {
            Compare(other, number);
        }

        candidates.Clear();
        search.Add(number, texts.Sizes[number]);
        FindPassages(number, nearby);
    }

    /// <summary>A text that was compared with the others before, <see cref="Know(KnownOverlap)"/> telling with what outcome; a new one is compared with it where it is said to be nearby.</summary>
    public void Know(StoryText text)
    {
        Register(text);
        known[text.Id] = rows[^1].Text;
    }

    /// <summary>An overlap of two texts that are here; one of a text that is not says nothing.</summary>
    public void Know(KnownOverlap overlap)
    {
        textOf ??= rows.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => r.Text, StringComparer.Ordinal);
        if (textOf.TryGetValue(overlap.A, out int a) && textOf.TryGetValue(overlap.B, out int b))
        {
            (overlap.IsStory ? links : shared).Add(new TextPair(a, b, new Overlap(overlap.Shared, overlap.Smaller, overlap.Larger, overlap.Longest, 0)));
        }
    }

    /// <summary>The story and edition of every row, in the order in which they were added.</summary>
    public ImmutableArray<StoryPlace> Places()
    {
        (int[] order, int[] starts) = Components.Of(rows, links, texts.Count);
        var places = new StoryPlace[rows.Count];
        var position = new int[rows.Count];
        var derivation = new Derivation(links, texts.Sizes, texts.Meter);
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            Span<int> story = order.AsSpan(starts[i], starts[i + 1] - starts[i]);
            EditionOrder.Sort(story, rows, texts.Sequences);
            derivation.Place(story, rows, position, places);
        }

        return ImmutableArray.Create(places);
    }

    /// <summary>Stories in the order of their ids; editions the earliest first. Rows that share an id and a text are one edition.</summary>
    public ImmutableArray<Story> Stories()
    {
        ImmutableArray<StoryPlace> places = Places();
        (int[] order, int[] starts) = Components.Of(rows, links, texts.Count);
        var stories = ImmutableArray.CreateBuilder<Story>(starts.Length - 1);
        for (int i = 0; i + 1 < starts.Length; i++)
        {
            Span<int> story = order.AsSpan(starts[i], starts[i + 1] - starts[i]);
            EditionOrder.Sort(story, rows, texts.Sequences);
            stories.Add(new Story(places[story[0]].StoryId, [.. story.ToArray().Select(r => places[r].Edition).DistinctBy(e => e.ArticleId)]));
        }

        stories.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return stories.MoveToImmutable();
    }

    /// <summary>The fingerprints of an article that the index was told of, as <see cref="StoryKeys.Passages"/> has them; null of any other.</summary>
    public uint[]? PassagesOf(string article) => known.TryGetValue(article, out int text) ? passageSearch.Of(text) : null;

    /// <summary>Passages shared across stories, each pair of articles once, in the order of their ids; of articles with the same words the earliest stands for all.</summary>
    /// <param name="storyOf">Stories by article where people have judged some; null: those that the texts form.</param>
    public ImmutableArray<SharedPassage> Passages(Func<string, string>? storyOf = null)
    {
        int[] story = Components.Roots(links, texts.Count);
        var named = new string?[texts.Count];
        foreach (StoryRow row in rows)
        {
            string? known = named[row.Text];
            named[row.Text] = known is null || string.CompareOrdinal(row.Id, known) < 0 ? row.Id : known;
        }

        bool IsOfTwo(TextPair p) => storyOf is null ? story[p.A] != story[p.B] : storyOf(named[p.A]!) != storyOf(named[p.B]!);
        return [.. shared
            .Where(p => IsOfTwo(p) && passageSearch.IsPassage(p))
            .Select(p => Passage(named[p.A]!, named[p.B]!, p.Overlap.Longest + 2))
            .OrderBy(p => p.A, StringComparer.Ordinal).ThenBy(p => p.B, StringComparer.Ordinal)];
    }

    private static SharedPassage Passage(string a, string b, int words) => string.CompareOrdinal(a, b) <= 0 ? new(a, b, words) : new(b, a, words);

    /// <returns>The number of the text when it is new and holds anything; null when another row has the same.</returns>
    private int? Register(StoryText text)
    {
        int number = texts.Add(text, out bool isNew);
        var row = StoryRow.Of(text, number, texts.Sizes[number]);
        rows.Add(row);
        if (isNew)
        {
            texts.Rows.Add(rows.Count - 1);
        }

        return isNew && texts.Sizes[number] > 0 ? number : null;
    }

    /// <summary>First looks with the new text marked: most of what is near by chance shares too little.</summary>
    private void LookAt(ReadOnlySpan<NearText> some, int number)
    {
        foreach (NearText other in some)
        {
            texts.Sequences.FetchPlace(other.Number);
        }

        foreach (NearText other in some[..Math.Min(some.Length, Ahead)])
        {
            texts.Sequences.Fetch(other.Number);
        }

        int size = texts.Sizes[number];
        for (int i = 0; i < some.Length; i++)
        {
            if (i + Ahead < some.Length)
            {
                texts.Sequences.Fetch(some[i + Ahead].Number);
            }

            NearText other = some[i];
            if (Overlap.IsEnough(texts.Meter.SharedAtMost(other.Number), other.Size, size) && Overlap.IsEnough(texts.Meter.Shared(other.Number), other.Size, size))
            {
                candidates.Add(other.Number);
            }
        }
    }

    private void Compare(int a, int b)
    {
        StoryRow rowA = rows[texts.Rows[a]], rowB = rows[texts.Rows[b]];
        if (rowA.IsPartOfOne(rowB))
        {
            return;
        }

        Overlap overlap = texts.Meter.Compare(a, b, texts.Sizes);
        if (overlap.IsOneStory(rowA.IsOneAgency(rowB)))
        {
            links.Add(new TextPair(a, b, overlap));
            found.Add(new KnownOverlap(rowA.Id, rowB.Id, true, overlap.Shared, overlap.Smaller, overlap.Larger, overlap.Longest));
        }
    }

    private void FindPassages(int number, IReadOnlyCollection<NearbyText> nearby)
    {
        if (!passages)
        {
            return;
        }

        sharing.Clear();
        passageSearch.Find(number, sharing);
        sharing.AddRange(nearby.Where(n => n.ByPassage).Select(n => known[n.Id]));
        sharing.Sort();
        for (int i = 0; i < sharing.Count; i++)
        {
            if ((i > 0 && sharing[i] == sharing[i - 1]) || rows[texts.Rows[sharing[i]]].IsPartOfOne(rows[texts.Rows[number]]))
            {
                continue;
            }

            Overlap overlap = texts.Meter.Compare(sharing[i], number, texts.Sizes);
            if (overlap.Longest >= Winnowing.LeastGrams && overlap.Containment < Overlap.MostlyShared)
            {
                shared.Add(new TextPair(sharing[i], number, overlap));
                found.Add(new KnownOverlap(rows[texts.Rows[sharing[i]]].Id, rows[texts.Rows[number]].Id, false, overlap.Shared, overlap.Smaller, overlap.Larger, overlap.Longest));
            }
        }
    }
}
