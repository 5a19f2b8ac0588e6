using Casus.App.Access;
using Casus.App.Api;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Casus.App.Web;

/// <summary>What went wrong, as a view that says what to do.</summary>
internal static class Failures
{
    public static async Task Catch(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
            if (http.Response is { StatusCode: StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed, HasStarted: false, ContentLength: null or 0 })
            {
                await Tell(http, http.Response.StatusCode, http.Response.StatusCode == StatusCodes.Status405MethodNotAllowed ? $"{http.Request.Path} does not take {http.Request.Method}." : $"Nothing is at {http.Request.Path}.");
            }
        }
        catch (Exception e) when (!http.Response.HasStarted)
        {
            switch (e)
            {
                case Trouble trouble:
                    await Tell(http, Status(trouble), trouble.Message);
                    break;
                case ApiTrouble told:
                    await told.Problem.Write(http);
                    break;
                case BadHttpRequestException bad:
                    await Tell(http, bad.StatusCode, "The request cannot be read: it is too large, or not what this view takes.");
                    break;
                case AntiforgeryValidationException:
                    await Tell(http, StatusCodes.Status400BadRequest, "This form is from before the console was started, or from elsewhere: go back, reload it, and send it again.");
                    break;
                case OperationCanceledException when http.RequestAborted.IsCancellationRequested:
                    break;
                default:
                    System.Console.Error.WriteLine($"casus: {http.Request.Method} {http.Request.Path}: {e}");
                    await Tell(http, StatusCodes.Status500InternalServerError, "That is a fault of Casus, not yours. What happened is in the window where it was started.");
                    break;
            }
        }
    }

    private static int Status(Trouble trouble) => trouble.Exit switch
    {
        ExitCode.Findings => StatusCodes.Status404NotFound,
        ExitCode.Store => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status400BadRequest,
    };

    public static Task Tell(HttpContext http, int status, string message)
    {
        if (ForPrograms.Asks(http))
        {
            return Problem.Of(status, message).Write(http);
        }

        http.Response.Headers.CacheControl = "no-store";
        string title = status switch { 404 => "Not here", 503 => "Not now", 401 => "Sign in", 403 => "Not yours to do", 429 => "Slower, please", 500 => "A fault", _ => "That cannot be asked" };
        ServeOptions options = http.RequestServices.GetRequiredService<ServeOptions>();
        return Answers.Page(new FrameLines(title, null, Path.GetFileName(options.Store), FilterForm.None) { Visitor = http.Features.Get<Visitor>(), IsOpen = http.RequestServices.GetRequiredService<Keeper>().IsOpen }, FailureView.Draw(title, message, Form(http)), status).ExecuteAsync(http);
    }

    /// <summary>Where the form was that is refused, as the browser says; null where it does not, or nothing was sent.</summary>
    private static string? Form(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && Uri.TryCreate(http.Request.Headers.Referer.ToString(), UriKind.Absolute, out Uri? from) && from.Authority == http.Request.Host.Value ? from.PathAndQuery : null;
}
