using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Reads the saved text of a page: the stretch of lines that is most like prose is the body; what stands above it tells title, people and day.</summary>
internal sealed class DumpReader(ArticleWords words)
{
    private const int MostLines = 200_000;

    public Draft Read(string text, string? address)
    {
        List<DumpLine> lines = DumpLines.Of(text, words.Lines);
        if (lines.Count > MostLines)
        {
            lines.RemoveRange(MostLines, lines.Count - MostLines);
        }

        (int begin, int end) = Region(lines);
        if (begin == end)
        {
            return Stub(new Draft([], null, null, [], null, [], address), lines);
        }

        var head = new DumpHead(lines, begin, end, words);
        end = AuthorBox(lines, begin, end, head.Bylines);
        return Stub(new Draft([.. Body(lines, begin, end)], head.Title, head.Subtitle, head.Bylines, Outlet(lines, address), DateChoice.Judge(head.Dates), address), lines);
    }

    private Draft Stub(Draft draft, List<DumpLine> lines) =>
        draft with { Stub = StubCheck.Of(draft, lines.Select(l => l.Text), lines.Sum(l => l.Text.Length), 0, hasScripts: false, words.Stubs) };

    /// <summary>The contiguous lines with the greatest sum of worth (Kadane), cut at the last heading that ends articles when little follows it.</summary>
    private static (int Begin, int End) Region(List<DumpLine> lines)
    {
        var times = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (DumpLine line in lines)
        {
            times[line.Text] = times.GetValueOrDefault(line.Text) + 1;
        }

        int best = 0, sum = 0, from = 0, begin = 0, end = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            // A line that comes twice is the title of another page: once beside the article, once below it.
            sum += times[lines[i].Text] > 1 && lines[i].Words < 40 ? -5 : Worth(lines[i]);
            if (sum <= 0)
            {
                (sum, from) = (0, i + 1);
            }
            else if (sum > best)
            {
                (best, begin, end) = (sum, from, i + 1);
            }
        }

        while (begin < end && !(lines[begin].IsProse && Prose.EndsSentence(lines[begin].Text)))
        {
            begin++;
        }

        int total = 0, passed = 0;
        for (int i = begin; i < end; i++)
        {
            total += lines[i].IsProse ? lines[i].Words : 0;
        }

        for (int i = begin; i < end; i++)
        {
            bool ends = (lines[i].Cue & LineCue.End) != 0 && (lines[i].Cue & LineCue.Drop) == 0 && (lines[i].Words <= 6 || !lines[i].Cue.HasFlag(LineCue.Caption));
            if (ends && passed * 10 >= total * 6)
            {
                return (begin, i);
            }

            passed += lines[i].IsProse ? lines[i].Words : 0;
        }

        return (begin, end);
    }

    private static int Worth(DumpLine line) =>
        (line.Cue & LineCue.Drop) != 0 ? (line.Words < 30 ? -2 : 0)
        : (line.Cue & LineCue.End) != 0 ? -40
        : (line.Cue & LineCue.Author) != 0 ? -10
        : line.IsProse ? (line.Bullet ? Math.Min(line.Words, 20) : Math.Min(line.Words, 60))
        : line.Words >= 10 ? 2
        : line.Bullet ? -6 : -5;

    /// <summary>Takes notes about the author off the end: "(The writer is …)", "Jane Roe is a …" after a byline of Jane Roe.</summary>
    private static int AuthorBox(List<DumpLine> lines, int begin, int end, ImmutableArray<Offer> people)
    {
        for (int i = end - 1; i > begin && i >= end - 4; i--)
        {
            DumpLine line = lines[i];
            bool about = (line.Cue & (LineCue.Author | LineCue.Credit)) != 0;
            string bare = Joined(line.Text);
            foreach (Offer person in people)
            {
                string name = Joined(person.Value);
                about |= bare.StartsWith(name, StringComparison.OrdinalIgnoreCase) && line.Text.Contains(" is ", StringComparison.Ordinal) && i > (begin + end) / 2;
            }

            about |= line.Text[0] == '(' && line.Text[^1] == ')' && line.Text.Contains(" is a", StringComparison.Ordinal) && char.IsUpper(line.Text[1]);
            if (about)
            {
                return i;
            }
        }

        return end;
    }

    private static string Joined(string text) => string.Concat(text.Where(char.IsLetter));

    private List<DraftBlock> Body(List<DumpLine> lines, int begin, int end)
    {
        var glued = new GluedText(lines, words.Lines);
        var bylines = new Bylines(words);
        var days = new DateText(words.Months);
        var body = new List<DraftBlock>();
        for (int i = begin; i < end; i++)
        {
            DumpLine line = lines[i];
            if ((line.Cue & (LineCue.Drop | LineCue.Credit | LineCue.End)) != 0 && line.Words < 30 || (line.Cue & LineCue.Author) != 0)
            {
                continue;
            }

            if (line.IsProse && Prose.EndsSentence(line.Text))
            {
                body.Add(new DraftBlock(line.Bullet ? BlockKind.List : BlockKind.Paragraph, line.Bullet ? line.Text : glued.Freed(line.Text)));
                continue;
            }

            string freed = line.Bullet ? line.Text : glued.Freed(line.Text);
            if (freed.Length < line.Text.Length && Prose.EndsSentence(freed))
            {
                body.Add(new DraftBlock(BlockKind.Paragraph, freed));
            }
            else if (line.Bullet)
            {
                Add(body, line, BlockKind.List, line.Words >= 3);
            }
            else if (line.Words >= 10 || ((line.Cue & LineCue.Caption) != 0 && line.Words >= 5))
            {
                Add(body, line, BlockKind.Caption, line.Words >= 5);
            }
            else
            {
                bool heads = i + 1 < end && lines[i + 1].IsProse && Prose.EndsSentence(lines[i + 1].Text) && line.Words >= 2;
                bool label = bylines.IsByline(line.Text) || days.First(line.Text, false) is not null || words.Lines.IsAlternate(line.Text.AsSpan(line.Text.LastIndexOf(' ') + 1));
                Add(body, line, BlockKind.Subtitle, heads && !label && char.IsUpper(line.Text[0]));
            }
        }

        while (body.Count > 0 && body[^1].Kind is BlockKind.Subtitle or BlockKind.Caption)
        {
            body.RemoveAt(body.Count - 1);
        }

        return body;
    }

    private static void Add(List<DraftBlock> body, DumpLine line, BlockKind kind, bool keep)
    {
        if (keep)
        {
            body.Add(new DraftBlock(kind, line.Text));
        }
    }

    /// <summary>The known outlet of the address, else the name in the copyright line, else the name of a logo.</summary>
    private Offer? Outlet(List<DumpLine> lines, string? address)
    {
        if (words.OutletOf(address) is { } known)
        {
            return new Offer(known, "address", 95);
        }

        foreach (DumpLine line in lines)
        {
            if (CopyrightLine.Owner(line.Text) is { } owner)
            {
                return new Offer(owner, $"line {line.Number}", 60);
            }
        }

        for (int i = lines.Count - 1; i >= 0; i--)
        {
            string label = lines[i].Text.Split('•', '|')[0].Trim();
            string[] parts = label.Split(' ');
            if (parts.Length is > 1 and < 6 && words.Lines.IsAlternate(parts[^1]) && parts.All(p => p.Length > 0 && char.IsUpper(p[0])) && (words.Lines.Of(label) & LineCue.Drop) == 0)
            {
                return new Offer(string.Join(' ', parts[..^1]), $"line {lines[i].Number}", 40);
            }
        }

        return null;
    }
}
