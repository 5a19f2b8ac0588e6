namespace Casus.Tests.App.Web;

/// <summary>The time of day, and what a test adds to it.</summary>
internal sealed class SettableClock : TimeProvider
{
    public TimeSpan Later { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
}
