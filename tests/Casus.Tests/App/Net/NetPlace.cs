using System.Net;
using Casus.App.Fetch.Web;

namespace Casus.Tests.App.Net;

/// <summary>A client whose net is this machine: names that end in .example lead to it, "inside.example" to a private address, 127.0.0.1 counts as public.</summary>
internal sealed class NetPlace : IDisposable
{
    private readonly List<PoliteClient> clients = [];

    public HurriedTime Clock { get; } = new();

    public WebLimits Limits { get; set; } = new("Casus/0 (test)", IsOpen, [])
    {
        MaxBytes = 1 << 20,
        Head = TimeSpan.FromSeconds(5),
        Idle = TimeSpan.FromMilliseconds(150),
        Body = TimeSpan.FromMilliseconds(400),
    };

    /// <summary>What a host's name leads to; null: as said above.</summary>
    public Func<string, IPAddress[]>? Names { get; set; }

    public PoliteClient NewClient()
    {
        var client = new PoliteClient(Limits, Clock, () => 0.5, Resolve);
        clients.Add(client);
        return client;
    }

    public Task<WebAnswer> Get(Uri address, Validators? known = null) => NewClient().Get(address, known, CancellationToken.None);

    public void Dispose() => clients.ForEach(c => c.Dispose());

    private static bool IsOpen(IPAddress address) => address.Equals(IPAddress.Loopback) || AddressGuard.IsPublic(address);

    private Task<IPAddress[]> Resolve(string host, CancellationToken stop) => Task.FromResult<IPAddress[]>(Names is not null ? Names(host) : host switch
    {
        "inside.example" => [IPAddress.Parse("10.0.0.5"), IPAddress.Parse("::ffff:192.168.1.1")],
        _ when host.EndsWith(".example", StringComparison.Ordinal) => [IPAddress.Loopback],
        _ => [],
    });
}
