using Casus.App;
using Casus.App.Store;
using Casus.Knowledge;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>A filled store of an earlier version becomes what reading the pages with this version gives.</summary>
public sealed class MigrationTests : IDisposable
{
    /// <summary>What came after version 10: events' sums stay away with <see cref="OlderStores.OfVersion10"/>.</summary>
    private const string Since = """
        DROP TABLE indexed_text; DROP TABLE key_segment; DROP TABLE key_chunk;
        DROP INDEX overlap_by_b; DROP INDEX article_by_page; DROP INDEX article_by_text; DROP INDEX page_by_article; DROP INDEX event_by_place;
        DROP INDEX claim_link_from; DROP INDEX claim_link_to; DROP INDEX dyad_by_exact;
        PRAGMA user_version = 10;
        """;

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void A_filled_store_of_version_10_ends_with_the_tables_of_a_fresh_one()
    {
        string[] pages = [.. new[] { "01-paktika-air-strikes.html", "03-border-battle-kabul.txt", "04-border-battle-rawalpindi.html", "10-peshawar-toll-corrected.html" }.Select(p => Repository.Path("samples", p))];
        Assert.Equal(ExitCode.Ok, place.Run(["read", .. pages]).Exit);
        string fresh = StoreDump.Of(place.Store, [.. StoreDump.Linked, .. StoreDump.Coded]);
        using (CasusStore store = CasusStore.OpenExisting(place.Store))
        {
            store.Connection.Run(OlderStores.OfVersion10 + Since);
        }

        using (CasusStore migrated = CasusStore.OpenExisting(place.Store))
        {
            Assert.Equal(Migrations.Shipped.Version, migrated.Connection.Value<long>("PRAGMA user_version"));
            KnowledgeBase knowledge = Construction.LoadWorld(null);
            Assert.True(LinkWriter.IsDue(migrated, knowledge, null));
            LinkWriter.Link(migrated, new Linker(knowledge, Construction.LoadLinks()), knowledge);
        }

        Assert.Equal(fresh, StoreDump.Of(place.Store, [.. StoreDump.Linked, .. StoreDump.Coded]));
    }
}
