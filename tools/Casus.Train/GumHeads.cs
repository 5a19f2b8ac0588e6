using System.IO.Compression;
using System.Text;
using Casus.Articles;
using Casus.Language;

namespace Casus.Train;

/// <summary>What kind of thing each word heads, from the Entity brackets of GUM's last column: nominal mentions as well as names.</summary>
internal static class GumHeads
{
    /// <summary>One article of the treebank, parsed anew on its own tokens, with the index in <see cref="NameModel.HeadKinds"/> of each token.</summary>
    public static IEnumerable<(Findings Findings, int[][] Kinds)> Read(string path, NamesGold gold, LanguageModel model)
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

    private static (Findings Findings, int[][] Kinds) Article(List<ConlluSentence> sentences, NamesGold gold, TextParser parser)
    {
        List<List<string>> forms = [.. sentences.Select(s => s.Words.Select(w => w.Form).ToList())];
        string text = string.Join('\n', forms.Select(f => string.Join(' ', f)));
        NamedText named = parser.ParseTokensNamed(forms);
        var article = new Article("a-gum", "p-gum", TextId.Of(text), text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))], null, [], null, null, "en", null);
        return (gold.Find(article, named), [.. sentences.Select(Kinds)]);
    }

    private static int[] Kinds(ConlluSentence sentence)
    {
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
                    Close(kinds, heads, open[opened].Kind, open[opened].Begin, i);
                    open.RemoveAt(opened);
                }
            }
        }

        return kinds;
    }

    private static void Close(int[] kinds, int[] heads, string kind, int begin, int last)
    {
        for (int i = begin; i <= last; i++)
        {
            if (heads[i] < begin || heads[i] > last)
            {
                int known = NameModel.HeadKinds.IndexOf(kind);
                kinds[i] = known > 0 ? known : NameModel.HeadKinds.Length - 1;
                return;
            }
        }
    }
}
