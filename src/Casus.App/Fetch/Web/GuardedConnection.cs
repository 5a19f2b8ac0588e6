using System.Net;
using System.Net.Sockets;

namespace Casus.App.Fetch.Web;

/// <summary>A host whose every address is closed to fetching.</summary>
internal sealed class ForbiddenAddressException(string host) : IOException($"{host} leads to a private or local address.")
{
    public string Host { get; } = host;
}

/// <summary>
/// Connects to addresses that the guard lets through and to no other: what was resolved and checked is what is connected to, so a name that
/// leads elsewhere a moment later gains nothing.
/// </summary>
/// <param name="resolve">Addresses of a host's name.</param>
internal sealed class GuardedConnection(Func<IPAddress, bool> reachable, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    public async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        DnsEndPoint end = context.DnsEndPoint;
        IPAddress[] known = IPAddress.TryParse(end.Host, out IPAddress? literal) ? [literal] : await resolve(end.Host, stop).ConfigureAwait(false);
        IPAddress[] open = [.. known.Where(reachable)];
        if (open.Length == 0)
        {
            throw known.Length == 0 ? new SocketException((int)SocketError.HostNotFound) : new ForbiddenAddressException(end.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(open, end.Port, stop).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
