using System.Diagnostics;
using Casus.Language;

namespace Casus.Train;

/// <param name="Articles">JSON Lines, see <see cref="AttributionSet"/>.</param>
/// <param name="Language">Weights that parse them.</param>
/// <param name="Target">Folder for the weights; null only measures.</param>
internal sealed record AttributionRecipe(AttributionSize Size, string Articles, string Language, string? Target, int Passes, int Seed, int Threads);

/// <summary>Trains models/attribution.bin and models/attribution-fast.bin. Threads do not change the bytes: a batch is cut into a fixed number of parts, added in order.</summary>
internal static class AttributionTraining
{
    private const int Parts = 2, Rows = 300, Warmup = 200, Rarest = 3, Fifths = 5;
    private const float Rate = 2e-3f;

    /// <summary>Trains on four fifths of the articles and measures on the last, then trains on all and writes the weights with their card.</summary>
    public static int Run(AttributionRecipe recipe)
    {
        var clock = Stopwatch.StartNew();
        LanguageModel language = LanguageModel.Load(File.ReadAllBytes(recipe.Language));
        List<AttributedPassage> known = AttributionSet.Read(recipe.Articles, language, i => i % Fifths != 0), held = AttributionSet.Read(recipe.Articles, language, i => i % Fifths == 0);
        AttributionScores scores = AttributionScores.Of(AttributionModel.Load(Train(known, recipe)), held);
        Console.WriteLine($"of the fifth left out: {scores.Row()}");
        if (recipe.Target is null)
        {
            return 0;
        }

        List<AttributedPassage> all = [.. known, .. held];
        byte[] file = Train(all, recipe);
        Directory.CreateDirectory(recipe.Target);
        File.WriteAllBytes(Path.Combine(recipe.Target, $"{recipe.Size.File}.bin"), file);
        File.WriteAllText(Path.Combine(recipe.Target, $"{recipe.Size.File}.card.md"), AttributionCard.Write(recipe, AttributionModel.Load(file), all, file.Length, scores, language.Hash));
        Console.WriteLine($"{recipe.Size.File}: {file.Length} bytes, {AttributionModel.Load(file).Hash}, {clock.Elapsed.TotalMinutes:0.0} min");
        return 0;
    }

    internal static byte[] Train(IReadOnlyList<AttributedPassage> set, AttributionRecipe recipe)
    {
        (int passes, int seed, int threads) = (recipe.Passes, recipe.Seed, recipe.Threads);
        string[] words = Vocabulary(set, out int[] frequencies);
        var features = new WordFeatures(System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(words.Select((w, i) => KeyValuePair.Create(w, i + WordFeatures.FirstWord)), StringComparer.Ordinal));
        var weights = new AttributionWeights(recipe.Size.Shape(words.Length + WordFeatures.FirstWord), seed);
        AttributionPass[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new AttributionPass(weights, features, frequencies))];
        var optimiser = new Optimiser(weights, weights.Tables(), threads);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var clock = Stopwatch.StartNew();
        int step = 0, total = 0;
        for (int pass = 0; pass < passes; pass++)
        {
            List<AttributedPassage[]> groups = Groups(set, seed * 1000 + pass);
            total = total == 0 ? (groups.Count + Parts - 1) / Parts * passes : total;
            Array.ForEach(parts, p => p.Losses = default);
            for (int g = 0; g < groups.Count; g += Parts, step++)
            {
                int count = Math.Min(Parts, groups.Count - g), batch = groups.Skip(g).Take(count).Sum(x => x.Sum(e => e.Passage.Words));
                Parallel.For(0, weights.Sizes.Length, parallel, weights.Pack);
                AttributionPass[] used = parts[..count];
                Parallel.For(0, count, parallel, p => used[p].Run(groups[g + p], ((ulong)seed << 40) + ((ulong)step << 8) + (ulong)p, 1f / batch));
                optimiser.Step(used, Rate * Schedule(step, total));
            }

            double all = parts.Sum(p => (double)p.Losses.Words);
            Console.WriteLine($"{recipe.Size.File} {pass + 1}/{passes}: label {parts.Sum(p => p.Losses.Label) / all:0.0000} speaker {parts.Sum(p => p.Losses.Speaker) / all:0.0000} content {parts.Sum(p => p.Losses.Content) / all:0.0000}, {clock.Elapsed.TotalMinutes:0.0} min");
        }

        return weights.ToFile(words);
    }

    private static float Schedule(int step, int total) =>
        step < Warmup ? (step + 1f) / Warmup : step < total * 0.3f ? 1 : 1 - 0.98f * (step - total * 0.3f) / (total * 0.7f);

    /// <summary>Shuffled, then sorted by length within stretches, so that a batch's passages are of like length and batches are not.</summary>
    private static List<AttributedPassage[]> Groups(IReadOnlyList<AttributedPassage> set, int seed)
    {
        const int Stretch = 256;
        int[] order = Order.Shuffled(set.Count, seed);
        var groups = new List<AttributedPassage[]>();
        foreach (int[] stretch in order.Chunk(Stretch))
        {
            AttributedPassage[] sorted = [.. stretch.Select(i => set[i]).OrderByDescending(p => p.Passage.Words)];
            for (int begin = 0; begin < sorted.Length;)
            {
                int end = begin, rows = 0;
                while (end < sorted.Length && (rows == 0 || rows + sorted[end].Passage.Words <= Rows))
                {
                    rows += sorted[end++].Passage.Words;
                }

                groups.Add(sorted[begin..end]);
                begin = end;
            }
        }

        return [.. Order.Shuffled(groups.Count, seed + 500).Select(i => groups[i])];
    }

    private static string[] Vocabulary(IReadOnlyList<AttributedPassage> set, out int[] frequencies)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        Span<char> buffer = stackalloc char[64];
        foreach (AttributedPassage example in set)
        {
            for (int s = example.Passage.First; s < example.Passage.End; s++)
            {
                foreach (Token token in example.Sentences[s].Tokens)
                {
                    string word = new(buffer[..WordFeatures.Normalise(token.Form, buffer)]);
                    counts[word] = counts.GetValueOrDefault(word) + 1;
                }
            }
        }

        KeyValuePair<string, int>[] kept = [.. counts.Where(c => c.Value >= Rarest && c.Key.Length > 0).OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal)];
        frequencies = [0, 0, .. kept.Select(c => c.Value)];
        return [.. kept.Select(c => c.Key)];
    }
}
