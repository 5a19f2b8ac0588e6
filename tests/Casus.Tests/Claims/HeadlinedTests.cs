using Casus.Articles;
using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>What a headline and the text below it both tell is one happening.</summary>
public sealed class HeadlinedTests
{
    [Theory]
    [InlineData("Kabul says 58 soldiers killed in night of retaliation", "Taliban forces attacked army posts on Saturday night and killed 58 soldiers, a spokesman said on Sunday.", true)]
    [InlineData("Army says 12 rebels killed in Kidal", "Rebels attacked a convoy near Gao on Saturday night and killed 31 soldiers, a nurse said on Sunday.", false)]
    [InlineData("Australia expels Iran's ambassador", "Australia expelled Iran's ambassador on Tuesday over arson attacks in two of its cities, the prime minister said.", true)]
    [InlineData("Air strike on market kills dozens", "At least 31 people were killed on Saturday when warplanes bombed a market in Omdurman, volunteers said.", true)]
    [InlineData("Thai forces attack Cambodian positions", "Cambodian troops attacked Thai positions in Surin at dawn on Sunday, the army said.", false)]
    public void A_headline_tells_the_same_where_it_counts_the_same(string headline, string first, bool one)
    {
        const string Rest = "The market stayed shut for the day. Shopkeepers waited behind their shutters, and the buses did not run until the afternoon.";
        string html = $"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1><p>{first}</p><p>{Rest}</p></article></body></html>";
        Reading reading = Assert.IsType<PageRead>(WholeEngine.Read("test", html, PageFormat.Html, new KnownFacts(Published: new DateOnly(2025, 10, 12)))).Reading!;

        Assert.Equal(one, reading.Links.Any(l => l.Kind == ClaimLinkKind.Same && l.Rule == Headlined.Rule));
    }

    [Fact]
    public void A_first_line_that_nothing_marks_is_a_headline_too()
    {
        Reading reading = WholeEngine.Read("test", "Kenya expels Uganda's envoy\n\nKenya expelled Uganda's ambassador on Tuesday, the foreign ministry said.\n\nThe border stayed open.", PageFormat.PlainText, new KnownFacts(Published: new DateOnly(2025, 10, 12))) is PageRead read ? read.Reading! : null!;

        Assert.Contains(reading.Links, l => l.Rule == Headlined.Rule);
    }
}
