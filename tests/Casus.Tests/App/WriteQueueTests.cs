using Casus.App.Publish;
using Xunit;

namespace Casus.Tests.App;

public sealed class WriteQueueTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_asked_for_is_written_in_its_order(bool parallel)
    {
        var written = new List<int>();
        using var queue = new WriteQueue(parallel);
        for (int i = 0; i < 500; i++)
        {
            int number = i;
            queue.Run(() => written.Add(number));
        }

        queue.Finish();

        Assert.Equal(Enumerable.Range(0, 500), written);
    }

    [Fact]
    public void A_write_that_fails_is_told_to_who_asks_next_and_nothing_is_written_after_it()
    {
        int after = 0;
        using var queue = new WriteQueue(parallel: true);
        queue.Run(() => throw new IOException("no room left"));

        // More than may wait: who asks is let through although nothing is written any more.
        Assert.Throws<IOException>(() =>
        {
            for (int i = 0; i < 1000; i++)
            {
                queue.Run(() => after++);
            }

            queue.Finish();
        });
        Assert.Equal(0, after);
        Assert.Throws<IOException>(queue.Finish);
    }
}
