using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Articles;

/// <summary>
/// Page to article: decodes the bytes, tells the text from the clutter around it, finds title, people, outlet and day. Pure; one instance
/// serves any number of threads.
/// </summary>
public sealed class ArticleReader
{
    /// <summary>A page with fewer letters of prose is no article.</summary>
    private const int LeastProse = 100;

    private const string InDateline = "article.agency.dateline";

    private readonly ArticleWords words;

    public ArticleReader(KnowledgeBase knowledge)
    {
        words = new ArticleWords(knowledge);
    }

    public PageReading Read(Page page)
    {
        PageText decoded = PageText.Of(page.Bytes.Span, page.Format, page.Known.Charset);
        if (decoded.Refusal is { } refusal)
        {
            return refusal;
        }

        string text = decoded.Text;
        if (string.IsNullOrWhiteSpace(text))
        {
            return new Refused(RefusalReason.Empty, "The page holds only blanks. Fetch it again.");
        }

        return PageForms.Of(page.Format, text, words.Forms) switch
        {
            PageFormat.PlainText => Plain(page, text),
            PageFormat.Html => Make(page, new HtmlReader(words).Read(text, page.Known.Address)),
            PageFormat.Mail => Mail(page),
            PageFormat.Markdown => Make(page, new MarkdownReader(words).Read(text, page.Known.Address)),
            PageFormat.Export => Export(page, text),
            PageFormat.PdfText => Make(page, new DumpReader(words).Read(PdfText.Flowing(text), page.Known.Address)),
            _ => Make(page, new DumpReader(words).Read(text, page.Known.Address)),
        };
    }

    /// <summary>As <see cref="Read"/>, but a live blog gives its entries, each an article of its own.</summary>
    public PageReading ReadEntries(Page page)
    {
        PageText decoded = PageText.Of(page.Bytes.Span, page.Format, page.Known.Charset);
        if (decoded.Refusal is not null || PageForms.Of(page.Format, decoded.Text, words.Forms) != PageFormat.Html)
        {
            return Read(page);
        }

        if (string.IsNullOrWhiteSpace(decoded.Text))
        {
            return Read(page);
        }

        (Draft whole, ImmutableArray<Draft> entries) = new HtmlReader(words).ReadEntries(decoded.Text, page.Known.Address, page.Id);
        return entries.Length < 2 ? Make(page, whole) : new EntriesRead([.. entries.Select(e => Entry(page, e))]);
    }

    /// <summary>The articles of an export, each as a page of its own; the page itself when it is no export of several.</summary>
    public ImmutableArray<Page> Split(Page page)
    {
        PageText decoded = PageText.Of(page.Bytes.Span, page.Format, page.Known.Charset);
        return decoded.Refusal is null && PageForms.Of(page.Format, decoded.Text, words.Forms) == PageFormat.Export
            ? ExportParts.Pages(page, decoded.Text, words.Forms)
            : [page];
    }

    private ArticleRead Plain(Page page, string text)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        foreach (TextSpan span in PlainBlocks.Of(text))
        {
            blocks.Add(new Block(BlockKind.Paragraph, span));
        }

