using Casus.App.Publish;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Chunks of several sources, made on any thread and taken in turns.</summary>
public sealed class InOrderTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Each_source_keeps_its_order_and_takes_its_turn(int jobs)
    {
        List<string> taken = [];

        InOrder.Run([Numbers("a", 5, taken), Numbers("b", 2, taken), Numbers("c", 0, taken)], jobs);

        Assert.Equal(["a0", "b0", "a1", "b1", "a2", "a3", "a4"], taken);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void After_a_failure_every_source_is_closed(int jobs)
    {
        List<string> closed = [], taken = [];
        IEnumerable<InOrder.IChunk> failing = InOrder.Chunks(Closing("a", closed), i => i < 2 ? i : throw new InvalidOperationException("broken"), i => taken.Add($"{i}"));

        Assert.Throws<InvalidOperationException>(() => InOrder.Run([failing, InOrder.Chunks(Closing("b", closed), i => i, _ => { })], jobs));

        Assert.Equal(["a", "b"], closed.Order(StringComparer.Ordinal));
        Assert.Equal(["0", "1"], taken);
    }

    private static IEnumerable<InOrder.IChunk> Numbers(string name, int count, List<string> taken) =>
        InOrder.Chunks(Enumerable.Range(0, count), i => $"{name}{i}", taken.Add);

    private static IEnumerable<int> Closing(string name, List<string> closed)
    {
        try
        {
            for (int i = 0; i < 100; i++)
            {
                yield return i;
            }
        }
        finally
        {
            closed.Add(name);
        }
    }
}
