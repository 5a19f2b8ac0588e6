using System.Collections.Immutable;
using System.IO.Compression;
using System.Text.Json;
using Casus.App.Fetch;
using Casus.App.Publish;
using Casus.Articles;
using Casus.Claims;

namespace Casus.App.Store;

/// <summary>What became of a page in the store.</summary>
internal enum Outcome
{
    Read,
    Empty,

    /// <summary>The same bytes, or the same article in other bytes, were read before.</summary>
    Duplicate,
    Refused,
}

/// <summary>Writes pages with all that was read in them, each in one transaction.</summary>
/// <param name="now">The run's instant.</param>
internal sealed class PageWriter(CasusStore store, Provenance provenance, DateTimeOffset now) : IDisposable
{
    /// <summary>Pages that are read in quick succession and written in one transaction, at most.</summary>
    public const int Together = 64;

    private readonly Statement addPage = store.Prepare("INSERT OR IGNORE INTO page (id, name, address, published, outlet, title, format, size, outcome, reason, detail, knowledge, model, read_at, engine, record_id, record_at, captured_at, charset) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)");
    private readonly Statement addBytes = store.Prepare("INSERT INTO page_bytes (page_id, gzip) VALUES ($1, $2)");
    private readonly Statement addSighting = store.Prepare("INSERT OR IGNORE INTO sighting (page_id, name, seen_at) VALUES ($1, $2, $3)");
    private readonly Statement addArticle = store.Prepare("INSERT OR IGNORE INTO article (id, page_id, text_id, title, outlet, published, language, address, text, record, whole, part, parts, coded_with) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)");
    private readonly Statement setArticle = store.Prepare("UPDATE page SET article_id = $2, outcome = $3 WHERE id = $1");
    private readonly Statement addClaim = store.Prepare("INSERT INTO claim (article_id, id, position, kind, type, factuality, sentence, rank, initiators, targets, day_from, day_to, place_id, place, record, score, killed_min, modes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)");
    private readonly Statement addActor = store.Prepare("INSERT OR IGNORE INTO claim_actor (actor_id, role, article_id, claim_id) VALUES ($1, $2, $3, $4)");
    private readonly SentenceWriter sentences = new(store);
    private readonly Statement addLink = store.Prepare("INSERT INTO claim_link (article_id, position, from_id, to_id, kind, record) VALUES ($1, $2, $3, $4, $5, $6)");
    private readonly Statement addListing = store.Prepare("INSERT OR REPLACE INTO listing (page_id, day, quote, feed) VALUES ($1, $2, $3, $4)");
    private readonly Statement dropPage = store.Prepare("DELETE FROM page WHERE id = $1");
    private readonly Statement dropSighting = store.Prepare("DELETE FROM sighting WHERE page_id = $1");
    private readonly Statement setState = store.Prepare("INSERT INTO state (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value");
    private readonly string instant = Json.Instant(now);

    /// <summary>A page whose bytes could not be had (a file that cannot be opened, or is too large). It is tried again by the next run.</summary>
    /// <returns>False when an earlier run noted it already.</returns>
    public bool AddUnfetched(string name, Refused why, ArchivePlace? place = null) => store.Write(() =>
    {
        bool noted = ForgetUnfetched(name);
        string id = UnfetchedId(name);
        AddPage(id, name, KnownFacts.None, PageFormat.Unknown, 0, Outcome.Refused, why, place);
        addSighting.Run(id, name, instant);
        return !noted;
    });

    /// <summary>Notes that the bytes came again under this name.</summary>
    public void AddSighting(Page page) => store.Write(() =>
    {
        ForgetUnfetched(page.Name);
        return addSighting.Run(page.Id, page.Name, instant);
    });

    /// <summary>What this name gave before is still what is there: a failure in between is over.</summary>
    public void AddUnchanged(string name) => store.Write(() => ForgetUnfetched(name));

