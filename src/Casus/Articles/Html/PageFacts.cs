using System.Runtime.InteropServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Casus.Articles;

/// <summary>What a page's markup says of its article: titles, people, site, days, each with its place.</summary>
internal sealed class PageFacts
{
    /// <summary>Headings of one level that are looked at.</summary>
    private const int MostHeadings = 8;

    /// <summary>Unmarked time elements that are looked at: lists of other articles have one each.</summary>
    private const int MostTimes = 60;

    private const int LightAuthor = 55, LinkedAuthor = 53, AsideAuthor = 30;

    private readonly ArticleWords words;
    private readonly DateText days;
    private string? picture;
    private int times;
    private readonly bool monthFirst;
    /// <summary>Elements that hold an h1: no side bars, whatever their classes say.</summary>
    private readonly HashSet<IElement> holders = [];
    private readonly Dictionary<IElement, PartCue?> cues = new(ReferenceEqualityComparer.Instance);

    public PageFacts(IHtmlDocument document, ArticleWords words, string? address)
    {
        this.words = words;
        days = new DateText(words.Months);
        Language = document.DocumentElement?.GetAttribute("lang") ?? "";
        monthFirst = Language.StartsWith("en-US", StringComparison.OrdinalIgnoreCase) || Language.Length == 0 || Language == "en";
        List<IElement> elements = Elements(document);
        foreach (IElement heading in elements.Where(e => e.LocalName == "h1").Take(MostHeadings))
        {
            for (IElement? at = heading.ParentElement; at is not null && holders.Add(at); at = at.ParentElement)
            {
            }
        }

        foreach (IElement element in elements)
        {
            Take(element);
        }

        Address = address ?? Canonical;
        AddressDay();
        LinkedFacts();
    }

    public List<Offer> Titles { get; } = [];

    /// <summary>The first headings in order.</summary>
    public List<PageHeading> Headings { get; } = [];

    public List<AuthorOffer> Authors { get; } = [];

    public List<Offer> Sites { get; } = [];

    public List<DateCandidate> Dates { get; } = [];

    /// <summary>What the page says in its head that the article is about: many begin with the standfirst.</summary>
    public List<string> Descriptions { get; } = [];

    public Offer? Section { get; private set; }

    public Offer? Modified { get; private set; }

    /// <summary>Cues of the classes and ids met so far.</summary>
    public Dictionary<string, PartCue> Seen { get; } = new(StringComparer.Ordinal);

    public LinkedData Linked { get; } = new();

    public string? Canonical { get; private set; }

    public string? Address { get; }

    public string Language { get; }

    public string? DocumentTitle { get; private set; }

    public bool HasScripts { get; private set; }

    /// <summary>What is shown where scripts are off; the first few.</summary>
    public List<string> WithoutScripts { get; } = [];

    /// <summary>Links to the next and the previous page: relation and address; the first few.</summary>
    public List<(string Relation, string Address)> Neighbours { get; } = [];

    /// <summary>Every element in the order of the markup, without recursion.</summary>
    private static List<IElement> Elements(INode root)
    {
        var elements = new List<IElement>(1024);
        var stack = new Stack<(INodeList Children, int Next)>();
        stack.Push((root.ChildNodes, 0));
        while (stack.TryPop(out (INodeList Children, int Next) at))
        {
            int next = at.Next;
            while (next < at.Children.Length && at.Children[next] is not IElement)
            {
                next++;
            }

            if (next < at.Children.Length)
            {
                var element = (IElement)at.Children[next];
                elements.Add(element);
                stack.Push((at.Children, next + 1));
                stack.Push((element.ChildNodes, 0));
            }
        }

        return elements;
    }

    private void Take(IElement element)
    {
        switch (element.LocalName)
        {
            case "meta":
                Meta(element);
                return;
            case "title":
                DocumentTitle ??= element.ParentElement?.LocalName == "head" ? ElementText.Clean(element.TextContent) : null;
                return;
            case "noscript":
                if (WithoutScripts.Count < MostHeadings)
                {
                    WithoutScripts.Add(ElementText.Clean(element.TextContent));
                }

                return;
            case "link":
                Neighbour(element);
                Canonical ??= element.GetAttribute("rel") == "canonical" ? element.GetAttribute("href") : null;
                return;
            case "script":
                HasScripts = true;
                if (element.GetAttribute("type")?.StartsWith("application/" + LinkedData.Mark, StringComparison.OrdinalIgnoreCase) == true)
                {
                    Linked.Read(Script(element));
                }
                else if (words.Scripts.Published(Script(element)) is { } stated)
                {
                    AddDay(stated.Value, "script", stated.Weight);
                }

                return;
            case "h1" or "h2" or "h3":
                AddHeading(element);
                break;
            case "time":
                Time(element);
                break;
            case "a":
                Neighbour(element);
                break;
        }

        Marked(element);
    }

