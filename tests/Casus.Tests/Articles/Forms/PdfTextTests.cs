using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

public sealed class PdfTextTests
{
    internal const string TwoPages =
        "Wardens count the herd\n\nBy Rosa Klein\n\n12 June 2023\n\n"
        + "The wardens of the northern park counted four hundred\nantelope on Monday, more than in any year since the war,\nand said that the herd had come back over the dry river on\n"
        + "its own. Negotia-\ntions over the fence went on at the same time.\n3\n\f"
        + "Northern Park Report                                   Page 2 of 3\n\nA second count is to be held in the autumn, when the cease-\nfire lines have been walked, and the wardens have asked the\nvillages for\n"
        + "\fNorthern Park Report                                   Page 3 of 3\n\nguides who know the wells.\n\nThe cease-fire has held for two years.\n";

    [Fact]
    public void Pages_become_paragraphs()
    {
        Article article = ReadingPages.Article(TwoPages);
        Assert.Equal("Wardens count the herd", article.Title!.Value);
        Assert.Equal("Rosa Klein", Assert.Single(article.Bylines).Value);
        Assert.Equal(new DateOnly(2023, 6, 12), article.Published!.Value.Day);
        Assert.Contains("on its own. Negotiations over the fence", article.Text);
        Assert.Contains("when the cease-fire lines have been walked, and the wardens have asked the villages for guides who know the wells.", article.Text);
        Assert.DoesNotContain("Page 2", article.Text);
        Assert.DoesNotContain("Northern Park Report", article.Text);
        Assert.DoesNotContain("\f", article.Text);
    }

    [Fact]
    public void Columns_side_by_side_are_read_one_after_the_other()
    {
        string[] left = ["The wardens of the park", "counted the herd twice", "on Monday and found it", "larger than in any of", "the ten years before,", "and in good health."];
        string[] right = ["A count from the air is", "planned for the spring,", "when the grass is short", "and the pilots can see", "the calves beside their", "mothers at the wells."];
        string page = string.Join('\n', left.Zip(right, (l, r) => l.PadRight(34) + r));
        Assert.Equal(string.Join(' ', left), PdfText.Flowing(page + "\n\f").Split("\n\n")[0]);
        Assert.Contains(string.Join(' ', right), PdfText.Flowing(page + "\n\f"));
    }

    [Theory]
    [InlineData("Page 2 of 3", 2, 3)]
    [InlineData("Seite 1/4", 1, 4)]
    [InlineData("page 10 of 10", 10, 10)]
    public void Counts_of_pages(string label, int number, int count) => Assert.Equal(new PageCount(number, count), PageCount.Of(label));

    [Theory]
    [InlineData("Page 4 of 3")]
    [InlineData("Two of 3")]
    [InlineData("page of glory")]
    [InlineData("Page 2")]
    public void No_counts_of_pages(string label) => Assert.Null(PageCount.Of(label));
}
