using System.Diagnostics;
using System.Text;
using Casus.Language;

namespace Casus.Train;

internal sealed record Recipe(string Treebanks, string Target, int Hidden, int Epochs, int Threads, int Seed);

/// <summary>The whole training, in order.</summary>
internal static class ParserTraining
{
    private const int BoundaryEpochs = 10;

    public static int Run(Recipe recipe)
    {
        var clock = Stopwatch.StartNew();
        Treebank[] banks = [.. new[] { "en_ewt-train", "en_gum-train" }.Select(n => Treebank.Read(Path.Combine(recipe.Treebanks, n + ".conllu.gz")))];
        Console.WriteLine($"{banks.Sum(b => b.Trees.Count)} sentences, {banks.Sum(b => b.Trees.Sum(t => t.Forms.Length))} words read");
        var paragraphs = banks.SelectMany(b => b.Paragraphs).ToList();
        var sections = new Dictionary<string, byte[]>
        {
            ["tokens"] = BoundaryTrainer.Tokens(paragraphs, BoundaryEpochs, recipe.Seed),
            ["sentences"] = BoundaryTrainer.Sentences(paragraphs, BoundaryEpochs, recipe.Seed),
            ["contractions"] = WordLists.Contractions(banks),
            ["words"] = WordLists.Words(banks),
            ["lemmas"] = WordLists.Lemmas(banks),
        };
        if (recipe.Hidden > 0)
        {
            sections["network"] = NetworkTraining.Train(TrainSet.Of(banks), recipe).Write();
        }

        foreach ((string name, byte[] bytes) in sections)
        {
            Console.WriteLine($"{name}: {bytes.Length} bytes");
        }

        byte[] file = ModelFile.Write(sections);
        Directory.CreateDirectory(recipe.Target);
        File.WriteAllBytes(Path.Combine(recipe.Target, "language.bin"), file);
        TimeSpan time = clock.Elapsed;
        LanguageModel model = LanguageModel.Load(file);
        DevScores[] scores = DevScores.All(model, recipe.Treebanks);
        File.WriteAllText(Path.Combine(recipe.Target, "parser.card.md"), ModelCard.Write(recipe, banks, model, file.Length, time, scores));
        foreach (DevScores score in scores)
        {
            Console.WriteLine(score.Row());
        }

        Console.WriteLine($"done in {time.TotalMinutes:0.0} min");
        return 0;
    }

    public static int Score(string weights, string treebanks)
    {
        foreach (DevScores score in DevScores.All(LanguageModel.Load(File.ReadAllBytes(weights)), treebanks))
        {
            Console.WriteLine(score.Row());
        }

        return 0;
    }

    public static int Parse(string weights, bool tokens)
    {
        var writer = new ConlluWriter(LanguageModel.Load(File.ReadAllBytes(weights)));
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        var clock = Stopwatch.StartNew();
        int words = 0;
        foreach (string line in tokens ? writer.ParseTokens(input) : writer.ParseText(input))
        {
            words += line.Length > 0 && line[0] != '#' ? 1 : 0;
            output.WriteLine(line);
        }

        Console.Error.WriteLine($"{words} words in {clock.Elapsed.TotalSeconds:0.00} s");
        return 0;
    }
}
