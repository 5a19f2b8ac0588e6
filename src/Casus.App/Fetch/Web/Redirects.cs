using System.Collections.Immutable;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>Where an address leads on to, and whether it is gone there.</summary>
internal static class Redirects
{
    /// <param name="to">As the server writes it, relative to <paramref name="at"/>; null: it writes nothing.</param>
    /// <param name="ports">Those that may be asked; empty: any.</param>
    public static Refused? Next(Uri at, string? to, ImmutableArray<int> ports, out Uri? next)
    {
        next = null;
        if (string.IsNullOrEmpty(to) || !Uri.TryCreate(at, to, out Uri? target))
        {
            return new Refused(WebRefusal.Redirect, "It leads on, but not to an address.");
        }

        if (at.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
        {
            return new Refused(WebRefusal.Redirect, $"It leads from https to http ({target.Host}), where anybody on the way may change the page.");
        }

        return WebAddress.Check(target.AbsoluteUri, ports, out next) is { } problem ? problem with { Detail = $"It leads to {target.AbsoluteUri}: {problem.Detail}" } : null;
    }
}
