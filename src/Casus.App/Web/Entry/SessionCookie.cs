using Casus.App.Access;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>The cookie that holds a session's token. Over https it has the prefix that binds it to this host and to https.</summary>
internal static class SessionCookie
{
    private const string Plain = "casus-session", Bound = "__Host-casus-session";

    public static string? Read(HttpRequest request) => request.Cookies[Name(request)] is { Length: > 0 and <= 200 } token ? token : null;

    public static void Write(HttpContext http, string token) => http.Response.Cookies.Append(Name(http.Request), token, Kept(http.Request, Sessions.Longest));

    public static void Drop(HttpContext http) => http.Response.Cookies.Delete(Name(http.Request), Kept(http.Request, null));

    private static string Name(HttpRequest request) => request.IsHttps ? Bound : Plain;

    private static CookieOptions Kept(HttpRequest request, TimeSpan? lasts) => new() { HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = request.IsHttps, Path = "/", MaxAge = lasts };
}
