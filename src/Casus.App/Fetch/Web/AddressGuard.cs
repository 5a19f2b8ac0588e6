using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Casus.App.Fetch.Web;

/// <summary>
/// Tells addresses of the public net from those of machines near by (RFC 6890 and IANA's special-purpose registries): a page must not
/// make Casus ask what only its own machine or network can reach.
/// </summary>
internal static class AddressGuard
{
    private static readonly ImmutableArray<IPNetwork> Closed4 =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>What is assigned for the public: the rest is loopback, unique-local, link-local, multicast or nothing.</summary>
    private static readonly IPNetwork Open6 = IPNetwork.Parse("2000::/3");

    private static readonly ImmutableArray<IPNetwork> Closed6 = [.. ((string[])["2001::/23", "2001:db8::/32", "3fff::/20"]).Select(IPNetwork.Parse)];

    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96"), Tunnelled = IPNetwork.Parse("2002::/16");

    public static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return !Closed4.Any(n => n.Contains(address));
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return false;
        }

        // An address of version 4 inside one of version 6 leads where the inner one leads.
        byte[] bytes = address.GetAddressBytes();
        return address.IsIPv4MappedToIPv6 || Translated.Contains(address) ? IsPublic(new IPAddress(bytes.AsSpan(12, 4)))
            : Tunnelled.Contains(address) ? IsPublic(new IPAddress(bytes.AsSpan(2, 4)))
            : Open6.Contains(address) && !Closed6.Any(n => n.Contains(address));
    }
}
