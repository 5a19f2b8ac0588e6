namespace Casus.Events;

/// <summary>An edge of the graph whose components are the stories.</summary>
internal readonly record struct TextPair(int A, int B, Overlap Overlap);

/// <summary>From which earlier edition each edition of a story derives: from the same words where there are any, else from what it shares most with.</summary>
internal sealed class Derivation
{
    private readonly int[] starts;
    private readonly TextPair[] pairs;

    /// <summary>The earliest row so far of each text; -1 for none.</summary>
    private readonly int[] first;
    private readonly OverlapMeter meter;
    private readonly List<int> sizes;

    public Derivation(List<TextPair> found, List<int> sizes, OverlapMeter meter)
    {
        this.sizes = sizes;
        this.meter = meter;
        starts = new int[sizes.Count + 1];
        foreach (TextPair pair in found)
        {
            starts[pair.A + 1]++;
            starts[pair.B + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        pairs = new TextPair[found.Count * 2];
        int[] next = [.. starts];
        foreach (TextPair pair in found)
        {
            pairs[next[pair.A]++] = pair;
            pairs[next[pair.B]++] = new TextPair(pair.B, pair.A, pair.Overlap);
        }

        first = new int[sizes.Count];
        Array.Fill(first, -1);
    }

    /// <param name="rows">The rows of one story, the earliest first.</param>
    /// <param name="order">Place of each row among them, indexed by row.</param>
    public void Place(ReadOnlySpan<int> rows, List<StoryRow> all, int[] order, StoryPlace[] places)
    {
        StoryRow original = all[rows[0]];
        string id = "s-" + ContentHash.Of("story", original.Id);
        for (int i = 0; i < rows.Length; i++)
        {
            order[rows[i]] = i;
            StoryRow row = all[rows[i]];
            places[rows[i]] = new StoryPlace(id, i == 0 ? new Edition(row.Id, "original", null, 1) : Edition(row, original, all, order));
            first[row.Text] = first[row.Text] < 0 ? rows[i] : first[row.Text];
        }
    }

    private Edition Edition(StoryRow row, StoryRow original, List<StoryRow> all, int[] order)
    {
        if (first[row.Text] >= 0)
        {
            return new Edition(row.Id, "copy", all[first[row.Text]].Id, 1);
        }

        (int from, Overlap best) = (-1, default);
        for (int i = starts[row.Text]; i < starts[row.Text + 1]; i++)
        {
            int other = first[pairs[i].B];
            if (other < 0)
            {
                continue;
            }

            Overlap overlap = pairs[i].Overlap;
            int more = from < 0 ? 1 : (overlap.Shared, overlap.Resemblance).CompareTo((best.Shared, best.Resemblance));
            if (more > 0 || (more == 0 && order[other] < order[from]))
            {
                (from, best) = (other, overlap);
            }
        }

        StoryRow source = from < 0 ? original : all[from];
        best = from < 0 ? meter.Compare(original.Text, row.Text, sizes) : best;
        return new Edition(row.Id, best.Kind(sizes[row.Text] < sizes[source.Text]), source.Id, Math.Round(best.Containment, 4));
    }
}
