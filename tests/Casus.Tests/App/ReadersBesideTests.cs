using Casus.App.Store;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Connections beside the writer's see what was there when its transaction began, and are passed over where that has changed.</summary>
public sealed class ReadersBesideTests : IDisposable
{
    private const string State = "SELECT cast(coalesce(max(number), 0) AS TEXT) FROM indexed_text", Add = "INSERT INTO indexed_text (number, article_id, searched, marks) VALUES ($1, $2, 0, x'')";

    private readonly Workplace place = new();

    public void Dispose() => place.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void All_is_read_in_its_order(bool changed)
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using Statement add = store.Prepare(Add);
        long[] numbers = [.. Enumerable.Range(1, 1000)];
        store.Write(() => numbers.SkipLast(changed ? 1 : 0).Sum(n => add.Run(n, "a-" + n)));

        List<string> read = store.Write(() =>
        {
            // The last one is seen by the connection that has written it alone.
            _ = changed ? add.Run(numbers[^1], "a-" + numbers[^1]) : 0;
            using var beside = ReadersBeside.Of(store, State);
            return beside.Run<long, string>(numbers, (reader, some) =>
            {
                using Statement one = reader.Prepare("SELECT article_id FROM indexed_text WHERE number = $1");
                return [.. some.Select(n => (string)one.Scalar(n)!)];
            });
        });

        Assert.Equal(numbers.Select(n => "a-" + n), read);
    }

    [Fact]
    public void A_reader_that_fails_leaves_the_store_to_be_written()
    {
        using CasusStore store = CasusStore.OpenOrCreate(place.Store);
        using Statement add = store.Prepare(Add);

        Assert.Throws<InvalidOperationException>(() => store.Write(() =>
        {
            using var beside = ReadersBeside.Of(store, State);
            return beside.Run<int, int>([.. Enumerable.Range(0, 100)], (_, some) => some.Contains(70) ? throw new InvalidOperationException() : [.. some]).Count;
        }));

        Assert.Equal(1, store.Write(() => add.Run(1L, "a-1")));
    }
}
