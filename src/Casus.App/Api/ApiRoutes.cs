using System.Collections.Immutable;

namespace Casus.App.Api;

/// <summary>All that programs may ask for.</summary>
internal static class ApiRoutes
{
    public static readonly ImmutableArray<ApiRoute> All = [.. ListRoutes.All, .. WholeRoutes.All, Changes.Route];
}
