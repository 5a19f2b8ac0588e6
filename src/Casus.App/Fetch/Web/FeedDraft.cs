using System.Collections.Immutable;
using System.Globalization;

namespace Casus.App.Fetch.Web;

/// <summary>Takes the elements of RSS and Atom as they pass. Both are told by the local names of elements; their namespaces are often wrong.</summary>
internal sealed class FeedDraft(ImmutableArray<FeedEntry>.Builder entries)
{
    private readonly List<string> open = [];
    private FeedEntry? entry;
    private bool isLasting = true;

    public string? Title { get; private set; }

    public TimeSpan? Every { get; private set; }

    /// <summary>True when the outermost element was one of a feed.</summary>
    public bool IsFeed { get; private set; }

    public bool IsFull => entries.Count >= Feed.MostEntries;

    /// <param name="attribute">Value by name; null when the element has none of the name.</param>
    public void Begin(string name, Func<string, string?> attribute)
    {
        IsFeed |= open.Count == 0 && name is "rss" or "feed" or "RDF";
        if (entry is null && name is "item" or "entry")
        {
            entry = new FeedEntry(null, null, null, null);
        }
        else if (name == "link" && attribute("href") is { } href && attribute("rel") is null or "alternate" && IsDirect)
        {
            Link(href);
        }
        else if (name == "guid")
        {
            isLasting = attribute("isPermaLink") is not "false";
        }

        open.Add(name);
    }

    public void End(string name, string text)
    {
        if (open.Count > 0)
        {
            open.RemoveAt(open.Count - 1);
        }

        if (name is "item" or "entry" && entry is not null && !open.Contains(name))
        {
            entries.Add(entry);
            entry = null;
        }
        else if (text.Length > 0 && IsDirect)
        {
            Take(name, text);
        }
    }

    /// <summary>True for what stands directly in an entry, or in the feed's own head: a picture's title is nobody's.</summary>
    private bool IsDirect => open.Count > 0 && open[^1] is "item" or "entry" or "channel" or "feed" or "rss" or "RDF";

    private void Take(string name, string text)
    {
        switch (name)
        {
            case "title" when entry is null:
                Title ??= text;
                break;
            case "title":
                entry = entry with { Title = entry.Title ?? text };
                break;
            case "link":
                Link(text);
                break;
            case "guid" when entry is { Address: null } && isLasting && WebAddress.IsAddress(text):
                entry = entry with { Address = text };
                break;
            case "pubDate" or "published" or "date" or "issued" when entry is not null:
                entry = entry with { Published = entry.Published ?? text };
                break;
            case "updated" or "modified" when entry is not null:
                entry = entry with { Updated = entry.Updated ?? text };
                break;
            case "ttl" when entry is null && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int minutes):
                Every = TimeSpan.FromMinutes(Math.Min(minutes, 24 * 60));
                break;
        }
    }

    private void Link(string address)
    {
        // A guid that lasts may have come first; the link is what readers follow.
        entry = entry is null ? null : entry with { Address = address };
    }
}
