namespace Casus.App.Api;

internal static class Changes
{
    public const string EventStream = "text/event-stream";
}
