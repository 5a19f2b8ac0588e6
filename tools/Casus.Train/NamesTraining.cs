using System.Globalization;
using System.Text.Json;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <param name="Gold">Articles with marked entities. <paramref name="Gum"/>: the treebank with entity brackets.</param>
/// <param name="Predictions">File that gets the mentions of each article as a model sees them that was learnt from the other folds; null: none.</param>
internal sealed record NamesRecipe(string Knowledge, string Parser, string Gold, string Gum, string Target, string? Predictions, int Folds, int Threads, int Seed);

/// <summary>Trains what marks mentions: models/names.bin.</summary>
internal static class NamesTraining
{
    public static int Run(NamesRecipe recipe)
    {
        KnowledgeBase knowledge = KnowledgeFolder.Load(recipe.Knowledge);
        LanguageModel parser = LanguageModel.Load(File.ReadAllBytes(recipe.Parser));
        var gold = new NamesGold(knowledge, parser);
        var traits = new TraitReader(knowledge);
        List<GumArticle> gum = [.. GumHeads.Read(recipe.Gum, gold, parser)];
        byte[] heads = Heads(gum, traits, recipe.Seed);
        var headTable = WeightTable.Read(heads);
        SpanTraining prior = Prior(gum, traits, recipe);
        List<NamesArticle> articles = gold.Read(recipe.Gold);
        List<SpanExample>[] examples = [.. articles.Select(a => Examples(a.Findings, a.Gold, traits, headTable))];

        string[] collections = [.. articles.Select(a => a.Collection).Distinct()];
        List<(TextSpan Span, MentionKind Kind)>[] folds = Crossed([.. articles.Select((_, i) => i % recipe.Folds)]);
        List<(TextSpan Span, MentionKind Kind)>[] elsewhere = Crossed([.. articles.Select(a => Array.IndexOf(collections, a.Collection))]);
        var whole = new SpanTraining(examples.SelectMany(e => e), ForGold(recipe.Seed), prior);
        whole.Learn();
        byte[] bytes = ModelFile.Write([new("heads", heads), new("words", whole.WordBytes), new("spans", whole.SpanBytes)]);
        var model = NameModel.Load(bytes);
        var marking = new MarkedMentions(knowledge, model);
        File.WriteAllBytes(Path.Combine(recipe.Target, "names.bin"), bytes);
        string card = NamesCard.Write(
            recipe,
            model,
            bytes.Length,
            articles,
            (gum.Sum(g => g.Gold.Length), gum.Sum(g => g.Gold.Sum(s => s.Count))),
            [
                ($"{recipe.Folds} folds of articles, each marked by a model that learnt from the others", NamesScores.Rows(articles, folds)),
                ("Each collection marked by a model that learnt from the other collections", NamesScores.Rows(articles, elsewhere)),
                ("The articles learnt from: no measure of quality", NamesScores.Rows(articles, [.. articles.Select(a => Marks(marking, a))])),
            ]);
        File.WriteAllText(Path.Combine(recipe.Target, "names.card.md"), card);
        Console.Write(card);
        if (recipe.Predictions is { } path)
        {
            Write(path, articles, folds);
        }

        return 0;

        // Each article is marked by a model that was learnt from the articles of other parts.
        List<(TextSpan Span, MentionKind Kind)>[] Crossed(int[] parts)
        {
            var found = new List<(TextSpan Span, MentionKind Kind)>[articles.Count];
            Parallel.For(0, parts.Max() + 1, new ParallelOptions { MaxDegreeOfParallelism = recipe.Threads }, part =>
            {
                var training = new SpanTraining(examples.Where((_, i) => parts[i] != part).SelectMany(e => e), ForGold(recipe.Seed), prior);
                (WeightTable words, WeightTable spans) = training.Learn();
                var others = new MarkedMentions(knowledge, new NameModel("", headTable, words, spans));
                for (int i = 0; i < articles.Count; i++)
                {
                    if (parts[i] == part)
                    {
                        found[i] = Marks(others, articles[i]);
                    }
                }
            });
            return found;
        }
    }