    private void Neighbour(IElement element)
    {
        if (element.GetAttribute("rel") is { } relation && relation.Trim().ToLowerInvariant() is "next" or "prev" or "previous" && Neighbours.Count < MostHeadings && element.GetAttribute("href") is { } address)
        {
            Neighbours.Add((relation.Trim().ToLowerInvariant(), address));
        }
    }

    /// <summary>A script's text as it lies in the tree: some hold most of the page.</summary>
    private static string Script(IElement element) => element.ChildNodes is { Length: 1 } only && only[0] is IText text ? text.Data : element.TextContent;

    private void AddHeading(IElement element)
    {
        int level = element.LocalName[1] - '0';
        int same = 0;
        foreach (PageHeading heading in Headings)
        {
            same += heading.Level == level ? 1 : 0;
        }

        if (same < MostHeadings && PageHeading.Of(element, level, Beside(element) || (Cues(element) & (PartCue.Clutter | PartCue.Comment)) != 0, Cues) is { } found)
        {
            Headings.Add(found);
        }
    }

    private void Meta(IElement element)
    {
        string? value = element.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
        if (name is null || !words.Meta.TryGetValue(name.Trim(), out (string Field, int Weight) field))
        {
            return;
        }

        value = ElementText.Clean(value);
        string where = "meta " + name.Trim().ToLowerInvariant();
        switch (field.Field)
        {
            case "title":
                Titles.Add(new Offer(value, where, field.Weight));
                break;
            case "site":
                Sites.Add(new Offer(value, where, field.Weight));
                break;
            case "author":
                Authors.Add(new AuthorOffer(value, where, field.Weight, false));
                break;
            case "published" or "modified":
                AddDay(value, where, field.Weight);
                Modified = field.Field == "modified" && Modified is null ? new Offer(value, where, field.Weight) : Modified;
                break;
            case "section":
                Section = Section is { } other && other.Weight >= field.Weight ? other : new Offer(value, where, field.Weight);
                break;
            case "address":
                Canonical ??= value;
                break;
            case "description":
                Descriptions.Add(value);
                break;
            case "picture":
                picture ??= value;
                break;
        }
    }

    private void Time(IElement element)
    {
        bool marked = element.HasAttribute("pubdate") || (element.GetAttribute("itemprop")?.Contains("datePublished", StringComparison.OrdinalIgnoreCase) ?? false);
        if (!marked && ++times > MostTimes)
        {
            return;
        }

        string? value = element.GetAttribute("datetime") ?? element.GetAttribute("content") ?? element.GetAttribute("title");
        PartCue cue = Cues(element);
        if ((cue & PartCue.Clock) != 0)
        {
            return;
        }

        bool updated = IsUpdate(element);
        int weight = marked ? 88 : updated ? 42 : (cue & PartCue.Date) != 0 ? 76 : 62;
        weight -= Beside(element) ? 40 : 0;
        AddDay(value ?? ElementText.Short(element, 120), marked ? "time itemprop=datePublished" : "time", weight);
    }

    private static bool IsUpdate(IElement element)
    {
        string say = $"{element.ClassName} {element.GetAttribute("itemprop")} {element.Id}";
        return say.Contains("updated", StringComparison.OrdinalIgnoreCase) && !say.Contains("published", StringComparison.OrdinalIgnoreCase) || say.Contains("modified", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True inside comments, side bars and lists of other articles.</summary>
    private bool Beside(IElement element)
    {
        int up = 0;
        for (IElement? at = element.ParentElement; at is not null && up < 12; at = at.ParentElement, up++)
        {
            string tag = at.LocalName;
            if (tag is "aside" or "footer" or "nav")
            {
                return true;
            }

            if (tag is "body" or "main" || holders.Contains(at))
            {
                return false;
            }

            PartCue cue = Cues(at);
            if ((cue & PartCue.Comment) != 0 || ((cue & PartCue.Clutter) != 0 && (cue & (PartCue.Date | PartCue.Byline)) == 0))
            {
                return true;
            }
        }

        return false;
    }

    private PartCue Cues(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return PartCue.None;
        }

        return cues.TryGetValue(element, out PartCue? cue) ? cue!.Value : Cues(element, element.ClassName, element.Id);
    }

    private PartCue Cues(IElement element, string? @class, string? id)
    {
        ref PartCue? cue = ref CollectionsMarshal.GetValueRefOrAddDefault(cues, element, out _);
        cue ??= words.Markup.Of(@class ?? "", Seen) | words.Markup.Of(id ?? "", Seen);
        return cue.Value;
    }

    /// <summary>Elements that attributes mark as the day or the author.</summary>
    private void Marked(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return;
        }

        ElementMarks marks = ElementMarks.Of(element);
        if (marks.Property is { } property)
        {
            if (property.Contains("datePublished", StringComparison.OrdinalIgnoreCase) || property.Contains("dateCreated", StringComparison.OrdinalIgnoreCase))
            {
                AddDay(element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? ElementText.Short(element, 120), "itemprop datePublished", 87 - (Beside(element) ? 40 : 0));
            }
            else if ((property == "author" || property.Contains("author ", StringComparison.Ordinal)) && !InReview(element))
            {
                AddAuthor(element, "itemprop author", 74, true);
            }
            else if (property == "headline" && ElementText.Short(element, 300) is { Length: > 3 } headline)
            {
                Titles.Add(new Offer(headline, "itemprop headline", 80));
            }
        }

        if (marks.Relation is { } rel && rel.Split(' ').Contains("author"))
        {
            AddAuthor(element, "rel author", 66, true);
        }

        if (element.LocalName == "a" && Authors.Count < 40 && words.IsAuthorsPage(marks.Address) && !Beside(element))
        {
            AddAuthor(element, "link to an author's page", LinkedAuthor, false);
        }

        if (marks.Class is null && marks.Id is null)
        {
            return;
        }

        PartCue cue = Cues(element, marks.Class, marks.Id);
        if ((cue & (PartCue.Date | PartCue.Clock)) == PartCue.Date && element.LocalName != "time" && Dates.Count < 60)
        {
            string? hidden = element.LocalName == "abbr" ? element.GetAttribute("title") : null;
            string text = hidden ?? ElementText.Short(element, 200);
            if (text.Length > 0)
            {
                AddDay(text, $"class {marks.Class ?? marks.Id}", (hidden is null ? 60 : 78) - (Beside(element) ? 35 : 0) - (IsUpdate(element) ? 20 : 0));
            }
        }

        if ((cue & (PartCue.Byline | PartCue.Comment)) == PartCue.Byline && Authors.Count < 40 && !Beside(element))
        {
            AddAuthor(element, "class " + (marks.Class ?? marks.Id), 55, element.ClassList.Contains("fn"));
        }
    }

