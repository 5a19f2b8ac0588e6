using Casus.Tests.Corpus;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace Casus.Tests.Samples;

public class MarkdownLinkTests
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Fact]
    public void Every_relative_link_leads_somewhere()
    {
        string[] broken =
        [
            .. from file in Repository.Files("", "*.md")
               from link in Markdown.Parse(Repository.Text(file), Pipeline).Descendants<LinkInline>()
               let target = link.Url?.Split('#')[0] ?? ""
               where target.Length > 0 && !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal)
               let path = Path.Combine(Repository.Root, Path.GetDirectoryName(file)!, Uri.UnescapeDataString(target))
               where !File.Exists(path) && !Directory.Exists(path)
               select $"{file}:{link.Line + 1}: {link.Url}",
        ];
        Assert.True(broken.Length == 0, string.Join('\n', broken));
    }
}
