using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>One request and its answer, without redirects, politeness and retries.</summary>
internal sealed class WebRequests : IDisposable
{
    private readonly WebLimits limits;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    /// <param name="resolve">Addresses of a host's name.</param>
    public WebRequests(WebLimits limits, TimeProvider clock, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
    {
        this.limits = limits;
        this.clock = clock;
        client = new HttpClient(new SocketsHttpHandler
        {
            ConnectCallback = new GuardedConnection(limits.Reachable, resolve).Connect,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            // Behind a proxy nobody could check the address that is connected to.
            UseProxy = false,
            Credentials = null,
            MaxConnectionsPerServer = 1,
            MaxResponseHeadersLength = 64,
            ConnectTimeout = limits.Connect,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="known">What this address sent before; null: fetch it whatever it is.</param>
    public async Task<WebAnswer> Get(Uri address, Validators? known, CancellationToken stop)
    {
        using HttpRequestMessage request = Request(address, known);
        using var head = CancellationTokenSource.CreateLinkedTokenSource(stop);
        head.CancelAfter(limits.Head);
        try
        {
            using HttpResponseMessage answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, head.Token).ConfigureAwait(false);
            return await Read(address, answer, stop).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new NotAnswered(new Refused(WebRefusal.Timeout, $"{address.Host} did not answer in time: try again later."), Passing: true);
        }
        catch (HttpRequestException e)
        {
            return Failed(address, e);
        }
    }

    public void Dispose() => client.Dispose();

    private HttpRequestMessage Request(Uri address, Validators? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        HttpRequestHeaders headers = request.Headers;
        headers.TryAddWithoutValidation("User-Agent", limits.UserAgent);
        headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1");
        headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (known is not null && known.Address == address.AbsoluteUri)
        {
            AddIfAny(headers, "If-None-Match", known.Tag);
            AddIfAny(headers, "If-Modified-Since", known.Modified);
        }

        return request;
    }

    private static void AddIfAny(HttpRequestHeaders headers, string name, string? value)
    {
        if (value is not null)
        {
            headers.TryAddWithoutValidation(name, value);
        }
    }

    private async Task<WebAnswer> Read(Uri address, HttpResponseMessage answer, CancellationToken stop)
    {
        int status = (int)answer.StatusCode;
        TimeSpan? fresh = answer.Headers.CacheControl is { NoCache: false, NoStore: false, MaxAge: { } age } ? age : null;
        if (status == 304)
        {
            return new Unchanged(fresh);
        }

        if (status is 301 or 302 or 303 or 307 or 308)
        {
            return new Redirected(First(answer.Headers, "Location"));
        }

        if (status is not (200 or 203))
        {
            bool passing = status is 408 or 425 or 429 or 500 or 502 or 503 or 504;
            return new NotAnswered(new Refused(WebRefusal.Status, $"{address.Host} answered {status} {answer.ReasonPhrase}{(passing ? ": try again later." : ": check the address.")}"), status, passing, RetryAfter(answer));
        }

        string type = answer.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "";
        if (!MediaTypes.MayBeRead(type))
        {
            return new NotAnswered(new Refused(WebRefusal.ContentType, $"It is {type}, which is no page: pages are HTML or text."), status);
        }

        Body body = await BodyReader.Read(answer.Content, limits, stop).ConfigureAwait(false);
        var marks = new Validators(address.AbsoluteUri, First(answer.Headers, "ETag"), First(answer.Content.Headers, "Last-Modified"));
        return body.Bytes is { } bytes ? new Answered(address, bytes, type, HttpMessage.CharsetOf(First(answer.Content.Headers, "Content-Type")), marks, fresh) : new NotAnswered(body.Problem!, status, body.Passing);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) => answer.Headers.RetryAfter switch
    {
        { Delta: { } wait } => wait,
        { Date: { } until } => until - clock.GetUtcNow(),
        _ => null,
    };

    private static string? First(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.FirstOrDefault() : null;

    private static NotAnswered Failed(Uri address, HttpRequestException e)
    {
        for (Exception? inner = e; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case ForbiddenAddressException:
                    return new(new Refused(WebRefusal.ForbiddenAddress, $"{address.Host} leads to a private or local address: casus read --allow-private lets it be asked."));
                case AuthenticationException:
                    return new(new Refused(WebRefusal.Unreachable, $"{address.Host} does not prove who it is (TLS): {inner.Message}"));
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return new(new Refused(WebRefusal.Unreachable, $"{address.Host} is not known: check the spelling, or the connection to the net."));
            }
        }

        bool headTooLong = e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded;
        return new(new Refused(WebRefusal.Unreachable, $"{address.Host} cannot be asked: {e.Message}"), Passing: !headTooLong);
    }
}
