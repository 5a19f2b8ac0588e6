using System.Collections.Immutable;
using System.Text.Json;
using Casus.Articles;

namespace Casus.App.Fetch.Web;

/// <summary>Reads JSON Feed 1 and 1.1.</summary>
internal static class JsonFeedReader
{
    private const int MostDepth = 32;

    public static bool LooksLikeFeed(ReadOnlySpan<byte> bytes) =>
        bytes.TrimStart(" \t\r\n\uFEFF"u8) is [(byte)'{', ..] && bytes.IndexOf("jsonfeed.org/version"u8) is >= 0 and < 4096;

    public static Feed Read(byte[] bytes)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(bytes.AsMemory(bytes.AsSpan().IndexOf((byte)'{')), new JsonDocumentOptions { MaxDepth = MostDepth });
            var entries = ImmutableArray.CreateBuilder<FeedEntry>();
            if (json.RootElement.TryGetProperty("items", out JsonElement listed) && listed.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement entry in listed.EnumerateArray().Where(e => e.ValueKind == JsonValueKind.Object).Take(Feed.MostEntries))
                {
                    entries.Add(new FeedEntry(Text(entry, "url") ?? Text(entry, "external_url"), Text(entry, "title"), Text(entry, "date_published"), Text(entry, "date_modified")));
                }
            }

            Refused? problem = entries.Count >= Feed.MostEntries ? new Refused(RefusalReason.TooLarge, $"The feed lists more than {Feed.MostEntries - 1} entries; the rest is left out.") : null;
            return new Feed(Text(json.RootElement, "title"), entries.ToImmutable(), null, problem);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Feed(null, [], null, new Refused(RefusalReason.Unreadable, $"The feed is no JSON that can be read: {e.Message.Split(". ")[0].TrimEnd('.')}."));
        }
    }

    private static string? Text(JsonElement element, string key) =>
        element.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
