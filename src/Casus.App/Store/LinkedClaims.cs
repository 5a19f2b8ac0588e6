using Casus.Events;
using Casus.Knowledge;

namespace Casus.App.Store;

/// <summary>What linking keeps of each claim between runs: what is compared of it, the blocks it stands in, and with which it tells one happening.</summary>
internal sealed class LinkedClaims(CasusStore store, PlaceCatalogue places) : IDisposable
{
    /// <summary>Rows and members of blocks that are kept in memory; what is asked for after that is read again.</summary>
    private const int MostRows = 200_000, MostMembers = 5_000_000;

    /// <summary>A claim's number begins with its week: what is compared with what is new then lies together, and not all over the file.</summary>
    private const int NumberBits = 26, DaysOfWeek = 7;

    private readonly Statement byNumber = store.Prepare("SELECT article_id, claim_id, happening, row FROM linked_claim WHERE number = $1");
    private readonly Statement ofArticle = store.Prepare("SELECT number FROM linked_claim WHERE article_id = $1"), ofHappening = store.Prepare("SELECT number FROM linked_claim WHERE happening = $1");
    private readonly Statement withId = store.Prepare("SELECT l.number FROM claim c JOIN linked_claim l ON l.article_id = c.article_id AND l.claim_id = c.id WHERE c.id = $1"), articlesWith = store.Prepare("SELECT article_id FROM claim WHERE id = $1");
    private readonly Statement inBlock = store.Prepare("SELECT claim, first, last, place FROM claim_block WHERE block = $1");
    private readonly Statement add = store.Prepare("INSERT INTO linked_claim (number, article_id, claim_id, happening, row) VALUES ($4, $1, $2, '', $3)"), addBlock = store.Prepare("INSERT INTO claim_block (block, claim, first, last, place) VALUES ($1, $2, $3, $4, $5)");
    private readonly Statement last = store.Prepare("SELECT max(number) FROM linked_claim WHERE number >= $1 AND number < $2");
    private readonly Statement setHappening = store.Prepare("UPDATE linked_claim SET happening = $2 WHERE number = $1");
    private readonly Statement drop = store.Prepare("DELETE FROM linked_claim WHERE number = $1"), dropBlock = store.Prepare("DELETE FROM claim_block WHERE block = $1 AND claim = $2");
    private readonly Dictionary<long, LinkedClaim> known = [];
    private readonly Dictionary<long, BlockMember[]> blocks = [];
    private readonly Dictionary<long, long> lastOfWeek = [];
    private readonly Dictionary<string, Place?> met = new(StringComparer.Ordinal);
    private int members;

    public LinkedClaim Of(long number)
    {
        if (!known.TryGetValue(number, out LinkedClaim? claim))
        {
            claim = Stored(number).Read(places);
            Keep(claim);
        }

        return claim;
    }

    /// <summary>What was decoded elsewhere needs not be read again.</summary>
    public void Keep(LinkedClaim claim)
    {
        if (known.Count >= MostRows)
        {
            known.Clear();
        }

        known[claim.Number] = claim;
    }

    /// <summary>As <see cref="Of"/> gives it, on any thread; kept only by <see cref="Keep"/>.</summary>
    public Func<LinkedClaim> Later(long number)
    {
        if (known.TryGetValue(number, out LinkedClaim? claim))
        {
            return () => claim;
        }

        StoredLinkRow stored = Stored(number);
        return () => stored.Read(places);
    }

    public List<LinkedClaim> OfArticle(string article) => [.. ofArticle.Rows(r => r.GetInt64(0), article).Select(Of)];

    public List<LinkedClaim> OfHappening(string happening) => [.. ofHappening.Rows(r => r.GetInt64(0), happening).Select(Of)];

    public bool HasAny => store.Connection.Value<long>("SELECT EXISTS (SELECT 1 FROM linked_claim)") != 0;

    /// <summary>All that are kept with the id: the same words in several articles.</summary>
    public IEnumerable<LinkedClaim> WithId(string claim) => withId.Rows(r => r.GetInt64(0), claim).Select(Of);

