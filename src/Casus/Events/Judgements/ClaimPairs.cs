using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Turns judgements on whole events into pairs of claims, in the order of judging: what is said later takes back what it contradicts.</summary>
internal sealed class ClaimPairs
{
    private List<ImmutableArray<string>> together = [];
    private HashSet<(string A, string B)> apart = [];

    /// <summary>All of them tell one happening.</summary>
    public void Join(ImmutableArray<string> claims)
    {
        apart.RemoveWhere(p => claims.Contains(p.A) && claims.Contains(p.B));
        together.Add(claims);
    }

    /// <summary>None of the first tells what one of the second tells.</summary>
    public void Part(ImmutableArray<string> first, ImmutableArray<string> second)
    {
        ImmutableArray<string> rest = [.. first.Except(second)];
        together = [.. together.SelectMany(t => t.Any(rest.Contains) && t.Any(second.Contains) ? new[] { t.RemoveRange(second), [.. t.Where(second.Contains)] } : [t])];
        apart.UnionWith(rest.SelectMany(a => second.Select(b => string.CompareOrdinal(a, b) < 0 ? (a, b) : (b, a))));
    }

    /// <summary>A chain through each group is enough to hold it together.</summary>
    public ImmutableArray<(string ClaimA, string ClaimB)> Same => [.. together.SelectMany(t => t.Zip(t.Skip(1))).Distinct().Order()];

    public ImmutableArray<(string ClaimA, string ClaimB)> Different => [.. apart.Order()];
}
