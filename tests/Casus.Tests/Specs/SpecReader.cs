using System.Collections.Immutable;
using Casus.Tests.Corpus;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Casus.Tests.Specs;

/// <summary>Finds the examples in specs/*.md: fences marked text or html, then a table.</summary>
internal static class SpecReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public static ImmutableArray<SpecExample> All() =>
        [.. Repository.Files("specs", "*.md").SelectMany(path => Examples(path, Repository.Text(path)))];

    private static IEnumerable<SpecExample> Examples(string path, string text)
    {
        string heading = "";
        var inputs = ImmutableArray.CreateBuilder<SpecInput>();
        foreach (MarkdownObject block in Markdown.Parse(text, Pipeline))
        {
            switch (block)
            {
                case HeadingBlock title:
                    heading = Plain(title.Inline!);
                    break;
                case FencedCodeBlock { Info: "text" or "html" } fence:
                    inputs.Add(new(string.Join('\n', fence.Lines.Lines.Take(fence.Lines.Count).Select(l => l.Slice.ToString())), fence.Info == "html", Facts(fence.Arguments)));
                    break;
                case Table table when inputs.Count > 0:
                    ImmutableArray<ImmutableArray<string>> rows = [.. table.OfType<TableRow>().Select(r => r.OfType<TableCell>().Select(Plain).ToImmutableArray())];
                    yield return new($"{path}:{table.Line + 1} {heading}", inputs.ToImmutable(), rows[0], rows[1..]);
                    inputs.Clear();
                    break;
            }
        }

        if (inputs.Count > 0)
        {
            throw new InvalidDataException($"{path}: the last example under “{heading}” has no table of expected rows.");
        }
    }

    private static ImmutableDictionary<string, string> Facts(string? arguments) =>
        (arguments ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(a => a.Split('=', 2))
            .ToImmutableDictionary(a => a[0], a => a[1].Replace('_', ' '), StringComparer.Ordinal);

    private static string Plain(TableCell cell) => string.Concat(cell.OfType<ParagraphBlock>().Select(p => Plain(p.Inline!))).Trim();

    private static string Plain(ContainerInline inlines) =>
        string.Concat(inlines.Select(i => i switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            ContainerInline inner => Plain(inner),
            _ => "",
        }));
}
