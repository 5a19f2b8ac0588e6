using Casus.App.Store;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Publish;

/// <summary>What keeps a release from being written: a value without evidence, a reference that leads nowhere, counts that do not add up.</summary>
internal static class ReleaseCheck
{
    private const int MostTold = 20;

    /// <summary>In plain words, the first twenty and whether there are more; none when all is well.</summary>
    public static List<string> Problems(CasusStore store)
    {
        var problems = new List<string>();
        var walks = new Walks(store);
        var claims = new HashSet<string>(StringComparer.Ordinal);
        foreach ((Claim claim, string article) in walks.Claims())
        {
            claims.Add(claim.Id);
            Note(problems, claim.Evidence.IsDefaultOrEmpty, $"claim {claim.Id} of {article} has no evidence");
        }

        HashSet<string> articles = [.. walks.Articles().Select(a => a.ArticleId)], stories = [.. walks.Editions().Select(e => e.StoryId)];
        foreach (Event told in walks.Events())
        {
            Note(problems, told.Claims.IsDefaultOrEmpty, $"event {told.Id} has no claim");
            Note(problems, told.Time.Support.IsDefaultOrEmpty || told.Tolls.Any(t => t.Support.IsDefaultOrEmpty) || told.Place is { Support.IsDefaultOrEmpty: true }, $"event {told.Id} has a value that no claim supports");
            foreach (string lost in told.Claims.Where(c => !claims.Contains(c)).Concat(told.Articles.Where(a => !articles.Contains(a))).Concat(told.Stories.Where(s => !stories.Contains(s))))
            {
                Note(problems, true, $"event {told.Id} names {lost}, which is not in the store");
            }
        }

        (long all, Dictionary<string, long> outcomes) = Pages(store);
        Note(problems, outcomes.Values.Sum() != all, $"{all} pages, but {outcomes.Values.Sum()} outcomes");
        return problems;
    }

    /// <summary>Pages in all, and by what became of them.</summary>
    public static (long All, Dictionary<string, long> Outcomes) Pages(CasusStore store) => store.Read(() =>
    {
        using Statement count = store.Prepare("SELECT outcome, count(*) FROM page GROUP BY outcome ORDER BY outcome"), all = store.Prepare("SELECT count(*) FROM page");
        return ((long)all.Scalar()!, count.Rows(r => (r.GetString(0), r.GetInt64(1))).ToDictionary(r => r.Item1, r => r.Item2, StringComparer.Ordinal));
    });

    private static void Note(List<string> problems, bool wrong, string what)
    {
        if (wrong && problems.Count <= MostTold)
        {
            problems.Add(problems.Count < MostTold ? what : "and more of the kind");
        }
    }
}
