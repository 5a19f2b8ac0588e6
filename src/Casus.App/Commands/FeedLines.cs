using System.Text.Json;
using Casus.App.Fetch.Web;
using Casus.App.Publish;
using Spectre.Console;

namespace Casus.App.Commands;

/// <summary>What became of the feeds of a run, a line each. A feed is no page and stands in no sum.</summary>
internal static class FeedLines
{
    public static void Write(IAnsiConsole console, IReadOnlyList<FeedReport> feeds)
    {
        foreach (FeedReport feed in feeds)
        {
            string what = feed.Unchanged ? "has not changed" : feed.Failed ? "is broken" : $"lists {Screen.Plural(feed.Entries, "page")}";
            string asked = feed.Asked == feed.Entries ? "" : $", {Screen.Number(feed.Asked)} asked for";
            console.MarkupLine($"[grey]feed {Screen.Plain(feed.Address)} {what}{asked}[/]");
        }
    }

    /// <summary>Nothing where no feed was asked.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<FeedReport> feeds)
    {
        if (feeds.Count == 0)
        {
            return;
        }

        json.WriteStartArray("feeds");
        foreach (FeedReport feed in feeds)
        {
            json.WriteStartObject();
            json.WriteString("address", feed.Address);
            json.Maybe("title", feed.Title);
            json.WriteBoolean("unchanged", feed.Unchanged);
            json.WriteBoolean("broken", feed.Failed);
            json.WriteNumber("entries", feed.Entries);
            json.WriteNumber("asked", feed.Asked);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
