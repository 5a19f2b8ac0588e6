using System.Collections.Immutable;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <param name="Claims">Claims that were joined anew.</param>
/// <param name="Joined">How many events these tell.</param>
/// <param name="Events">Those of them that are new or say something else; not yet written.</param>
/// <param name="Removed">What they, or claims that have gone, told before and tell no more; no more in the store.</param>
internal sealed record Relinked(int Claims, int Joined, ImmutableArray<Event> Events, ImmutableArray<Event> Removed)
{
    /// <summary>What became of each judgement, in the order of judging.</summary>
    public ImmutableArray<JudgementOutcome> Outcomes { get; init; } = [];

    public ImmutableArray<JudgementContradiction> Disputes { get; init; } = [];
}

/// <summary>
/// Joins again what changed: articles that are new, have gone, stand in another story, or are judged otherwise. Their claims are compared with those that share a
/// block, and the groups that this changes are joined anew (<see cref="Regrouping"/>): the result is that of linking everything.
/// </summary>
/// <param name="judged">Null where nobody has judged.</param>
/// <param name="marks">Of the articles of which something is judged: <see cref="JudgedMarks"/>.</param>
internal sealed class Relinking(CasusStore store, Linker linker, KnowledgeBase knowledge, JudgedClaims? judged, IReadOnlyDictionary<string, string> marks) : IDisposable
{
    /// <summary>Groups of claims that one thread decodes and resolves at a time.</summary>
    private const int ResolvedTogether = 64;

    private readonly LinkedClaims claims = new(store, knowledge.Places);
    private readonly ToldEvents told = new(store);
    private readonly LinkConstraints constraints = judged?.Constraints ?? LinkConstraints.None;
    private readonly Statement claimsOf = store.Prepare("SELECT record FROM claim WHERE article_id = $1 AND kind = 'event' ORDER BY position");
    private readonly Statement claim = store.Prepare("SELECT record FROM claim WHERE article_id = $1 AND id = $2");
    private readonly Statement article = store.Prepare("SELECT a.published, a.outlet, e.story_id, l.setting FROM article a JOIN edition e ON e.article_id = a.id LEFT JOIN linked_article l ON l.article_id = a.id WHERE a.id = $1");
    private readonly Statement links = store.Prepare("SELECT from_id, to_id FROM claim_link WHERE article_id = $1 AND kind = 'same'");
    private readonly Dictionary<long, ClaimInContext> fresh = [];
    private readonly Dictionary<string, KnownArticle> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> touched = new(StringComparer.Ordinal), restless = new(StringComparer.Ordinal);
    private List<(string[] Claims, string[] Happenings)>? ties;

    public Relinked Run()
    {
        List<string> changed = Ids("SELECT e.article_id FROM touched_article t JOIN edition e ON e.article_id = t.article_id LEFT JOIN linked_article l ON l.article_id = e.article_id WHERE l.story_id IS NOT e.story_id ORDER BY 1");
        changed = [.. changed.Union(JudgedOtherwise(), StringComparer.Ordinal)];
        // A page read again has lost its mark, yet what its old claims told is still there.
        Forget(changed);
        Forget(Ids("SELECT article_id FROM touched_article WHERE article_id NOT IN (SELECT id FROM article) ORDER BY 1"));
        bool anew = !claims.HasAny;
        List<LinkedClaim> added = Add(changed);
        return Join(anew ? Anew(added) : Grown(added));
    }

    public void Dispose()
    {
        foreach (IDisposable one in (IDisposable[])[claims, told, claimsOf, claim, article, links])
        {
            one.Dispose();
        }
    }

    private List<string> Ids(string sql)
    {
        using Statement statement = store.Prepare(sql);
        return statement.Rows(r => r.GetString(0));
    }

