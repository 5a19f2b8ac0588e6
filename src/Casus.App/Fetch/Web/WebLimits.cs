using System.Collections.Immutable;
using System.Net;

namespace Casus.App.Fetch.Web;

/// <summary>What fetching may take, and how it behaves towards hosts.</summary>
/// <param name="UserAgent">The header's text; its first word up to "/" is the name that robots.txt is asked about.</param>
/// <param name="Reachable">Whether an address may be connected to; asked for the one that is really connected to.</param>
/// <param name="Ports">Those that may be asked; empty: any.</param>
internal sealed record WebLimits(string UserAgent, Func<IPAddress, bool> Reachable, ImmutableArray<int> Ports)
{
    /// <summary>As many bytes as a page may have; also of what is packed.</summary>
    public int MaxBytes { get; init; } = FileBytes.MaxPageBytes;

    public int MaxRedirects { get; init; } = 10;

    /// <summary>Tries of one request, the first included.</summary>
    public int Tries { get; init; } = 3;

    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>From the request to the end of the answer's head.</summary>
    public TimeSpan Head { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Between two pieces of a body.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For a whole body.</summary>
    public TimeSpan Body { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Between two requests to one host.</summary>
    public TimeSpan Pace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A host that asks for a longer wait (Retry-After) is left for another run.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Before the first retry; doubled with each.</summary>
    public TimeSpan FirstDelay { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>What is asked about in robots.txt.</summary>
    public string RobotName => UserAgent.Split('/', ' ')[0];
}
