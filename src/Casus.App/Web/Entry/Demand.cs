using Casus.App.Access;
using Microsoft.AspNetCore.Builder;

namespace Casus.App.Web;

/// <summary>What an address demands of who asks for it in a shared console. Without one, looking demands a reader and everything else a reviewer.</summary>
/// <param name="Role">Null: nothing, not even to have signed in.</param>
internal sealed record Demand(UserRole? Role);

/// <summary>An address whose answer hangs on more than the store: it is never answered from what was sent before.</summary>
internal sealed record Live;

internal static class Addresses
{
    public static T Open<T>(this T address)
        where T : IEndpointConventionBuilder => address.WithMetadata(new Demand(null));

    public static T Demands<T>(this T address, UserRole role)
        where T : IEndpointConventionBuilder => address.WithMetadata(new Demand(role));

    public static T IsLive<T>(this T address)
        where T : IEndpointConventionBuilder => address.WithMetadata(new Live());
}
