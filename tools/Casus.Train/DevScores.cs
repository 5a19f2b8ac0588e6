using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>Scores of the finished weights on a development treebank, in percent; the definitions are those of the CoNLL 2018 shared task.</summary>
/// <param name="Names">F1 of names with their kind; null for a treebank without entities.</param>
/// <param name="Bare">F1 of sentences where all signs were taken out.</param>
/// <param name="Cases">Words whose case is restored from capitals, of those with letters.</param>
internal sealed record DevScores(string Name, double Tokens, double Sentences, double Upos, double Xpos, double Lemmas, double Uas, double Las, double? Names, double Bare, double Cases)
{
    /// <summary>Scores on those development files that the folder holds.</summary>
    public static DevScores[] All(LanguageModel model, string folder) => [.. Banks(folder).Select(b => Of(model, b))];

    public static IEnumerable<Treebank> Banks(string folder) =>
        new[] { "en_ewt-dev", "en_gum-dev" }.Select(n => Path.Combine(folder, n + ".conllu.gz")).Where(File.Exists).Select(Treebank.Read);

    public static DevScores Of(LanguageModel model, Treebank bank)
    {
        var parser = new TextParser(model);
        var parsed = parser.ParseTokens([.. bank.Trees.Select(t => t.Forms)]);
        int all = 0, upos = 0, xpos = 0, lemmas = 0, uas = 0, las = 0;
        for (int s = 0; s < parsed.Length; s++)
        {
            Tree gold = bank.Trees[s];
            for (int i = 0; i < gold.Forms.Length; i++)
            {
                Token token = parsed[s].Tokens[i];
                string[] tag = gold.Tags[i].Split('|', 2);
                bool head = token.Head == gold.Heads[i];
                all++;
                upos += token.Upos == tag[0] ? 1 : 0;
                xpos += token.Xpos == tag[1] ? 1 : 0;
                lemmas += gold.Lemmas[i] == "_" || token.Lemma == gold.Lemmas[i] ? 1 : 0;
                uas += head ? 1 : 0;
                las += head && token.Deprel.Split(':')[0] == gold.Relations[i].Split(':')[0] ? 1 : 0;
            }
        }

        (double tokens, double sentences) = Limits(model.Tokenizer, bank.Paragraphs);
        return new(bank.Name, tokens, sentences, Percent(upos), Percent(xpos), Percent(lemmas), Percent(uas), Percent(las), NameScore(model, bank), Limits(model.Tokenizer, BareCopy.Of(bank.Paragraphs)).Sentences, CaseScore(parser, bank));

        double Percent(int right) => 100.0 * right / all;
    }

    public string Row() => string.Create(CultureInfo.InvariantCulture, $"| {Name.Replace(".conllu.gz", "", StringComparison.Ordinal)} | {Tokens:0.00} | {Sentences:0.0} | {Upos:0.00} | {Xpos:0.00} | {Lemmas:0.00} | {Uas:0.00} | {Las:0.00} | {(Names is { } names ? names.ToString("0.0", CultureInfo.InvariantCulture) : "–")} | {Bare:0.0} | {Cases:0.0} |");

    private static double? NameScore(LanguageModel model, Treebank bank)
    {
        if (!bank.Trees.Any(t => t.Misc.Any(m => m.Contains("Entity=", StringComparison.Ordinal))))
        {
            return null;
        }

        Tree[] trees = [.. bank.Trees.Where(t => t.Forms.Length <= TextParser.LongestSentence)];
        var labels = new string[trees.Length][];
        new TreeMaker(model).Tokens([.. trees.Select(t => (t.Forms, new TextSpan[t.Forms.Length]))], labels);
        int right = 0, all = 0;
        for (int s = 0; s < trees.Length; s++)
        {
            HashSet<(int, int, string)> gold = Spans(NameLabels.Of(trees[s])), found = Spans(labels[s]);
            all += gold.Count + found.Count;
            right += gold.Intersect(found).Count();
        }

        return 200.0 * right / all;
    }

    private static HashSet<(int Begin, int End, string Kind)> Spans(string[] labels)
    {
        var spans = new HashSet<(int, int, string)>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i].StartsWith("B-", StringComparison.Ordinal))
            {
                int end = i + 1;
                while (end < labels.Length && labels[end].StartsWith("I-", StringComparison.Ordinal))
                {
                    end++;
                }

                spans.Add((i, end, labels[i][2..]));
            }
        }

        return spans;
    }

    private static double CaseScore(TextParser parser, Treebank bank)
    {
        int right = 0, all = 0;
        foreach (Paragraph paragraph in bank.Paragraphs.Where(p => !TrueCaser.IsCapitals(p.Text)))
        {
            string printed = parser.InPrint(paragraph.Text.ToUpperInvariant(), [new(Casus.Articles.BlockKind.Paragraph, new(0, paragraph.Text.Length))]);
            foreach (TextSpan token in paragraph.Tokens.Where(t => t.Of(paragraph.Text).Any(char.IsLetter)))
            {
                all++;
                right += token.In(printed).SequenceEqual(token.In(paragraph.Text)) ? 1 : 0;
            }
        }

        return 100.0 * right / all;
    }

    /// <summary>F1 of written tokens and of sentences, from raw paragraphs.</summary>
    private static (double Tokens, double Sentences) Limits(Tokenizer tokenizer, IEnumerable<Paragraph> paragraphs)
    {
        int rightTokens = 0, goldTokens = 0, foundTokens = 0, rightSentences = 0, goldSentences = 0, foundSentences = 0;
        foreach (Paragraph paragraph in paragraphs)
        {
            var block = new TextSpan(0, paragraph.Text.Length);
            List<Written> written = tokenizer.Tokens(paragraph.Text, block);
            List<TokenRange> ranges = tokenizer.Sentences(paragraph.Text, block, written);
            var gold = paragraph.Tokens.ToHashSet();
            rightTokens += written.Count(w => gold.Contains(w.Span));
            goldTokens += gold.Count;
            foundTokens += written.Count;
            var limits = paragraph.Ends.Select((end, i) => new TextSpan(paragraph.Tokens[i == 0 ? 0 : paragraph.Ends[i - 1] + 1].Begin, paragraph.Tokens[end].End)).ToHashSet();
            rightSentences += ranges.Count(r => limits.Contains(written[r.Begin].Span.Cover(written[r.End - 1].Span)));
            goldSentences += limits.Count;
            foundSentences += ranges.Count;
        }

        return (200.0 * rightTokens / (goldTokens + foundTokens), 200.0 * rightSentences / (goldSentences + foundSentences));
    }
}
