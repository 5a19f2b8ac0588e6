using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Casus.App.Publish;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>Links what the store holds: forms the stories, joins again what new claims touch, and puts the events in the place of the old ones, in one transaction.</summary>
internal static class LinkWriter
{
    /// <summary>Whether articles or judgements came, or knowledge or weights changed, since linking last ran.</summary>
    /// <param name="links">The weights; null: whatever they are.</param>
    public static bool IsDue(CasusStore store, KnowledgeBase knowledge, LinkModel? links) => store.Read(() =>
    {
        using Statement state = store.Prepare("SELECT value FROM state WHERE key = $1");
        bool waiting = state.Scalar(StateKey.Unlinked) is "1";
        return waiting || JudgementTable.Last(store) != JudgementTable.LastLinked(store) || (state.Scalar(StateKey.LinkedWith) is string with && with != knowledge.Hash)
            || (links is not null && state.Scalar(StateKey.LinkedBy) is string by && !by.Contains(links.Hash, StringComparison.Ordinal));
    });

    /// <summary>Links what came, changed or is judged otherwise since linking last ran; all of it when the knowledge or the weights are others.</summary>
    public static LinkReport Link(CasusStore store, Linker linker, KnowledgeBase knowledge) => store.WriteWidely(() =>
    {
        EventRows.Keep(store);
        JudgementBook book = JudgementTable.Book(store);
        StoryWriter.Write(store, book);
        string with = LinkedWith(linker, knowledge);
        using Statement state = store.Prepare("INSERT INTO state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value"), linkedBy = store.Prepare("SELECT value FROM state WHERE key = $1");
        using var dyads = new DyadWriter(store, knowledge);
        using var actors = new ActorWriter(store, knowledge);
        bool anew = linkedBy.Scalar(StateKey.LinkedBy) is not string by || by != with;
        if (anew)
        {
            DyadWriter.Clear(store);
            ActorWriter.Clear(store);
            LinkedClaims.Clear(store);
            using Statement clear = store.Prepare("DELETE FROM event; DELETE FROM event_actor; DELETE FROM event_claim; DELETE FROM event_outlet; INSERT OR IGNORE INTO touched_article SELECT id FROM article;");
            clear.Run();
        }

        Relinked relinked = Relink(store, linker, knowledge, book);
        dyads.Remove(relinked.Removed);
        actors.Remove(relinked.Removed);
        WriteEvents(store, relinked.Events, knowledge);
        ChangeWriter.Write(store, relinked.Events, anew ? null : relinked.Removed);
        int episodes;
        if (anew)
        {
            SumWriter.Write(store);
            episodes = EpisodeWriter.Write(store);
        }
        else
        {
            SumWriter.Change(store, relinked.Events, relinked.Removed);
            episodes = EpisodeWriter.Change(store, relinked.Events, relinked.Removed);
        }

        dyads.Add(relinked.Events);
        actors.Add(relinked.Events);
        NamesWriter.Write(store, knowledge);
        store.Connection.Run("DELETE FROM touched_article");
        state.Run(StateKey.Unlinked, "0");
        state.Run(StateKey.LinkedWith, knowledge.Hash);
        state.Run(StateKey.LinkedBy, with);
        state.Run(StateKey.LinkedJudgements, JudgementTable.Last(store).ToString(CultureInfo.InvariantCulture));
        return new LinkReport((int)store.Connection.Value<long>("SELECT rows FROM total WHERE what = 'story'"), relinked.Claims, relinked.Joined, episodes);
    });

