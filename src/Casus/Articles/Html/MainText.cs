namespace Casus.Articles;

/// <summary>
/// Finds the article in a page's tree: the element whose class says so, or the smallest that holds most of the prose, less what
/// reads or is marked as clutter. The idea of weighing prose against links is that of Kohlschütter et al. (WSDM 2010) and of Readability.
/// </summary>
/// <param name="standfirst">Index of the run that the page's head calls its description; −1 when there is none.</param>
internal sealed class MainText(PageTree tree, ArticleWords words, int standfirst = -1)
{
    /// <summary>A body with fewer letters is looked for again, more boldly.</summary>
    private const int LeastLetters = 250;

    private const int LongestHeading = 160;
    private const int LongestItem = 1500;

    /// <summary>Runs between headline and body beyond which they do not belong together.</summary>
    private const int MostBetween = 40;

    private readonly DateText days = new(words.Months);
    private readonly Bylines bylines = new(words);
    private readonly bool[] clutter = new bool[tree.Parts.Count];
    private readonly int[] prose = new int[tree.Parts.Count];

    /// <summary>Index of the element that was taken for the article's.</summary>
    public int Container { get; private set; }

    public List<DraftBlock> Blocks(string? title)
    {
        List<DraftBlock> body = Read(title, trustCues: true);
        if (Letters(body) >= LeastLetters)
        {
            return body;
        }

        // Classes can mislead ("post-with-sidebar" around everything): then only the names of elements count.
        int container = Container;
        List<DraftBlock> bold = Read(title, trustCues: false);
        if (Letters(bold) > 2 * Letters(body))
        {
            return bold;
        }

        Container = container;
        return body;
    }

    private List<DraftBlock> Read(string? title, bool trustCues)
    {
        Array.Clear(prose);
        MarkClutter(trustCues);
        Weigh();
        Container = Choose();
        List<DraftBlock> body = Collect(Container, title);
        if (Letters(body) < LeastLetters && Container != 0)
        {
            List<DraftBlock> wider = Collect(0, title);
            if (Letters(wider) > 2 * Letters(body))
            {
                Container = 0;
                return wider;
            }
        }

        return body;
    }

    /// <summary>Marks the parts that are no article. A part that holds much of the page's prose is not clutter, whatever its class says.</summary>
    private void MarkClutter(bool trustCues)
    {
        int total = tree.Parts[0].Prose;
        for (int i = 1; i < tree.Parts.Count;)
        {
            PagePart part = tree.Parts[i];
            bool beside = part.Tag is "nav" or "aside" or "footer" || part.Hidden || (part.Cues & PartCue.Comment) != 0;
            total -= beside && part.Prose * 2 < tree.Parts[0].Prose ? part.Prose : 0;
            i = beside ? part.End : i + 1;
        }

        total = Math.Max(total, 1);
        for (int i = 1; i < tree.Parts.Count; i++)
        {
            PagePart part = tree.Parts[i];
            bool marked = part.Tag is "nav" or "aside" or "footer" || part.Hidden || (part.Cues & PartCue.Comment) != 0
                || (trustCues && (part.Cues & (PartCue.Clutter | PartCue.Credit)) != 0);
            bool holds = part.Prose * 100L > total * 45L || ((part.Cues & PartCue.Body) != 0 && (part.Cues & PartCue.Comment) == 0 && part.Prose * 100L > total * 15L);
            clutter[i] = clutter[part.Parent] || (marked && !holds);
        }
    }

    private void Weigh()
    {
        foreach (PageRun run in tree.Runs)
        {
            prose[run.Part] += clutter[run.Part] ? 0 : Prose.Weight(run);
        }

        for (int i = tree.Parts.Count - 1; i > 0; i--)
        {
            prose[tree.Parts[i].Parent] += prose[i];
        }
    }

    private int Choose()
    {
        int total = prose[0], best = -1, marked = 0, outer = 0;
        var bodies = new List<int>();
        for (int i = 1; i < tree.Parts.Count; i++)
        {
            if (clutter[i] || (tree.Parts[i].Cues & PartCue.Body) == 0)
            {
                continue;
            }

            if (i >= outer)
            {
                (outer, marked) = (tree.Parts[i].End, marked + prose[i]);
                bodies.Add(i);
            }

            // The innermost of nested candidates, as long as it keeps nearly all of the prose.
            if (prose[i] * 10 >= total * 3 && (best < 0 || (tree.IsInside(i, best) ? prose[i] * 10 >= prose[best] * 8 : prose[i] > prose[best])))
            {
                best = i;
            }
        }

        if (best > 0 && prose[best] * 10L < marked * 8L)
        {
            // The body comes in several marked parts: what holds them all is the article.
            bodies.RemoveAll(i => prose[i] * 100L < marked * 8L);
            return Common(bodies);
        }

        return best > 0 ? Descend(best, 95) : Descend(0, 70);
    }

