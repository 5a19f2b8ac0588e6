namespace Casus.Events;

/// <summary>A text to be grouped with its copies, edits and rewrites.</summary>
/// <param name="Id">The article's id, or a row's; two rows may share one.</param>
public readonly record struct StoryText(string Id, string Text, DateOnly? Published);

/// <summary>Which story a row belongs to, and as what.</summary>
public readonly record struct StoryPlace(string StoryId, Edition Edition);
