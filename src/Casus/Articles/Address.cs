namespace Casus.Articles;

/// <summary>Parts of a page's address, read leniently: what is no address gives empty parts.</summary>
internal static class Address
{
    /// <summary>Lower-case host without "www."; empty when there is none.</summary>
    public static string Host(string? address)
    {
        if (address is null || !Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri))
        {
            return "";
        }

        string host = uri.Host.ToLowerInvariant();
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    /// <summary>The path and query as written; empty when there is none.</summary>
    public static string Path(string? address) =>
        address is not null && Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri) ? uri.PathAndQuery : "";
}
