using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

public sealed class MarkdownTests
{
    internal const string Report = """
        ---
        title: "Bridge of Orn opens again"
        date: 2024-05-06T08:30:00+02:00
        authors:
          - Ida Lund
          - Per Holt
        outlet: Orn Weekly
        categories: [roads]
        url: https://orn.example/bridge
        ---
        # Bridge of Orn opens again

        The bridge over the Orn was **opened again** on Monday, [four months](https://orn.example/x) after the flood took two of its piers away.

        ## What is still closed

        * The towpath on the north bank
        * The lower car park, where *crews* store their steel

        > Nobody was hurt when it fell, and that was luck, said the mayor.

        ![The new piers at noon](pier.jpg)

        ```
        code is no text of an article
        ```

        <div>nor is markup</div>
        """;

    [Fact]
    public void Front_matter_is_evidence_and_marks_are_taken_off()
    {
        Article article = ReadingPages.Article(Report, PageFormat.Markdown);
        Assert.Equal(
            [
                "Headline: Bridge of Orn opens again",
                "Paragraph: The bridge over the Orn was opened again on Monday, four months after the flood took two of its piers away.",
                "Subtitle: What is still closed",
                "List: The towpath on the north bank",
                "List: The lower car park, where crews store their steel",
                "Quote: Nobody was hurt when it fell, and that was luck, said the mayor.",
                "Caption: The new piers at noon",
            ],
            ReadingPages.Blocks(article));
        Assert.Equal(["Ida Lund", "Per Holt"], article.Bylines.Select(b => b.Value));
        Assert.Equal(("Orn Weekly", "https://orn.example/bridge"), (article.Outlet!.Value, article.Address));
        Assert.Equal((new DateOnly(2024, 5, 6), new TimeOnly(8, 30)), (article.Published!.Value.Day, article.Published.Value.Time));
        Assert.Equal("front matter date", article.Published.Evidence[0].Path);
    }

    [Fact]
    public void Without_front_matter_the_lines_under_the_headline_tell()
    {
        Article article = ReadingPages.Article("# Bridge of Orn opens again\n\nBy Ida Lund\n\n*6 May 2024*\n\nThe bridge over the Orn was opened again on Monday, four months after the flood took two of its piers away, and the buses run.", PageFormat.Markdown);
        Assert.Equal("Ida Lund", Assert.Single(article.Bylines).Value);
        Assert.Equal(new DateOnly(2024, 5, 6), article.Published!.Value.Day);
        Assert.Equal(["Headline", "Paragraph"], article.Blocks.Select(b => b.Kind.ToString()));
    }

    [Theory]
    [InlineData(">", 5000)]
    [InlineData("- ", 3000)]
    [InlineData("*a ", 5000)]
    [InlineData("[", 5000)]
    [InlineData("![", 3000)]
    [InlineData("---\n", 300)]
    public void Deep_marks_end_soon(string mark, int times)
    {
        long begin = Environment.TickCount64;
        ReadingPages.Read(string.Concat(Enumerable.Repeat(mark, times)) + "\n\nThe bridge over the Orn was opened again on Monday, four months after the flood took two of its piers away, and the buses run.", PageFormat.Markdown);
        Assert.True(Environment.TickCount64 - begin < 30_000);
    }

    [Theory]
    [InlineData("a/report.md", PageFormat.Markdown)]
    [InlineData("b.EML", PageFormat.Mail)]
    [InlineData("c.mht.gz", PageFormat.Mail)]
    [InlineData("d.html", PageFormat.Unknown)]
    [InlineData("e", PageFormat.Unknown)]
    public void The_ending_states_the_form(string name, PageFormat format) => Assert.Equal(format, PageForms.OfName(name));
}