        KnownFacts known = page.Known;
        return Finish(page, text, blocks.ToImmutable(), Known(known.Title, page.Id, "known:title"), [], Known(known.Outlet, page.Id, "known:outlet"), [], known.Address, null);
    }

    private PageReading Mail(Page page)
    {
        Draft? draft = new MailReader(words).Read(page.Bytes.Span, page.Known.Address);
        return draft is null ? new Refused(RefusalReason.NotAnArticle, "The message holds no text, only attachments.") : Make(page, draft);
    }

    private PageReading Export(Page page, string text) => ExportParts.Of(text, words.Forms) switch
    {
        [] => Make(page, new ExportReader(words).Read(text, page.Known.Address)),
        [var only] => Make(page, new ExportReader(words).Read(only, page.Known.Address)),
        var several => new Refused(RefusalReason.SeveralArticles, $"It is an export of {several.Length} articles: `casus read` reads each of them."),
    };

    /// <summary>An entry without a headline bears the blog's as its title, which is then no part of its text.</summary>
    private ArticleRead Entry(Page page, Draft draft)
    {
        Page entry = page with { Known = page.Known with { Title = null, Listed = null, Published = draft.Dates.IsEmpty ? page.Known.Published : null } };
        return Place(entry, draft, Taken(draft.Title, page.Id, "article.title"), isHeadline: draft.Title is { Where: not LiveEntries.BlogTitle });
    }

    private PageReading Make(Page page, Draft draft)
    {
        if (draft.Stub is { } stub)
        {
            return stub;
        }

        if (draft.Letters < LeastProse)
        {
            return new Refused(RefusalReason.NotAnArticle, $"Only {draft.Letters} characters of running text were found; an article has {LeastProse} or more. It may be a list of links, a form or a page that a script fills.");
        }

        return Place(page, draft, Known(page.Known.Title, page.Id, "known:title") ?? Taken(draft.Title, page.Id, "article.title"), isHeadline: true);
    }

    private ArticleRead Place(Page page, Draft draft, Sourced<string>? title, bool isHeadline)
    {
        var blocks = new List<DraftBlock>();
        if (title is not null && isHeadline)
        {
            blocks.Add(new DraftBlock(BlockKind.Headline, title.Value));
        }

        if (draft.Subtitle is not null)
        {
            blocks.Add(new DraftBlock(BlockKind.Subtitle, draft.Subtitle));
        }

        blocks.AddRange(draft.Body);
        (string text, ImmutableArray<Block> placed) = Draft.Join(blocks);
        Sourced<string>? outlet = Known(page.Known.Outlet, page.Id, "known:outlet") ?? Taken(draft.Outlet, page.Id, "article.outlet");
        string? address = draft.IsCopy ? draft.Address ?? page.Known.Address : draft.Part is not null ? draft.Address : page.Known.Address ?? draft.Address;
        return Finish(page, text, placed, title, [.. draft.Bylines.Select(b => Taken(b, page.Id, "article.byline")!)], outlet, draft.Dates, address, draft);
    }

    private ArticleRead Finish(
        Page page, string text, ImmutableArray<Block> blocks, Sourced<string>? title, ImmutableArray<Sourced<string>> bylines, Sourced<string>? outlet, ImmutableArray<DateCandidate> dates, string? address, Draft? draft)
    {
        Sourced<Publication>? published = null;
        if (page.Known.Published is { } day)
        {
            string quote = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
            published = new Sourced<Publication>(new Publication(day, "day"), Mark(page.Id, quote, "known:published"), new RuleId("article.published"));
            dates = [new DateCandidate(day, "known:published", quote, 100, DateChoice.Chosen), .. dates.Select(d => d with { Verdict = d.Value == day ? "agrees with known:published" : "lost to known:published" })];
        }
        else if (!dates.IsEmpty && dates[0].Verdict == DateChoice.Chosen)
        {
            published = Told(dates[0].Value, dates[0].Quote, page.Id, dates[0].Where, "article.published");
        }

        if (page.Known.Listed is { } listed)
        {
            string where = "feed " + listed.Feed;
            string verdict = published is null ? DateChoice.Chosen : $"{(listed.Day == published.Value.Day ? "agrees with" : "lost to")} {dates[0].Where}";
            published ??= Told(listed.Day, listed.Quote, page.Id, where, "article.published.listed");
            var candidate = new DateCandidate(listed.Day, where, listed.Quote, DateChoice.LeastWeight, verdict);
            dates = verdict == DateChoice.Chosen ? [candidate, .. dates] : [.. dates, candidate];
        }

        string id = "a-" + ContentHash.Of(
            "article", text, title?.Value ?? "", outlet?.Value ?? "", published?.Value.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        var textId = TextId.Of(text);
        (TextSpan? place, TextSpan? bracket) = DatelineText.Of(text, blocks);
        Sourced<string>? agency = Agency(text, textId, blocks, bracket);
        bool isDateline = place is { } head && (bracket is null || agency?.Rule.Value == InDateline || head.Of(text).ToUpperInvariant() == head.Of(text));
        var article = new Article(id, page.Id, textId, text, blocks, title, bylines, outlet, published, words.Languages.Of(text), address)
        {
            Part = draft?.Part,
            Desk = Taken(draft?.Desk, page.Id, "article.byline.desk"),
            Section = Taken(draft?.Section, page.Id, "article.section"),
            Updated = Updated(draft?.Modified, published, page.Id),
            Dateline = isDateline && place is { } at ? new Sourced<string>(at.Of(text), Evidence.Of(textId, text, at), new RuleId("article.dateline")) : null,
            Agency = agency ?? Taken(draft?.Agency, page.Id, "article.agency.byline"),
        };
        return new ArticleRead(article) { Candidates = dates };
    }

    private Sourced<string>? Agency(string text, TextId id, ImmutableArray<Block> blocks, TextSpan? bracket)
    {
        var credit = new AgencyCredit(words);
        if (bracket is { } inside && credit.In(inside.Of(text)) is { } agency)
        {
            return new Sourced<string>(agency, Evidence.Of(id, text, inside), new RuleId(InDateline));
        }

        return credit.AtEnd(text, blocks) is { } last ? new Sourced<string>(last.Agency, Evidence.Of(id, text, last.Span), new RuleId("article.agency.end")) : null;
    }

    /// <summary>A change on the day of publication or later that is not the publication itself.</summary>
    private Sourced<Publication>? Updated(Offer? modified, Sourced<Publication>? published, string pageId)
    {
        if (modified is not { } change || published is null || new DateText(words.Months).First(change.Value, false) is not { } day)
        {
            return null;
        }

        Sourced<Publication> told = Told(day, change.Value, pageId, change.Where, "article.updated");
        bool same = day == published.Value.Day && (told.Value.Time is null || told.Value.Time == published.Value.Time || published.Value.Time is null);
        return same || day < published.Value.Day ? null : told;
    }

    private static Sourced<Publication> Told(DateOnly day, string quote, string pageId, string where, string rule)
    {
        ClockTime? time = ClockTime.Of(quote);
        var told = new Publication(day, time is null ? "day" : "minute") { Time = time is { } clock ? new TimeOnly(clock.Hour, clock.Minute) : null, Offset = time?.Offset };
        return new Sourced<Publication>(told, Mark(pageId, quote, where), new RuleId(rule));
    }

    private static Sourced<string>? Known(string? value, string pageId, string path) =>
        string.IsNullOrWhiteSpace(value) ? null : new Sourced<string>(value, Mark(pageId, value, path), new RuleId("article.known"));

    private static Sourced<string>? Taken(Offer? fact, string pageId, string rule) =>
        fact is not { } found || found.Value.Length == 0 ? null : new Sourced<string>(found.Value, Mark(pageId, found.Value, found.Where), new RuleId(rule));

    private static Evidence Mark(string pageId, string quote, string path) => new(new TextId(pageId), null, quote, path);
}