    private static SpanRecipe ForGold(int seed) => new(Passes: 15, Rate: 0.06f, Pull: 0.01f, Least: 2, Bias: 0.1f, Share: 0.2f, seed);

    private static SpanRecipe ForTreebank(int seed) => new(Passes: 3, Rate: 0.1f, Pull: 0.01f, Least: 10, Bias: 0, Share: 0, seed);

    /// <summary>Learns what words head from the whole treebank.</summary>
    private static byte[] Heads(IEnumerable<GumArticle> gum, TraitReader reader, int seed)
    {
        var examples = new List<(uint[] Features, int Kind)>();
        TokenTraits[] traits = [];
        int[] begins = [];
        var buffer = new uint[SpanFeatures.MostOfHead];
        foreach (GumArticle article in gum)
        {
            reader.Fill(article.Findings, ref traits, ref begins);
            for (int s = 0; s < article.Kinds.Length; s++)
            {
                ReadOnlySpan<TokenTraits> own = traits.AsSpan(begins[s]..begins[s + 1]);
                for (int i = 0; i < own.Length; i++)
                {
                    if (own[i].IsMark)
                    {
                        continue;
                    }

                    var keys = new FeatureKeys(buffer);
                    SpanFeatures.OfHead(own, i, ref keys);
                    examples.Add((keys.Keys.ToArray(), article.Kinds[s][i]));
                }
            }
        }

        return HeadTraining.Learn(examples, 6, 0.1f, 0.01f, seed);
    }

    /// <summary>Mentions of people, bodies and places in the treebank: where the learning from the gold articles begins.</summary>
    private static SpanTraining Prior(List<GumArticle> gum, TraitReader reader, NamesRecipe recipe)
    {
        // What words head is told by a model that did not see the article, as it will be for new articles.
        var examples = new List<SpanExample>();
        for (int half = 0; half < 2; half++)
        {
            var others = WeightTable.Read(Heads(gum.Where((_, i) => i % 2 != half), reader, recipe.Seed));
            examples.AddRange(gum.Where((_, i) => i % 2 == half).SelectMany(a => Examples(a.Findings, a.Gold, reader, others)));
        }

        var training = new SpanTraining(examples, ForTreebank(recipe.Seed));
        training.Learn();
        return training;
    }

    private static List<SpanExample> Examples(Findings findings, List<MarkedSpan>[] gold, TraitReader reader, WeightTable heads)
    {
        TokenTraits[] traits = [];
        int[] begins = [];
        reader.Fill(findings, ref traits, ref begins);
        var examples = new List<SpanExample>();
        for (int s = 0; s < gold.Length; s++)
        {
            Span<TokenTraits> own = traits.AsSpan(begins[s]..begins[s + 1]);
            SpanTagger.Learn(heads, own);
            examples.Add(SpanExample.Of(findings.Sentences[s], own, gold[s]));
        }

        return examples;
    }

    private static List<(TextSpan Span, MentionKind Kind)> Marks(MarkedMentions marking, NamesArticle article)
    {
        Findings f = article.Findings;
        return [.. marking.Of(article.Text, f, AllMentions.Of(f.Sentences, f.Actors, f.Places, f.Quantities, f.Times)).Select(m => (m.Span, m.Kind)).Distinct()];
    }

    private static void Write(string path, List<NamesArticle> articles, List<(TextSpan Span, MentionKind Kind)>[] marks)
    {
        using var writer = new StreamWriter(path);
        for (int i = 0; i < articles.Count; i++)
        {
            var offsets = new CodePoints(articles[i].Text);
            writer.WriteLine(JsonSerializer.Serialize(new
            {
                id = articles[i].Id,
                entities = marks[i].Select(m => new { begin = offsets.FromUtf16(m.Span.Begin), end = offsets.FromUtf16(m.Span.End), type = m.Kind.ToString() }),
            }));
        }
    }
}
