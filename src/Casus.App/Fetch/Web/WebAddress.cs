using System.Collections.Immutable;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>Addresses as people and pages write them, checked before anything is asked.</summary>
internal static class WebAddress
{
    /// <summary>Longer ones are no address of a page.</summary>
    public const int Longest = 2048;

    public const string BadAddress = "bad-address";

    /// <summary>Ports that news is published on.</summary>
    public static ImmutableArray<int> UsualPorts { get; } = [80, 443, 8000, 8008, 8080, 8443];

    /// <summary>True for what is meant as an address and not as a path.</summary>
    public static bool IsAddress(string path) => path.Contains("://", StringComparison.Ordinal);

    /// <summary>The address without its fragment, or why it is not asked.</summary>
    /// <param name="ports">Those that may be asked; empty: any.</param>
    public static Refused? Check(string text, ImmutableArray<int> ports, out Uri? address)
    {
        address = null;
        if (text.Length > Longest || !Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? uri) || uri.Host.Length == 0)
        {
            return new Refused(BadAddress, text.Length > Longest ? $"An address has at most {Longest} characters." : "This is no address: it begins with https:// or http:// and names a host.");
        }

        if (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)
        {
            return new Refused(BadAddress, $"Only https and http are fetched, not {uri.Scheme}.");
        }

        if (uri.UserInfo.Length > 0)
        {
            return new Refused(BadAddress, "An address with a user's name or password in it is not fetched: take them out.");
        }

        if (!ports.IsEmpty && !ports.Contains(uri.Port))
        {
            return new Refused(BadAddress, $"Port {uri.Port} is not one that pages are published on ({string.Join(", ", ports)}): casus read --allow-private lifts this.");
        }

        address = uri.Fragment.Length == 0 ? uri : new UriBuilder(uri) { Fragment = "" }.Uri;
        return null;
    }

    /// <summary>Scheme, host and port: what robots.txt speaks for.</summary>
    public static string Origin(Uri address) => address.GetComponents(UriComponents.SchemeAndServer | UriComponents.StrongPort, UriFormat.UriEscaped);
}
