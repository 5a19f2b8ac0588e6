using System.Text;
using Casus.Articles;
using Xunit;

namespace Casus.Tests.Articles;

/// <summary>Messages and pages saved as messages.</summary>
public sealed class MailTests
{
    private const string First = "The ferry company said on Monday that its crews had agreed to go back to work after nine days, ending the longest strike in the port since 1998.";
    private const string Second = "A mediator from the labour court had brought both sides together twice, and the second night of talks ended with a handshake, two people who were present said.";

    internal const string Newsletter = """
        From: =?utf-8?Q?The_Harbour_L=C3=A4ufer?= <news@laeufer.example>
        To: reader@post.example
        Subject: =?utf-8?B?RmVycnkgY3Jld3MgZ28gYmFjayB0byB3b3JrIGFmdGVyIG5pbmUgZGF5cw==?=
        Date: Tue, 4 Mar 2025 06:10:00 +0100
        List-Id: <news.laeufer.example>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary="cut=here"

        This part is shown to no one.
        --cut=here
        Content-Type: text/plain; charset=utf-8
        Content-Transfer-Encoding: quoted-printable

        The ferry company said on Monday that its crews had agreed to go back to w=
        ork after nine days, ending the longest strike in the port since 1998.

        A mediator from the labour court had brought both sides together twice, and=
         the second night of talks ended with a handshake, two people who were pres=
        ent said.
        --cut=here
        Content-Type: text/html; charset=iso-8859-1
        Content-Transfer-Encoding: quoted-printable

        <html><body><p>The ferry company said on Monday that its crews had agreed to go back=
         to work after nine days, ending the longest strike in the port since 1998.</p><p>A med=
        iator from the labour court had brought both sides together twice, and the second night=
         of talks ended with a handshake, two people who were present said.</p><p>Captain M=FCll=
        er was the first to sail.</p></body></html>
        --cut=here--
        """;

    private static Article Read(string mail) => ReadingPages.Article(mail);

    [Fact]
    public void A_newsletter_gives_its_richest_text_with_subject_sender_and_day()
    {
        Article article = Read(Newsletter);
        Assert.Equal(["Headline: Ferry crews go back to work after nine days", "Paragraph: " + First, "Paragraph: " + Second, "Paragraph: Captain Müller was the first to sail."], ReadingPages.Blocks(article));
        Assert.Equal("The Harbour Läufer", article.Outlet!.Value);
        Assert.Equal(new DateOnly(2025, 3, 4), article.Published!.Value.Day);
        Assert.Equal(new TimeOnly(6, 10), article.Published.Value.Time);
        Assert.Equal("mail date", article.Published.Evidence[0].Path);
    }

    [Fact]
    public void A_day_in_the_text_is_stronger_than_that_of_the_message()
    {
        Article article = Read($"From: a@b.example\nDate: Fri, 7 Mar 2025 10:00:00 +0000\nSubject: FYI\n\nFerry crews go back to work\n\nBy Nora Finch\n\n3 March 2025\n\n{First}\n\n{Second}\n");
        Assert.Equal("Ferry crews go back to work", article.Title!.Value);
        Assert.Equal(new DateOnly(2025, 3, 3), article.Published!.Value.Day);
        Assert.Equal("Nora Finch", Assert.Single(article.Bylines).Value);
    }

    [Theory]
    [InlineData("---------- Forwarded message ---------\nFrom: Desk <desk@harbour.example>\nDate: Mon, Mar 3, 2025 at 8:05 PM\nSubject: Ferry crews return after a long strike\nTo: <me@post.example>\n\n")]
    [InlineData("Begin forwarded message:\n\nFrom: Desk <desk@harbour.example>\nSubject: Ferry crews return after a long strike\nDate: 3 March 2025 at 20:05:11 GMT\nTo: me@post.example\n\n")]
    [InlineData("-----Original Message-----\nFrom: Desk\nSent: Monday, March 3, 2025 8:05 PM\nTo: me\nSubject: Ferry crews return after a long strike\n\n")]
    [InlineData("From: Desk <desk@harbour.example>\nSent: Monday, March 3, 2025 8:05 PM\nTo: me\nSubject: Ferry crews return after a long strike\n\n")]
    public void A_forwarded_text_has_the_head_of_the_first_message(string forwarded)
    {
        Article article = Read($"From: friend@post.example\nTo: you@post.example\nDate: Wed, 5 Mar 2025 09:00:00 +0000\nSubject: Fwd: Re: Ferry crews return after a long strike\n\nHave you seen this one? It is about our port.\n\n{forwarded}{First}\n\n{Second}\n");
        Assert.Equal("Ferry crews return after a long strike", article.Title!.Value);
        Assert.Equal(new DateOnly(2025, 3, 3), article.Published!.Value.Day);
        Assert.DoesNotContain("Have you seen", article.Text);
        Assert.DoesNotContain("Subject", article.Text);
        Assert.Contains(First, article.Text);
    }

