using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Casus.App.Web;

/// <summary>A proxy before the console says for whom it asks and whether they came by https. Nobody else is believed.</summary>
internal static class Proxies
{
    /// <param name="words">Addresses and networks with commas between them.</param>
    /// <exception cref="Trouble">One is none.</exception>
    public static ImmutableArray<IPNetwork> Parse(string words) =>
    [
        .. words.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(word =>
            IPNetwork.TryParse(word, out IPNetwork network) ? network
            : IPAddress.TryParse(word, out IPAddress? address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw Trouble.Usage($"{word} is no address of a proxy: write 127.0.0.1 or 10.0.0.0/24.")),
    ];

    public static ForwardedHeadersOptions Of(ServeOptions options)
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (IPNetwork network in options.Proxies)
        {
            forwarded.KnownIPNetworks.Add(network);
        }

        return forwarded;
    }
}