    /// <summary>Articles that hold a claim with the id.</summary>
    public List<string> ArticlesWith(string claim) => articlesWith.Rows(r => r.GetString(0), claim);

    /// <summary>Claims that share the block, in any order, those that are forgotten since it was first asked for among them.</summary>
    public BlockMember[] InBlock(long key)
    {
        if (!blocks.TryGetValue(key, out BlockMember[]? found))
        {
            found = [.. inBlock.Rows(r => new BlockMember(r.GetInt64(0), r.IsDBNull(1) ? null : r.GetInt32(1), r.IsDBNull(2) ? null : r.GetInt32(2), PlaceOf(r.Bytes(3))), key)];
            if ((members += found.Length) > MostMembers)
            {
                blocks.Clear();
                members = found.Length;
            }

            blocks.Add(key, found);
        }

        return found;
    }

    /// <returns>The claim's number.</returns>
    public long Add(LinkRow row, IReadOnlyList<long> keys)
    {
        long number = NextOf((row.Time.Anchor ?? 0) / DaysOfWeek);
        add.Run(row.ArticleId, row.ClaimId, LinkRowBytes.Write(row), number);
        (int? first, int? last) = row.Time.YearlessDay >= 0 ? (null, null) : (row.Time.Earliest, row.Time.Latest);
        foreach (long key in keys)
        {
            addBlock.Run(key, number, first, last, row.Place?.Id);
        }

        return number;
    }

    public void Forget(LinkedClaim claim, IReadOnlyList<long> keys)
    {
        drop.Run(claim.Number);
        foreach (long key in keys)
        {
            dropBlock.Run(key, claim.Number);
        }

        known.Remove(claim.Number);
    }

    public void Put(long number, string happening) => setHappening.Run(number, happening);

    public static void Clear(CasusStore store)
    {
        using Statement clear = store.Prepare("DELETE FROM linked_article; DELETE FROM linked_claim; DELETE FROM claim_block;");
        clear.Run();
    }

    public void Dispose()
    {
        foreach (Statement statement in (Statement[])[byNumber, ofArticle, ofHappening, withId, articlesWith, inBlock, add, last, addBlock, setHappening, drop, dropBlock])
        {
            statement.Dispose();
        }
    }

    private long NextOf(long week)
    {
        long first = week << NumberBits;
        long next = (lastOfWeek.TryGetValue(week, out long known) ? known : last.Scalar(first, first + (1L << NumberBits)) as long? ?? first) + 1;
        return lastOfWeek[week] = next;
    }

    private StoredLinkRow Stored(long number) => byNumber.Rows(r => new StoredLinkRow(number, r.GetString(0), r.GetString(1), r.GetString(2), r.Bytes(3).ToArray()), number)[0];

    /// <param name="id">Empty: of none.</param>
    private Place? PlaceOf(ReadOnlySpan<byte> id)
    {
        if (id.IsEmpty)
        {
            return null;
        }

        string name = KnownStrings.Of(id);
        if (!met.TryGetValue(name, out Place? place))
        {
            met.Add(name, place = places.Find(name));
        }

        return place;
    }
}

/// <param name="Happening">The least claim and article of those that tell one with it; empty until it is joined.</param>
internal sealed record LinkedClaim(long Number, string Happening, LinkRow Row);

/// <summary>A claim as the store has it, not yet decoded.</summary>
internal readonly record struct StoredLinkRow(long Number, string Article, string Claim, string Happening, byte[] Row)
{
    public LinkedClaim Read(PlaceCatalogue places) => new(Number, Happening, LinkRowBytes.Read(Claim, Article, Row, places));
}

/// <summary>A claim of a block with the days between which, and the place where it says that it happened: most that share a week are told of other days or places and need not be read.</summary>
internal readonly record struct BlockMember(long Claim, int? First, int? Last, Place? Place)
{
    /// <summary>True only where <see cref="ClaimSimilarity.Compare"/> gives null.</summary>
    public bool IsApart(LinkRow row) => (row.Time.YearlessDay < 0 && (row.Time.Earliest - Last > 1 || First - row.Time.Latest > 1)) || PlaceContainment.Of(Place, row.Place) == PlaceRelation.Disjoint;
}
