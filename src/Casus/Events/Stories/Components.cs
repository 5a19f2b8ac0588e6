namespace Casus.Events;

/// <summary>What links connect.</summary>
internal static class Components
{
    /// <summary>Rows by component; component i are those from starts[i] to starts[i + 1].</summary>
    public static (int[] Rows, int[] Starts) Of(List<StoryRow> rows, List<TextPair> links, int texts)
    {
        int[] root = Roots(links, texts);
        var number = new int[texts];
        Array.Fill(number, -1);
        var counts = new List<int>();
        foreach (StoryRow row in rows)
        {
            ref int component = ref number[root[row.Text]];
            if (component < 0)
            {
                component = counts.Count;
                counts.Add(0);
            }

            counts[component]++;
        }

        var starts = new int[counts.Count + 1];
        for (int i = 0; i < counts.Count; i++)
        {
            starts[i + 1] = starts[i] + counts[i];
        }

        int[] next = [.. starts];
        var order = new int[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            order[next[number[root[rows[i].Text]]]++] = i;
        }

        return (order, starts);
    }

    /// <summary>One text that stands for each text's component.</summary>
    public static int[] Roots(List<TextPair> links, int texts)
    {
        var parent = new int[texts];
        for (int i = 0; i < texts; i++)
        {
            parent[i] = i;
        }

        foreach (TextPair link in links)
        {
            int a = Root(parent, link.A), b = Root(parent, link.B);
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
}
