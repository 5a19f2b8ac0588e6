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
    public void A_headline_tells_the_same_where_it_counts_the_same(string headline, string first, bool one)
    {
        const string Rest = "The market stayed shut for the day. Shopkeepers waited behind their shutters, and the buses did not run until the afternoon.";
        string html = $"<html><head><title>{headline}</title></head><body><article><h1>{headline}</h1><p>{first}</p><p>{Rest}</p></article></body></html>";
        Reading reading = Assert.IsType<PageRead>(WholeEngine.Read("test", html, PageFormat.Html, new KnownFacts(Published: new DateOnly(2025, 10, 12)))).Reading!;

        Assert.Equal(one, reading.Links.Any(l => l.Kind == ClaimLinkKind.Same && l.Rule == Headlined.Rule));
    }
}
