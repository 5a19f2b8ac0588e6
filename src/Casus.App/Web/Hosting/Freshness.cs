using Casus.App.Api;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>Views hang on the store alone: as long as nobody has committed anything, an address that was shown needs no second answer.</summary>
internal sealed class Freshness(StorePool stores, TimeProvider clock)
{
    /// <summary>The store's numbers begin anew with each start.</summary>
    private readonly string start = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString("x", System.Globalization.CultureInfo.InvariantCulture);

    public Task Answer(HttpContext http, RequestDelegate next)
    {
        if (!(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method)) || http.Request.Path.StartsWithSegments("/assets") || http.GetEndpoint()?.Metadata.GetMetadata<Live>() is not null)
        {
            http.Response.Headers.CacheControl = "no-store";
            return next(http);
        }

        // What a visitor's name, role and form tokens change in a view is in the cookies: another role begins another session. Programs get the same bytes for the same address, form and packing.
        string visitor = http.Request.Headers.Cookie.ToString() is { Length: > 0 } cookies ? "-" + ContentHash.Of(cookies)[..8] : "";
        string tag = ForPrograms.Asks(http)
            ? $"\"{start}-{stores.Version:x}-{ContentHash.Of(http.Request.Path, http.Request.QueryString.Value ?? "", http.Request.Headers.Accept.ToString(), http.Request.Headers.AcceptEncoding.ToString())[..12]}\""
            : $"W/\"{start}-{stores.Version:x}{visitor}\"";
        if (http.Request.Headers.IfNoneMatch.SelectMany(t => t!.Split(',', StringSplitOptions.TrimEntries)).Contains(tag))
        {
            http.Response.StatusCode = StatusCodes.Status304NotModified;
            http.Response.Headers.ETag = tag;
            return Task.CompletedTask;
        }

        http.Response.OnStarting(() =>
        {
            http.Response.Headers.Remove("blazor-enhanced-nav");
            bool shown = http.Response.StatusCode == StatusCodes.Status200OK && http.Response.ContentType != Changes.EventStream && !http.Response.Headers.ContainsKey("ETag");
            http.Response.Headers.CacheControl = shown ? "private, no-cache" : "no-store";
            if (shown)
            {
                http.Response.Headers.ETag = tag;
            }

            return Task.CompletedTask;
        });
        return next(http);
    }
}
