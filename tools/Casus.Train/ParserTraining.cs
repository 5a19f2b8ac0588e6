using System.Diagnostics;
using System.Text;
using Casus.Language;

namespace Casus.Train;

/// <summary>The whole training, in order: tables and cuts, teachers, silver labels, and the networks that are shipped.</summary>
internal static class ParserTraining
{
    private const int BoundaryPasses = 10, LongPasses = 5;

    public static int Run(Recipe recipe, Func<Size, bool> wanted)
    {
        Treebank[] banks = Banks(recipe);
        Console.WriteLine($"{banks.Sum(b => b.Trees.Count)} sentences, {banks.Sum(b => b.Trees.Sum(t => t.Forms.Length))} words read");
        var clock = Stopwatch.StartNew();
        Dictionary<string, byte[]> tables = Tables(recipe, banks);
        Example[] silver = recipe.Silver is null ? [] : Distil(recipe, banks, LanguageModel.Load(ModelFile.Write(tables)));
        TrainSet set = TrainSet.Of(banks, silver);
        var shared = new Origin(banks, silver.Length, silver.Sum(e => (long)e.Forms.Length), clock.Elapsed);
        Directory.CreateDirectory(recipe.Target);
        foreach (Size size in recipe.Sizes.Where(wanted))
        {
            clock.Restart();
            byte[] file = ModelFile.Write(tables.Append(new("network", NetworkTraining.Train(set, size.Network, recipe.Threads).Write())));
            TimeSpan time = clock.Elapsed;
            File.WriteAllBytes(Path.Combine(recipe.Target, size.File + ".bin"), file);
            LanguageModel model = LanguageModel.Load(file);
            DevScores[] scores = DevScores.All(model, recipe.Treebanks);
            File.WriteAllText(Path.Combine(recipe.Target, size.File + ".card.md"), ModelCard.Write(recipe, size, shared, model, file.Length, time, scores));
            Console.WriteLine($"{size.File}: {file.Length} bytes, {model.Hash}, {time.TotalMinutes:0.0} min");
            Array.ForEach(scores, s => Console.WriteLine(s.Row()));
        }

        return 0;
    }

    /// <summary>Learns the tables anew and keeps the network of weights that are there.</summary>
    public static int Retable(Recipe recipe, string weights)
    {
        IReadOnlyDictionary<string, ReadOnlyMemory<byte>> sections = ModelFile.Read(File.ReadAllBytes(weights));
        byte[] file = ModelFile.Write(Tables(recipe, Banks(recipe)).Append(new("network", sections["network"].ToArray())));
        File.WriteAllBytes(weights, file);
        return Score(weights, recipe.Treebanks, relations: false);
    }

    public static int Score(string weights, string treebanks, bool relations)
    {
        LanguageModel model = LanguageModel.Load(File.ReadAllBytes(weights));
        Array.ForEach(DevScores.All(model, treebanks), s => Console.WriteLine(s.Row()));
        foreach (string line in relations ? DevScores.Banks(treebanks).SelectMany(b => RelationScores.Of(model, b)) : [])
        {
            Console.WriteLine(line);
        }

        return 0;
    }

