using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <param name="Claims">Claims that were joined anew.</param>
/// <param name="Events">What they tell; not yet written.</param>
/// <param name="Removed">What they, or claims that have gone, told before; no more in the store.</param>
internal sealed record Relinked(int Claims, ImmutableArray<Event> Events, ImmutableArray<Event> Removed);

/// <summary>
/// Joins again what changed: articles that are new, have gone, or stand in another story. Their claims are compared with those that share a
/// block; what these are connected with is joined anew and its events removed. As components are joined each by itself, the result is that
/// of linking everything.
/// </summary>
internal sealed class Relinking(CasusStore store, Linker linker) : IDisposable
{
    private readonly Statement claimsOf = store.Prepare("SELECT record FROM claim WHERE article_id = $1 AND kind = 'event' ORDER BY position");
    private readonly Statement claim = store.Prepare("SELECT record FROM claim WHERE article_id = $1 AND id = $2");
    private readonly Statement article = store.Prepare("SELECT a.published, a.outlet, e.story_id, l.setting FROM article a JOIN edition e ON e.article_id = a.id LEFT JOIN linked_article l ON l.article_id = a.id WHERE a.id = $1");
    private readonly Statement links = store.Prepare("SELECT from_id, to_id FROM claim_link WHERE article_id = $1 AND kind = 'same'");
    private readonly Statement componentOf = store.Prepare("SELECT component FROM linked_claim WHERE article_id = $1 AND claim_id = $2");
    private readonly Statement inBlock = store.Prepare("SELECT article_id, claim_id, first, last FROM claim_block WHERE block = $1");
    private readonly Statement eventsOf = store.Prepare("SELECT e.record FROM event_claim c JOIN event e ON e.id = c.event_id WHERE c.claim_id = $1");
    private readonly Statement[] drop = [.. new[] { "event WHERE id", "event_claim WHERE event_id" }.Select(t => store.Prepare($"DELETE FROM {t} = $1"))];
    private readonly Statement dropActor = store.Prepare("DELETE FROM event_actor WHERE actor_id = $1 AND event_id = $2 AND role IN ('initiator', 'target')");
    private readonly List<Event> removed = [];
    private readonly Dictionary<(string Article, string Claim), (ClaimInContext Claim, LinkRow Row)> read = [];
    private readonly Dictionary<string, KnownArticle> known = new(StringComparer.Ordinal);

