using System.Collections.Immutable;
using System.Net;

namespace Casus.App.Web;

/// <summary>What the console is started with.</summary>
/// <param name="Store">File of the store; it exists.</param>
/// <param name="Port">0: any that is free.</param>
/// <param name="Knowledge">As of <see cref="Construction.Load"/>; <paramref name="Gazetteer"/> too.</param>
/// <param name="By">Who judges where a form names nobody.</param>
internal sealed record ServeOptions(string Store, IPAddress Address, int Port, string? Knowledge, string? Gazetteer, string By)
{
    public const int DefaultPort = 8420;

    /// <summary>The file that keeps who may enter, with somebody in it; null: everybody who reaches the console.</summary>
    public string? Access { get; init; }

    /// <summary>Null: without https.</summary>
    public ServerCertificate? Certificate { get; init; }

    /// <summary>From where a proxy may say for whom it asks.</summary>
    public ImmutableArray<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Names beside the machine's own addresses by which the console may be called.</summary>
    public ImmutableArray<string> Names { get; init; } = [];

    public Pace Pace { get; init; } = new();

    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
