using System.Security.Claims;
using Casus.App.Access;
using Casus.App.Api;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Web;

/// <summary>Asks every visitor of a shared console who they are, and lets them do what their role may.</summary>
internal sealed class Gate(Keeper keeper)
{
    private const string Bearer = "Bearer ";

    /// <summary>By the key in the request, else by the session's cookie. A key that does not fit is refused even where none is needed.</summary>
    public Task Identify(HttpContext http, RequestDelegate next)
    {
        string given = http.Request.Headers.Authorization.ToString();
        Visitor? visitor = given.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? keeper.Keys.Check(given[Bearer.Length..].Trim(), keeper.Now)
            : SessionCookie.Read(http.Request) is { } token ? keeper.Sessions.Find(token, keeper.Now)
            : null;
        if (visitor is null && given.Length > 0)
        {
            return Refuse(http, StatusCodes.Status401Unauthorized, "The key is not known, was revoked or has expired.");
        }

        if (visitor is not null)
        {
            http.Features.Set(visitor);
            // Forms are bound to the name that they were sent to.
            http.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, visitor.Name), new Claim(ClaimTypes.Role, visitor.Role.Word())], visitor.IsKey ? "key" : "session"));
        }

        return next(http);
    }

    /// <summary>Behind routing: by what the address demands.</summary>
    public Task Admit(HttpContext http, RequestDelegate next)
    {
        UserRole? demanded = http.GetEndpoint()?.Metadata.GetMetadata<Demand>() is { } demand ? demand.Role : Usual(http.Request);
        Visitor? visitor = http.Features.Get<Visitor>();
        if (demanded is null || visitor?.Role >= demanded)
        {
            return next(http);
        }

        if (visitor is not null)
        {
            keeper.Note(http, AuditLog.Refused, $"{http.Request.Method} {http.Request.Path}");
            return Refuse(http, StatusCodes.Status403Forbidden, $"This is for {A(demanded.Value)}, and you are here as {A(visitor.Role)}: ask who runs the console.");
        }

        if (IsLooking(http.Request) && !IsProgram(http.Request))
        {
            http.Response.Redirect("/login?to=" + Uri.EscapeDataString(http.Request.Path + http.Request.QueryString));
            return Task.CompletedTask;
        }

        return Refuse(http, StatusCodes.Status401Unauthorized, "Sign in first, or send a key: Authorization: Bearer KEY.");
    }

    /// <summary>Assistants ask by POST, which changes nothing.</summary>
    private static UserRole Usual(HttpRequest request) => IsLooking(request) || request.Path.StartsWithSegments(ForPrograms.Assistants) ? UserRole.Reader : UserRole.Reviewer;

    private static bool IsLooking(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Who asks where programs do, or with a key, is told in JSON and not sent to a form.</summary>
    private static bool IsProgram(HttpRequest request) => ForPrograms.Asks(request.HttpContext) || request.Headers.Authorization.Count > 0;

    private static Task Refuse(HttpContext http, int status, string message)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Headers.WWWAuthenticate = "Bearer realm=\"casus\"";
        }

        return IsProgram(http.Request) ? Problem.Of(status, message).Write(http) : Failures.Tell(http, status, message);
    }

    private static string A(UserRole role) => role.Word() is ['a' or 'e' or 'i' or 'o' or 'u', ..] word ? "an " + word : "a " + role.Word();
}
