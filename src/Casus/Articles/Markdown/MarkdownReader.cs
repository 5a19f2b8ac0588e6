using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>Reads Markdown: the first heading of the first level is the headline, unless the front matter gives one; code and raw markup are no text of an article.</summary>
internal sealed class MarkdownReader(ArticleWords words)
{
    private const int Stated = 95, Shown = 60;

    /// <summary>Blocks above the text that may tell who wrote it and when.</summary>
    private const int MostLabels = 5;

    private readonly DateText days = new(words.Months);
    private readonly Bylines bylines = new(words);

    public Draft Read(string text, string? address)
    {
        (List<(string Key, string Value)> fields, int end) = FrontMatter.Of(text);
        if (MarkdownBlocks.Of(text[end..]) is not { } blocks)
        {
            // Nested deeper than any article is.
            return new DumpReader(words).Read(text, address);
        }

        var body = new List<DraftBlock>(blocks);
        Offer? title = Field(fields, "title") ?? Heading(body);
        body.RemoveAll(b => b.Kind == BlockKind.Headline && title is { } known && Titles.Says(b.Text, known.Value));
        var dates = new List<DateCandidate>();
        ImmutableArray<Offer> people = Field(fields, "author") is { } author ? [.. bylines.People(author.Value, handles: true).Select(p => author with { Value = p })] : [];
        people = Labels(body, dates, people);
        if (Field(fields, "published") is { } published && days.All(published.Value, false, 1) is [var day, ..])
        {
            dates.Add(new DateCandidate(day.Day, published.Where, published.Value, Stated, ""));
        }

        string? place = address ?? Field(fields, "address")?.Value;
        Offer? outlet = words.OutletOf(place) is { } known ? new Offer(known, "address", Stated) : Field(fields, "outlet");
        return new Draft([.. body.Select(b => b.Kind == BlockKind.Headline ? b with { Kind = BlockKind.Subtitle } : b)], title, null, people, outlet, DateChoice.Judge(dates), place)
        {
            Section = Field(fields, "section"),
            Modified = Field(fields, "modified"),
        };
    }

    private Offer? Field(List<(string Key, string Value)> fields, string field)
    {
        foreach ((string key, string value) in fields)
        {
            if (value.Length > 0 && words.Forms.Of(FieldLabels.FrontMatter, key) == field)
            {
                return new Offer(value, "front matter " + key, Stated);
            }
        }

        return null;
    }

    private static Offer? Heading(List<DraftBlock> body)
    {
        int at = body.FindIndex(b => b.Kind == BlockKind.Headline);
        return at < 0 ? null : new Offer(body[at].Text, "first heading", Shown);
    }

    /// <summary>Takes lines off the top that tell the byline, the day or both.</summary>
    private ImmutableArray<Offer> Labels(List<DraftBlock> body, List<DateCandidate> dates, ImmutableArray<Offer> people)
    {
        for (int i = 0, seen = 0; i < body.Count && seen < MostLabels; seen++)
        {
            string line = body[i].Text;
            bool label = line.Length <= 120 && !Prose.EndsSentence(line) && body[i].Kind == BlockKind.Paragraph;
            ImmutableArray<string> shown = label ? bylines.Shown(line) : [];
            List<(DateOnly Day, TextSpan Span)> found = label ? days.All(line, false, 1) : [];
            people = people.IsEmpty ? [.. shown.Select(p => new Offer(p, $"block {seen + 1}", Shown))] : people;
            dates.AddRange(found.Select(f => new DateCandidate(f.Day, $"block {seen + 1}", line, Shown, "")));
            if (shown.IsEmpty && found.Count == 0)
            {
                i++;
            }
            else
            {
                body.RemoveAt(i);
            }
        }

        return people;
    }
}