    private int Common(List<int> parts)
    {
        int common = parts[0];
        foreach (int part in parts)
        {
            while (!tree.IsInside(part, common))
            {
                common = tree.Parts[common].Parent;
            }
        }

        return common;
    }

    /// <summary>Goes down from a part as long as one child keeps a share of its prose.</summary>
    private int Descend(int part, int percent)
    {
        while (true)
        {
            int heaviest = -1;
            for (int child = part + 1; child < tree.Parts[part].End; child = tree.Parts[child].End)
            {
                heaviest = heaviest < 0 || prose[child] > prose[heaviest] ? child : heaviest;
            }

            if (heaviest < 0 || prose[heaviest] == 0 || prose[heaviest] * 100L < prose[part] * (long)percent || tree.Parts[heaviest].Tag is "p" or "table" or "ul" or "ol" or "blockquote" or "pre" or "td" or "tr" or "tbody")
            {
                return part;
            }

            part = heaviest;
        }
    }

    private List<DraftBlock> Collect(int container, string? title)
    {
        var kept = new List<(DraftBlock Block, bool Heading)>();
        int end = tree.Parts[container].End;
        AddStandfirst(container, title, kept);
        for (int i = 0; i < tree.Runs.Count; i++)
        {
            PageRun run = tree.Runs[i];
            if (run.Part < container || run.Part >= end || (clutter[run.Part] && i != standfirst))
            {
                continue;
            }

            if (Classify(run, container, out DraftBlock block, out bool heading))
            {
                kept.Add((block, heading));
            }
        }

        return Trim(kept, title);
    }

    /// <summary>Prose between the headline and the body, where the headline stands outside the body's element.</summary>
    private void AddStandfirst(int container, string? title, List<(DraftBlock Block, bool Heading)> kept)
    {
        int first = 0, heading = -1;
        for (; first < tree.Runs.Count && tree.Runs[first].Part < container; first++)
        {
            PageRun run = tree.Runs[first];
            bool names = title is not null && run.Text.Length < 400 && Titles.Says(run.Text, title);
            heading = tree.Parts[run.Part].Tag is "h1" or "h2" or "h3" && (names || tree.Parts[run.Part].Tag == "h1") ? first : heading;
        }

        if (heading < 0 || first - heading > MostBetween)
        {
            return;
        }

        for (int i = heading + 1; i < first; i++)
        {
            PageRun run = tree.Runs[i];
            bool marked = (tree.Parts[run.Part].Cues & PartCue.Subtitle) != 0 && run.Text.Length >= 25;
            if ((!clutter[run.Part] || i == standfirst) && run.LinkShare < 0.3 && (marked || Prose.IsProse(run.Text)) && Classify(run, container, out DraftBlock block, out bool heads) && block.Kind != BlockKind.List)
            {
                kept.Add((block, heads));
            }
        }
    }

    private bool Classify(PageRun run, int container, out DraftBlock block, out bool heading)
    {
        (BlockKind kind, heading) = KindOf(run, container);
        block = new DraftBlock(kind, run.Text);
        LineCue cue = words.Lines.Of(run.Text);
        bool isProse = Prose.IsProse(run.Text);
        if (((cue & LineCue.Drop) != 0 && run.Text.Length < 200) || ((cue & LineCue.Author) != 0 && run.Text.Length < 300))
        {
            return false;
        }

        if (kind == BlockKind.Caption || ((cue & LineCue.Credit) != 0 && run.Text.Length < 120))
        {
            block = new DraftBlock(BlockKind.Caption, words.Lines.WithoutCredit(run.Text));
            return kind == BlockKind.Caption && Prose.Words(block.Text, 5) >= 5 && (cue & LineCue.Credit) == 0;
        }

        if (heading)
        {
            return run.Text.Length <= 300 && (run.LinkShare < 0.5 || run.Text.Length > 80 || tree.Parts[run.Part].Tag[0] == 'h');
        }

        if (run.Text.AsSpan().IndexOfAnyExcept(" \uFFFD") < 0)
        {
            return false;
        }

        string tag = tree.Parts[run.Part].Tag;
        if (kind == BlockKind.List)
        {
            int list = Ancestor(run.Part, "ul", "ol", "dl", "table");
            PagePart whole = tree.Parts[list < 0 ? run.Part : list];
            return whole.Linked * 2 < whole.Text || isProse && run.LinkShare < 0.5;
        }

        if (run.LinkShare > 0.5)
        {
            return isProse && run.LinkShare < 0.8 && tag is "p" or "blockquote";
        }

        return tag is "p" or "blockquote" or "pre" or "dd" or "dt" ? run.Text.Length > 1
            : tag is "td" or "th" ? run.Text.Length > 1
            : isProse || run.Text.Length >= 20;
    }

