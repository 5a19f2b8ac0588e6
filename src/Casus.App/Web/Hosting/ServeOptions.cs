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
}
