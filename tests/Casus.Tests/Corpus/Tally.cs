namespace Casus.Tests.Corpus;

/// <summary>Counts of right answers among all, by name of the score.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (int Right, int All)> counts = new(StringComparer.Ordinal);

    public void Add(string score, bool right) => Add(score, right ? 1 : 0, 1);

    public void Add(string score, int right, int all)
    {
        (int r, int a) = counts.GetValueOrDefault(score);
        counts[score] = (r + right, a + all);
    }

    public IEnumerable<(string Score, double Value, int Right, int All)> Scores =>
        counts.Select(c => (c.Key, c.Value.All == 0 ? 0 : (double)c.Value.Right / c.Value.All, c.Value.Right, c.Value.All));
}
