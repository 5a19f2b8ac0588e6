using System.Collections.Immutable;
using System.Text;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;

namespace Casus.Tests.App;

/// <summary>Pages with claims as a reader would give them, made by hand.</summary>
internal static class Told
{
    public const string Text = "Gunmen 😀 stormed the mill on Tuesday, killing at least nine people, a clerk said.";

    public static PageRead Page(string name = "a.txt", string text = Text, string? title = null)
    {
        Page page = Casus.Articles.Page.Of(name, Encoding.UTF8.GetBytes(text + title));
        var id = TextId.Of(text);
        var whole = new TextSpan(0, text.Length);
        var rule = new RuleId("test.rule");
        Sourced<string>? heading = title is null ? null : new Sourced<string>(title, new Evidence(id, null, title, "title"), rule);
        var article = new Article("a-" + ContentHash.Of(text, title ?? ""), page.Id, id, text, [new Block(BlockKind.Paragraph, whole)], heading, [], null, null, "en", null);
        var sentence = new Sentence(0, 0, whole, []);
        var analysis = new Analysis(article, [sentence], [], [], [], [], [], []);
        return new PageRead(page, article, new Reading(analysis, [Claim(article, rule)], []));
    }

    private static EventClaim Claim(Article article, RuleId rule)
    {
        Evidence Words(string words)
        {
            int at = article.Text.IndexOf(words, StringComparison.Ordinal);
            return article.Quote(at < 0 ? new TextSpan(0, 1) : new TextSpan(at, at + words.Length));
        }

        return new EventClaim(
            "c-" + ContentHash.Of(article.Id),
            article.Id,
            0,
            [rule],
            [article.Quote(new TextSpan(0, article.Text.Length))],
            [new Speaker(Words("a clerk"), null, "said", null, false)],
            Factuality.Reported,
            "ASSAULT",
            ["firearms"],
            4,
            "190",
            1,
            0.75,
            Words("stormed"),
            [new Party(Words("Gunmen"), new Resolution("X.GUNMEN", rule, [new Rejected("Y", "too far")]), "group", "militant", rule)],
            [new Party(Words("the mill"), null, "facility", null, rule)],
            [],
            [new Means(Words("killing"), "gun")],
            new ClaimTime("2024-12-24", "day", new DateOnly(2024, 12, 24), new DateOnly(2024, 12, 24), Words("Tuesday"), rule),
            new ClaimPlace(null, "point", Words("the mill"), rule),
            [new Toll(TollKind.Killed, 9, null, false, Words("at least nine people"), "people", rule)],
            new Responsibility(false, [], Words("a clerk")));
    }
}
