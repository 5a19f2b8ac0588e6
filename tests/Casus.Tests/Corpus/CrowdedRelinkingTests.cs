using System.Globalization;
using System.Text;
using Casus.App.Store;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;
using Casus.Tests.App;
using Casus.Tests.Events;
using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>Where much happens in few places and days, pairs connect nearly all claims, while days, places and sentences keep their groups apart: what a new claim takes away from a group frees others.</summary>
public sealed class CrowdedRelinkingTests : IDisposable
{
    private const int Articles = 90, ClaimsOfArticle = 3, Days = 5;

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void A_crowded_record_that_grows_is_that_of_linking_everything(int seed)
    {
        var random = new Random(seed);
        PageRead[] pages = [.. Enumerable.Range(0, Articles).Select(n => Made(n, random))];
        string all = Linked("all.db", [pages]);
        random.Shuffle(pages);
        Assert.Equal(all, Linked("grown.db", Portions(pages, 9, random)));
    }

    private string Linked(string name, IEnumerable<PageRead[]> portions)
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store + name);
        string dump = GrownStore.Dump(store, portions);
        Assert.True(store.Connection.Value<long>("SELECT max(n) FROM (SELECT count(*) n FROM event_claim GROUP BY event_id)") > 3);
        return dump;
    }

    private static IEnumerable<PageRead[]> Portions(PageRead[] pages, int most, Random random)
    {
        for (int from = 0, count; from < pages.Length; from += count)
        {
            count = random.Next(1, most + 1);
            yield return [.. pages.Skip(from).Take(count)];
        }
    }

    private static PageRead Made(int number, Random random)
    {
        Actor[] actors = [.. WholeEngine.Knowledge.Actors.All.Where(a => a.Kind == "country").OrderBy(a => a.Id, StringComparer.Ordinal).Take(3)];
        Place[] places = [.. WholeEngine.Knowledge.Places.All.Where(p => p.Kind == "town" && p.Country == "AFG").OrderBy(p => p.Id, StringComparer.Ordinal).Take(3)];
        string name = "a-" + number.ToString("x4", CultureInfo.InvariantCulture);
        string text = string.Join(' ', Enumerable.Range(0, 60).Select(_ => "word" + random.Next(5000).ToString(CultureInfo.InvariantCulture)));
        var published = new DateOnly(2025, 3, 1).AddDays(random.Next(Days));
        Claim[] told = [.. Enumerable.Range(0, ClaimsOfArticle).Select(i => ClaimMaker.Claim(
            name,
            random.Next(2),
            random.Next(3) == 0 ? "COERCE" : "ASSAULT",
            random.Next(4) == 0 ? null : actors[random.Next(actors.Length)].Id,
            random.Next(4) == 0 ? null : actors[random.Next(actors.Length)].Id,
            random.Next(3) == 0 ? null : published.AddDays(-random.Next(2)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            random.Next(3) == 0 ? null : places[random.Next(places.Length)].Id,
            random.Next(3) == 0 ? random.Next(1, 4) : null)).DistinctBy(c => c.Id)];
        Page page = Page.Of(name, Encoding.UTF8.GetBytes(text));
        var id = TextId.Of(text);
        var whole = new TextSpan(0, text.Length);
        var day = new Sourced<Publication>(new Publication(published, "day"), new Evidence(id, null, "day", "meta"), new RuleId("test"));
        var article = new Article(name, page.Id, id, text, [new Block(BlockKind.Paragraph, whole)], null, [], null, day, "en", null);
        return new PageRead(page, article, new Reading(new Analysis(article, [new Sentence(0, 0, whole, [])], [], [], [], [], [], []), [.. told], []));
    }
}
