using System.Text.Json;

namespace Casus.Articles;

/// <summary>An entry of a live blog as the page's data has it; text may be markup.</summary>
internal sealed record LiveUpdate(string? Headline, string Text, string? Published, string? Address);

/// <summary>What the JSON-LD of a page says of its article. Broken JSON says nothing.</summary>
internal sealed class LinkedData
{
    /// <summary>In the type of its scripts.</summary>
    public const string Mark = "ld+json";

    private const int MostNodes = 5000;
    private readonly Dictionary<string, (string Name, bool IsBody)> people = new(StringComparer.Ordinal);
    private int visited;

    public string? Headline { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Section { get; private set; }

    public string? Outlet { get; private set; }

    /// <summary>The article's text as the data holds it, which may be all there is on a page that a script fills.</summary>
    public string? Body { get; private set; }

    /// <summary>Each with whether it is said to be an organisation.</summary>
    public List<(string Name, bool IsBody)> Authors { get; } = [];

    /// <summary>True when the page says that it is a live blog.</summary>
    public bool IsLive { get; private set; }

    public List<LiveUpdate> Updates { get; } = [];

    private int headlineRank, publishedRank, outletRank, authorRank;

    public void Read(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Repaired(json), new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 40 });
            Index(document.RootElement);
            Visit(document.RootElement);
        }
        catch (JsonException)
        {
            // Hand-made JSON is often broken; the page's other facts stand.
        }
    }

    /// <summary>Raw line breaks inside strings are not JSON but common.</summary>
    private static string Repaired(string json) =>
        json.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Trim().TrimEnd(';');

    /// <summary>Named nodes, so that an author given as a reference is found.</summary>
    private void Index(JsonElement node)
    {
        if (++visited > MostNodes)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in node.EnumerateArray())
            {
                Index(one);
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Text(node, "@id") is { } id && Text(node, "name") is { } name)
            {
                people.TryAdd(id, (name, IsBody(node)));
            }

            foreach (JsonProperty property in node.EnumerateObject())
            {
                Index(property.Value);
            }
        }
    }

    private void Visit(JsonElement node)
    {
        if (++visited > 2 * MostNodes)
        {
            return;
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in node.EnumerateArray())
            {
                Visit(one);
            }

            return;
        }

        if (node.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        int rank = Rank(node);
        if (rank > 0)
        {
            Take(node, rank);
        }

        foreach (JsonProperty property in node.EnumerateObject())
        {
            if (property.Name is "@graph" or "mainEntity" or "mainEntityOfPage" or "itemListElement" or "hasPart" or "about" or "isPartOf")
            {
                Visit(property.Value);
            }
        }
    }

    /// <summary>3 for news articles and posts, 2 for other works, 1 for the page, 0 for what tells nothing of the article.</summary>
    private static int Rank(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out JsonElement type))
        {
            return 0;
        }

        string name = type.ValueKind == JsonValueKind.Array && type.GetArrayLength() > 0 ? type[0].ToString() : type.ToString();
        return name.Contains("Article", StringComparison.Ordinal) || name.Contains("BlogPosting", StringComparison.Ordinal) || name is "Report" or "LiveBlogPosting" or "Recipe" or "SocialMediaPosting" ? 3
            : name is "CreativeWork" or "Review" or "VideoObject" or "Event" or "TechArticle" or "MediaObject" ? 2
            : name is "WebPage" or "ItemPage" ? 1 : 0;
    }

    private void Take(JsonElement node, int rank)
    {
        if ((Text(node, "headline") ?? (rank == 3 ? Text(node, "name") : null)) is { } headline && rank > headlineRank)
        {
            (Headline, headlineRank) = (headline, rank);
        }

        if ((Text(node, "datePublished") ?? Text(node, "dateCreated")) is { } published && rank > publishedRank)
        {
            (Published, publishedRank) = (published, rank);
        }

        Body ??= rank == 3 ? Text(node, "articleBody") : null;
        Modified ??= Text(node, "dateModified");
        TakeUpdates(node);
        Section ??= Text(node, "articleSection");
        if (node.TryGetProperty("publisher", out JsonElement publisher) && Names(publisher) is [(var outlet, _), ..] && rank > outletRank)
        {
            (Outlet, outletRank) = (outlet, rank);
        }

        if (rank > authorRank && (node.TryGetProperty("author", out JsonElement author) || node.TryGetProperty("creator", out author)) && Names(author) is { Count: > 0 } names)
        {
            Authors.Clear();
            Authors.AddRange(names);
            authorRank = rank;
        }
    }

    private void TakeUpdates(JsonElement node)
    {
        IsLive |= node.TryGetProperty("@type", out JsonElement type) && type.ToString().Contains("LiveBlogPosting", StringComparison.Ordinal);
        if (!node.TryGetProperty("liveBlogUpdate", out JsonElement updates) || updates.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        foreach (JsonElement update in updates.EnumerateArray())
        {
            if (update.ValueKind == JsonValueKind.Object && Text(update, "articleBody") is { } body)
            {
                Updates.Add(new LiveUpdate(Text(update, "headline"), body, Text(update, "datePublished") ?? Text(update, "dateCreated"), Text(update, "url")));
            }
        }
    }

    private List<(string Name, bool IsBody)> Names(JsonElement node)
    {
        var names = new List<(string, bool)>();
        if (node.ValueKind == JsonValueKind.String)
        {
            names.Add((System.Net.WebUtility.HtmlDecode(node.GetString()!), false));
        }
        else if (node.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement one in node.EnumerateArray())
            {
                if (names.Count < 20)
                {
                    names.AddRange(one.ValueKind == JsonValueKind.Array ? [] : Names(one));
                }
            }
        }
        else if (node.ValueKind == JsonValueKind.Object)
        {
            if (Text(node, "name") is { } name)
            {
                names.Add((name, IsBody(node)));
            }
            else if (Text(node, "@id") is { } id && people.TryGetValue(id, out (string, bool) known))
            {
                names.Add(known);
            }
        }

        return names;
    }

    /// <summary>True when a node is said to be an organisation and no person.</summary>
    private static bool IsBody(JsonElement node)
    {
        string type = node.TryGetProperty("@type", out JsonElement value) ? value.ToString() : "";
        return type.Contains("Organization", StringComparison.Ordinal) && !type.Contains("Person", StringComparison.Ordinal);
    }

    private static string? Text(JsonElement node, string key)
    {
        if (!node.TryGetProperty(key, out JsonElement value))
        {
            return null;
        }

        value = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() > 0 ? value[0] : value;
        string? text = value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return string.IsNullOrWhiteSpace(text) ? null : System.Net.WebUtility.HtmlDecode(text).Trim();
    }
}