    /// <summary>What the kept teachers are worth together, on given tokens: the mark that the shipped networks learn from.</summary>
    public static int ScoreTeachers(Recipe recipe)
    {
        Network[] teachers = [.. Directory.EnumerateFiles(recipe.Work!, "teacher-*.bin").Order(StringComparer.Ordinal).Select(f => Network.Read(File.ReadAllBytes(f)))];
        foreach (Treebank bank in DevScores.Banks(recipe.Treebanks))
        {
            List<Tree> trees = [.. bank.Trees.Where(t => t.Forms.Length <= TextParser.LongestSentence)];
            Example[] labelled = Silver.Label([.. trees.Select(t => t.Forms)], teachers, recipe.Threads);
            int words = 0, tags = 0, heads = 0, both = 0;
            for (int s = 0; s < trees.Count; s++)
            {
                for (int i = 0; i < trees[s].Forms.Length; i++)
                {
                    bool head = labelled[s].Heads[i] == trees[s].Heads[i];
                    words++;
                    tags += teachers[0].Tags[labelled[s].Tags[i]].Split('|')[0] == trees[s].Tags[i].Split('|')[0] ? 1 : 0;
                    heads += head ? 1 : 0;
                    both += head && teachers[0].Relations[labelled[s].Relations[i]].Split(':')[0] == trees[s].Relations[i].Split(':')[0] ? 1 : 0;
                }
            }

            Console.WriteLine($"{bank.Name}, {teachers.Length} networks together: UPOS {100.0 * tags / words:0.00} UAS {100.0 * heads / words:0.00} LAS {100.0 * both / words:0.00}");
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

    private static Treebank[] Banks(Recipe recipe) => [.. new[] { "en_ewt-train", "en_gum-train" }.Select(n => Treebank.Read(Path.Combine(recipe.Treebanks, n + ".conllu.gz")))];

    private static Dictionary<string, byte[]> Tables(Recipe recipe, Treebank[] banks)
    {
        List<Paragraph> paragraphs = [.. banks.SelectMany(b => b.Paragraphs)];
        byte[] sentences = BoundaryTrainer.Sentences(paragraphs, BoundaryPasses, recipe.Seed);
        var tables = new Dictionary<string, byte[]>
        {
            ["tokens"] = BoundaryTrainer.Tokens(paragraphs, BoundaryPasses, recipe.Seed),
            ["sentences"] = sentences,
            ["bare-sentences"] = sentences,
            ["casing"] = new byte[2 * TrueCaser.Cases << BoundaryModel.Bits],
            ["contractions"] = WordLists.Contractions(banks),
            ["words"] = WordLists.Words(banks),
            ["abbreviations"] = WordLists.Abbreviations(),
            ["bases"] = [],
            ["lemmas"] = [],
        };
        if (recipe.Silver is not null)
        {
            // Capitals and lost signs are a matter of wording: what the cuts so far make of ordinary news teaches more than the treebanks do.
            paragraphs.AddRange(Silver.Paragraphs(Silver.Articles(recipe.Silver), LanguageModel.Load(ModelFile.Write(tables)).Tokenizer));
        }

        tables["bases"] = WordLists.Bases(banks, paragraphs);
        tables["lemmas"] = WordLists.Lemmas(banks, tables["bases"]);
        tables["bare-sentences"] = BoundaryTrainer.Sentences([.. BareCopy.Of(paragraphs)], LongPasses, recipe.Seed);
        tables["casing"] = CaseTrainer.Train(paragraphs, banks.Sum(b => b.Paragraphs.Count), new CopyRepair(WordTable.Read(tables["words"])), LongPasses, recipe.Seed);
        return tables;
    }

    private static Example[] Distil(Recipe recipe, Treebank[] banks, LanguageModel cuts)
    {
        TrainSet set = TrainSet.Of(banks);
        Network[] teachers = [.. recipe.TeacherRecipes.Select(r => Teacher(recipe, set, r))];
        List<string[]> sentences = Silver.Sentences(Silver.Articles(recipe.Silver!), cuts);
        Console.WriteLine($"{sentences.Count} silver sentences, {sentences.Sum(s => (long)s.Length)} words");
        var clock = Stopwatch.StartNew();
        Example[] silver = Silver.Label(sentences, teachers, recipe.Threads);
        Console.WriteLine($"labelled by {teachers.Length} networks in {clock.Elapsed.TotalMinutes:0.0} min");
        return silver;
    }

    private static Network Teacher(Recipe recipe, TrainSet set, NetworkRecipe network)
    {
        string? kept = recipe.Work is null ? null : Path.Combine(recipe.Work, network.Name + ".bin");
        if (kept is not null && File.Exists(kept))
        {
            Console.WriteLine($"{network.Name} taken from {kept}");
            return Network.Read(File.ReadAllBytes(kept));
        }

        byte[] bytes = NetworkTraining.Train(set, network, recipe.Threads).Write();
        if (kept is not null)
        {
            Directory.CreateDirectory(recipe.Work!);
            File.WriteAllBytes(kept, bytes);
        }

        return Network.Read(bytes);
    }
}

/// <summary>What all sizes are made from, and how long that took.</summary>
internal sealed record Origin(IReadOnlyList<Treebank> Banks, int SilverSentences, long SilverWords, TimeSpan Time);
