using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <summary>A coded pair: its features and the index of its code.</summary>
internal sealed record CodedPair(string Sentence, OpinionFeatures Features, int Code);

/// <summary>Trains models/opinion.bin: softmax regression by AdaGrad (Duchi, Hazan and Singer 2011) with a penalty on the square of the weights.</summary>
internal static class OpinionTraining
{
    private const int Passes = 40, Folds = 5;
    private const float Rate = 0.1f, Penalty = 2e-4f;

    public static int Run(string rows, string language, string knowledge, string? target, int seed)
    {
        KnowledgeBase known = KnowledgeFolder.Load(knowledge);
        (ImmutableArray<string> types, List<CodedPair> pairs) = Read(rows, LanguageModel.Load(File.ReadAllBytes(language)), Beside(language), known);
        Console.WriteLine($"{pairs.Count} pairs, {types.Length} codes, {pairs.Average(p => p.Features.Rows.Count):0} features a pair");
        int[] answers = CrossValidated(types, pairs, seed);
        Console.WriteLine($"cross-validated: accuracy {Accuracy(pairs, answers):0.000}, macro F1 {MacroF1(types, pairs, answers):0.000}, quad class {QuadAccuracy(types, pairs, answers, known):0.000}");
        for (int c = 0; c < types.Length; c++)
        {
            Console.WriteLine($"  {types[c],-10} {F1(pairs, answers, c):0.000}  taken for: {string.Join(", ", Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Code == c && answers[i] != c).GroupBy(i => types[answers[i]]).OrderByDescending(g => g.Count()).Take(4).Select(g => $"{g.Key} {g.Count()}"))}");
        }

        if (target is not null)
        {
            Directory.CreateDirectory(target);
            byte[] file = new SecondOpinion(types, Train(types, pairs, seed), "").Write();
            File.WriteAllBytes(Path.Combine(target, "opinion.bin"), file);
            File.WriteAllText(Path.Combine(target, "opinion.card.md"), Card(SecondOpinion.Load(file), pairs, answers, file.Length, seed, known));
        }

        return 0;
    }

