using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Casus.Articles;

/// <summary>The blocks of a Markdown text, marks taken off: headings of the first level as headlines, others as subtitles, items and rows of tables as lists.</summary>
internal static class MarkdownBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>Null when the text is nested too deep to be read.</summary>
    public static ImmutableArray<DraftBlock>? Of(string text)
    {
        var blocks = ImmutableArray.CreateBuilder<DraftBlock>();
        try
        {
            Add(Markdig.Markdown.Parse(text, Pipeline), BlockKind.Paragraph, blocks);
        }
        catch (ArgumentException)
        {
            // Markdig's limit of depth.
            return null;
        }

        return blocks.ToImmutable();
    }

    private static void Add(ContainerBlock container, BlockKind kind, ImmutableArray<DraftBlock>.Builder blocks)
    {
        foreach (Markdig.Syntax.Block block in container)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    Add(Text(heading.Inline), heading.Level == 1 ? BlockKind.Headline : BlockKind.Subtitle, blocks);
                    break;
                case ParagraphBlock paragraph:
                    bool picture = paragraph.Inline?.FirstChild is LinkInline { IsImage: true, NextSibling: null };
                    Add(Text(paragraph.Inline), picture ? BlockKind.Caption : kind, blocks);
                    break;
                case TableRow row:
                    Add(string.Join(" ", row.OfType<TableCell>().SelectMany(c => c.OfType<ParagraphBlock>()).Select(p => Text(p.Inline))), BlockKind.List, blocks);
                    break;
                case ContainerBlock inner:
                    Add(inner, inner is ListBlock ? BlockKind.List : inner is QuoteBlock && kind != BlockKind.List ? BlockKind.Quote : kind, blocks);
                    break;
            }
        }
    }

    private static void Add(string text, BlockKind kind, ImmutableArray<DraftBlock>.Builder blocks)
    {
        text = ElementText.Clean(text);
        if (text.Length > 0)
        {
            blocks.Add(new DraftBlock(kind, text));
        }
    }

    private static string Text(ContainerInline? inline)
    {
        var text = new StringBuilder();
        for (Inline? at = inline?.FirstChild; at is not null; at = at.NextSibling)
        {
            text.Append(at switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                AutolinkInline link => link.Url,
                ContainerInline inner => Text(inner),
                _ => "",
            });
        }

        return text.ToString();
    }
}