    /// <summary>True inside what a reader wrote of a thing.</summary>
    private static bool InReview(IElement element)
    {
        IElement? at = element.ParentElement;
        for (int up = 0; at is not null && up < 4; at = at.ParentElement, up++)
        {
            if (at.GetAttribute("itemprop") is { } property && (property.StartsWith("review", StringComparison.OrdinalIgnoreCase) || property.Contains("comment", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private void AddAuthor(IElement element, string where, int weight, bool isName)
    {
        string text = element.GetAttribute("content") ?? ElementText.Short(element, 160);
        if (text.Length > 1)
        {
            Authors.Add(new AuthorOffer(text, where, weight - (weight > LightAuthor && Beside(element) ? AsideAuthor : 0), isName));
        }
    }

    private void AddDay(string value, string where, int weight)
    {
        List<(DateOnly Day, TextSpan Span)> found = days.All(value, monthFirst, 1);
        if (found.Count > 0)
        {
            Dates.Add(new DateCandidate(found[0].Day, where, value.Length > 80 ? found[0].Span.Of(value) : value, weight, ""));
        }
    }

    private void AddressDay()
    {
        if (PathDay(Articles.Address.Path(Address)) is { } day)
        {
            Dates.Add(new DateCandidate(day, "address", Articles.Address.Path(Address), 82, ""));
        }

        if (picture is not null && PathDay(Articles.Address.Path(picture)) is { } taken)
        {
            // The folder of the picture's upload: the day of the article or shortly before.
            Dates.Add(new DateCandidate(taken, "address of picture", picture, 36, ""));
        }
    }

    /// <summary>A day in a path, year first or last: "/2024/12/31/", "/31-12-2024".</summary>
    private DateOnly? PathDay(string path)
    {
        for (int i = 0; i + 8 < path.Length; i++)
        {
            if (path[i] is not ('/' or '-' or '_' or '=') || !char.IsAsciiDigit(path[i + 1]))
            {
                continue;
            }

            string piece = path[(i + 1)..Math.Min(path.Length, i + 11)];
            bool yearFirst = piece.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0;
            bool yearLast = path[i] == '/' && piece.Length == 10 && piece[2] is '-' or '_' && piece[5] == piece[2];
            if ((yearFirst || yearLast) && days.All(piece, false, 1) is [var found, ..] && found.Span.Begin == 0)
            {
                return found.Day;
            }
        }

        return null;
    }

    private void LinkedFacts()
    {
        Section ??= Linked.Section is { } section ? new Offer(section, "json-ld articleSection", 85) : null;
        foreach ((string name, bool body) in Linked.Authors)
        {
            Authors.Add(new AuthorOffer(name, "json-ld author", 90, true, body));
        }

        if (Linked.Published is { } published)
        {
            AddDay(published, "json-ld datePublished", 93);
        }

        if (Linked.Modified is { } modified)
        {
            AddDay(modified, "json-ld dateModified", 38);
            Modified = new Offer(modified, "json-ld dateModified", 38);
        }
    }
}
