namespace Casus.App.Api;

/// <summary>What one program may take at a time.</summary>
internal static class ApiLimits
{
    /// <summary>Rows of a stretch: unless told, and at the most.</summary>
    public const int Rows = 50, MostRows = 1_000;

    /// <summary>Rows of a table that is asked for without a limit: it is made in memory.</summary>
    public const int Exported = 50_000;

    /// <summary>Who listen for changes at a time.</summary>
    public const int Listeners = 16;

    /// <summary>Between two looks for changes, and between two signs of life.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500), Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>After which a listener is asked to come back.</summary>
    public static readonly TimeSpan Listening = TimeSpan.FromMinutes(30);
}
