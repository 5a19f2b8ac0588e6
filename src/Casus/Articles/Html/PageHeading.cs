using System.Collections.Immutable;
using AngleSharp.Dom;

namespace Casus.Articles;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 for h1.</param>
/// <param name="Text">Its text less what classes mark as a line above the headline.</param>
/// <param name="Chunks">The parts that its own markup sets apart, such as a line above the headline and the headline: two or more, or none.</param>
/// <param name="IsLogo">It names the site: its class says so or it links to the front page.</param>
/// <param name="IsBeside">It stands in what is marked as side bar, list or comments.</param>
internal sealed record PageHeading(int Level, string Text, ImmutableArray<string> Chunks, bool IsLogo, bool IsBeside)
{
    private const int Longest = 400;

    /// <summary>Null when the element holds no short text.</summary>
    public static PageHeading? Of(IElement element, int level, bool beside, Func<IElement, PartCue> cues)
    {
        var chunks = new List<string>();
        var run = new System.Text.StringBuilder();
        bool kicker = false;
        foreach (INode node in Inner(element).ChildNodes)
        {
            if (node is IElement { LocalName: not ("em" or "i" or "b" or "strong" or "sup" or "sub" or "abbr" or "q" or "cite" or "mark" or "wbr" or "u") } part)
            {
                Close(run, chunks);
                if ((cues(part) & (PartCue.Kicker | PartCue.Subtitle)) != 0)
                {
                    kicker = true;
                    continue;
                }

                if (ElementText.Short(part, Longest) is { Length: > 0 } text)
                {
                    chunks.Add(text);
                }

                continue;
            }

            run.Append(node is IText plain && plain.Data.Length <= 4 * Longest ? plain.Data : node is IElement inner ? ElementText.Short(inner, Longest) : "");
        }

        Close(run, chunks);
        string whole = kicker && chunks.Count > 0 ? string.Join(' ', chunks) : ElementText.Short(element, Longest);
        return whole.Length < 2 || whole.Length > Longest ? null : new PageHeading(level, whole, chunks.Count > 1 ? [.. chunks] : [], Logo(element, cues), beside);
    }

    /// <summary>Steps into wrappers: the only child of the heading, of that child and so on.</summary>
    private static IElement Inner(IElement element)
    {
        while (element.ChildElementCount == 1 && element.ChildNodes.All(n => n is IElement || n is IText t && string.IsNullOrWhiteSpace(t.Data)))
        {
            element = element.FirstElementChild!;
        }

        return element;
    }

    private static void Close(System.Text.StringBuilder run, List<string> chunks)
    {
        if (ElementText.Clean(run.ToString()) is { Length: > 0 } text)
        {
            chunks.Add(text);
        }

        run.Clear();
    }

    private static bool Logo(IElement element, Func<IElement, PartCue> cues)
    {
        IElement inner = Inner(element);
        bool front = false;
        for (IElement? at = inner; at is not null && (at == element || element.Contains(at)); at = at.ParentElement)
        {
            front |= at.LocalName == "a" && IsFront(at.GetAttribute("href"));
        }

        return front || (cues(element) & PartCue.Logo) != 0 || (element.ParentElement is { } parent && ((parent.LocalName == "a" && IsFront(parent.GetAttribute("href"))) || (cues(parent) & PartCue.Logo) != 0));
    }

    private static bool IsFront(string? address) =>
        address is not null && (address is "/" or "./" or "#" || (Uri.TryCreate(address.Trim(), UriKind.Absolute, out Uri? uri) && uri.AbsolutePath == "/" && uri.Query.Length == 0));
}