    public Relinked Run(LinkConstraints constraints)
    {
        List<string> changed = Ids("SELECT e.article_id FROM edition e LEFT JOIN linked_article l ON l.article_id = e.article_id WHERE l.story_id IS NOT e.story_id");
        List<string> gone = Ids("SELECT article_id FROM linked_article WHERE article_id NOT IN (SELECT id FROM article)");
        // A page read again has lost its mark, yet what its old claims told is still there.
        HashSet<string> touched = [.. Forget(changed), .. Forget(gone)];
        List<(string Article, string Claim)> fresh = Add(changed, constraints);
        Touch(fresh, touched);
        List<(string Article, string Claim)> all = [.. fresh, .. touched.SelectMany(Members)];
        all = [.. all.Distinct().OrderBy(c => c.Claim, StringComparer.Ordinal).ThenBy(c => c.Article, StringComparer.Ordinal)];
        foreach ((string _, string id) in all)
        {
            RemoveEvents(id);
        }

        return Join(all, constraints);
    }

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[claimsOf, claim, article, links, componentOf, inBlock, eventsOf, .. drop, dropActor])
        {
            statement.Dispose();
        }
    }

    private List<string> Ids(string sql)
    {
        using Statement statement = store.Prepare(sql);
        return statement.Rows(r => r.GetString(0));
    }

    /// <summary>Takes the articles out of what linking has seen.</summary>
    /// <returns>The components in which their claims stood.</returns>
    private List<string> Forget(List<string> articles)
    {
        using Statement find = store.Prepare("SELECT component, claim_id FROM linked_claim WHERE article_id = $1");
        using Statement drop = store.Prepare("DELETE FROM linked_claim WHERE article_id = $1"), dropBlocks = store.Prepare("DELETE FROM claim_block WHERE article_id = $1"), dropArticle = store.Prepare("DELETE FROM linked_article WHERE article_id = $1");
        var components = new List<string>();
        foreach (string id in articles)
        {
            foreach ((string component, string claimId) in find.Rows(r => (r.GetString(0), r.GetString(1)), id))
            {
                components.Add(component);
                RemoveEvents(claimId);
            }

            drop.Run(id);
            dropBlocks.Run(id);
            dropArticle.Run(id);
        }

        return components;
    }

    private List<(string Article, string Claim)> Add(List<string> articles, LinkConstraints constraints)
    {
        using Statement mark = store.Prepare("INSERT INTO linked_article (article_id, story_id, setting) VALUES ($1, $2, $3)"), block = store.Prepare("INSERT OR IGNORE INTO claim_block (block, article_id, claim_id, first, last) VALUES ($1, $2, $3, $4, $5)");
        var added = new List<(string, string)>();
        foreach (string id in articles)
        {
            List<EventClaim> claims = claimsOf.Rows(r => (EventClaim)Records.ReadClaim("event", r.GetString(0)), id);
            known[id] = Known(id) with { Setting = linker.SettingOf(claims) };
            mark.Run(id, known[id].Story, JsonSerializer.Serialize(known[id].Setting, Records.Json.ArticleSetting));
            foreach (EventClaim told in claims.Where(c => Linker.IsLinkable(c) && !constraints.RejectedClaims.Contains(c.Id)))
            {
                added.Add((id, told.Id));
                LinkRow row = Keep(id, told).Row;
                (int? first, int? last) = row.Time.YearlessDay >= 0 ? (null, null) : (row.Time.Earliest, row.Time.Latest);
                foreach (long key in linker.KeysOf(row))
                {
                    block.Run(key, id, told.Id, first, last);
                }
            }
        }

        return added;
    }

    private void Touch(List<(string Article, string Claim)> fresh, HashSet<string> touched)
    {
        HashSet<(string Article, string Claim)> isFresh = [.. fresh];
        var membersOf = new Dictionary<long, List<Member>>();
        foreach ((string Article, string Claim) one in fresh)
        {
            LinkRow row = read[one].Row;
            foreach (long key in linker.KeysOf(row))
            {
                if (!membersOf.TryGetValue(key, out List<Member>? members))
                {
                    membersOf.Add(key, members = [.. inBlock.Rows(r => new Member((r.GetString(0), r.GetString(1)), r.IsDBNull(2) ? null : r.GetInt32(2), r.IsDBNull(3) ? null : r.GetInt32(3)), key).Where(m => !isFresh.Contains(m.Id))]);
                }

                foreach (Member member in members)
                {
                    if (!member.IsApart(row.Time) && linker.Similarity.Compare(row, Read(member.Id).Row) >= 0)
                    {
                        touched.Add((string)componentOf.Scalar(member.Id.Article, member.Id.Claim)!);
                    }
                }
            }
        }
    }

    private List<(string Article, string Claim)> Members(string component)
    {
        using Statement find = store.Prepare("SELECT article_id, claim_id FROM linked_claim WHERE component = $1");
        return find.Rows(r => (r.GetString(0), r.GetString(1)), component);
    }

    private void RemoveEvents(string claimId)
    {
        foreach (Event told in eventsOf.Rows(r => JsonSerializer.Deserialize(r.GetString(0), Records.Json.Event)!, claimId))
        {
            removed.Add(told);
            foreach (Statement statement in drop)
            {
                statement.Run(told.Id);
            }

            foreach (string actor in told.Initiators.Value.Concat(told.Targets.Value).Select(p => p.ActorId).OfType<string>())
            {
                dropActor.Run(actor, told.Id);
            }
        }
    }

    private Relinked Join(List<(string Article, string Claim)> all, LinkConstraints constraints)
    {
        ClaimInContext[] claims = [.. all.Select(c => Read(c).Claim)];
        IEnumerable<(string, string)> same = all.Select(c => c.Article).Distinct().SelectMany(a => links.Rows(r => (r.GetString(0), r.GetString(1)), a));
        LinkGroups groups = linker.Group([.. all.Select(c => Read(c).Row)], same, constraints);
        using Statement set = store.Prepare("INSERT INTO linked_claim (article_id, claim_id, component) VALUES ($1, $2, $3) ON CONFLICT (article_id, claim_id) DO UPDATE SET component = excluded.component");
        for (int i = 0; i < all.Count; i++)
        {
            (string first, string of) = all[groups.Components[i]];
            set.Run(all[i].Article, all[i].Claim, $"{of} {first}");
        }

        return new(all.Count, [.. groups.Groups.Select(g => linker.Resolve([.. g.Select(i => claims[i])])).OfType<Event>().OrderBy(e => e.Id, StringComparer.Ordinal)], [.. removed]);
    }

    private (ClaimInContext Claim, LinkRow Row) Read((string Article, string Claim) id) =>
        read.TryGetValue(id, out (ClaimInContext, LinkRow) known) ? known : Keep(id.Article, (EventClaim)Records.ReadClaim("event", (string)claim.Scalar(id.Article, id.Claim)!));

    private (ClaimInContext Claim, LinkRow Row) Keep(string id, EventClaim told)
    {
        KnownArticle of = Known(id);
        var context = new ClaimInContext(told, of.Story, of.Published, of.Outlet) { Setting = of.Setting };
        return read[(id, told.Id)] = (context, linker.RowOf(context));
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

    /// <summary>A claim of a block with its days: most that share a week are told of other days and need not be read.</summary>
    private readonly record struct Member((string Article, string Claim) Id, int? First, int? Last)
    {
        /// <summary>True only where <see cref="LinkTime.IsApart"/> is.</summary>
        public bool IsApart(LinkTime time) => time.YearlessDay < 0 && (time.Earliest - Last > 1 || First - time.Latest > 1);
    }

    private sealed record KnownArticle(DateOnly? Published, string? Outlet, string Story, ArticleSetting Setting);
}
