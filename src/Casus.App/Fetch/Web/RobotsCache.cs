namespace Casus.App.Fetch.Web;

/// <summary>The robots.txt of every host that was asked, fetched once a day at most (RFC 9309, 2.4).</summary>
/// <param name="robot">The name that rules are looked up by.</param>
/// <param name="get">Fetches an address with its redirects, without asking for rules.</param>
internal sealed class RobotsCache(string robot, TimeProvider clock, Func<Uri, CancellationToken, Task<WebAnswer>> get)
{
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24), FailureKeptFor = TimeSpan.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<string, Task<Kept>> kept = new(StringComparer.Ordinal);

    /// <returns>The rules, or why there are none and nothing of the host may be fetched.</returns>
    public async Task<(RobotsRules? Rules, NotAnswered? Failure)> For(Uri address, CancellationToken stop)
    {
        string origin = WebAddress.Origin(address);
        Task<Kept>? asked;
        lock (gate)
        {
            if (!kept.TryGetValue(origin, out asked) || (asked.IsCompleted && (!asked.IsCompletedSuccessfully || asked.Result.Until <= clock.GetUtcNow())))
            {
                kept[origin] = asked = Task.Run(() => Fetch(origin, stop), stop);
            }
        }

        Kept file = await asked.ConfigureAwait(false);
        return (file.Rules, file.Failure);
    }

    private async Task<Kept> Fetch(string origin, CancellationToken stop)
    {
        WebAnswer answer = await get(new Uri(origin + "/robots.txt"), stop).ConfigureAwait(false);
        RobotsRules? rules = Of(answer);
        return new Kept(rules, rules is null ? (NotAnswered)answer : null, clock.GetUtcNow() + (rules is null ? FailureKeptFor : KeptFor));
    }

    /// <summary>What cannot be had because it is not there (4xx) forbids nothing; what a broken server hides forbids all (RFC 9309, 2.3.1): null.</summary>
    private RobotsRules? Of(WebAnswer answer) => answer switch
    {
        Answered file => RobotsRules.Parse(file.Bytes, robot),
        NotAnswered { Status: >= 400 and < 500 and not 429 } => RobotsRules.AllowAll,
        // A file of another type than text, too large or endlessly redirected is as good as none.
        NotAnswered { Status: >= 200 and < 300, Passing: false } or NotAnswered { Why.Reason: WebRefusal.Redirect } => RobotsRules.AllowAll,
        _ => null,
    };

    /// <param name="Failure">Why there are no rules; null: there are.</param>
    private sealed record Kept(RobotsRules? Rules, NotAnswered? Failure, DateTimeOffset Until);
}
