using System.Text;
using AngleSharp.Dom;

namespace Casus.Articles;

/// <summary>An element of a page, in the order of the markup. Its descendants are the elements from its own index up to <see cref="End"/>.</summary>
internal sealed class PagePart
{
    public required string Tag { get; init; }

    /// <summary>Index of the parent; −1 for the root.</summary>
    public required int Parent { get; init; }

    public int End { get; set; }

    public PartCue Cues { get; init; }

    /// <summary>Cues that the attributes say so strongly that no amount of prose overrules them.</summary>
    public bool Hidden { get; init; }

    public required IElement Element { get; init; }

    /// <summary>Characters of prose in it and its descendants.</summary>
    public int Prose { get; set; }

    /// <summary>Characters of text and of text in links in it and its descendants.</summary>
    public int Text { get; set; }

    public int Linked { get; set; }
}

/// <summary>A run of text between two block limits of a page.</summary>
/// <param name="Part">Index of the element that holds it.</param>
/// <param name="Linked">Characters of it that stand in links.</param>
internal sealed record PageRun(int Part, string Text, int Linked)
{
    public double LinkShare => Text.Length == 0 ? 0 : (double)Linked / Text.Length;
}

/// <summary>A page's body as a flat list of elements and a flat list of text runs: made in one pass without recursion.</summary>
internal sealed class PageTree
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "caption", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
        "td", "tfoot", "th", "thead", "tr", "ul", "amp-iframe", "video", "audio",
    };

    private static readonly HashSet<string> Skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "iframe", "svg", "math", "select", "option", "textarea", "input", "object", "embed", "canvas", "audio", "video", "head", "title",
        "meta", "link", "button", "datalist", "map", "area", "label", "legend", "dialog", "amp-ad", "amp-embed", "amp-sticky-ad", "amp-sidebar", "amp-consent", "amp-user-notification", "amp-social-share", "amp-analytics", "ins", "rt", "rp",
    };

    private static readonly HashSet<string> ClutterTags = new(StringComparer.Ordinal) { "nav", "aside", "footer", "menu" };

    private const int LongestRow = 120;

    private readonly MarkupCues cues;
    private readonly Dictionary<string, PartCue> seen;
    private readonly StringBuilder text = new();
    private int linked;

    /// <param name="seen">Cues of classes and ids that are known already.</param>
    public PageTree(IElement body, MarkupCues cues, Dictionary<string, PartCue>? seen = null)
    {
        this.seen = seen ?? new(StringComparer.Ordinal);
        this.cues = cues;
        Walk(body);
        Measure();
    }

    public List<PagePart> Parts { get; } = [];

    public List<PageRun> Runs { get; } = [];

    public bool IsInside(int part, int ancestor) => part >= ancestor && part < Parts[ancestor].End;

    private void Walk(IElement body)
    {
        var stack = new Stack<(INode Node, int Next, int Part, bool Block, bool Link)>();
        int current = Enter(body, -1);
        stack.Push((body, 0, current, true, false));
        int links = 0, held = current;
        while (stack.Count > 0)
        {
            (INode node, int next, int part, bool block, bool link) = stack.Pop();
            INodeList children = node.ChildNodes;
            if (next >= children.Length)
            {
                links -= link ? 1 : 0;
                if (block)
                {
                    bool cell = Parts[part].Tag is "td" or "th" && Parts.Count == part + 1 && text.Length < LongestRow && Parts[Math.Max(Parts[part].Parent, 0)].Tag == "tr";
                    if (!cell)
                    {
                        Flush(held);
                    }

                    Parts[part].End = Parts.Count;
                    held = Math.Max(Parts[part].Parent, 0);
                }

                continue;
            }

            stack.Push((node, next + 1, part, block, link));
            INode child = children[next];
            if (child is IText run)
            {
                Append(run.Data, links > 0);
            }
            else if (child is IElement element)
            {
                string tag = element.LocalName;
                if (tag == "br")
                {
                    LineBreak(held, children, next);
                }
                else if (!Skipped.Contains(tag))
                {
                    // Inline elements with a telling class ("<span class=date>") are parts too, without limiting a run.
                    bool limits = Blocks.Contains(tag);
                    if (limits)
                    {
                        // Short cells of a row are one run: "Oct 15 42,000 19,000".
                        if (tag is "td" or "th" && Parts[held].Tag == "tr" && text.Length < LongestRow)
                        {
                            text.Append(text.Length > 0 && text[^1] != ' ' ? " " : "");
                        }
                        else
                        {
                            Flush(held);
                        }

                        held = Enter(element, part);
                    }

                    bool anchor = tag == "a" && element.HasAttribute("href");
                    links += anchor ? 1 : 0;
                    stack.Push((element, 0, limits ? held : part, limits, anchor));
                }
            }
        }

        Flush(held);
    }

    private int Enter(IElement element, int parent)
    {
        string tag = element.LocalName;
        ElementMarks marks = ElementMarks.Of(element);
        PartCue found = PartCue.None;
        if (tag is not ("body" or "html"))
        {
            found = cues.Of(marks.Class ?? "", seen) | cues.Of(marks.Id ?? "", seen);
            found |= ClutterTags.Contains(tag) ? PartCue.Clutter : PartCue.None;
            found |= tag == "figcaption" ? PartCue.Caption : PartCue.None;
            found |= marks.Property is null ? PartCue.None
                : marks.Property.Contains("articleBody", StringComparison.OrdinalIgnoreCase) ? PartCue.Body
                : marks.Property.Contains("comment", StringComparison.OrdinalIgnoreCase) ? PartCue.Comment : PartCue.None;
            found |= marks.Role is "navigation" or "complementary" or "contentinfo" or "search" or "banner" or "dialog" ? PartCue.Clutter : PartCue.None;
        }

        bool hidden = marks.Hidden || (marks.Style is { } style
            && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)));
        Parts.Add(new PagePart { Tag = tag, Parent = parent, Cues = found, Hidden = hidden, Element = element });
        return Parts.Count - 1;
    }

    private void Append(string data, bool inLink)
    {
        foreach (char c in data)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' or '\u00AD')
            {
                if (c is not ('\u200B' or '\uFEFF' or '\u00AD') && text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                continue;
            }

            text.Append(c);
            linked += inLink ? 1 : 0;
        }
    }

    /// <summary>A line break ends a run when the line ends like a sentence or a second break follows; else it is a space.</summary>
    private void LineBreak(int part, INodeList siblings, int at)
    {
        int end = text.Length;
        while (end > 0 && text[end - 1] == ' ')
        {
            end--;
        }

        bool sentence = end > 0 && text[end - 1] is '.' or '!' or '?' or ':' or '"' or '”' or '“' or '…' or ')';
        int next = at + 1;
        while (next < siblings.Length && siblings[next] is IText blank && string.IsNullOrWhiteSpace(blank.Data))
        {
            next++;
        }

        bool twice = next < siblings.Length && siblings[next] is IElement { LocalName: "br" };
        if (sentence || twice)
        {
            Flush(part);
        }
        else if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private void Flush(int part)
    {
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 0)
        {
            string run = text.ToString();
            Runs.Add(new PageRun(part, run, Math.Min(linked, run.Length)));
            text.Clear();
        }

        linked = 0;
    }

    private void Measure()
    {
        foreach (PageRun run in Runs)
        {
            PagePart part = Parts[run.Part];
            part.Text += run.Text.Length;
            part.Linked += run.Linked;
            part.Prose += Prose.Weight(run);
        }

        for (int i = Parts.Count - 1; i > 0; i--)
        {
            PagePart part = Parts[i], parent = Parts[part.Parent];
            parent.Text += part.Text;
            parent.Linked += part.Linked;
            parent.Prose += part.Prose;
        }
    }
}
