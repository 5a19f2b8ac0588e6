using Casus.App.Store;
using Casus.Tests.App;
using Xunit;

namespace Casus.Tests.Corpus;

/// <summary>A store that grows is linked where it grows: the result is that of linking everything at once.</summary>
public sealed class RelinkingTests : IDisposable
{
    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(3)]
    [InlineData(17)]
    public void Linking_as_pages_come_gives_what_linking_them_all_gives(int seed)
    {
        ReadOutcome[] pages = WholeEngine.Retold();
        string all = Linked(pages, pages.Length, "all.db");
        var random = new Random(seed);
        random.Shuffle(pages);
        Assert.Equal(all, Linked(pages, 7, "grown.db"));
        Assert.Contains("\"steps\"", all, StringComparison.Ordinal);
    }

    private string Linked(ReadOutcome[] pages, int portion, string name)
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store + name);
        return GrownStore.Dump(store, pages.Chunk(portion));
    }
}
