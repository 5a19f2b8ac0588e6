using System.IO.Compression;
using System.Text;
using Casus.Articles;
using Casus.Language;

namespace Casus.Train;

/// <summary>An article of GUM, parsed anew on its own tokens.</summary>
/// <param name="Kinds">Of each word: index in <see cref="NameModel.HeadKinds"/> of what it heads.</param>
/// <param name="Gold">Of each sentence: mentions of people, bodies and places in the terms of <see cref="NameModel.Kinds"/>.</param>
internal sealed record GumArticle(Findings Findings, int[][] Kinds, List<MarkedSpan>[] Gold);

/// <summary>Mentions from the Entity brackets of GUM's last column: nominal ones and pronouns as well as names.</summary>
internal static class GumHeads
{
    public static IEnumerable<GumArticle> Read(string path, NamesGold gold, LanguageModel model)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain, Encoding.UTF8);
        var parser = new TextParser(model);
        var sentences = new List<ConlluSentence>();
        foreach (ConlluSentence sentence in ConlluReader.Read(reader))
        {
            if (sentences.Count > 0 && sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal)))
            {
                yield return Article(sentences, gold, parser);
                sentences.Clear();
            }

            sentences.Add(sentence);
        }

        if (sentences.Count > 0)
        {
            yield return Article(sentences, gold, parser);
        }
    }

    private static GumArticle Article(List<ConlluSentence> sentences, NamesGold gold, TextParser parser)
    {
        List<List<string>> forms = [.. sentences.Select(s => s.Words.Select(w => w.Form).ToList())];
        string text = string.Join('\n', forms.Select(f => string.Join(' ', f)));
        NamedText named = parser.ParseTokensNamed(forms);
        var article = new Article("a-gum", "p-gum", TextId.Of(text), text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))], null, [], null, null, "en", null);
        (int[] Kinds, List<MarkedSpan> Spans)[] read = [.. sentences.Select(Mentions)];
        return new(gold.Find(article, named), [.. read.Select(r => r.Kinds)], [.. read.Select(r => Outermost(r.Spans))]);
    }

    /// <summary>The longest of those that lie in one another, as long as a mention may be.</summary>
    private static List<MarkedSpan> Outermost(List<MarkedSpan> spans)
    {
        var kept = new List<MarkedSpan>();
        foreach (MarkedSpan span in spans.Where(s => s.End - s.Begin <= NameModel.MostWords).OrderByDescending(s => s.End - s.Begin).ThenBy(s => s.Begin))
        {
            if (kept.TrueForAll(k => k.End <= span.Begin || k.Begin >= span.End))
            {
                kept.Add(span);
            }
        }

        return kept;
    }

    private static (int[] Kinds, List<MarkedSpan> Spans) Mentions(ConlluSentence sentence)
    {
        var spans = new List<MarkedSpan>();
        ConlluLine[] words = [.. sentence.Words];
        int[] heads = [.. words.Select(w => int.Parse(w.Columns[6], System.Globalization.CultureInfo.InvariantCulture) - 1)];
        var kinds = new int[words.Length];
        var open = new List<(string Id, string Kind, int Begin)>();
        for (int i = 0; i < words.Length; i++)
        {
            string? entity = words[i].Columns[9].Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..];
            for (int at = 0; entity is not null && at < entity.Length;)
            {
                int end = at + 1;
                while (end < entity.Length && entity[end] != '(' && entity[end - 1] != ')')
                {
                    end++;
                }

                string piece = entity[at..end];
                at = end;
                string id = piece.Trim('(', ')').Split('-')[0];
                if (piece[0] == '(')
                {
                    open.Add((id, piece.Trim('(', ')').Split('-')[1], i));
                }

                if (piece[^1] == ')' && open.FindLastIndex(o => o.Id == id) is >= 0 and var opened)
                {
                    Close(words, kinds, heads, open[opened].Kind, open[opened].Begin, i, spans);
                    open.RemoveAt(opened);
                }
            }
        }

        return (kinds, spans);
    }

    private static void Close(ConlluLine[] words, int[] kinds, int[] heads, string kind, int begin, int last, List<MarkedSpan> spans)
    {
        int head = begin;
        while (head < last && heads[head] >= begin && heads[head] <= last)
        {
            head++;
        }

        int known = NameModel.HeadKinds.IndexOf(kind);
        kinds[head] = known > 0 ? known : NameModel.HeadKinds.Length - 1;
        bool plural = words[head].Columns[4] is "NNS" or "NNPS" || words[head].Columns[5].Contains("Number=Plur", StringComparison.Ordinal);
        MentionKind? mapped = kind switch
        {
            "person" => plural ? MentionKind.Organisation : MentionKind.Person,
            "organization" => MentionKind.Organisation,
            "place" => MentionKind.Location,
            _ => null,
        };
        if (mapped is { } found)
        {
            spans.Add(new(begin, End(words, heads, begin, last, head), head, NameModel.Kinds.IndexOf(found)));
        }
    }

    /// <summary>The mention without the clauses behind its head, which analysts leave out.</summary>
    private static int End(ConlluLine[] words, int[] heads, int begin, int last, int head)
    {
        for (int i = head + 1; i <= last; i++)
        {
            if (heads[i] != head || !words[i].Columns[7].StartsWith("acl", StringComparison.Ordinal))
            {
                continue;
            }

            int first = i;
            for (int j = head + 1; j < i; j++)
            {
                int up = j;
                for (int steps = 0; steps < words.Length && up > head && up != i; steps++)
                {
                    up = heads[up];
                }

                first = up == i ? Math.Min(first, j) : first;
            }

            while (first - 1 > head && words[first - 1].Columns[3] == "PUNCT")
            {
                first--;
            }

            return Math.Max(first, begin + 1);
        }

        return last + 1;
    }
}
