using System.Collections.Immutable;

namespace Casus.Articles;

/// <summary>What stands above a dump's body: headline, subtitle, people and days.</summary>
internal sealed class DumpHead
{
    /// <summary>How far above the body a headline is looked for, in lines.</summary>
    private const int Reach = 60;

    private const double LeastScore = 0.9;

    private readonly List<DumpLine> lines;
    private readonly int begin;
    private readonly int end;
    private readonly Bylines bylines;
    private readonly DateText days;
    private readonly Dictionary<string, int> bodyWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> repeated = new(StringComparer.OrdinalIgnoreCase);
    private int titleAt = -1;

    public DumpHead(List<DumpLine> lines, int begin, int end, ArticleWords words)
    {
        (this.lines, this.begin, this.end) = (lines, begin, end);
        bylines = new Bylines(words);
        days = new DateText(words.Months);
        Count();
        FindTitle();
        FindSubtitle();
        FindPeople();
        FindDays();
    }

    public Offer? Title { get; private set; }

    public string? Subtitle { get; private set; }

    public ImmutableArray<Offer> Bylines { get; private set; } = [];

    public List<DateCandidate> Dates { get; } = [];

    private void Count()
    {
        for (int i = 0; i < lines.Count; i++)
        {
            repeated[lines[i].Text] = repeated.GetValueOrDefault(lines[i].Text) + 1;
            if (i < begin || i >= end || !lines[i].IsProse)
            {
                continue;
            }

            foreach (string word in WordsOf(lines[i].Text))
            {
                bodyWords[word] = bodyWords.GetValueOrDefault(word) + 1;
            }
        }
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        int at = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                at = at < 0 ? i : at;
            }
            else if (at >= 0)
            {
                // Short words are mostly grammar.
                if (i - at >= 4)
                {
                    yield return text[at..i];
                }

                at = -1;
            }
        }
    }

    private bool IsLabel(DumpLine line) =>
        (line.Cue & (LineCue.Drop | LineCue.End | LineCue.Author | LineCue.Credit)) != 0 || line.Bullet || IsTrail(line.Text) || IsDay(line) || IsByline(line.Text);

    /// <summary>Where the page lies in its site: "Home » World", or a row of sections.</summary>
    private static bool IsTrail(string text) =>
        text.Contains('»', StringComparison.Ordinal) || text.Contains('›', StringComparison.Ordinal) || text.Contains(" > ", StringComparison.Ordinal) || text.AsSpan().Count('|') >= 2;

    private bool IsOffer(DumpLine line) => line.Text.Length <= 250 && line.Words >= 2 && !IsLabel(line);

    private bool IsDay(DumpLine line) => line.Words <= 14 && days.All(line.Text, false, 1) is [var found, ..] && found.Span.Length * 3 >= line.Text.Length;

    /// <summary>A byline, or a portrait's name before one: "Jane Roe by Jane Roe".</summary>
    private bool IsByline(string text) => bylines.IsByline(text) || IsDoubled(text);

    private static bool IsDoubled(string text)
    {
        string[] parts = text.Split(' ');
        int half = parts.Length / 2;
        return parts.Length is >= 3 and <= 11 && parts.Length % 2 == 1 && parts[..half].SequenceEqual(parts[(half + 1)..], StringComparer.OrdinalIgnoreCase);
    }

    private void FindTitle()
    {
        double best = LeastScore;
        for (int i = Math.Max(0, begin - Reach); i < begin; i++)
        {
            double score = IsOffer(lines[i]) ? Score(i, lines[i]) : 0;
            if (score > best)
            {
                (best, titleAt) = (score, i);
            }
        }

        // A headline comes before its standfirst, which often shares more words with the body.
        while (titleAt > 0 && titleAt > begin - Reach && IsOffer(lines[titleAt - 1]) && lines[titleAt - 1].Words >= 3 && Score(titleAt - 1, lines[titleAt - 1]) > Math.Max(LeastScore, 0.6 * best))
        {
            titleAt--;
        }

        if (titleAt >= 0)
        {
            Title = new Offer(lines[titleAt].Text, $"line {lines[titleAt].Number}", 70);
        }
    }

    /// <summary>
    /// A headline shares its words with the body, stands alone, before a byline or day or the text itself, and is not among the links that come again further down.
    /// </summary>
    private double Score(int index, DumpLine line)
    {
        int all = 0;
        double shared = 0;
        foreach (string word in WordsOf(line.Text))
        {
            all++;
            shared += bodyWords.TryGetValue(word, out int count) ? Math.Min(1.0, 0.55 + 0.15 * count) : 0;
        }

        double score = all == 0 ? 0 : 2 * shared / Math.Max(all, 2);
        score += line.Alone ? 0.4 : 0;
        score += line.Words is >= 4 and <= 22 ? 0.3 : 0;
        score -= repeated[line.Text] > 1 ? 0.8 : 0;
        bool introduces = false;
        for (int i = index + 1; i < Math.Min(index + 5, begin); i++)
        {
            introduces |= IsDay(lines[i]) || IsByline(lines[i].Text);
        }

        return score + (introduces ? 0.5 : 0) + (index >= begin - 3 ? 0.3 : 0);
    }

    private void FindSubtitle()
    {
        if (titleAt < 0 || titleAt + 1 >= begin)
        {
            return;
        }

        DumpLine next = lines[titleAt + 1];
        if (!IsLabel(next) && next.Words is >= 5 and <= 60 && repeated[next.Text] == 1 && Score(titleAt + 1, next) > 1.0)
        {
            Subtitle = next.Text;
        }
    }

    private void FindPeople()
    {
        var people = ImmutableArray.CreateBuilder<Offer>();
        for (int i = Math.Max(0, titleAt < 0 ? begin - 8 : titleAt - 2); i < Math.Min(begin + 1, lines.Count); i++)
        {
            if (lines[i].IsProse && i < begin || !IsByline(lines[i].Text))
            {
                continue;
            }

            foreach (string person in bylines.People(lines[i].Text))
            {
                if (!people.Any(p => p.Value.Equals(person, StringComparison.OrdinalIgnoreCase)))
                {
                    people.Add(new Offer(person, $"line {lines[i].Number}", 60));
                }
            }
        }

        Bylines = people.ToImmutable();
    }

    private void FindDays()
    {
        for (int i = 0; i < lines.Count && Dates.Count < 60; i++)
        {
            DumpLine line = lines[i];
            bool inHead = i < begin && i >= (titleAt < 0 ? begin - 6 : titleAt - 2);
            if (line.Words > 40 && i != begin)
            {
                continue;
            }

            string text = line.Text.Length > 200 ? line.Text[..200] : line.Text;
            if (days.All(text, false, 1) is not [var found, ..])
            {
                continue;
            }

            bool whole = found.Span.Length * 3 >= text.Length;
            // "KABUL, March 3, 2025 (Agency) --": the dateline of the first paragraph.
            bool dateline = i == begin && found.Span.End < 60;
            int weight = dateline ? 58 : inHead && i > titleAt ? 80 : inHead ? 62 : i < begin ? 50 : i < end ? 24 : i == end ? 20 : 12;
            weight -= whole || dateline ? 0 : 10;

            // The masthead's day is the day on which the page was saved.
            weight -= !dateline && i < 3 && found.Span.Begin > 3 ? 12 : 0;
            Dates.Add(new DateCandidate(found.Day, $"line {line.Number}", found.Span.Of(text), weight, ""));
        }
    }
}
