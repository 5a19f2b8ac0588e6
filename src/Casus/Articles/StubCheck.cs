namespace Casus.Articles;

/// <summary>Tells pages that stand in an article's stead: only where so little running text was found that there may be no article.</summary>
internal static class StubCheck
{
    /// <summary>Characters of running text from which a page is an article, whatever it says of subscribing.</summary>
    private const int Beginning = 700;

    /// <summary>Characters up to which a page whose text asks for consent is a cookie wall.</summary>
    private const int LongestWall = 4000;

    /// <summary>Characters of running text below which a page has none.</summary>
    private const int NoText = 100;

    private const int LeastLinks = 60, LongestLabel = 400;

    /// <summary>Null when a page is no such stub.</summary>
    /// <param name="labels">Every line of the page that readers see, and what is shown where scripts are off.</param>
    /// <param name="visible">Characters that readers see, of which <paramref name="linked"/> are in links.</param>
    public static Refused? Of(Draft draft, IEnumerable<string> labels, int visible, int linked, bool hasScripts, StubCues cues)
    {
        int letters = draft.Letters;
        if (letters >= LongestWall)
        {
            return null;
        }

        if (letters >= NoText && cues.ConsentShare(draft.Body) > 0.5)
        {
            return Consent();
        }

        if (letters >= Beginning)
        {
            return null;
        }

        bool paywall = false, consent = false, scripts = false;
        foreach (string label in labels)
        {
            ReadOnlySpan<char> line = label.AsSpan(0, Math.Min(label.Length, LongestLabel));
            paywall |= cues.IsPaywall(line);
            consent |= cues.IsConsent(line);
            scripts |= cues.AsksForScripts(line);
        }

        return paywall ? new Refused(RefusalReason.Paywall, $"Only the first {letters} characters of the article are shown to those who do not subscribe. Hand in the whole text.")
            : letters >= NoText ? null
            : scripts || (hasScripts && visible < NoText) ? new Refused(RefusalReason.ScriptOnly, "The page is empty until its scripts run. Save it from a browser once it shows the article.")
            : consent ? Consent()
            : visible >= LeastLinks && linked * 10 >= visible * 6 ? new Refused(RefusalReason.LinkList, "The page is a list of links to articles. Read the pages that it leads to.")
            : null;
    }

    private static Refused Consent() => new(RefusalReason.CookieWall, "The page asks for consent in the article's stead. Save it from a browser after answering.");
}
