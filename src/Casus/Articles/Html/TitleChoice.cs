namespace Casus.Articles;

/// <summary>Chooses the headline among what a page's markup offers.</summary>
internal static class TitleChoice
{
    private const double Agrees = 0.5, Same = 0.9;

    /// <summary>
    /// The h1 that og:title, the headline of the JSON-LD or the title element confirms, less parts of its markup that they leave out; else a lower heading that the
    /// title names whole; else the first h1 that is not the site's; else the heaviest of the others, less the site's name.
    /// </summary>
    public static Offer? Of(PageFacts facts, string? site, string host)
    {
        string[] headings = [.. facts.Headings.Where(h => h.Level == 1).Select(h => h.Text)];
        List<Offer> offers = Offers(facts, site, host, headings);
        Offer? confirmed = null;
        double best = 0;
        foreach (PageHeading heading in facts.Headings)
        {
            if (heading.Level == 1 && !IsSite(heading, site, host) && Confirmed(heading.Text, offers) is var weight && weight > best)
            {
                (best, confirmed) = (weight, new Offer(Part(heading, offers), "h1", 95));
            }
        }

        if (confirmed is not null)
        {
            return confirmed;
        }

        if (Lower(facts, site, host) is { } lower)
        {
            return lower;
        }

        Offer? heaviest = null;
        foreach (Offer offer in offers)
        {
            heaviest = offer.Value.Length > 0 && (heaviest is null || offer.Weight > heaviest.Value.Weight) ? offer : heaviest;
        }

        // Search engines are told other headlines than readers; a single word heads a section.
        int least = heaviest is { Weight: >= 70 } ? 2 : 1;
        return facts.Headings.Find(h => h.Level == 1 && !h.IsBeside && !IsSite(h, site, host) && Prose.Words(h.Text, 2) >= least && h.Text.Any(char.IsLetter)) is { } shown
            ? new Offer(shown.Text, "h1", 60) : heaviest;
    }

    /// <summary>The lower heading that is a part of the page's title, of several the one that is most like the address.</summary>
    private static Offer? Lower(PageFacts facts, string? site, string host)
    {
        Offer? found = null;
        double best = -1;
        foreach (PageHeading heading in facts.Headings)
        {
            if (heading.Level > 1 && !heading.IsBeside && !IsSite(heading, site, host) && NamedWhole(heading.Text, facts) && Titles.Likeness(heading.Text, Address.Path(facts.Address)) is var like && like > best)
            {
                (best, found) = (like, new Offer(heading.Text, "h" + (char)('0' + heading.Level), 70));
            }
        }

        return found;
    }

    private static List<Offer> Offers(PageFacts facts, string? site, string host, string[] headings)
    {
        var offers = new List<Offer>();
        foreach (Offer fact in facts.Titles)
        {
            offers.Add(fact with { Value = Titles.WithoutSite(fact.Value, site, host, headings) });
        }

        if (facts.Linked.Headline is { } headline)
        {
            offers.Add(new Offer(headline, "json-ld headline", 88));
        }

        if (facts.DocumentTitle is { Length: > 0 } whole)
        {
            offers.Add(new Offer(Titles.WithoutSite(whole, site, host, headings), "title", 50));
        }

        return offers;
    }

    private static bool IsSite(PageHeading heading, string? site, string host) => heading.IsLogo || Titles.NamesSite(heading.Text, site, host);

    /// <summary>Weight and likeness of the best of the offers that are like a heading; 0 when none is.</summary>
    private static double Confirmed(string heading, List<Offer> offers)
    {
        double best = 0;
        foreach (Offer offer in offers)
        {
            double likeness = Titles.Likeness(offer.Value, heading);
            best = likeness >= Agrees ? Math.Max(best, offer.Weight * likeness) : best;
        }

        return best;
    }

    /// <summary>The part of a heading that an offer names whole, else all of it.</summary>
    private static string Part(PageHeading heading, List<Offer> offers)
    {
        foreach (string chunk in heading.Chunks)
        {
            if (offers.Exists(o => Titles.Likeness(o.Value, chunk) >= Same))
            {
                return chunk;
            }
        }

        return heading.Text;
    }

    /// <summary>True when a part of the page's title between marks is the heading.</summary>
    private static bool NamedWhole(string heading, PageFacts facts)
    {
        if (heading.Length < 10 || facts.DocumentTitle is not { } whole)
        {
            return false;
        }

        int at = whole.IndexOf(heading, StringComparison.OrdinalIgnoreCase);
        return at >= 0 && Titles.IsLimit(whole, at, before: true) && Titles.IsLimit(whole, at + heading.Length, before: false);
    }
}
