using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>
/// Groups articles that are copies, edits or rewrites of one text by the exact containment of their word 3-grams (Broder 1997),
/// found through an inverted index. Time grows with the number of words: a gram that many texts hold is counted against the
/// earliest of them only. The result does not depend on the order of the input.
/// </summary>
public static class StoryGrouping
{
    /// <summary>Holders of a gram up to which every pair is counted.</summary>
    private const int Frequent = 40;

    /// <summary>Earliest holders that stand for all of a frequent gram.</summary>
    private const int Leaders = 4;

    /// <summary>Stories in the order of their ids; editions the earliest first. Rows that share an id and a text are one edition.</summary>
    public static ImmutableArray<Story> Group(IReadOnlyList<StoryText> texts)
    {
        ImmutableArray<StoryPlace> places = Places(texts);
        return [.. places.Zip(texts)
            .DistinctBy(p => (p.First.StoryId, p.First.Edition.ArticleId))
            .GroupBy(p => p.First.StoryId, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Story(g.Key, [.. g.OrderBy(p => p.Second, Earliest).Select(p => p.First.Edition)]))];
    }

    /// <summary>The story and edition of every row, in the order of the rows.</summary>
    public static ImmutableArray<StoryPlace> Places(IReadOnlyList<StoryText> texts)
    {
        int[] order = [.. Enumerable.Range(0, texts.Count).OrderBy(i => texts[i], Earliest)];
        var index = new GramIndex([.. order.Select(i => texts[i].Text)]);
        List<Overlap> overlaps = Overlaps(index, order.Length);
        int[] story = Joined(order.Length, overlaps);
        var best = new Overlap?[order.Length];
        foreach (Overlap overlap in overlaps)
        {
            // A text derives from what it shares most with. Overlaps come by their later text, the earlier one ascending: of equals the earliest stays.
            Overlap? known = best[overlap.Later];
            best[overlap.Later] = known is null || (overlap.Shared, overlap.Resemblance).CompareTo((known.Value.Shared, known.Value.Resemblance)) > 0 ? overlap : known;
        }

        var places = new StoryPlace[texts.Count];
        var stamp = new Stamp(index);
        for (int i = 0; i < order.Length; i++)
        {
            StoryText original = texts[order[story[i]]], own = texts[order[i]];
            string id = "s-" + ContentHash.Of("story", original.Id);
            Overlap? from = story[i] == i ? null : best[i] ?? stamp.Compare(story[i], i);
            places[order[i]] = new StoryPlace(id, from is { } overlap
                ? new Edition(own.Id, overlap.Kind, texts[order[overlap.Earlier]].Id, Math.Round(overlap.Containment, 4))
                : new Edition(own.Id, "original", null, 1));
        }

        return [.. places];
    }

    /// <summary>Earliest published first, the undated last; then the shorter id, the lesser id, the lesser text.</summary>
    private static Comparer<StoryText> Earliest { get; } = Comparer<StoryText>.Create((a, b) =>
    {
        int byDay = (a.Published ?? DateOnly.MaxValue).CompareTo(b.Published ?? DateOnly.MaxValue);
        int byLength = byDay != 0 ? byDay : a.Id.Length.CompareTo(b.Id.Length);
        int byId = byLength != 0 ? byLength : string.CompareOrdinal(a.Id, b.Id);
        return byId != 0 ? byId : string.CompareOrdinal(a.Text, b.Text);
    });

    /// <summary>Every pair of texts that is one story.</summary>
    private static List<Overlap> Overlaps(GramIndex index, int texts)
    {
        var found = new List<Overlap>();
        var shared = new int[texts];
        var touched = new List<int>();
        var stamp = new Stamp(index);
        for (int later = 0; later < texts; later++)
        {
            foreach (int gram in index.Distinct[later])
            {
                ReadOnlySpan<int> holders = index.Holders(gram);
                holders = holders.Length > Frequent ? holders[..Leaders] : holders;
                foreach (int earlier in holders)
                {
                    if (earlier >= later)
                    {
                        break;
                    }

                    if (shared[earlier]++ == 0)
                    {
                        touched.Add(earlier);
                    }
                }
            }

            touched.Sort();
            foreach (int earlier in touched)
            {
                // The count lacks frequent grams; half of what is needed is reason enough to look.
                if (shared[earlier] * 10 >= Math.Min(index.Sizes[earlier], index.Sizes[later]))
                {
                    Overlap overlap = stamp.Compare(earlier, later);
                    if (overlap.IsOneStory)
                    {
                        found.Add(overlap);
                    }
                }

                shared[earlier] = 0;
            }

            touched.Clear();
        }

        return found;
    }

    /// <summary>The earliest text of each text's story.</summary>
    private static int[] Joined(int texts, List<Overlap> overlaps)
    {
        int[] parent = [.. Enumerable.Range(0, texts)];
        foreach (Overlap overlap in overlaps)
        {
            int a = Root(parent, overlap.Earlier), b = Root(parent, overlap.Later);
            (parent[Math.Max(a, b)], parent[Math.Min(a, b)]) = (Math.Min(a, b), Math.Min(a, b));
        }

        for (int i = 0; i < texts; i++)
        {
            parent[i] = Root(parent, i);
        }

        return parent;
    }

    private static int Root(int[] parent, int at)
    {
        while (parent[at] != at)
        {
            at = parent[at] = parent[parent[at]];
        }

        return at;
    }

    /// <summary>Compares texts, keeping the grams of the one compared last marked.</summary>
    private sealed class Stamp(GramIndex index)
    {
        private readonly int[] marks = NewMarks(index.Count);
        private int marked = -1;

        public Overlap Compare(int earlier, int later)
        {
            if (marked != later)
            {
                marked = later;
                foreach (int gram in index.Distinct[later])
                {
                    marks[gram] = later;
                }
            }

            int shared = 0;
            foreach (int gram in index.Distinct[earlier])
            {
                shared += marks[gram] == later ? 1 : 0;
            }

            int longest = 0, run = 0;
            foreach (int gram in index.Sequence(earlier))
            {
                run = gram >= 0 && marks[gram] == later ? run + 1 : 0;
                longest = Math.Max(longest, run);
            }

            int a = index.Sizes[earlier], b = index.Sizes[later];
            return new Overlap(earlier, later, shared, Math.Min(a, b), Math.Max(a, b), Math.Min(longest, shared));
        }

        private static int[] NewMarks(int count)
        {
            var marks = new int[count];
            Array.Fill(marks, -1);
            return marks;
        }
    }
}
