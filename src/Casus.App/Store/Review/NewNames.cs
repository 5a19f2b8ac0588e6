using System.Collections.Immutable;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>Names of actors that no file of knowledge has, each with sentences in which it takes part.</summary>
internal sealed class NewNames(CasusStore store)
{
    private const int MostSentences = 3;

    private sealed record Use(ProvisionalName Name, Party Party, EventClaim Claim);

    public IEnumerable<ReviewQuestion> Find(JudgementBook book)
    {
        HashSet<string> judged = [.. book.Effective.Where(j => j.Subject.Kind == SubjectKind.Actor).SelectMany(j => new[] { j.Subject.Id, j.Other?.Id ?? "" })];
        return Uses().GroupBy(u => u.Name.Id, StringComparer.Ordinal).Where(g => !judged.Contains(g.Key)).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => Question([.. g]));
    }

    private List<Use> Uses()
    {
        // The condition is that of the index claim_with_new_name.
        List<EventClaim> claims = store.Read(() =>
        {
            using Statement find = store.Prepare("SELECT record FROM claim WHERE kind = 'event' AND instr(record, '\"provisional\"') > 0 ORDER BY article_id, position");
            return find.Rows(r => (EventClaim)Records.ReadClaim("event", r.GetString(0)));
        });
        return [.. claims.SelectMany(c => c.Initiators.Concat(c.Targets).Concat(c.Victims).Where(p => p.Provisional is not null).Select(p => new Use(p.Provisional!, p, c)))];
    }

    private static ReviewQuestion Question(List<Use> uses)
    {
        Use first = uses[0];
        int articles = uses.Select(u => u.Claim.ArticleId).Distinct().Count();
        long victims = uses.Select(u => u.Claim).DistinctBy(c => c.Id).Sum(c => c.Tolls.Where(t => t.Kind is TollKind.Killed or TollKind.Injured).Sum(t => t.Min));
        string sort = string.Join(", ", uses.SelectMany(u => new[] { u.Party.Kind, u.Party.Class }).OfType<string>().Distinct());
        ImmutableArray<string> sentences = [.. uses.Select(u => $"“{u.Claim.Evidence[0].Quote}”").Distinct().Take(MostSentences)];
        return new(ReviewKind.Name, ReviewScore.OfName(victims, articles), first.Name.Id, null, $"{first.Name.Name} ({sort}; {articles} {(articles == 1 ? "article" : "articles")})", sentences);
    }
}