    [Fact]
    public void The_head_of_a_forwarded_page_is_no_text_of_it()
    {
        Article article = Read($"From: friend@post.example\nDate: Wed, 5 Mar 2025 09:00:00 +0000\nSubject: Fwd: Ferry crews return after a long strike\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
            + "<div dir=ltr>Look at this.</div><div class=quote><div class=attr>---------- Forwarded message ---------<br>From: <strong>Desk</strong> &lt;desk@harbour.example&gt;<br>Date: Mon, Mar 3, 2025 at 8:05 PM<br>Subject: Ferry crews return after a long strike<br>To: &lt;me@post.example&gt;<br></div>"
            + $"<table><tr><td>View this email in your browser</td></tr><tr><td><h1>Ferry crews return after a long strike</h1><p>{First}</p><p>{Second}</p></td></tr></table></div>");
        Assert.Equal(["Headline: Ferry crews return after a long strike", "Paragraph: " + First, "Paragraph: " + Second], ReadingPages.Blocks(article));
        Assert.Equal(new DateOnly(2025, 3, 3), article.Published!.Value.Day);
    }

    [Fact]
    public void Quotation_marks_and_soft_breaks_are_undone()
    {
        string quoted = string.Join("\n", First.Chunk(60).Select(c => "> " + new string(c)));
        Article article = Read($"From: a@b.example\nDate: Tue, 4 Mar 2025 09:00:00 +0000\nSubject: Ferry crews return after a long strike\nContent-Type: text/plain; format=flowed\n\n{First[..33].TrimEnd()} \n{First[33..].TrimStart()}\n\n{Second}\n\n> You wrote of something else.\n-- \nSent from my telephone\n");
        Assert.Contains(First, article.Text);
        Assert.DoesNotContain("You wrote", article.Text);
        Assert.DoesNotContain("telephone", article.Text);
        Assert.Contains("nine days", Read($"From: a@b.example\nDate: Tue, 4 Mar 2025 09:00:00 +0000\nSubject: Ferry crews return\n\n{quoted}\n").Text);
    }

    [Fact]
    public void A_message_that_only_passes_another_on_gives_that_other()
    {
        string inner = $"From: desk@harbour.example\nDate: Mon, 3 Mar 2025 20:05:00 +0000\nSubject: Ferry crews return after a long strike\n\n{First}\n\n{Second}\n";
        Article article = Read($"From: friend@post.example\nDate: Wed, 5 Mar 2025 09:00:00 +0000\nSubject: Look\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b1\n\n--b1\nContent-Type: text/plain\n\nSee below.\n--b1\nContent-Type: message/rfc822\n\n{inner}\n--b1--\n");
        Assert.Equal(("Ferry crews return after a long strike", new DateOnly(2025, 3, 3)), (article.Title!.Value, article.Published!.Value.Day));
    }

    [Fact]
    public void A_saved_page_has_its_own_address_and_not_the_day_of_saving()
    {
        string saved = $"From: <Saved by a browser>\r\nSnapshot-Content-Location: https://harbour.example/ferry-crews\r\nSubject: Ferry\r\nDate: Fri, 5 Sep 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--x\"\r\n\r\n----x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----x\r\nContent-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://harbour.example/ferry-crews\r\n\r\n"
            + Convert.ToBase64String(Encoding.Latin1.GetBytes($"<html><head><title>Ferry crews go back to work</title></head><body><h1>Ferry crews go back to work</h1><p>{First}</p><p>{Second}</p><p>Caf\u00e9s opened.</p></body></html>"), Base64FormattingOptions.InsertLineBreaks) + "\r\n----x--\r\n";
        Article article = Read(saved);
        Assert.Equal("https://harbour.example/ferry-crews", article.Address);
        Assert.Null(article.Published);
        Assert.EndsWith("Cafés opened.", article.Text);
    }

    [Theory]
    [InlineData("=?windows-1251?Q?=CC=EE=F1=F2?=", "Мост")]
    [InlineData("=?utf-8?q?two_?= =?utf-8?q?words?=", "two words")]
    [InlineData("=?x-none?q?kept?=", "=?x-none?q?kept?=")]
    [InlineData("plain = text ?", "plain = text ?")]
    [InlineData("=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=", "日本")]
    public void Encoded_words(string written, string meant) => Assert.Equal(meant, EncodedWords.Decode(written));

    [Fact]
    public void A_text_with_colons_is_no_message()
    {
        Assert.False(MessageHead.IsMessage("Border: crossing reopens\nFrom: the valley\n"));
        Assert.False(MessageHead.IsMessage("Subject: talks\n\nThe talks went on."));
        Assert.True(MessageHead.IsMessage("Subject: talks\nDate: Mon, 3 Mar 2025\n\nThe talks went on."));
    }
}
