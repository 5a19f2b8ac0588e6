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
        KnowledgeBase knowledge = Known(recipe.Knowledge);
        LanguageModel parser = LanguageModel.Load(File.ReadAllBytes(recipe.Parser));
        var gold = new NamesGold(knowledge, parser);
        var traits = new TraitReader(knowledge);
        byte[] heads = Heads(recipe, gold, traits, parser);
        WeightTable headTable = WeightTable.Read(heads);
        List<NamesArticle> articles = gold.Read(recipe.Gold);
        List<SpanExample>[] examples = [.. articles.Select(a => Examples(a, traits, headTable))];
        Console.Error.WriteLine($"{articles.Count} articles, {articles.Sum(a => a.All.Count)} marked, {examples.Sum(a => a.Sum(e => e.Gold.Count))} of them learnt from");

        List<(TextSpan Span, MentionKind Kind)>[] marks = Crossed("folds", [.. articles.Select((_, i) => i % recipe.Folds)]);
        string[] collections = [.. articles.Select(a => a.Collection).Distinct()];
        Crossed("other sources", [.. articles.Select(a => Array.IndexOf(collections, a.Collection))]);
        if (recipe.Predictions is { } path)
        {
            Write(path, articles, marks);
        }

        var whole = new SpanTraining(examples.SelectMany(e => e), Recipe(recipe));
        whole.Learn();
        byte[] bytes = ModelFile.Write([new("heads", heads), new("words", whole.WordBytes), new("spans", whole.SpanBytes)]);
        NameModel model = NameModel.Load(bytes);
        var all = new MarkedMentions(knowledge, model);
        if (recipe.Folds == 10) NamesScores.Print("same articles", articles, [.. articles.Select(a => Marks(all, a))]);
        File.WriteAllBytes(Path.Combine(recipe.Target, "names.bin"), bytes);
        Console.Error.WriteLine($"{bytes.Length} bytes, {model.Hash}");
        return 0;

        // Each article is marked by a model that was learnt from the articles of other parts.
        List<(TextSpan Span, MentionKind Kind)>[] Crossed(string title, int[] parts)
        {
            var found = new List<(TextSpan Span, MentionKind Kind)>[articles.Count];
            Parallel.For(0, parts.Max() + 1, new ParallelOptions { MaxDegreeOfParallelism = recipe.Threads }, part =>
            {
                var training = new SpanTraining(examples.Where((_, i) => parts[i] != part).SelectMany(e => e), Recipe(recipe));
                (WeightTable words, WeightTable spans) = training.Learn();
                var marking = new MarkedMentions(knowledge, new NameModel("", headTable, words, spans));
                for (int i = 0; i < articles.Count; i++)
                {
                    if (parts[i] == part)
                    {
                        found[i] = Marks(marking, articles[i]);
                    }
                }
            });
            NamesScores.Print(title, articles, found);
            return found;
        }
    }

    private static SpanRecipe Recipe(NamesRecipe recipe)
    {
        string? set = Environment.GetEnvironmentVariable("SPAN");
        float[] v = set is null ? [] : [.. set.Split(',').Select(x => float.Parse(x, CultureInfo.InvariantCulture))];
        return v.Length == 0 ? new(Seed: recipe.Seed) : new((int)v[0], v[1], v[2], (int)v[3], (int)v[4], recipe.Seed, v.Length > 5 ? v[5] : 0, v.Length > 6 ? v[6] : 0);
    }

    private static byte[] Heads(NamesRecipe recipe, NamesGold gold, TraitReader reader, LanguageModel parser)
    {
        string cache = "/tmp/names-work/heads.bin";
        if (File.Exists(cache))
        {
            return File.ReadAllBytes(cache);
        }

        var examples = new List<(uint[] Features, int Kind)>();
        TokenTraits[] traits = [];
        int[] begins = [];
        var buffer = new uint[SpanFeatures.MostOfHead];
        foreach ((Findings findings, int[][] kinds) in GumHeads.Read(recipe.Gum, gold, parser))
        {
            reader.Fill(findings, ref traits, ref begins);
            for (int s = 0; s < kinds.Length; s++)
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
                    examples.Add((keys.Keys.ToArray(), kinds[s][i]));
                }
            }
        }

        Console.Error.WriteLine($"{examples.Count} words, {examples.Count(e => e.Kind > 0)} heads");
        byte[] bytes = HeadTraining.Learn(examples, 6, 0.1f, 0.01f, recipe.Seed);
        var table = WeightTable.Read(bytes);
        var sums = new int[NameModel.HeadKinds.Length];
        int right = 0;
        foreach ((uint[] features, int kind) in examples)
        {
            Array.Clear(sums);
            table.Add(features, sums);
            right += Array.IndexOf(sums, sums.Max()) == kind ? 1 : 0;
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"heads: {bytes.Length} bytes, {100.0 * right / examples.Count:0.0} % of the words learnt from"));
        Directory.CreateDirectory("/tmp/names-work");
        File.WriteAllBytes(cache, bytes);
        return bytes;
    }

    private static List<SpanExample> Examples(NamesArticle article, TraitReader reader, WeightTable heads)
    {
        TokenTraits[] traits = [];
        int[] begins = [];
        reader.Fill(article.Findings, ref traits, ref begins);
        var examples = new List<SpanExample>();
        for (int s = 0; s < article.Gold.Length; s++)
        {
            Span<TokenTraits> own = traits.AsSpan(begins[s]..begins[s + 1]);
            SpanTagger.Learn(heads, own);
            examples.Add(SpanExample.Of(article.Findings.Sentences[s], own, article.Gold[s]));
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

    private static KnowledgeBase Known(string folder)
    {
        KnowledgeLoad load = KnowledgeLoader.Load(
        [
            .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".tsv", StringComparison.Ordinal))
                .Select(f => new KnowledgeFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))).OrderBy(f => f.Path, StringComparer.Ordinal),
        ]);
        return load.Knowledge ?? throw new InvalidDataException($"{load.Problems.Length} problems in {folder}, the first: {load.Problems[0]}");
    }
}