    /// <returns><see cref="Outcome.Duplicate"/> when the store held the page or its article already; then nothing but the sighting is added.</returns>
    public Outcome Add(ReadOutcome outcome, ArchivePlace? place = null) => store.Write(() =>
    {
        Page page = outcome.Page;
        Refused? why = (outcome as PageRefused)?.Why;
        Outcome became = Became(why);
        ForgetUnfetched(page.Name);
        bool added = AddPage(page.Id, page.Name, page.Known, page.Format, page.Bytes.Length, became, why, place);
        addSighting.Run(page.Id, page.Name, instant);
        if (!added)
        {
            return Outcome.Duplicate;
        }

        addBytes.Run(page.Id, Packed(page.Bytes.Span));
        if (page.Known.Listed is { } listed)
        {
            addListing.Run(page.Id, listed.Day, listed.Quote, listed.Feed);
        }

        ImmutableArray<PageRead> articles = Articles(outcome);
        if (articles.IsEmpty)
        {
            return became;
        }

        // A page is a duplicate when none of its articles is new.
        became = articles.Count(AddArticle) > 0 ? Outcome.Read : Outcome.Duplicate;
        setArticle.Run(page.Id, articles[0].Article.Id, Json.Word(became));
        return became;
    });

    /// <summary>The articles of a page, in its order; none of a page that is refused.</summary>
    public static ImmutableArray<PageRead> Articles(ReadOutcome outcome) => outcome switch
    {
        PageRead read => [read],
        PartsRead { Parts: var parts } => parts,
        _ => [],
    };

    public void Dispose()
    {
        sentences.Dispose();
        foreach (Statement statement in (Statement[])[addPage, addBytes, addSighting, addArticle, setArticle, addClaim, addActor, addLink, addListing, dropPage, dropSighting, setState])
        {
            statement.Dispose();
        }
    }

    /// <summary>Of a page that no other page's article stands in the way of.</summary>
    public static Outcome Became(Refused? why) => why is null ? Outcome.Read : why.Reason == RefusalReason.Empty ? Outcome.Empty : Outcome.Refused;

    private static string UnfetchedId(string name) => "p-" + ContentHash.Of("unfetched", name);

    /// <returns>True when an earlier run had noted a failure.</returns>
    private bool ForgetUnfetched(string name)
    {
        string id = UnfetchedId(name);
        dropSighting.Run(id);
        return dropPage.Run(id) > 0;
    }

    private bool AddPage(string id, string name, KnownFacts known, PageFormat format, int size, Outcome became, Refused? why, ArchivePlace? place) =>
        addPage.Run(id, name, known.Address, known.Published, known.Outlet, known.Title, Json.Word(format), size, Json.Word(became), why?.Reason, why?.Detail, provenance.Knowledge, provenance.Model, instant, provenance.Engine, place?.RecordId, place?.At, place?.CapturedAt, known.Charset) > 0;

    /// <summary>What the article table keeps beside its columns, as JSON.</summary>
    public static string Record(PageRead read) => JsonSerializer.Serialize(ArticleRecord.Of(read), Records.Json.ArticleRecord);

    /// <summary>To be called in a transaction. False when the store has the article.</summary>
    public bool AddArticle(PageRead read)
    {
        Article article = read.Article;
        bool added = addArticle.Run(article.Id, article.PageId, article.TextId.Value, article.Title?.Value, article.Outlet?.Value, article.Published?.Value.Day, article.Language, article.Address, article.Text, Record(read), article.Part?.Whole, article.Part?.Number, article.Part?.Count, provenance.Stamp) > 0;
        if (!added)
        {
            return false;
        }

        sentences.Put(article.Id, article.Text, ArticleRecord.Of(read).Pieces);
        if (read.Reading is { } reading)
        {
            AddClaims(article.Id, reading.Claims, reading.Links);
        }

        setState.Run(StateKey.Unlinked, "1");
        return true;
    }