    /// <summary>Linked articles of which people judge otherwise than when they were linked.</summary>
    private IEnumerable<string> JudgedOtherwise()
    {
        using Statement all = store.Prepare("SELECT article_id, judged FROM linked_article WHERE judged IS NOT NULL"), one = store.Prepare("SELECT 1 FROM linked_article WHERE article_id = $1");
        Dictionary<string, string> before = all.Rows(r => (Article: r.GetString(0), Mark: r.GetString(1))).ToDictionary(p => p.Article, p => p.Mark, StringComparer.Ordinal);
        return [.. before.Where(b => marks.GetValueOrDefault(b.Key) != b.Value).Select(b => b.Key).Concat(marks.Keys.Where(m => !before.ContainsKey(m) && one.Scalar(m) is not null)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Takes the articles out of what linking has seen; the groups in which their claims stood are touched.</summary>
    private void Forget(List<string> articles)
    {
        using Statement drop = store.Prepare("DELETE FROM linked_article WHERE article_id = $1");
        foreach (string id in articles)
        {
            foreach (LinkedClaim gone in claims.OfArticle(id))
            {
                touched.Add(gone.Happening);
                restless.Add(gone.Row.ClaimId);
                claims.Forget(gone, linker.KeysOf(gone.Row));
            }

            drop.Run(id);
        }
    }

    private List<LinkedClaim> Add(List<string> articles)
    {
        using Statement mark = store.Prepare("INSERT INTO linked_article (article_id, story_id, setting, judged) VALUES ($1, $2, $3, $4)");
        var added = new List<LinkedClaim>();
        foreach (string id in articles)
        {
            List<EventClaim> own = claimsOf.Rows(r => Judged(r.GetString(0)), id);
            known[id] = Known(id) with { Setting = linker.SettingOf(own) };
            mark.Run(id, known[id].Story, JsonSerializer.Serialize(known[id].Setting, Records.Json.ArticleSetting), marks.GetValueOrDefault(id));
            foreach (EventClaim one in own.Where(c => Linker.IsLinkable(c) && !constraints.RejectedClaims.Contains(c.Id)))
            {
                ClaimInContext context = known[id].Of(one);
                LinkRow row = linker.RowOf(context);
                long number = claims.Add(row, linker.KeysOf(row));
                fresh.Add(number, context);
                restless.Add(one.Id);
                added.Add(new LinkedClaim(number, "", row));
            }
        }

        return added;
    }

    /// <summary>Nothing was linked before.</summary>
    private List<LinkedClaim[]> Anew(List<LinkedClaim> added)
    {
        added.Sort(Regrouping.Order);
        IEnumerable<(string, string)> same = added.Select(c => c.Row.ArticleId).Distinct().SelectMany(SameOf);
        return [.. linker.Group([.. added.Select(c => c.Row)], same, constraints).Select(g => g.Select(i => added[i]).ToArray())];
    }

    private List<LinkedClaim[]> Grown(List<LinkedClaim> added)
    {
        var regrouping = new Regrouping(claims, linker, constraints, SameOf);
        regrouping.Add(added);
        foreach (string happening in touched)
        {
            regrouping.Touch(happening);
        }

        return regrouping.Run(() => Tied(regrouping.Touched));
    }

    private List<(string From, string To)> SameOf(string article) => links.Rows(r => (r.GetString(0), r.GetString(1)), article);

    /// <summary>Where judgements tie claims together, what is joined anew of some is joined anew of all.</summary>
    private List<string> Tied(HashSet<string> joined)
    {
        List<string> found = [];
        ties ??= judged is null ? [] : [.. judged.Ties.Select(t => (t.ToArray(), t.SelectMany(claims.WithId).Select(c => c.Happening).Where(h => h.Length > 0).ToArray()))];
        ties.RemoveAll(t =>
        {
            bool tied = t.Claims.Any(restless.Contains) || t.Happenings.Any(joined.Contains);
            found.AddRange(tied ? t.Happenings : []);
            return tied;
        });
        return found;
    }

    private Relinked Join(List<LinkedClaim[]> groups)
    {
        LinkedClaim[] all = [.. groups.SelectMany(g => g)];
        foreach (LinkedClaim[] group in groups)
        {
            string happening = $"{group[0].Row.ClaimId} {group[0].Row.ArticleId}";
            foreach (LinkedClaim one in group.Where(c => c.Happening != happening))
            {
                claims.Put(one.Number, happening);
            }
        }

        HashSet<string> open = Open(all);
        List<Event> events = [];
        List<string> asked = [.. restless];
        int kept = 0;
        InOrder.Run(
            ToldOtherwise().Chunk(ResolvedTogether),
            some => some.Select(group => linker.Resolve([.. group.Select(context => context())])).OfType<Event>().ToList(),
            events.AddRange,
            Environment.ProcessorCount);
        told.Were(asked);
        ImmutableArray<Event> joined = [.. events.OrderBy(e => e.Id, StringComparer.Ordinal)];
        if (judged is null)
        {
            return new(all.Length, kept + joined.Length, told.Differing(joined, restless), told.Remove());
        }

        var (corrected, outcomes, disputes) = judged.On(joined, told.Others);
        return new(all.Length, kept + joined.Length, told.Differing(corrected, restless), told.Remove()) { Outcomes = outcomes, Disputes = disputes };

        // The groups that are not as they were, their claims to be decoded on any thread.
        IEnumerable<Func<ClaimInContext>[]> ToldOtherwise()
        {
            foreach (LinkedClaim[] group in groups)
            {
                string[] ids = [.. group.Select(c => c.Row.ClaimId)];
                if (!ids.Any(open.Contains) && told.IsOne(ids))
                {
                    kept++;
                    continue;
                }

                asked.AddRange(ids);
                yield return [.. group.Select(InContext)];
            }
        }
    }

    /// <summary>Claims whose events are made anew, whatever they are joined with: those that came or may stand there otherwise, of which events are judged, or which are told word for word in two articles.</summary>
    private HashSet<string> Open(LinkedClaim[] all)
    {
        var open = new HashSet<string>(restless, StringComparer.Ordinal);
        open.UnionWith(judged is null ? [] : judged.Ties.SelectMany(t => t));
        open.UnionWith(all.GroupBy(c => c.Row.ClaimId, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key));
        return open;
    }

    private EventClaim Judged(string record)
    {
        var coded = (EventClaim)Records.ReadClaim("event", record);
        return judged is null ? coded : (EventClaim)judged.Judged(coded);
    }

    /// <summary>Reads the claim; what it gives can be asked on any thread.</summary>
    private Func<ClaimInContext> InContext(LinkedClaim one)
    {
        if (fresh.TryGetValue(one.Number, out ClaimInContext? context))
        {
            return () => context;
        }

        string record = (string)claim.Scalar(one.Row.ArticleId, one.Row.ClaimId)!;
        KnownArticle of = Known(one.Row.ArticleId);
        // Judgements are looked up in the store.
        EventClaim? corrected = judged is null ? null : Judged(record);
        return () => of.Of(corrected ?? (EventClaim)Records.ReadClaim("event", record));
    }

    private KnownArticle Known(string id)
    {
        if (!known.TryGetValue(id, out KnownArticle? facts))
        {
            facts = article.Rows(r => new KnownArticle(r.Day(0), r.Text(1), r.GetString(2), r.Text(3) is { } setting ? JsonSerializer.Deserialize(setting, Records.Json.ArticleSetting)! : ArticleSetting.None), id)[0];
            known.Add(id, facts);
        }

        return facts;
    }

    private sealed record KnownArticle(DateOnly? Published, string? Outlet, string Story, ArticleSetting Setting)
    {
        public ClaimInContext Of(EventClaim claim) => new(claim, Story, Published, Outlet) { Setting = Setting };
    }
}
