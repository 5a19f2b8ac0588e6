using Casus.App.Commands;
using Casus.App.Web;
using Microsoft.AspNetCore.Http;

namespace Casus.App.Api;

/// <summary>What went wrong, for programs (RFC 9457).</summary>
/// <param name="Type">Where it is explained.</param>
/// <param name="Parameter">The word of the address that is at fault; null: none in particular.</param>
/// <param name="Remedy">What to do; null where that is said already.</param>
internal sealed record Problem(string Type, string Title, int Status, string Detail, string? Parameter, string? Remedy)
{
    public const string MediaType = "application/problem+json";

    /// <summary>Every kind, with what it means.</summary>
    public static readonly (string Kind, int Status, string Title, string Says)[] Kinds =
    [
        ("unknown-parameter", 400, "An unknown parameter", "The address carries a word that the route does not take. The answer names those that it takes."),
        ("bad-parameter", 400, "A parameter that cannot be understood", "`parameter` names it, `remedy` says what it may be."),
        ("cannot-be-asked", 400, "That cannot be asked", "The request is not what the route takes."),
        ("sign-in", 401, "Sign in", "The console is shared: the request needs a key, `Authorization: Bearer KEY`, and the one it has, if any, is not known."),
        ("not-yours", 403, "Not yours to do", "The key is of somebody who may not do that."),
        ("not-here", 404, "Not here", "Nothing has that address or id."),
        ("not-allowed", 405, "Only read", "The route takes GET and HEAD; what is judged is judged in the console or by casus judge."),
        ("no-such-form", 406, "No such form", "Accept names no form in which the route answers."),
        ("slower", 429, "Slower, please", "Too much was asked from there; Retry-After says for how many seconds to wait."),
        ("fault", 500, "A fault", "A fault of Casus; what happened is in the window where it was started."),
        ("not-now", 503, "Not now", "Too many ask, or the question takes too long: ask again later, or ask for less."),
    ];

    public static Problem Of(string kind, string detail, string? remedy = null, string? parameter = null)
    {
        (string Kind, int Status, string Title, string Says) known = Kinds.First(k => k.Kind == kind);
        return new($"/api#{kind}", known.Title, known.Status, detail, parameter, remedy);
    }

    /// <summary>Of what went wrong elsewhere in the program.</summary>
    public static Problem Of(int status, string detail) =>
        Of((status == StatusCodes.Status400BadRequest ? null : Kinds.FirstOrDefault(k => k.Status == status).Kind) ?? "cannot-be-asked", detail) with { Status = status };

    public static Problem Bad(string name, string detail, string remedy) => Of("bad-parameter", detail, remedy, name);

    public static Problem Unknown(string name, IReadOnlyCollection<string> known)
    {
        string? near = known.Where(k => Typing.Distance(k, name) <= 2).MinBy(k => Typing.Distance(k, name));
        return Of("unknown-parameter", $"There is no parameter {Plain.Shortened(name, 60)} here.", $"{(near is null ? "" : $"Did you mean {near}? ")}{(known.Count == 0 ? "This route takes none." : $"This route takes: {string.Join(", ", known)}.")}", Plain.Shortened(name, 60));
    }

    public Task Write(HttpContext http)
    {
        http.Response.StatusCode = Status;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentType = MediaType;
        return http.Response.Body.WriteAsync(System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Readable.Problem), http.RequestAborted).AsTask();
    }
}

/// <summary>An expected end of a program's request.</summary>
internal sealed class ApiTrouble(Problem problem) : Exception(problem.Detail)
{
    public Problem Problem => problem;
}
