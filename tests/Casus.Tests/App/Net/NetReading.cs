using Casus.App;
using Casus.App.Commands;
using Casus.App.Fetch;
using Casus.App.Fetch.Web;
using Casus.App.Store;

namespace Casus.Tests.App.Net;

/// <summary>Reads addresses into a store as `casus read` does, on the net of a <see cref="NetPlace"/>.</summary>
internal sealed class NetReading(NetPlace net, string path) : IDisposable
{
    private static readonly Lazy<Engine> Loaded = new(() => Construction.Load(null, "none", Construction.Fast));

    public static Engine Engine => Loaded.Value;

    public CasusStore Store { get; } = CasusStore.OpenOrCreate(path);

    public IReadOnlyList<FeedReport> Feeds { get; private set; } = [];

    public Ledger Read(WebManner manner, CancellationToken stop, params string[] addresses)
    {
        using var log = new VisitLog(path);
        var source = new WebSource(new WebAsker(net.NewClient(), net.Limits, log, manner, net.Clock), stop);
        Ledger ledger = ReadCommand.ReadPages(new PageFinder(addresses, source).Pages(), Store, Engine, 2, _ => { }, stop);
        Feeds = source.Feeds;
        Assert(ledger);
        return ledger;
    }

    public Ledger Read(params string[] addresses) => Read(new WebManner(AsFeeds: false, OnlyDue: false), CancellationToken.None, addresses);

    public string? Text(string sql)
    {
        using Statement statement = Store.Prepare(sql);
        return statement.Scalar()?.ToString();
    }

    public void Dispose() => Store.Dispose();

    private static void Assert(Ledger ledger) => Xunit.Assert.True(ledger.AddsUp, $"{ledger.Fetched} = {ledger.Read} + {ledger.Empty} + {ledger.Duplicate} + {ledger.Refused}");
}
