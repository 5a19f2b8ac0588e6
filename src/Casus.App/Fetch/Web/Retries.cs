using Polly;
using Polly.Retry;

namespace Casus.App.Fetch.Web;

/// <summary>Asks again when a moment later may do: after a delay that doubles, with jitter so that many do not come back at once.</summary>
internal static class Retries
{
    /// <param name="chance">Numbers in [0, 1) for the jitter.</param>
    public static ResiliencePipeline<WebAnswer> Pipeline(WebLimits limits, TimeProvider clock, Func<double> chance)
    {
        var builder = new ResiliencePipelineBuilder<WebAnswer> { TimeProvider = clock };
        if (limits.Tries > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<WebAnswer>
            {
                ShouldHandle = outcome => new(outcome.Outcome.Result is NotAnswered { Passing: true }),
                MaxRetryAttempts = limits.Tries - 1,
                Delay = limits.FirstDelay,
                MaxDelay = limits.LongestWait,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Randomizer = chance,
            });
        }

        return builder.Build();
    }
}
