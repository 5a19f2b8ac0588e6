using System.Collections.Immutable;
using System.Text;

namespace Casus.Articles;

/// <summary>A block before it has its place in the article's text.</summary>
internal readonly record struct DraftBlock(BlockKind Kind, string Text);

/// <summary>A value that a page offers, with its place in the page and how far such a place is trusted.</summary>
internal readonly record struct Offer(string Value, string Where, int Weight);

/// <summary>What reading a page's markup or dump came to, before the article is made of it.</summary>
internal sealed record Draft(
    ImmutableArray<DraftBlock> Body,
    Offer? Title,
    string? Subtitle,
    ImmutableArray<Offer> Bylines,
    Offer? Outlet,
    ImmutableArray<DateCandidate> Dates,
    string? Address)
{
    public Offer? Section { get; init; }

    /// <summary>Who signs where no person does.</summary>
    public Offer? Desk { get; init; }

    /// <summary>An agency that the byline names.</summary>
    public Offer? Agency { get; init; }

    /// <summary>When the page says that it was changed, as it is written there.</summary>
    public Offer? Modified { get; init; }

    /// <summary>Which page of an article of several it is.</summary>
    public ArticlePart? Part { get; init; }

    /// <summary>True for a page in a form made for phones, whose own address is another one's copy.</summary>
    public bool IsCopy { get; init; }

    /// <summary>What the page says in an article's stead; null when nothing does.</summary>
    public Refused? Stub { get; init; }

    /// <summary>Characters of running text.</summary>
    public int Letters
    {
        get
        {
            int letters = 0;
            foreach (DraftBlock block in Body)
            {
                letters += block.Kind is BlockKind.Paragraph or BlockKind.Quote or BlockKind.List ? block.Text.Length : 0;
            }

            return letters;
        }
    }

    /// <summary>The blocks as one text, joined by empty lines, and where each lies in it.</summary>
    public static (string Text, ImmutableArray<Block> Blocks) Join(IReadOnlyList<DraftBlock> drafts)
    {
        var text = new StringBuilder();
        var blocks = ImmutableArray.CreateBuilder<Block>(drafts.Count);
        foreach (DraftBlock draft in drafts)
        {
            if (text.Length > 0)
            {
                text.Append("\n\n");
            }

            blocks.Add(new Block(draft.Kind, new TextSpan(text.Length, text.Length + draft.Text.Length)));
            text.Append(draft.Text);
        }

        return (text.ToString(), blocks.ToImmutable());
    }
}
