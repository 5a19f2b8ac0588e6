using System.Collections.Immutable;

namespace Casus.Events;

/// <summary>Groups articles that are copies, edits or rewrites of one text, all at once. The order of the input does not change the result.</summary>
public static class StoryGrouping
{
    /// <summary>Stories in the order of their ids; editions the earliest first. Rows that share an id and a text are one edition.</summary>
    public static ImmutableArray<Story> Group(IReadOnlyList<StoryText> texts) => Of(texts).Stories();

    /// <summary>The story and edition of every row, in the order of the rows.</summary>
    public static ImmutableArray<StoryPlace> Places(IReadOnlyList<StoryText> texts) => Of(texts).Places();

    private static StoryIndex Of(IReadOnlyList<StoryText> texts)
    {
        var index = new StoryIndex();
        foreach (StoryText text in texts)
        {
            index.Add(text);
        }

        return index;
    }
}
