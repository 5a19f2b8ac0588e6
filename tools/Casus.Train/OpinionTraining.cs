using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <summary>A coded pair: its features and the index of its code.</summary>
internal sealed record CodedPair(string Sentence, PairFeatures Features, int Code);

/// <summary>Trains models/opinion.bin: softmax regression by AdaGrad (Duchi, Hazan and Singer 2011) with a penalty on the square of the weights.</summary>
internal static class OpinionTraining
{
    private const int Passes = 40, Folds = 5;
    private const float Rate = 0.1f, Penalty = 2e-4f;

    public static int Run(string rows, string language, string knowledge, string? target, int seed)
    {
        (ImmutableArray<string> types, List<CodedPair> pairs) = Read(rows, LanguageModel.Load(File.ReadAllBytes(language)), KnowledgeFolder.Load(knowledge));
        Console.WriteLine($"{pairs.Count} pairs, {types.Length} codes, {pairs.Average(p => p.Features.Rows.Count):0} features a pair");
        int[] answers = CrossValidated(types, pairs, seed);
        Console.WriteLine($"cross-validated: accuracy {Enumerable.Range(0, pairs.Count).Count(i => answers[i] == pairs[i].Code) / (double)pairs.Count:0.000}, macro F1 {MacroF1(types, pairs, answers):0.000}");
        for (int c = 0; c < types.Length; c++)
        {
            Console.WriteLine($"  {types[c],-10} {F1(pairs, answers, c):0.000}  taken for: {string.Join(", ", Enumerable.Range(0, pairs.Count).Where(i => pairs[i].Code == c && answers[i] != c).GroupBy(i => types[answers[i]]).OrderByDescending(g => g.Count()).Take(4).Select(g => $"{g.Key} {g.Count()}"))}");
        }

        if (target is not null)
        {
            Directory.CreateDirectory(target);
            File.WriteAllBytes(Path.Combine(target, "opinion.bin"), new SecondOpinion(types, Train(types, pairs, seed), "").Write());
        }

        return 0;
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

    private static float[] Train(ImmutableArray<string> types, List<CodedPair> pairs, int seed)
    {
        int k = types.Length;
        var weights = new float[k << PairFeatures.Bits];
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
    private static (ImmutableArray<string> Types, List<CodedPair> Pairs) Read(string path, LanguageModel language, KnowledgeBase knowledge)
    {
        string[] lines = File.ReadAllLines(path);
        var codes = new SortedSet<string>(StringComparer.Ordinal);
        foreach (string line in lines)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            codes.Add(row.RootElement.GetProperty("root").GetString()!);
        }

        ImmutableArray<string> types = [.. codes];
        var reader = new Reader(knowledge, language, MentionModels.None);
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
