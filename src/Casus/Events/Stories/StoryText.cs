namespace Casus.Events;

/// <summary>A text to be grouped with its copies, edits and rewrites.</summary>
/// <param name="Id">The article's id, or a row's; two rows may share one.</param>
public readonly record struct StoryText(string Id, string Text, DateOnly? Published)
{
    /// <summary>Of the day of publication, as the page writes it; null where it writes none.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Of that time from universal time; null where the page does not tell.</summary>
    public TimeSpan? Offset { get; init; }

    public string? Outlet { get; init; }

    /// <summary>The agency that the text is credited to, by its full name.</summary>
    public string? Agency { get; init; }

    /// <summary>Whether the page tells of a later change.</summary>
    public bool Updated { get; init; }

    /// <summary>Of what it is a part: a paginated article, a live blog. Parts of one whole are no reprints of one another. Null: of nothing.</summary>
    public string? Whole { get; init; }
}

/// <summary>A known text that must be compared with a new one.</summary>
/// <param name="Id">Of an article that the index was told of.</param>
/// <param name="ByPassage">Whether the two share a fingerprint of a passage that is no standing text; else they share enough of the grams that they are searched by.</param>
public readonly record struct NearbyText(string Id, bool ByPassage);

/// <summary>Which story a row belongs to, and as what.</summary>
public readonly record struct StoryPlace(string StoryId, Edition Edition);

/// <summary>A passage of 25 words or more that two articles of different stories have word for word, and few others: mostly a statement that both quote.</summary>
/// <param name="A">Article; <paramref name="B"/> another, its id the greater.</param>
/// <param name="Words">Length of the longest such passage.</param>
public readonly record struct SharedPassage(string A, string B, int Words);

/// <summary>What comparing two texts has found, to be kept: an index that is told of it need not compare them again.</summary>
/// <param name="IsStory">False where they share only a passage.</param>
public readonly record struct KnownOverlap(string A, string B, bool IsStory, int Shared, int Smaller, int Larger, int Longest);
