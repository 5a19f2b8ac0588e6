using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Text exports of press archives in their layouts.</summary>
public sealed class ExportTests
{
    private const string Body = """
        The council of the lake district voted on Thursday to close the old dam road
        to lorries, two weeks after a wall gave way below the village of Upper Holm.

        Engineers who had looked at the wall told the council that it would not hold
        another winter, and asked for eighteen months to build a new one.
        """;

    internal const string Labelled = $"""
                                       1 of 2 DOCUMENTS


                                   The Lake Courier (Holm)

                                  November 14, 2024 Thursday
                                         Final Edition

        Dam road closed to lorries

        BYLINE: Ella Marsh

        SECTION: NEWS; Pg. A3

        LENGTH: 61 words

        DATELINE: HOLM

        {Body}

        LOAD-DATE: November 16, 2024

        LANGUAGE: ENGLISH

        PUBLICATION-TYPE: Newspaper


                               Copyright 2024 The Lake Courier
                                     All Rights Reserved


                                       2 of 2 DOCUMENTS


                                   The Lake Courier (Holm)

                                   November 20, 2024 Wednesday

        SECTION: NEWS; Pg. A1

        LENGTH: 58 words

        HEADLINE: Ferry replaces lorries on the lake

        BYLINE: By Tom Reed and Ella Marsh

        BODY:

        {Body}

        LOAD-DATE: November 21, 2024
        """;

    internal const string Newer = $"""
        Dam road closed to lorries
        The Lake Courier
        November 14, 2024 Thursday

        Copyright 2024 The Lake Courier All Rights Reserved

        Section: NEWS; Pg. A3
        Length: 61 words
        Byline: Ella Marsh

        Body

        {Body}

        Load-Date: November 16, 2024


        End of Document
        """;

    internal const string Coded = $"""
        HD
        Dam road closed to lorries

        BY
        By Ella Marsh

        WC
        61 words

        PD
        14 November 2024

        ET
        10:15

        SN
        The Lake Courier

        SC
        LAKECO

        LA
        English

        CY
        (c) 2024 The Lake Courier

        LP
        The council of the lake district voted on Thursday to close the old dam road to lorries, two weeks after a wall gave way below the village of Upper Holm.

        TD
        Engineers who had looked at the wall told the council that it would not hold another winter, and asked for eighteen months to build a new one.

        RE
        holm : Holm

        AN
        Document LAKECO0020241114ekbe00017
        """;

    internal const string Unlabelled = $"""
        News
        Dam road closed to lorries
        By Ella Marsh
        61 words
        14 November 2024
        10:15
        The Lake Courier
        LAKECO
        English
        (c) 2024 The Lake Courier

        {Body}

        Document LAKECO0020241114ekbe00017

        """;

    private static ImmutableArray<Page> Split(string text) => ReadingPages.Reader.Split(Page.Of("export.txt", Encoding.UTF8.GetBytes(text)));

    private static void IsDamRoad(Article article)
    {
        Assert.Equal("Dam road closed to lorries", article.Title!.Value);
        Assert.Equal("Ella Marsh", Assert.Single(article.Bylines).Value);
        Assert.Equal("The Lake Courier", article.Outlet!.Value);
        Assert.Equal(new DateOnly(2024, 11, 14), article.Published!.Value.Day);
        Assert.StartsWith("export field ", article.Published.Evidence[0].Path);
        Assert.Equal(
            ["Headline", "Paragraph", "Paragraph"],
            article.Blocks.Select(b => b.Kind.ToString()));
        Assert.StartsWith("The council of the lake district voted on Thursday to close the old dam road to lorries", article.Blocks[1].Span.Of(article.Text));
        Assert.EndsWith("eighteen months to build a new one.", article.Text);
    }

    [Theory]
    [InlineData(Newer)]
    [InlineData(Coded)]
    [InlineData(Unlabelled)]
    public void One_article_is_read_by_its_fields(string text) => IsDamRoad(ReadingPages.Article(text));