    private (BlockKind Kind, bool Heading) KindOf(PageRun run, int container)
    {
        // Paragraphs under an unclosed heading or item are paragraphs all the same.
        bool paragraph = run.Text.Length > LongestHeading && Prose.EndsSentence(run.Text);
        bool quote = false, ownParagraph = tree.Parts[run.Part].Tag == "p";
        for (int i = run.Part; i >= 0; i = tree.Parts[i].Parent)
        {
            PagePart at = tree.Parts[i];
            if ((at.Cues & PartCue.Caption) != 0 && at.Prose < 600)
            {
                return (BlockKind.Caption, false);
            }

            if (!paragraph && at.Tag.Length == 2 && at.Tag[0] == 'h' && char.IsAsciiDigit(at.Tag[1]))
            {
                return (BlockKind.Subtitle, true);
            }

            // A table around paragraphs only places them, as in messages.
            if ((at.Tag is "li" or "dd" or "dt" || (at.Tag == "tr" && !ownParagraph)) && run.Text.Length < LongestItem)
            {
                return (BlockKind.List, false);
            }

            quote |= at.Tag == "blockquote";
            if (i == container)
            {
                break;
            }
        }

        return (quote ? BlockKind.Quote : BlockKind.Paragraph, false);
    }

    private int Ancestor(int part, params ReadOnlySpan<string> tags)
    {
        for (int i = part; i >= 0; i = tree.Parts[i].Parent)
        {
            if (tags.Contains(tree.Parts[i].Tag))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Cuts what stands before the headline and after the end of the article, and headings that head nothing.</summary>
    private List<DraftBlock> Trim(List<(DraftBlock Block, bool Heading)> kept, string? title)
    {
        int total = 0, passed = 0;
        foreach ((DraftBlock block, bool heading) in kept)
        {
            total += heading ? 0 : block.Text.Length;
        }

        var body = new List<(DraftBlock Block, bool Heading)>();
        foreach ((DraftBlock block, bool heading) in kept)
        {
            LineCue cue = words.Lines.Of(block.Text);
            bool ends = (cue & LineCue.End) != 0 && (heading || block.Text.Length < 120 || (cue & LineCue.Author) != 0);
            if (ends && passed * 10 >= total * 5)
            {
                break;
            }

            passed += heading ? 0 : block.Text.Length;
            bool isTitle = title is not null && body.Count < 6 && block.Text.Length < 400 && Titles.Says(block.Text, title);
            if (isTitle && heading && passed * 3 < total)
            {
                body.Clear();
                continue;
            }

            if (!isTitle && !ends && !(body.Count < 4 && passed < 400 && IsTopLabel(block)))
            {
                body.Add((block, heading));
            }
        }

        while (body.Count > 0 && body[^1].Heading)
        {
            body.RemoveAt(body.Count - 1);
        }

        return [.. body.Select(b => b.Block)];
    }

    /// <summary>A day, a byline or both, printed above the first paragraph.</summary>
    private bool IsTopLabel(DraftBlock block)
    {
        if (block.Kind is not (BlockKind.Paragraph or BlockKind.Subtitle or BlockKind.List) || block.Text.Length > 120 || Prose.Words(block.Text, 20) > 16)
        {
            return false;
        }

        return (!Prose.EndsSentence(block.Text) && days.All(block.Text, false, 1).Count > 0) || bylines.IsByline(block.Text);
    }

    private static int Letters(List<DraftBlock> blocks)
    {
        int sum = 0;
        foreach (DraftBlock block in blocks)
        {
            sum += block.Text.Length;
        }

        return sum;
    }
}
