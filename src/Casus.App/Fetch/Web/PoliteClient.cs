using System.Net;
using Casus.Articles;
using Polly;

namespace Casus.App.Fetch.Web;

/// <summary>
/// Fetches an address as a good guest: robots.txt is kept, a host is asked one thing at a time with a pause between, what it sent before is
/// asked for by its marks, and a host that asks for a wait gets it. Every hop of a redirect is checked like the first.
/// </summary>
internal sealed class PoliteClient : IDisposable
{
    private readonly WebLimits limits;
    private readonly TimeProvider clock;
    private readonly WebRequests requests;
    private readonly HostPace pace;
    private readonly RobotsCache robots;
    private readonly ResiliencePipeline<WebAnswer> retries;

    /// <param name="clock">What pauses and delays are counted by; limits of a request are counted by the machine's own.</param>
    /// <param name="chance">Numbers in [0, 1) for the jitter of retries.</param>
    /// <param name="resolve">Addresses of a host's name; null: as the machine resolves names.</param>
    public PoliteClient(WebLimits limits, TimeProvider clock, Func<double> chance, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        this.limits = limits;
        this.clock = clock;
        requests = new WebRequests(limits, clock, resolve ?? Dns.GetHostAddressesAsync);
        pace = new HostPace(clock, limits.LongestWait);
        retries = Retries.Pipeline(limits, clock, chance);
        robots = new RobotsCache(limits.RobotName, clock, (address, stop) => Follow(address, null, robotsToo: false, stop));
    }

    /// <param name="known">What the address sent before; null: fetch it whatever it is.</param>
    /// <returns>Never <see cref="Redirected"/>.</returns>
    public Task<WebAnswer> Get(Uri address, Validators? known, CancellationToken stop) => Follow(address, known, robotsToo: true, stop);

    public void Dispose()
    {
        requests.Dispose();
        pace.Dispose();
    }

    private async Task<WebAnswer> Follow(Uri address, Validators? known, bool robotsToo, CancellationToken stop)
    {
        Uri at = address;
        for (int hop = 0; hop <= limits.MaxRedirects; hop++)
        {
            (RobotsRules? rules, NotAnswered? failure) = robotsToo ? await robots.For(at, stop).ConfigureAwait(false) : (RobotsRules.AllowAll, null);
            if (rules?.Allows(at.PathAndQuery) is not true)
            {
                return Forbidden(at, failure);
            }

            WebAnswer answer = await Ask(at, known, robotsToo, rules.Delay, stop).ConfigureAwait(false);
            if (answer is not Redirected redirected)
            {
                return answer;
            }

            if (Redirects.Next(at, redirected.To, limits.Ports, out Uri? next) is { } problem)
            {
                return new NotAnswered(problem);
            }

            at = next!;
        }

        return new NotAnswered(new Refused(WebRefusal.Redirect, $"It leads from address to address more than {limits.MaxRedirects} times."));
    }

    /// <summary>Where the host cannot be asked at all, that is the reason and not its robots.txt.</summary>
    private NotAnswered Forbidden(Uri at, NotAnswered? failure) =>
        failure is null ? new(new Refused(WebRefusal.Robots, $"The robots.txt of {at.Host} does not want {limits.RobotName} to fetch it: save the page by hand and read the file."))
        : failure.Why.Reason != WebRefusal.Status ? failure
        : failure with { Why = new Refused(WebRefusal.Robots, $"The robots.txt of {at.Host} could not be had (status {failure.Status}), so nothing of it is fetched: try again later.") };

    private async Task<WebAnswer> Ask(Uri at, Validators? known, bool robotsToo, TimeSpan? crawlDelay, CancellationToken stop)
    {
        string host = at.IdnHost;
        // Behind robots.txt the page may come at once.
        TimeSpan pause = !robotsToo ? TimeSpan.Zero : crawlDelay > limits.Pace ? crawlDelay.Value : limits.Pace;
        return await retries.ExecuteAsync<WebAnswer>(
            async token =>
            {
                WebAnswer answer = await pace.Take(host, pause, () => requests.Get(at, known, token), until => LeftAlone(host, until), token).ConfigureAwait(false);
                if (answer is NotAnswered { RetryAfter: { } wait, Passing: true } failed && wait > TimeSpan.Zero)
                {
                    pace.Pause(host, clock.GetUtcNow() + wait);
                    return wait > limits.LongestWait ? LeftAlone(host, clock.GetUtcNow() + wait) with { Status = failed.Status } : answer;
                }

                return answer;
            },
            stop).ConfigureAwait(false);
    }

    private static NotAnswered LeftAlone(string host, DateTimeOffset until) =>
        new(new Refused(WebRefusal.AskedToWait, $"{host} asks to be left alone until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC: run it again then."));
}
