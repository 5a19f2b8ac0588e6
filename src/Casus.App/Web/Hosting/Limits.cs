using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Casus.App.Web;

/// <summary>What one visitor may take of the machine.</summary>
internal static class Limits
{
    /// <summary>Bytes of a form.</summary>
    public const long Body = 64 * 1024;

    /// <summary>Bytes of one import, packed or not.</summary>
    public const long Import = 64 << 20;

    /// <summary>Files of one import.</summary>
    public const int ImportFiles = 200;

    /// <summary>Imports that wait or are read at a time.</summary>
    public const int Imports = 10;

    /// <summary>Characters of one field.</summary>
    public const int Field = 500;

    /// <summary>Characters of a text to try.</summary>
    public const int Tried = 2_000;

    /// <summary>Rows of one list.</summary>
    public const int Rows = 50;

    /// <summary>Pages of a list that can be turned to.</summary>
    public const int Pages = 200;

    /// <summary>Rows that are counted before the rest is "more than".</summary>
    public const int Counted = Rows * Pages;

    /// <summary>Connections to the store that work at a time.</summary>
    public const int Readers = 8;

    public static readonly TimeSpan Question = TimeSpan.FromSeconds(10), Waiting = TimeSpan.FromSeconds(5), Stopping = TimeSpan.FromSeconds(5);

    public static void Set(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.AllowSynchronousIO = false;
        server.Limits.MaxRequestBodySize = Body;
        server.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        server.Limits.MaxRequestHeaderCount = 64;
        server.Limits.MaxRequestLineSize = 8 * 1024;
        server.Limits.MaxConcurrentConnections = 200;
        server.Limits.MaxConcurrentUpgradedConnections = 0;
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.MinRequestBodyDataRate = new MinDataRate(240, TimeSpan.FromSeconds(5));
    }
}