    /// <summary>To be called in a transaction, for an article that has none.</summary>
    public void AddClaims(string article, ImmutableArray<Claim> claims, ImmutableArray<ClaimLink> links)
    {
        AddLinks(article, links);
        for (int i = 0; i < claims.Length; i++)
        {
            Claim claim = claims[i];
            string record = Records.Write(claim), factuality = Json.Word(claim.Factuality);
            switch (claim)
            {
                case EventClaim told:
                    addClaim.Run(article, claim.Id, i, "event", told.Type, factuality, claim.Sentence, told.Rank, Names(told.Initiators), Names(told.Targets.IsDefaultOrEmpty ? told.Victims : told.Targets), told.Time.Earliest, told.Time.Latest, told.Place?.PlaceId, told.Place?.Evidence.Quote, record, told.Score, Killed(told), LinkWriter.Modes(told.Modes));
                    AddActors(article, claim.Id, "initiator", told.Initiators);
                    AddActors(article, claim.Id, "target", told.Targets);
                    AddActors(article, claim.Id, "victim", told.Victims);
                    break;
                case StatisticClaim statistic:
                    addClaim.Run(article, claim.Id, i, "statistic", statistic.Measure, factuality, claim.Sentence, null, null, null, statistic.Period?.Earliest, statistic.Period?.Latest, statistic.Place?.PlaceId, statistic.Place?.Evidence.Quote, record, null, null, "");
                    break;
                case RelationClaim relation:
                    addClaim.Run(article, claim.Id, i, "relation", relation.Relation, factuality, claim.Sentence, null, relation.A.Evidence.Quote, relation.B.Evidence.Quote, relation.From?.Earliest, relation.To?.Latest, null, null, record, null, null, "");
                    AddActors(article, claim.Id, "party", [relation.A, relation.B]);
                    break;
            }
        }
    }

    private static long? Killed(EventClaim told) => told.Tolls.IsDefaultOrEmpty ? null : told.Tolls.Where(t => t.Kind == TollKind.Killed).Max(t => (long?)t.Min);

    private static string? Names(ImmutableArray<Party> parties) => parties.IsDefaultOrEmpty ? null : string.Join(", ", parties.Select(p => p.Evidence.Quote));

    private void AddActors(string article, string claim, string role, ImmutableArray<Party> parties)
    {
        foreach (Party party in parties.IsDefault ? [] : parties)
        {
            if (party.ActorId is { } actor)
            {
                addActor.Run(actor, role, article, claim);
            }
        }
    }

    private void AddLinks(string article, ImmutableArray<ClaimLink> links)
    {
        for (int i = 0; i < links.Length; i++)
        {
            addLink.Run(article, i, links[i].From, links[i].To, links[i].Kind, JsonSerializer.Serialize(links[i], Records.Json.ClaimLink));
        }
    }

    private static byte[] Packed(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>A page's bytes as <c>page_bytes</c> keeps them.</summary>
    public static byte[] Unpacked(byte[] packed)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}

/// <summary>Keys of the state table.</summary>
internal static class StateKey
{
    /// <summary>"1" while articles wait for linking.</summary>
    public const string Unlinked = "unlinked";

    /// <summary>Hash of the knowledge that linking last ran with.</summary>
    public const string LinkedWith = "linked-with";

    /// <summary>The same and the hash of the weights: what was joined by others is joined anew.</summary>
    public const string LinkedBy = "linked-by";

    /// <summary>Hash of the knowledge and of what it names in the record: while it stays, so do the names.</summary>
    public const string NamesOf = "names-of";

    /// <summary>Seq of the last judgement that linking took into account.</summary>
    public const string LinkedJudgements = "linked-judgements";

    /// <summary>The last row that was given to an event, whether it is still there or not.</summary>
    public const string EventRow = "event-row";

    /// <summary>"1" while articles of an earlier version wait for <see cref="SentenceWriter.Complete"/>.</summary>
    public const string Unsearched = "unsearched";

    /// <summary>Number of the method that found the overlaps.</summary>
    public const string StoriesBy = "stories-by";
}
