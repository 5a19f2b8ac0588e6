using System.Text;
using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>What is no article is refused by name; nothing crashes and nothing takes quadratic time.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("", RefusalReason.Empty)]
    [InlineData("  \n\t ", RefusalReason.Empty)]
    [InlineData("%PDF-1.7 ...", RefusalReason.Binary)]
    [InlineData("\0\u0001\u0002\u0003\0\u0005\u0006\u0007\0\u0001", RefusalReason.Binary)]
    [InlineData("Home\nWorld\nSports\nContact us\nTerms of Service", RefusalReason.NotAnArticle)]
    [InlineData("<html><body><script>render('app');</script><noscript>Please switch on scripts.</noscript></body></html>", RefusalReason.ScriptOnly)]
    [InlineData("<ul><li><a href='/1'>A first long headline that is a link to a page</a></li><li><a href='/2'>A second long headline that is a link to a page</a></li></ul>", RefusalReason.LinkList)]
    public void Refuses_with_a_stable_reason(string text, string reason) =>
        Assert.Equal(reason, Assert.IsType<Refused>(ReadingPages.Read(text)).Reason);

    [Fact]
    public void Refuses_what_is_larger_than_the_limit()
    {
        byte[] bytes = new byte[(16 * 1024 * 1024) + 1];
        Array.Fill(bytes, (byte)'a');

        Assert.Equal(RefusalReason.TooLarge, Assert.IsType<Refused>(ReadingPages.Reader.Read(Page.Of("big", bytes))).Reason);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<a href=x>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<b><p>")]
    [InlineData("<li><dd>")]
    [InlineData("<svg><g>")]
    [InlineData("<font color=red><div>")]
    [InlineData("</p>")]
    [InlineData("<div class='date author'>1 May 2024 ")]
    public void Deep_and_unclosed_markup_ends_soon(string opening)
    {
        var text = new StringBuilder();
        for (int i = 0; i < 100_000; i++)
        {
            text.Append(opening);
        }

        text.Append("<p>The crews had worked through the night, and by the morning the road to the valley was open again to all who had waited for it. The mayor thanked them.</p>");
        long begin = Environment.TickCount64;

        ReadingPages.Read(text.ToString(), PageFormat.Html);

        Assert.True(Environment.TickCount64 - begin < 60_000, "A page of a few megabytes took more than a minute: something grows with the square of the depth.");
    }

    [Fact]
    public void Broken_pages_of_every_kind_give_an_article_or_a_reason()
    {
        string page = """
            <html><head><title>Ice leaves the harbour</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ice leaves","author":[{"name":"A B"}]}</script></head>
            <body><div class="content"><h1>Ice leaves the harbour</h1><p class="date">3. Mai 2021</p><p>The last of the ice left the harbour on Monday, a week later than in other years.</p>
            <p>Pilots said that the channel was clear for ships of every size, and that the ferry sails again.</p></div></body></html>
            """;
        byte[] whole = Encoding.UTF8.GetBytes(page);
        var chance = new Random(20250101);
        for (int round = 0; round < 600; round++)
        {
            byte[] bytes = [.. whole];
            for (int change = chance.Next(1, 30); change > 0; change--)
            {
                int at = chance.Next(bytes.Length);
                switch (chance.Next(4))
                {
                    case 0:
                        bytes[at] = (byte)chance.Next(256);
                        break;
                    case 1:
                        bytes[at] = (byte)"<>\"'/&\0{}["[chance.Next(10)];
                        break;
                    case 2:
                        bytes = [.. bytes[..at], .. bytes[(at / 2)..]];
                        break;
                    default:
                        bytes = bytes[..Math.Max(1, bytes.Length - chance.Next(40))];
                        break;
                }
            }

            PageReading reading = ReadingPages.Reader.Read(Page.Of("mutated", bytes, round % 2 == 0 ? PageFormat.Html : PageFormat.Unknown));
            if (reading is ArticleRead read)
            {
                Assert.All(read.Article.Blocks, b => Assert.True(b.Span.End <= read.Article.Text.Length));
            }
        }
    }
}
