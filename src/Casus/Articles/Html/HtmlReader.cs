using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Casus.Articles;

/// <summary>Reads the markup of a page: facts from its head and marked elements, the body from its tree.</summary>
internal sealed class HtmlReader(ArticleWords words)
{
    /// <summary>How far from the page's end a copyright line is looked for.</summary>
    private const int FooterRuns = 60;

    /// <summary>A line that begins with a day is about it when it is not much longer.</summary>
    private const int LongestDateLine = 90;

    private readonly HtmlParser parser = new(new HtmlParserOptions { IsScripting = false });

    public Draft Read(string markup, string? address) => ReadTree(markup, address).Draft;

    private (Draft Draft, PageTree Tree, PageFacts Facts) ReadTree(string markup, string? address)
    {
        IHtmlDocument document = parser.ParseDocument(MarkupGuard.Cap(markup));
        var facts = new PageFacts(document, words, address);
        string host = Address.Host(facts.Address);
        string? site = facts.Sites.OrderByDescending(s => s.Weight).Select(s => s.Value).FirstOrDefault();
        if (site is null && host.Length == 0 && facts.DocumentTitle is { } whole && Titles.Split(whole).Site is { } name)
        {
            site = name;
            facts.Sites.Add(new Offer(name, "title", 30));
        }

        Offer? title = TitleChoice.Of(facts, site, host);
        var tree = new PageTree(document.Body!, words.Markup);
        var main = new MainText(tree, words);
        List<DraftBlock> body = main.Blocks(title?.Value);
        AddTextDays(facts, tree, body, title?.Value);
        BylineLines.Add(tree, body, title?.Value, words, facts.Authors);
        var credit = new AgencyCredit(words);
        AuthorOffer agency = facts.Authors.Find(a => credit.In(a.Value) is not null);
        var draft = new Draft([.. body], title, null, new AuthorChoice(words, tree, site, host).People(facts.Authors), Outlet(facts, tree, site, address), DateChoice.Judge(facts.Dates), facts.Address)
        {
            Section = facts.Section,
            Modified = facts.Modified,
            Agency = agency.Value is null ? null : new Offer(credit.In(agency.Value)!, agency.Where, agency.Weight),
            IsCopy = IsCopy(document, facts),
        };
        draft = Placed(draft, tree, facts, address);
        return (draft with { Stub = Stub(draft, tree, facts) }, tree, facts);
    }

    /// <summary>The entries of a live blog, each with the blog's outlet and section and as part of it; none when the page is no live blog.</summary>
    /// <param name="pageId">Ties the entries where the blog has no address: with one they stay together when the page is read again later.</param>
    public ImmutableArray<Draft> Entries(string markup, string? address, string pageId)
    {
        (Draft blog, PageTree tree, PageFacts facts) = ReadTree(markup, address);
        DateOnly? day = blog.Dates is [{ Verdict: DateChoice.Chosen } chosen, ..] ? chosen.Value : null;
        List<(Draft Draft, string? Anchor)> entries = new LiveEntries(words, day).Of(tree, facts.Linked);
        string? page = (address ?? blog.Address)?.Split('#')[0];
        return
        [
            .. entries.Select((e, i) => e.Draft with
            {
                Title = e.Draft.Title ?? (blog.Title is { } title ? title with { Where = LiveEntries.BlogTitle } : null),
                Outlet = blog.Outlet,
                Section = blog.Section,
                Address = PageSeries.Absolute(e.Anchor, null) ?? (page is null || e.Anchor is null ? page : page + "#" + e.Anchor),
                Part = new ArticlePart(page ?? pageId, i + 1, entries.Count),
            }),
        ];
    }

    /// <summary>A page made for phones (AMP) is a copy of the one that it names.</summary>
    private static bool IsCopy(IHtmlDocument document, PageFacts facts) =>
        document.DocumentElement is { } root && (root.HasAttribute("amp") || root.HasAttribute("⚡")) && facts.Canonical is not null;

    private static Draft Placed(Draft draft, PageTree tree, PageFacts facts, string? address)
    {
        string? canonical = PageSeries.Absolute(facts.Canonical, address);
        if (draft.IsCopy)
        {
            return draft with { Address = canonical ?? draft.Address };
        }

        // The parts of an article may name its first page as theirs: their own number is in their own address.
        return PageSeries.Of(facts, tree, address ?? canonical) is not { } part ? draft
            : draft with { Part = part, Address = canonical ?? address };
    }

    private Refused? Stub(Draft draft, PageTree tree, PageFacts facts)
    {
        PagePart page = tree.Parts[0];
        return StubCheck.Of(draft, tree.Runs.Select(r => r.Text).Concat(facts.WithoutScripts), page.Text, page.Linked, facts.HasScripts, words.Stubs);
    }

    private Offer? Outlet(PageFacts facts, PageTree tree, string? site, string? address)
    {
        if (words.OutletOf(address ?? facts.Canonical) is { } known)
        {
            return new Offer(known, "address", 95);
        }

        if (site is not null)
        {
            return facts.Sites.OrderByDescending(s => s.Weight).First();
        }

        if (facts.Linked.Outlet is { } publisher)
        {
            return new Offer(publisher, "json-ld publisher", 70);
        }

        for (int i = tree.Runs.Count - 1; i >= Math.Max(0, tree.Runs.Count - FooterRuns); i--)
        {
            if (CopyrightLine.Owner(tree.Runs[i].Text) is { } owner)
            {
                return new Offer(owner, "text", 40);
            }
        }

        return null;
    }

    /// <summary>Days written near the top of the page's text, for pages without marked days.</summary>
    private void AddTextDays(PageFacts facts, PageTree tree, List<DraftBlock> body, string? title)
    {
        var days = new DateText(words.Months);
        string first = body.Count > 0 ? body[0].Text : "";
        int seenTitle = -1, bodyAt = -1;
        for (int i = 0; i < tree.Runs.Count; i++)
        {
            seenTitle = seenTitle < 0 && title is not null && tree.Runs[i].Text.Length <= 2 * title.Length && Titles.Says(tree.Runs[i].Text, title) ? i : seenTitle;
            bodyAt = bodyAt < 0 && tree.Runs[i].Text == first ? i : bodyAt;
        }

        for (int i = 0; i < tree.Runs.Count && facts.Dates.Count < 100; i++)
        {
            PageRun run = tree.Runs[i];
            if (run.Text.Length > 250 && !(i == bodyAt))
            {
                continue;
            }

            string head = run.Text.Length > 250 ? run.Text[..250] : run.Text;
            if (days.All(head, false, 1) is not [var found, ..])
            {
                continue;
            }

            int weight = run.LinkShare > 0.8 ? 14 : found.Span.Length * 3 > run.Text.Length || (found.Span.Begin == 0 && run.Text.Length <= LongestDateLine) ? 34 : 22;
            weight += seenTitle >= 0 && i >= seenTitle - 2 && i <= Math.Max(seenTitle, bodyAt) + 2 ? 16 : 0;
            facts.Dates.Add(new DateCandidate(found.Day, "text", head.Length > 80 ? found.Span.Of(head) : head, weight, ""));
        }
    }
}
