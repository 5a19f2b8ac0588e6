using System.Collections.Immutable;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Casus.Articles;

/// <summary>Reads the markup of a page: facts from its head and marked elements, the body from its tree.</summary>
internal sealed class HtmlReader(ArticleWords words)
{
    /// <summary>How far from the page's end a copyright line is looked for.</summary>
    private const int FooterRuns = 60;

    /// <summary>Characters of an article in the page's data, and how many times those that readers see, from which the data is believed.</summary>
    private const int LeastTold = 500, MuchMore = 2;

    private readonly HtmlParser parser = MarkupParsing.NewParser();

    public Draft Read(string markup, string? address) => ReadTree(markup, address).Draft;

    private (Draft Draft, PageTree Tree, PageFacts Facts) ReadTree(string markup, string? address)
    {
        IHtmlDocument document = parser.ParseDocument(MarkupGuard.Lean(markup, words.Scripts));
        var facts = new PageFacts(document, words, address);
        string host = Address.Host(facts.Address);
        string? site = facts.Sites.OrderByDescending(s => s.Weight).Select(s => s.Value).FirstOrDefault();
        if (site is null && host.Length == 0 && facts.DocumentTitle is { } whole && Titles.Split(whole).Site is { } name)
        {
            site = name;
            facts.Sites.Add(new Offer(name, "title", 30));
        }

        Offer? title = TitleChoice.Of(facts, site, host);
        var tree = new PageTree(document.Body!, words.Markup, facts.Seen);
        List<DraftBlock> body = Body(tree, facts, title?.Value);
        var where = RunPlaces.Of(tree, body, title?.Value);
        TextDays.Add(tree, where, words, facts.Dates);
        BylineLines.Add(tree, where, words, facts.Authors);
        var credit = new AgencyCredit(words);
        AuthorOffer agency = facts.Authors.Find(a => credit.In(a.Value) is not null);
        var authors = new AuthorChoice(words, tree, site, host);
        ImmutableArray<Offer> people = authors.People(facts.Authors);
        var draft = new Draft([.. body], title, null, people, Outlet(facts, tree, site, address), DateChoice.Judge(facts.Dates), facts.Address)
        {
            Section = facts.Section,
            Desk = people.IsEmpty ? authors.Desk(facts.Authors) : null,
            Modified = facts.Modified,
            Agency = agency.Value is null ? null : new Offer(credit.In(agency.Value)!, agency.Where, agency.Weight),
            IsCopy = IsCopy(document, facts),
        };
        draft = Placed(draft, tree, facts, address);
        return (draft with { Stub = Stub(draft, tree, facts) }, tree, facts);
    }

    /// <summary>The page as one article, and the entries of a live blog, each with the blog's outlet and section and as part of it; none when the page is no live blog.</summary>
    /// <param name="pageId">Ties the entries where the blog has no address: with one they stay together when the page is read again later.</param>
    public (Draft Page, ImmutableArray<Draft> Entries) ReadEntries(string markup, string? address, string pageId)
    {
        (Draft blog, PageTree tree, PageFacts facts) = ReadTree(markup, address);
        DateOnly? day = blog.Dates is [{ Verdict: DateChoice.Chosen } chosen, ..] ? chosen.Value : null;
        List<(Draft Draft, string? Anchor)> entries = new LiveEntries(words, day).Of(tree, facts.Linked);
        string? page = (address ?? blog.Address)?.Split('#')[0];
        ImmutableArray<Draft> parts =
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
        return (blog, parts);
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

    /// <summary>The article as the tree shows it; where the tree shows next to nothing of the text that the page's data holds, that text.</summary>
    private List<DraftBlock> Body(PageTree tree, PageFacts facts, string? title)
    {
        List<DraftBlock> body = new MainText(tree, words, Standfirst.In(tree.Runs, facts.Descriptions)).Blocks(title);
        int shown = body.Sum(b => b.Text.Length);
        if (facts.Linked.Body is not { } told || told.Length < LeastTold + (MuchMore * shown))
        {
            return body;
        }

        var inner = new PageTree(parser.ParseDocument(MarkupGuard.Cap(Paragraphs(told))).Body!, words.Markup);
        List<DraftBlock> whole = new MainText(inner, words).Blocks(title);
        return whole.Sum(b => b.Text.Length) > MuchMore * shown ? whole : body;
    }

    /// <summary>Plain text with its line breaks as paragraphs; markup as it is.</summary>
    private static string Paragraphs(string told) =>
        told.Contains("<p", StringComparison.OrdinalIgnoreCase) || told.Contains("<br", StringComparison.OrdinalIgnoreCase)
            ? told
            : "<p>" + told.Replace("<", "&lt;", StringComparison.Ordinal).Replace("\n", "</p><p>", StringComparison.Ordinal);

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
}
