using System.Text;
using System.Text.Json;
using Casus.App.Store;
using Casus.App.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Casus.App.Api;

/// <summary>Changes as they happen, as server-sent events (WHATWG HTML). Listeners are few, look at a number that is cheap to ask, and are asked to come back after a while.</summary>
internal sealed class ChangeStream(StorePool stores, IHostApplicationLifetime life, TimeProvider clock) : IDisposable
{
    private const int AtOnce = 200;

    private readonly SemaphoreSlim free = new(ApiLimits.Listeners);

    public static bool IsAsked(HttpContext http) => http.Request.Headers.Accept.ToString().Contains(Changes.EventStream, StringComparison.OrdinalIgnoreCase);

    public async Task Serve(HttpContext http)
    {
        string? after = http.Request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : http.Request.Query[ApiParameter.After].LastOrDefault();
        ChangePosition position = Changes.Position(after, stores.Read);
        if (!await free.WaitAsync(TimeSpan.Zero))
        {
            throw new ApiTrouble(Problem.Of("not-now", $"{ApiLimits.Listeners} listen already.", "Ask /api/v1/changes for a page from time to time instead."));
        }

        try
        {
            using var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, life.ApplicationStopping);
            ended.CancelAfter(ApiLimits.Listening);
            http.Response.ContentType = Changes.EventStream;
            if (!HttpMethods.IsHead(http.Request.Method))
            {
                await Tell(http.Response, position, ended.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // Who listened has gone, or is to come back.
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();

    private async Task Tell(HttpResponse response, ChangePosition position, CancellationToken ended)
    {
        await response.WriteAsync("retry: 2000\n\n", ended);
        await response.Body.FlushAsync(ended);
        long? seen = null;
        for (long spoken = clock.GetTimestamp(); ; await Task.Delay(ApiLimits.Look, clock, ended))
        {
            if (stores.Version is var version && version != seen)
            {
                List<RecordChange> changes = stores.Read(store => new ChangeQueries(store).After(position, AtOnce));
                // A full stretch leaves more behind: then it is looked for at once.
                seen = changes.Count < AtOnce ? version : null;
                if (changes.Count > 0)
                {
                    position = changes[^1].Position;
                    await response.WriteAsync(Said(changes), ended);
                    await response.Body.FlushAsync(ended);
                    spoken = clock.GetTimestamp();
                }
            }
            else if (clock.GetElapsedTime(spoken) >= ApiLimits.Heartbeat)
            {
                await response.WriteAsync(": still here\n\n", ended);
                await response.Body.FlushAsync(ended);
                spoken = clock.GetTimestamp();
            }
        }
    }

    private static string Said(List<RecordChange> changes)
    {
        var text = new StringBuilder();
        foreach (RecordChange change in changes)
        {
            text.Append($"id: {change.Position}\nevent: {change.Kind}\ndata: {JsonSerializer.Serialize(Changes.Line(change), ApiJson.Readable.ChangeLine)}\n\n");
        }

        return text.ToString();
    }
}
