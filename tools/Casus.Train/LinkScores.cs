using System.Collections.Immutable;

namespace Casus.Train;

/// <summary>How well groups of articles agree with judged ones.</summary>
/// <param name="Precision">B³ (Bagga and Baldwin 1998): mean over articles of the share of its group that is rightly there; <paramref name="Recall"/> of the share that was found.</param>
internal readonly record struct LinkScores(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="found">Group of each article; <paramref name="gold"/> likewise, of the same articles.</param>
    public static LinkScores BCubed(IReadOnlyDictionary<string, int> found, IReadOnlyDictionary<string, int> gold)
    {
        double precision = 0, recall = 0;
        foreach (string id in gold.Keys)
        {
            string[] there = [.. gold.Keys.Where(o => found[o] == found[id])], right = [.. gold.Keys.Where(o => gold[o] == gold[id])];
            double both = there.Count(o => gold[o] == gold[id]);
            precision += both / there.Length;
            recall += both / right.Length;
        }

        return gold.Count == 0 ? default : new(precision / gold.Count, recall / gold.Count);
    }

    /// <summary>Connected components of pairs, as numbers.</summary>
    public static ImmutableDictionary<string, int> Clusters(IEnumerable<string> ids, IEnumerable<(string A, string B)> pairs)
    {
        string[] all = [.. ids.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Dictionary<string, int> group = all.Select((id, i) => (id, i)).ToDictionary(p => p.id, p => p.i, StringComparer.Ordinal);
        foreach ((string a, string b) in pairs)
        {
            if (group.TryGetValue(a, out int first) && group.TryGetValue(b, out int second) && first != second)
            {
                foreach (string id in all)
                {
                    group[id] = group[id] == Math.Max(first, second) ? Math.Min(first, second) : group[id];
                }
            }
        }

        return group.ToImmutableDictionary(StringComparer.Ordinal);
    }
}