    [Fact]
    public void Each_article_of_an_export_is_a_page_of_its_own()
    {
        ImmutableArray<Page> pages = Split(Labelled);
        Assert.Equal(["export.txt#1", "export.txt#2"], pages.Select(p => p.Name));
        Article first = Assert.IsType<ArticleRead>(ReadingPages.Reader.Read(pages[0])).Article, second = Assert.IsType<ArticleRead>(ReadingPages.Reader.Read(pages[1])).Article;
        IsDamRoad(first);
        Assert.Equal("NEWS", first.Section!.Value);
        Assert.Equal("Ferry replaces lorries on the lake", second.Title!.Value);
        Assert.Equal(["Tom Reed", "Ella Marsh"], second.Bylines.Select(b => b.Value));
        Assert.Equal(new DateOnly(2024, 11, 20), second.Published!.Value.Day);
    }

    [Fact]
    public void An_export_of_one_article_is_that_article() =>
        IsDamRoad(ReadingPages.Article(Labelled[..Labelled.IndexOf("2 of 2", StringComparison.Ordinal)].Replace("1 of 2", "1 of 1", StringComparison.Ordinal)));

    [Theory]
    [InlineData(Newer, 3)]
    [InlineData(Coded, 4)]
    [InlineData(Unlabelled, 5)]
    public void As_many_pages_as_articles(string one, int times)
    {
        string many = string.Join("\n\n", Enumerable.Range(0, times).Select(i => one.Replace("eighteen", $"{i + 12}", StringComparison.Ordinal)));
        ImmutableArray<Page> pages = Split(many);
        Assert.Equal(times, pages.Length);
        Assert.All(pages, p => Assert.Equal("Dam road closed to lorries", Assert.IsType<ArticleRead>(ReadingPages.Reader.Read(p)).Article.Title!.Value));
        Assert.Equal(RefusalReason.SeveralArticles, Assert.IsType<Refused>(ReadingPages.Read(many)).Reason);
    }

    [Fact]
    public void Codes_may_stand_before_their_values()
    {
        Article article = ReadingPages.Article(
            "SE  World\nHD  Envoy called in over shelling\nBY  By Ella Marsh in Holm\nCR  Reuters\nWC  40 words\nPD  13 September 2019\nSN  The Lake Courier\nLP  HOLM, Sept 13 (Reuters) - The ministry called in the envoy on Friday over shells that it said had\n    killed three farmers in a field near the border.\nTD  The envoy said that he would pass the protest on.\n\n    The farmers had been at work since dawn.\nAN  Document LAKECO0020190913ef9d0001x\n");
        Assert.Equal(
            [
                "Headline: Envoy called in over shelling",
                "Paragraph: HOLM, Sept 13 (Reuters) - The ministry called in the envoy on Friday over shells that it said had killed three farmers in a field near the border.",
                "Paragraph: The envoy said that he would pass the protest on.",
                "Paragraph: The farmers had been at work since dawn.",
            ],
            ReadingPages.Blocks(article));
        Assert.Equal(("World", "Reuters", "HOLM"), (article.Section!.Value, article.Agency!.Value, article.Dateline!.Value));
    }

    [Fact]
    public void An_article_too_short_to_be_one_is_still_accounted_for()
    {
        ImmutableArray<Page> pages = Split(Labelled + "\n\n3 of 3 DOCUMENTS\n\nTalk Radio\n\nNovember 21, 2024\n\nLENGTH: 2 words\n\nToo short.\n");
        Assert.Equal(3, pages.Length);
        Assert.Equal(RefusalReason.NotAnArticle, Assert.IsType<Refused>(ReadingPages.Reader.Read(pages[2])).Reason);
    }

    [Fact]
    public void Every_field_is_its_own_evidence()
    {
        Article article = ReadingPages.Article(Coded);
        Assert.Equal("export field PD", article.Published!.Evidence[0].Path);
        Assert.Equal("14 November 2024", article.Published.Evidence[0].Quote);
        Assert.Equal("export field SN", article.Outlet!.Evidence[0].Path);
    }

    [Fact]
    public void Text_that_speaks_of_documents_is_no_export()
    {
        const string text = "Only 1 of 200 documents was shown to the court.\n\nLENGTH: it was a long day.\n\nThe judge said that the trial would go on for a week, and that nobody would be heard on Friday.";
        Assert.Single(Split(text));
        Assert.IsType<ArticleRead>(ReadingPages.Read(text + " " + text));
    }
}
