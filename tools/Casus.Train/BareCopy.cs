using System.Text;
using Casus.Language;

namespace Casus.Train;

/// <summary>Paragraphs as a careless export leaves them: without a single sign, sentences run on.</summary>
internal static class BareCopy
{
    public static IEnumerable<Paragraph> Of(IEnumerable<Paragraph> paragraphs) => paragraphs.Where(p => p.Ends.Count > 0).Select(Strip).Where(p => p.Tokens.Count > 1);

    private static Paragraph Strip(Paragraph paragraph)
    {
        var text = new StringBuilder();
        var tokens = new List<TextSpan>();
        var ends = new List<int>();
        int end = 0;
        for (int i = 0; i < paragraph.Tokens.Count; i++)
        {
            string word = string.Concat(paragraph.Tokens[i].Of(paragraph.Text).Where(c => char.IsLetterOrDigit(c) || char.IsSurrogate(c)));
            if (word.Length > 0)
            {
                text.Append(text.Length > 0 ? " " : "");
                tokens.Add(new(text.Length, text.Length + word.Length));
                text.Append(word);
            }

            if (end < paragraph.Ends.Count && paragraph.Ends[end] == i)
            {
                end++;
                if (tokens.Count > 0 && (ends.Count == 0 || ends[^1] != tokens.Count - 1))
                {
                    ends.Add(tokens.Count - 1);
                }
            }
        }

        return new(text.ToString(), tokens, ends);
    }
}