    private static Relinked Relink(CasusStore store, Linker linker, KnowledgeBase knowledge, JudgementBook book)
    {
        if (book.All.IsEmpty)
        {
            using var relinking = new Relinking(store, linker, knowledge, null, ImmutableDictionary<string, string>.Empty);
            return relinking.Run();
        }

        using var claims = new StoredClaims(store);
        using var texts = new ArticleTexts(store);
        var judged = new JudgedClaims(book, claims, texts.Find, knowledge);
        using var judging = new Relinking(store, linker, knowledge, judged, JudgedMarks.Of(judged, claims));
        Relinked relinked = judging.Run();
        JudgementTable.WriteOutcomes(store, relinked.Outcomes, relinked.Disputes, JudgedApart.Contradictions(judged.Constraints));
        return relinked;
    }

    private static string LinkedWith(Linker linker, KnowledgeBase knowledge) => $"{knowledge.Hash} {linker.Model.Hash} {LinkRowBytes.Method}";

    /// <summary>To be called in a transaction.</summary>
    internal static void WriteEvents(CasusStore store, ImmutableArray<Event> events, KnowledgeBase knowledge)
    {
        using Statement addEvent = store.Prepare("INSERT INTO event (id, type, quad, factuality, initiators, targets, day_from, day_to, place_id, place, killed_min, killed_max, injured_min, injured_max, accounts, stories, record, articles, tolls, modes, dissent, doubt, surest, rowid) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)");
        using Statement addActor = store.Prepare("INSERT OR IGNORE INTO event_actor (actor_id, role, event_id) VALUES ($1, $2, $3)");
        using Statement addClaim = store.Prepare("INSERT INTO event_claim (event_id, position, claim_id) VALUES ($1, $2, $3)");
        using Statement addOutlet = store.Prepare("INSERT OR IGNORE INTO event_outlet (event_id, outlet) SELECT $1, outlet FROM article WHERE id = $2 AND outlet IS NOT NULL");
        using Statement surest = store.Prepare("SELECT max(score) FROM claim WHERE id = $1");
        long row = EventRows.Last(store);
        foreach (Event told in events)
        {
            Toll? killed = told.TollOf(TollKind.Killed), injured = told.TollOf(TollKind.Injured);
            ClaimPlace? place = told.Place?.Value;
            Place? known = place?.PlaceId is { } id ? knowledge.Places.Find(id) : null;
            double sure = told.Claims.Max(c => surest.Scalar(c) as double? ?? 0);
            addEvent.Run(told.Id, told.Type, told.Quad, Json.Word(told.Factuality), Names(told.Initiators.Value), Names(told.Targets.Value), told.Time.Value.Earliest, told.Time.Value.Latest, place?.PlaceId, known?.Name ?? place?.Evidence.Quote, killed?.Min, killed?.Max, injured?.Min, injured?.Max, told.Accounts.Length, told.Stories.Length, JsonSerializer.Serialize(told, Records.Json.Event), told.Articles.Length, TollCounts.Write(told.Tolls.Select(t => t.Value)), Modes(told.Modes), ReviewScore.Dissent(told), ReviewScore.Of(told, sure), sure, ++row);
            foreach ((string role, ImmutableArray<EventParty> parties) in new[] { ("initiator", told.Initiators.Value), ("target", told.Targets.Value) })
            {
                foreach (EventParty party in parties.Where(p => p.ActorId is not null))
                {
                    addActor.Run(party.ActorId, role, told.Id);
                }
            }

            for (int i = 0; i < told.Claims.Length; i++)
            {
                addClaim.Run(told.Id, i, told.Claims[i]);
            }

            foreach (string article in told.Articles)
            {
                addOutlet.Run(told.Id, article);
            }
        }
    }

    /// <summary>As columns have them: each between bars.</summary>
    internal static string Modes(ImmutableArray<string> modes) => modes.IsDefaultOrEmpty ? "" : $"|{string.Join('|', modes)}|";

    private static string Names(ImmutableArray<EventParty> parties) => string.Join(", ", parties.Select(p => p.Name));
}

/// <param name="Claims">Claims that were joined anew; <paramref name="Events"/> of them.</param>
internal sealed record LinkReport(int Stories, int Claims, int Events, int Episodes);
