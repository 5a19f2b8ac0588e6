using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Several who make the same store at once all get it.</summary>
public sealed class StoreMadeAtOnceTests : IDisposable
{
    private const int Stores = 8, Openers = 4;

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Fact]
    public void Whoever_comes_while_a_store_is_made_waits_for_it()
    {
        for (int i = 0; i < Stores; i++)
        {
            string path = place.Path($"store-{i}.db");
            Exception?[] failed = new Exception?[Openers];
            using var begin = new Barrier(Openers);
            Thread[] openers = [.. Enumerable.Range(0, Openers).Select(n => new Thread(() =>
            {
                begin.SignalAndWait();
                failed[n] = Record.Exception(() =>
                {
                    using CasusStore store = CasusStore.OpenOrCreate(path);
                    Assert.Equal(0L, store.Connection.Value<long>("SELECT count(*) FROM page"));
                });
            }))];
            Array.ForEach(openers, o => o.Start());
            Array.ForEach(openers, o => o.Join());
            Assert.All(failed, Assert.Null);
        }
    }
}
