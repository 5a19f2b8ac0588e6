using Casus.Articles;
using Casus.Tests.Knowledge;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Articles;

public sealed class DateTextTests
{
    private static readonly DateText Days = new(new ArticleWords(RepositoryKnowledge.Base).Months);

    [Theory]
    [InlineData("Published 31 December 2024, 10:30", "2024-12-31")]
    [InlineData("Dec. 31st, 2024", "2024-12-31")]
    [InlineData("Tuesday, December 31, 2024", "2024-12-31")]
    [InlineData("am 3. Mai 2021", "2021-05-03")]
    [InlineData("1er août 2019", "2019-08-01")]
    [InlineData("7 de marzo de 2022", "2022-03-07")]
    [InlineData("31.12.2024 um 9 Uhr", "2024-12-31")]
    [InlineData("Stand: 5.1.22", "2022-01-05")]
    [InlineData("2024-12-31T23:59:59Z", "2024-12-31")]
    [InlineData("/2024/12/31/", "2024-12-31")]
    [InlineData("2024年12月31日", "2024-12-31")]
    [InlineData("12/31/2024", "2024-12-31")]
    [InlineData("31/12/2024", "2024-12-31")]
    [InlineData("31-Dec-2024", "2024-12-31")]
    public void Reads_the_shapes_of_news_sites(string text, string day) =>
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd", null), Days.First(text, monthFirst: false));

    [Theory]
    [InlineData("31 February 2024")]
    [InlineData("version 1.2.3")]
    [InlineData("call 030 12345678")]
    [InlineData("in December 2024")]
    [InlineData("may 12 people")]
    [InlineData("")]
    public void Reads_no_day_where_there_is_none(string text) => Assert.Null(Days.First(text, monthFirst: false));

    [Fact]
    public void Month_first_is_a_question_of_the_page() =>
        Assert.Equal((new DateOnly(2025, 3, 4), new DateOnly(2025, 4, 3)), (Days.First("03/04/2025", monthFirst: true), Days.First("03/04/2025", monthFirst: false)));

    [Fact]
    public void Any_text_gives_spans_inside_it() =>
        Prop.ForAll<string?>(text => Days.All(text ?? "", monthFirst: true).All(d => d.Span.End <= text!.Length)).QuickCheckThrowOnFailure();
}
