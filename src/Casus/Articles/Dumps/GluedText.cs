using System.Collections.Frozen;

namespace Casus.Articles;

/// <summary>
/// Takes off what saving a page as text glues to its paragraphs: an image's alternative text before the first word
/// ("Border fenceResidents said …") and a logo's after the last sentence.
/// </summary>
internal sealed class GluedText
{
    private const int MostWords = 6;
    private readonly FrozenDictionary<string, int> counts;
    private readonly LineCues cues;

    public GluedText(IEnumerable<DumpLine> lines, LineCues cues)
    {
        this.cues = cues;
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (DumpLine line in lines)
        {
            foreach (Range range in line.Text.AsSpan().Split(' '))
            {
                string word = line.Text[range].Trim('.', ',', ';', ':', '"', '“', '”', '(', ')', '!', '?');
                found[word] = found.GetValueOrDefault(word) + 1;
            }
        }

        counts = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    public string Freed(string paragraph) => WithoutTail(WithoutHead(paragraph));

    /// <summary>
    /// A word of the opening that changes from lower to upper case inside is cut there, when every word before it is capitalised, the
    /// joined word stands nowhere else in the page, its first half does, and what is left reads on like a sentence.
    /// </summary>
    private string WithoutHead(string paragraph)
    {
        int at = 0;
        for (int words = 0; words < MostWords && at < paragraph.Length; words++)
        {
            int end = paragraph.IndexOf(' ', at);
            if (end < 0 || !char.IsUpper(paragraph[at]))
            {
                return paragraph;
            }

            int cut = Cut(paragraph, at, end);
            if (cut > 0)
            {
                string half = paragraph[at..cut], joined = paragraph[at..end];
                bool readsOn = char.IsLower(paragraph[Math.Min(end + 1, paragraph.Length - 1)]) && paragraph.Length - cut > 40;
                return readsOn && counts.GetValueOrDefault(joined) <= 1 && (counts.ContainsKey(half) || words > 0 && counts.ContainsKey(paragraph[..(at - 1)])) ? paragraph[cut..] : paragraph;
            }

            if (paragraph[end - 1] is ',' or '.' or ':' or ';')
            {
                return paragraph;
            }

            at = end + 1;
        }

        return paragraph;
    }

    /// <summary>Where an upper-case letter that a lower-case one follows comes after a lower-case one; 0 when nowhere.</summary>
    private static int Cut(string text, int begin, int end)
    {
        for (int i = begin + 2; i + 1 < end; i++)
        {
            if (char.IsUpper(text[i]) && char.IsLower(text[i - 1]) && char.IsLower(text[i - 2]) && char.IsLower(text[i + 1]))
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>Up to four words after the last sentence, one of which names a picture.</summary>
    private string WithoutTail(string paragraph)
    {
        int end = paragraph.LastIndexOfAny(['.', '!', '?', '”', '"']);
        if (end < 40 || end == paragraph.Length - 1)
        {
            return paragraph;
        }

        ReadOnlySpan<char> tail = paragraph.AsSpan(end + 1).Trim();
        if (Prose.Words(tail, 5) > 4)
        {
            return paragraph;
        }

        foreach (Range range in tail.Split(' '))
        {
            if (cues.IsAlternate(tail[range]))
            {
                return paragraph[..(end + 1)];
            }
        }

        return paragraph;
    }
}
