using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <summary>What the verb "coreference" was asked for.</summary>
/// <param name="Parser">Weights that parse the treebank: links are learnt on trees as they come out, not on the gold's.</param>
internal sealed record CoreferenceRecipe(string Treebanks, string Knowledge, string Parser, string Target, int Seed, int Passes);

/// <summary>A text with its trees, its references and what the gold says of each.</summary>
/// <param name="Chains">Number of the gold's chain for each reference; -1 for words that are no mention.</param>
internal sealed record LinkedText(ChainedText Text, ImmutableArray<Sentence> Sentences, References References, int[] Chains)
{
    public static LinkedText Of(ChainedText text, TextParser parser, ChainReader reader)
    {
        ImmutableArray<Sentence> sentences = parser.ParseTokens(text.Forms);
        References references = reader.Find(sentences);
        var owners = new Dictionary<GoldSpan, int>();
        for (int c = 0; c < text.Chains.Count; c++)
        {
            foreach (GoldSpan span in text.Chains[c])
            {
                owners[span] = c;
            }
        }

        var chains = new int[references.Count];
        var used = new HashSet<GoldSpan>();
        for (int i = 0; i < chains.Length; i++)
        {
            GoldSpan span = SpanOf(references[i]);
            chains[i] = used.Add(span) ? owners.GetValueOrDefault(span, -1) : -1;
        }

        return new(text, sentences, references, chains);
    }

    public static GoldSpan SpanOf(in Reference r) => new(r.Sentence, r.First, r.Last);
}

/// <summary>Trains models/coreference.bin from GUM: what refers, kinds, links. One thread; the seed alone decides the orders.</summary>
internal static class CoreferenceTraining
{
    private const int Folds = 5;

    public static int Run(CoreferenceRecipe recipe)
    {
        var clock = Stopwatch.StartNew();
        KnowledgeBase knowledge = KnowledgeFolder.Load(recipe.Knowledge);
        var parser = new TextParser(LanguageModel.Load(File.ReadAllBytes(recipe.Parser)));
        var reader = new ChainReader(knowledge, null);
        LinkedText[] texts = [.. ChainedText.Read(Path.Combine(recipe.Treebanks, "en_gum-train.conllu.gz")).Select(t => LinkedText.Of(t, parser, reader))];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{texts.Length} texts, {texts.Sum(t => t.References.Count)} references, parsed in {clock.Elapsed.TotalSeconds:0} s"));

        var judges = new JudgeTrainer(reader.Features, recipe.Seed);
        // Each text is judged by weights that have not seen it, as new texts will be.
        for (int fold = 0; fold < Folds; fold++)
        {
            (float[] foldRefers, float[] foldKinds) = judges.Train([.. texts.Where((_, i) => i % Folds != fold)]);
            JudgeTrainer.Judge(reader.Features, [.. texts.Where((_, i) => i % Folds == fold)], foldRefers, foldKinds);
        }

        (float[] refers, float[] kinds) = judges.Train(texts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"judges at {clock.Elapsed.TotalSeconds:0} s: {JudgeTrainer.Accuracy(texts)}"));
        float[] links = new LinkTrainer(reader.Features, recipe.Seed).Train(texts, recipe.Passes);
        byte[] bytes = CoreferenceModel.Write(refers, kinds, links);
        CoreferenceModel model = CoreferenceModel.Load(bytes);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trained in {clock.Elapsed.TotalMinutes:0.0} min; {bytes.Length} bytes"));
        File.WriteAllBytes(Path.Combine(recipe.Target, "coreference.bin"), bytes);
        CoreferenceScores scores = CoreferenceScores.Of(recipe.Treebanks, parser, new ChainReader(knowledge, model));
        File.WriteAllText(Path.Combine(recipe.Target, "coreference.card.md"), CoreferenceCard.Write(recipe, model, bytes.Length, texts, scores));
        Console.WriteLine(scores.Table());
        return 0;
    }

    public static int Score(CoreferenceRecipe recipe, string? weights, string[] names, bool errors)
    {
        KnowledgeBase knowledge = KnowledgeFolder.Load(recipe.Knowledge);
        var parser = new TextParser(LanguageModel.Load(File.ReadAllBytes(recipe.Parser)));
        CoreferenceModel? model = weights is null ? null : CoreferenceModel.Load(File.ReadAllBytes(weights));
        var reader = new ChainReader(knowledge, model);
        Console.WriteLine(CoreferenceScores.Of(recipe.Treebanks, parser, reader, names).Table());
        PrintTime(Path.Combine(recipe.Treebanks, "en_gum-dev.conllu.gz"), parser, reader);
        if (errors)
        {
            CoreferenceErrors.Print(Path.Combine(recipe.Treebanks, "en_gum-dev.conllu.gz"), parser, reader);
        }

        return 0;
    }

    private static void PrintTime(string path, TextParser parser, ChainReader reader)
    {
        ImmutableArray<Sentence>[] texts = [.. ChainedText.Read(path).Select(t => parser.ParseTokens(t.Forms))];
        for (int round = 0; round < 3; round++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            int chains = texts.Sum(t => reader.Read(t).Length);
            TimeSpan spent = Process.GetCurrentProcess().TotalProcessorTime - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{chains} chains, {spent.TotalMicroseconds / texts.Sum(t => t.Sum(s => s.Tokens.Length)):0.0} µs of a core for a token"));
        }
    }
}
