namespace Casus.App.Fetch.Web;

/// <summary>What became of one feed in a run.</summary>
/// <param name="Entries">How many it lists; 0 when it has not changed.</param>
/// <param name="Asked">How many of them were asked for.</param>
/// <param name="Next">How long its publisher says that it stays as it is; null: not said.</param>
internal sealed record FeedReport(string Address, string? Title, int Entries, int Asked, bool Unchanged, bool Failed, TimeSpan? Next)
{
    /// <summary>How it was asked for: its own address, or that of a page that names it.</summary>
    public string Named { get; init; } = Address;
}

/// <summary>Pages from addresses: single ones, and those that feeds list. In the order of the addresses, then of the feeds' entries, by turns.</summary>
/// <param name="stop">Ends fetching; what was handed out is complete.</param>
internal sealed class WebSource(WebAsker asker, CancellationToken stop)
{
    /// <summary>Addresses asked for at once, on different hosts.</summary>
    private const int Ahead = 16;

    private readonly List<FeedReport> reports = [];

    public IReadOnlyList<FeedReport> Feeds => reports;

    public IEnumerable<Found> Pages(IReadOnlyList<string> addresses)
    {
        var feeds = new List<ListedFeed>();
        int asked = 0;
        foreach (Reply reply in InTurn(addresses.Select(a => (Func<Task<Reply>>)(() => asker.Ask(a, stop)))))
        {
            string named = addresses[asked++];
            if (reply.Feed is { } feed)
            {
                feeds.Add(feed);
                reports.Add(feed.Report with { Named = named });
            }
            else
            {
                yield return reply.Found;
            }
        }

        foreach (Reply reply in InTurn(Entries(feeds)))
        {
            yield return reply.Found;
        }
    }

    /// <summary>One entry of each feed by turns, so that no host keeps the others waiting; each feed is noted as done behind its last.</summary>
    private IEnumerable<Func<Task<Reply>>> Entries(List<ListedFeed> feeds)
    {
        for (int i = 0; feeds.Any(f => i <= f.Wanted.Length); i++)
        {
            foreach (ListedFeed feed in feeds.Where(f => i <= f.Wanted.Length))
            {
                int entry = i;
                yield return entry < feed.Wanted.Length ? () => asker.Fetch(feed.Wanted[entry], stop) : () => Task.FromResult(new Reply(feed.Done, null));
            }
        }
    }

    private IEnumerable<Reply> InTurn(IEnumerable<Func<Task<Reply>>> asks)
    {
        var waiting = new Queue<Task<Reply>>();
        foreach (Func<Task<Reply>> ask in asks)
        {
            waiting.Enqueue(ask());
            if (waiting.Count >= Ahead)
            {
                if (Done(waiting.Dequeue()) is not { } reply)
                {
                    yield break;
                }

                yield return reply;
            }
        }

        while (waiting.Count > 0 && Done(waiting.Dequeue()) is { } reply)
        {
            yield return reply;
        }
    }

    private Reply? Done(Task<Reply> task)
    {
        try
        {
            return task.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
