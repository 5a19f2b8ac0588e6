using System.Net;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>What holds of every request and answer: headers that keep other sites out, and hosts that may be meant.</summary>
internal static class Guards
{
    /// <summary>No script or style but those of this program's own files, nothing from elsewhere, no frame around it.</summary>
    public const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static Task Headers(HttpContext http, RequestDelegate next)
    {
        IHeaderDictionary headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // With no-referrer browsers would send forms as from nowhere, and nobody could tell the console's own.
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        if (http.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        return next(http);
    }

    /// <summary>A name that leads here from elsewhere (DNS rebinding) must not open the console to a foreign page, nor may a foreign page send forms.</summary>
    public static Task Visitors(HttpContext http, RequestDelegate next, ServeOptions options)
    {
        if (!IsOwn(http, options))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return http.Response.WriteAsync(options.Access is null ? "This console answers to localhost and 127.0.0.1 only.\n" : "This console does not answer to that name: casus serve --name NAME makes it.\n");
        }

        if (options.Access is not null && !http.Request.IsHttps && IsFar(http.Connection.RemoteIpAddress, options))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return http.Response.WriteAsync("Passwords do not go over the net unencrypted: come by https.\n");
        }

        bool changes = !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method);
        if (changes && IsForeign(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return http.Response.WriteAsync("Another site may not change anything here.\n");
        }

        return next(http);
    }

    /// <summary>From another machine; also what a proxy sends on without saying for whom.</summary>
    private static bool IsFar(IPAddress? address, ServeOptions options)
    {
        IPAddress? from = Plain4(address);
        return from is not null && (!IPAddress.IsLoopback(from) || options.Proxies.Any(p => p.Contains(from)));
    }

    /// <summary>An address of version 4 as such, where it is written as one of version 6.</summary>
    private static IPAddress? Plain4(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    /// <summary>Called by a name it was given, by the address that the request came in at, or, on this machine, as this machine.</summary>
    private static bool IsOwn(HttpContext http, ServeOptions options)
    {
        string host = http.Request.Host.Host;
        IPAddress? at = Plain4(http.Connection.LocalIpAddress);
        bool here = at is null || IPAddress.IsLoopback(at);
        return (here && host is "localhost") || options.Names.Contains(host, StringComparer.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address) && (address.Equals(at) || (here && IPAddress.IsLoopback(address))));
    }

    private static bool IsForeign(HttpRequest request) =>
        (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site && site is not ("same-origin" or "none"))
        || (request.Headers.Origin.ToString() is { Length: > 0 } origin && origin != $"{request.Scheme}://{request.Host}");
}
