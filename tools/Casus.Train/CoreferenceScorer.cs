using System.Globalization;

namespace Casus.Train;

/// <summary>What a measure found right, over what the gold has and over what was found.</summary>
internal readonly record struct Found(double RightOfGold, double Gold, double RightOfFound, double All)
{
    public double Recall => Gold == 0 ? 0 : RightOfGold / Gold;

    public double Precision => All == 0 ? 0 : RightOfFound / All;

    public double F1 => Recall + Precision == 0 ? 0 : 2 * Recall * Precision / (Recall + Precision);

    public static Found operator +(Found a, Found b) => new(a.RightOfGold + b.RightOfGold, a.Gold + b.Gold, a.RightOfFound + b.RightOfFound, a.All + b.All);
}

/// <summary>Scores of coreference over documents: counts are summed before they are divided, as the reference scorer does (Pradhan et al. 2014).</summary>
/// <param name="Mentions">Spans alone, whatever their chains.</param>
/// <param name="Muc">Links (Vilain et al. 1995).</param>
/// <param name="B3">Mentions by their chains (Bagga and Baldwin 1998; mentions that only one side has as in Cai and Strube 2010, after Pradhan et al. 2014).</param>
/// <param name="Ceaf">Chains by the best pairing under φ4 (Luo 2005).</param>
internal readonly record struct ChainScores(Found Mentions, Found Muc, Found B3, Found Ceaf)
{
    /// <summary>The mean of the three F1.</summary>
    public double Mean => (Muc.F1 + B3.F1 + Ceaf.F1) / 3;

    public static ChainScores operator +(ChainScores a, ChainScores b) => new(a.Mentions + b.Mentions, a.Muc + b.Muc, a.B3 + b.B3, a.Ceaf + b.Ceaf);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Of(Mentions)} | {Of(Muc)} | {Of(B3)} | {Of(Ceaf)} | {100 * Mean:0.00}");

    private static string Of(Found f) => string.Create(CultureInfo.InvariantCulture, $"{100 * f.Precision:0.0} / {100 * f.Recall:0.0} / {100 * f.F1:0.0}");
}

/// <summary>Compares the chains of one document with the gold's. A mention is known by any value that both sides give it.</summary>
internal static class CoreferenceScorer
{
    /// <param name="singletons">False drops chains of one mention on both sides before anything is counted (as CoNLL 2012 and CorefUD do).</param>
    public static ChainScores Score<T>(IEnumerable<IReadOnlyCollection<T>> gold, IEnumerable<IReadOnlyCollection<T>> found, bool singletons)
        where T : notnull
    {
        HashSet<T>[] key = Sets(gold, singletons), response = Sets(found, singletons);
        Dictionary<T, int> keyOf = Owners(key), responseOf = Owners(response);
        double shared = keyOf.Keys.Count(responseOf.ContainsKey);
        (double mucRight, double mucGold) = Links(key, responseOf);
        (double mucRightFound, double mucFound) = Links(response, keyOf);
        double ceaf = Pairing(key, response, responseOf);
        return new(
            new(shared, keyOf.Count, shared, responseOf.Count),
            new(mucRight, mucGold, mucRightFound, mucFound),
            new(Squares(key, response, responseOf), keyOf.Count, Squares(response, key, keyOf), responseOf.Count),
            new(ceaf, key.Length, ceaf, response.Length));
    }

    private static HashSet<T>[] Sets<T>(IEnumerable<IReadOnlyCollection<T>> chains, bool singletons)
        where T : notnull => [.. chains.Select(c => c.ToHashSet()).Where(c => c.Count > (singletons ? 0 : 1))];

    private static Dictionary<T, int> Owners<T>(HashSet<T>[] chains)
        where T : notnull
    {
        var owners = new Dictionary<T, int>();
        for (int i = 0; i < chains.Length; i++)
        {
            foreach (T mention in chains[i])
            {
                if (!owners.TryAdd(mention, i))
                {
                    throw new ArgumentException($"The mention {mention} stands in two chains.", nameof(chains));
                }
            }
        }

        return owners;
    }

    /// <summary>Links that survive where the other side cuts each chain into pieces; a mention that the other side lacks is a piece.</summary>
    private static (double Right, double All) Links<T>(HashSet<T>[] chains, Dictionary<T, int> others)
        where T : notnull
    {
        double right = 0, all = 0;
        foreach (HashSet<T> chain in chains)
        {
            int pieces = chain.Where(others.ContainsKey).Select(m => others[m]).Distinct().Count() + chain.Count(m => !others.ContainsKey(m));
            right += chain.Count - pieces;
            all += chain.Count - 1;
        }

        return (right, all);
    }

    /// <summary>For every mention the part of its chain that the other side's chain of it shares.</summary>
    private static double Squares<T>(HashSet<T>[] chains, HashSet<T>[] otherChains, Dictionary<T, int> others)
        where T : notnull
    {
        double sum = 0;
        foreach (HashSet<T> chain in chains)
        {
            foreach (IGrouping<int, T> part in chain.Where(others.ContainsKey).GroupBy(m => others[m]))
            {
                double both = part.Count();
                sum += both * both / chain.Count;
            }
        }

        return sum;
    }

    /// <summary>φ4: twice the shared mentions over the mentions of both.</summary>
    private static double Pairing<T>(HashSet<T>[] key, HashSet<T>[] response, Dictionary<T, int> responseOf)
        where T : notnull
    {
        var shared = new Dictionary<(int Key, int Response), int>();
        for (int k = 0; k < key.Length; k++)
        {
            foreach (T mention in key[k])
            {
                if (responseOf.TryGetValue(mention, out int r))
                {
                    shared[(k, r)] = shared.GetValueOrDefault((k, r)) + 1;
                }
            }
        }

        // Chains that share nothing add nothing: only the others take part in the pairing.
        int[] rows = [.. shared.Keys.Select(p => p.Key).Distinct().Order()], columns = [.. shared.Keys.Select(p => p.Response).Distinct().Order()];
        var gains = new double[rows.Length, columns.Length];
        foreach (((int k, int r), int count) in shared)
        {
            gains[Array.BinarySearch(rows, k), Array.BinarySearch(columns, r)] = 2.0 * count / (key[k].Count + response[r].Count);
        }

        return rows.Length == 0 ? 0 : Assignment.Best(gains);
    }
}