    /// <summary>The other weights in the folder of the parser's, with which the program will read, too.</summary>
    internal static MentionModels Beside(string language)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(language))!;
        return new(
            AttributionModel.Load(File.ReadAllBytes(Path.Combine(folder, "attribution.bin"))),
            null,
            CoreferenceModel.Load(File.ReadAllBytes(Path.Combine(folder, "coreference.bin"))));
    }

    private static int[] CrossValidated(ImmutableArray<string> types, List<CodedPair> pairs, int seed)
    {
        // Pairs of one sentence stay together.
        string[] sentences = [.. pairs.Select(p => p.Sentence).Distinct(StringComparer.Ordinal)];
        int[] order = Order.Shuffled(sentences.Length, seed);
        var fold = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < order.Length; i++)
        {
            fold[sentences[order[i]]] = i % Folds;
        }

        var answers = new int[pairs.Count];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
        {
            var model = new SecondOpinion(types, Train(types, [.. pairs.Where(p => fold[p.Sentence] != f)], seed), "");
            for (int i = 0; i < pairs.Count; i++)
            {
                if (fold[pairs[i].Sentence] == f)
                {
                    float[] likely = model.Likelihoods(pairs[i].Features);
                    answers[i] = Array.IndexOf(likely, likely.Max());
                }
            }
        });
        return answers;
    }

    internal static float[] Train(ImmutableArray<string> types, List<CodedPair> pairs, int seed)
    {
        int k = types.Length;
        var weights = new float[k << OpinionFeatures.Bits];
        var squares = new float[weights.Length];
        var model = new SecondOpinion(types, weights, "");
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (int i in Order.Shuffled(pairs.Count, seed * 1000 + pass))
            {
                CodedPair pair = pairs[i];
                float[] gradient = model.Likelihoods(pair.Features);
                gradient[pair.Code] -= 1;
                for (int f = 0; f < pair.Features.Rows.Count; f++)
                {
                    int at = pair.Features.Rows[f] * k;
                    for (int c = 0; c < k; c++)
                    {
                        float g = gradient[c] * pair.Features.Values[f] + Penalty * weights[at + c];
                        squares[at + c] += g * g;
                        weights[at + c] -= Rate * g / (MathF.Sqrt(squares[at + c]) + 1e-6f);
                    }
                }
            }
        }

        return weights;
    }

    private static string Card(SecondOpinion model, List<CodedPair> pairs, int[] answers, int bytes, int seed, KnowledgeBase known) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `opinion.bin`: what passes between two marked parties

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (rows of features in 8 bits with a scale each) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- opinion --rows FILE --model models/language.bin --out models --seed {seed}` |
        | Knowledge | `{known.Hash}`: the patterns' answers are among the features |

        ## Made from

        {pairs.Count} pairs of the development half of PLV (the PLOVER annotations published with ZSP, Hu and others 2024), English news sentences; the set states no licence of its texts. No text is in the
        weights: features are hashed. Without the file the patterns alone answer.

        ## What it is

        Softmax regression over hashed features (wording with the parties masked, lemmas, the way through the tree, governors, the words between, what the patterns say), {Passes} passes of AdaGrad.
        It knows fifteen codes; YIELD is published as the patterns' CONCEDE or RETREAT, else as RETREAT.

        ## Scores, each fifth of the sentences by a model of the others

        Accuracy {Accuracy(pairs, answers):0.000}, macro F1 {MacroF1(model.Types, pairs, answers):0.000}, quad class {QuadAccuracy(model.Types, pairs, answers, known):0.000}.

        | Code | F1 | Pairs |
        |---|---|---|
        {string.Join('\n', model.Types.Select((t, c) => string.Create(CultureInfo.InvariantCulture, $"| {t} | {F1(pairs, answers, c):0.000} | {pairs.Count(p => p.Code == c)} |")))}

        ## Limits

        It answers for pairs that somebody marked, one code a pair. It was measured by folds of the rows it learns from, and the patterns were written with these rows in view.

        """);

    private static double Accuracy(List<CodedPair> pairs, int[] answers) => Enumerable.Range(0, pairs.Count).Count(i => answers[i] == pairs[i].Code) / (double)pairs.Count;

    private static double QuadAccuracy(ImmutableArray<string> types, List<CodedPair> pairs, int[] answers, KnowledgeBase known) =>
        Enumerable.Range(0, pairs.Count).Count(i => Quad(types[answers[i]], known) == Quad(types[pairs[i].Code], known)) / (double)pairs.Count;

    /// <summary>YIELD of the rows is material cooperation.</summary>
    private static int Quad(string type, KnowledgeBase known) => known.Ontology.Find(type)?.Quad ?? 2;

    private static double MacroF1(ImmutableArray<string> types, List<CodedPair> pairs, int[] answers) => Enumerable.Range(0, types.Length).Average(c => F1(pairs, answers, c));

    private static double F1(List<CodedPair> pairs, int[] answers, int code)
    {
        int right = 0, found = 0, gold = 0;
        for (int i = 0; i < pairs.Count; i++)
        {
            found += answers[i] == code ? 1 : 0;
            gold += pairs[i].Code == code ? 1 : 0;
            right += answers[i] == code && pairs[i].Code == code ? 1 : 0;
        }

        return 2.0 * right / Math.Max(1, found + gold);
    }

    /// <summary>JSON Lines: "sid", "sentence", "source_spans", "target_spans" (code points), "root".</summary>
    private static (ImmutableArray<string> Types, List<CodedPair> Pairs) Read(string path, LanguageModel language, MentionModels mentions, KnowledgeBase knowledge)
    {
        string[] lines = File.ReadAllLines(path);
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            codes.Add(row.RootElement.GetProperty("root").GetString()!);
        }

        ImmutableArray<string> types = [.. codes];
        var reader = new Reader(knowledge, language, mentions);
        var coder = new Coder(knowledge);
        var pairs = new List<CodedPair>();
        foreach (string line in lines)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string text = row.RootElement.GetProperty("sentence").GetString()!;
            int[] units = AttributionSet.Units(text);
            Article article = ((PageRead)reader.Read(Page.Of("row", Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Article;
            Reading reading = reader.Code(article);
            if (coder.Features(reading, Spans(row.RootElement, "source_spans", units), Spans(row.RootElement, "target_spans", units)) is { } features)
            {
                pairs.Add(new(row.RootElement.GetProperty("sid").GetString()!, features, types.IndexOf(row.RootElement.GetProperty("root").GetString()!)));
            }
        }

        return (types, pairs);
    }

    private static TextSpan[] Spans(JsonElement row, string key, int[] units) =>
        row.TryGetProperty(key, out JsonElement spans) && spans.ValueKind == JsonValueKind.Array ? [.. spans.EnumerateArray().Select(s => new TextSpan(units[s[0].GetInt32()], units[s[1].GetInt32()]))] : [];
}
