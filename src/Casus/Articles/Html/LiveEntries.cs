using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Casus.Articles;

/// <summary>
/// The entries of a live blog: what schema.org marks as its updates, else the blocks of one kind side by side, each with a time, of a page that says that it is such a blog.
/// </summary>
/// <param name="day">The day of the blog, by which entries that tell only a time of day are dated; null where it is not known.</param>
internal sealed class LiveEntries(ArticleWords words, DateOnly? day)
{
    public const string BlogTitle = "headline of the live blog";

    private const int Fewest = 2, Most = 500, Stamped = 90;

    private readonly DateText days = new(words.Months);
    private readonly Dictionary<string, PartCue> seen = new(StringComparer.Ordinal);

    /// <summary>Drafts of the entries with bodies, titles and days of their own; empty when the page is no live blog.</summary>
    public List<(Draft Draft, string? Anchor)> Of(PageTree tree, LinkedData linked)
    {
        List<IElement> elements = Marked(tree);
        bool live = elements.Count >= Fewest || linked.IsLive || tree.Parts.Exists(p => (p.Cues & PartCue.Live) != 0);
        elements = elements.Count >= Fewest ? elements : live ? Repeated(tree) : [];
        var entries = new List<(Draft, string?)>();
        bool oneDay = InOrder([.. elements.Select(e => Stamp(e)).OfType<string>()]);
        foreach (IElement element in elements.Take(Most))
        {
            if (Entry(element, oneDay) is { } draft)
            {
                entries.Add((draft, element.Id));
            }
        }

        // Where the blocks hold no text a script fills them from the data.
        return entries.Count >= Fewest ? entries : [.. linked.Updates.Take(Most).Select(u => (Update(u), u.Address)).Where(u => u.Item1 is not null).Select(u => (u.Item1!, u.Address))];
    }

    private static List<IElement> Marked(PageTree tree) =>
        [.. tree.Parts.Where(p => p.Element.GetAttribute("itemprop")?.Contains("liveBlogUpdate", StringComparison.OrdinalIgnoreCase) == true).Select(p => p.Element)];

    /// <summary>The heaviest row of siblings of one kind that each begin with a time.</summary>
    private List<IElement> Repeated(PageTree tree)
    {
        var rows = new Dictionary<(int, string), (List<IElement> Elements, int Weight)>();
        foreach (PagePart part in tree.Parts)
        {
            if (part.Parent < 0 || part.Prose == 0 || part.Hidden || (part.Cues & PartCue.Comment) != 0 || part.Tag is "p" or "ul" or "ol" || Stamp(part.Element) is null)
            {
                continue;
            }

            (int, string) key = (part.Parent, part.Tag + " " + (part.Element.ClassList.Length > 0 ? part.Element.ClassList[0] : ""));
            (List<IElement> elements, int weight) = rows.GetValueOrDefault(key, ([], 0));
            elements.Add(part.Element);
            rows[key] = (elements, weight + part.Prose);
        }

        (List<IElement> Elements, int Weight) best = rows.Values.Where(r => r.Elements.Count >= Fewest).OrderByDescending(r => r.Weight).FirstOrDefault();
        return best.Elements is null || best.Weight * 10 < tree.Parts[0].Prose * 4 ? [] : best.Elements;
    }

    /// <summary>The first time in an element: of a time element, else of one whose class says that it is a time; null when there is none.</summary>
    private string? Stamp(IElement entry)
    {
        int steps = 0;
        foreach (IElement element in entry.GetElementsByTagName("*"))
        {
            bool isTime = element.LocalName == "time";
            if (isTime || (((words.Markup.Of(element.ClassName ?? "", seen)) & PartCue.Date) != 0 && element.ChildElementCount == 0))
            {
                string value = (isTime ? element.GetAttribute("datetime") : null) ?? ElementText.Short(element, 80);
                if (ClockTime.Of(value) is not null || days.First(value, false) is not null)
                {
                    return value;
                }
            }

            if (++steps > 40)
            {
                break;
            }
        }

        return null;
    }

    /// <summary>True when the times of day only rise or only fall: entries of one day.</summary>
    private static bool InOrder(List<string> stamps)
    {
        int ups = 0, downs = 0;
        for (int i = 1; i < stamps.Count; i++)
        {
            if (ClockTime.Of(stamps[i - 1]) is not { } one || ClockTime.Of(stamps[i]) is not { } other)
            {
                return false;
            }

            int step = (other.Hour * 60) + other.Minute - (one.Hour * 60) - one.Minute;
            ups += step > 0 ? 1 : 0;
            downs += step < 0 ? 1 : 0;
        }

        return ups == 0 || downs == 0;
    }

    private Draft? Entry(IElement element, bool oneDay)
    {
        var tree = new PageTree(element, words.Markup);
        string? title = element.QuerySelector("h1, h2, h3, h4, h5") is { } heading && ElementText.Short(heading, 250) is { Length: > 3 } text && ClockTime.Of(text) is null ? text : null;
        string? stamp = Stamp(element);
        List<DraftBlock> body = new MainText(tree, words).Blocks(title);
        body.RemoveAll(b => b.Text == stamp || (title is not null && b.Text == title) || (b.Text.Length < 40 && ClockTime.Of(b.Text) is not null));
        return Made(body, title, stamp, "time of the entry", oneDay);
    }

    private Draft? Update(LiveUpdate update)
    {
        string[] lines = update.Text.Contains('<', StringComparison.Ordinal) ? [.. System.Text.RegularExpressions.Regex.Replace(update.Text, "<(/p|br|/div|/li)[^<>]{0,40}>", "\n").Split('\n').Select(l => System.Text.RegularExpressions.Regex.Replace(l, "<[^<>]{0,400}>", ""))] : update.Text.Split('\n');
        List<DraftBlock> body = [.. lines.Select(l => ElementText.Clean(System.Net.WebUtility.HtmlDecode(l))).Where(l => l.Length > 0).Select(l => new DraftBlock(BlockKind.Paragraph, l))];
        return Made(body, update.Headline, update.Published, "json-ld liveBlogUpdate", oneDay: false);
    }

    /// <summary>Null for an entry without a sentence: a picture, an advertisement.</summary>
    private Draft? Made(List<DraftBlock> body, string? title, string? stamp, string where, bool oneDay)
    {
        if (!body.Exists(b => Prose.IsProse(b.Text)))
        {
            return null;
        }

        DateOnly? told = stamp is null ? null : days.First(stamp, false) ?? (oneDay && ClockTime.Of(stamp) is not null ? day : null);
        ImmutableArray<DateCandidate> dates = told is { } published ? [new DateCandidate(published, where, stamp!, Stamped, DateChoice.Chosen)] : [];
        return new Draft([.. body], title is null ? null : new Offer(title, "headline of the entry", Stamped), null, [], null, dates, null);
    }
}
