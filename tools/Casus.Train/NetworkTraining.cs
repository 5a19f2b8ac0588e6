using System.Diagnostics;
using Casus.Language;

namespace Casus.Train;

/// <summary>How one network is trained.</summary>
/// <param name="Copies">Share of sentences that are learnt in another form, see <see cref="CopyVariants"/>; 1 is a tenth.</param>
/// <param name="Rows">Words of a batch, its roots counted. Smaller batches learn more from a pass and take longer for it.</param>
/// <param name="Narrow">The smaller widths around the LSTMs, for speed.</param>
internal sealed record NetworkRecipe(string Name, int Hidden, int Epochs, int Seed, float Copies, int Rows = 200, bool Narrow = false);

/// <summary>Trains a network. A batch is cut into a fixed number of parts whose gradients are added in order, so threads do not change the result.</summary>
internal static class NetworkTraining
{
    private const int Parts = 2, Warmup = 200;
    private const float Rate = 2e-3f;

    public static Network Train(TrainSet set, NetworkRecipe recipe, int threads)
    {
        var weights = new NetworkWeights(Shape(set, recipe), recipe.Seed);
        WordFeatures features = Features(set);
        TrainPart[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new TrainPart(weights, set, features))];
        var optimiser = new Optimiser(weights, [new(weights.Words, weights.Shape.WordWidth), new(weights.Pieces, weights.Shape.PieceWidth)], threads);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads };
        var clock = Stopwatch.StartNew();
        int step = 0, total = 0;
        for (int epoch = 0; epoch < recipe.Epochs; epoch++)
        {
            List<Example[]> groups = Groups(Taken(set.Examples, epoch), recipe.Seed * 1000 + epoch, recipe.Copies, recipe.Rows / Parts);
            total = total == 0 ? (groups.Count + Parts - 1) / Parts * recipe.Epochs : total;
            Array.ForEach(parts, p => p.Losses = default);
            for (int g = 0; g < groups.Count; g += Parts, step++)
            {
                int count = Math.Min(Parts, groups.Count - g), words = groups.Skip(g).Take(count).Sum(x => x.Sum(e => e.Forms.Length));
                Parallel.For(0, weights.Sizes.Length, parallel, weights.Pack);
                TrainPart[] used = parts[..count];
                Parallel.For(0, count, parallel, p => used[p].Run(groups[g + p], ((ulong)recipe.Seed << 40) + ((ulong)step << 8) + (ulong)p, 1f / words));
                optimiser.Step(used, Rate * Schedule(step, total));
            }

            double all = parts.Sum(p => p.Losses.Words);
            Console.WriteLine($"{recipe.Name} {epoch + 1}/{recipe.Epochs}: arc {parts.Sum(p => p.Losses.Arc) / all:0.000} relation {parts.Sum(p => p.Losses.Relation) / all:0.000} tag {parts.Sum(p => p.Losses.Tag) / all:0.000} name {parts.Sum(p => p.Losses.Name) / all:0.000}, {clock.Elapsed.TotalMinutes:0.0} min");
        }

        return weights.ToNetwork(set);
    }

    public static WordFeatures Features(TrainSet set) =>
        new(System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(set.Words.Select((w, i) => KeyValuePair.Create(w, i + WordFeatures.FirstWord)), StringComparer.Ordinal));

    private static NetworkShape Shape(TrainSet set, NetworkRecipe recipe)
    {
        var shape = new NetworkShape(set.Words.Length + WordFeatures.FirstWord, recipe.Hidden, set.Tags.Length, set.Names.Length, set.Relations.Length);
        return recipe.Narrow ? shape with { WordWidth = 64, PieceWidth = 64, TagWidth = 64, NameWidth = 32, ArcWidth = 128, RelationWidth = 64 } : shape;
    }

    /// <summary>A pass reads all of the treebanks and every other one of the silver sentences.</summary>
    private static List<Example> Taken(List<Example> examples, int epoch)
    {
        int silver = 0;
        return [.. examples.Where(e => e.Soft is null || silver++ % 2 == epoch % 2)];
    }

    private static float Schedule(int step, int total)
    {
        double done = (double)step / total;
        double rate = done < 0.3 ? 1 : 1 - (done - 0.3) / 0.7 * 0.98;
        return (float)(step < Warmup ? rate * (step + 1) / Warmup : Math.Max(rate, 0.02));
    }

    /// <summary>Sentences of like length together, about so many rows a group, groups in a shuffled order.</summary>
    private static List<Example[]> Groups(List<Example> examples, int seed, float copies, int partRows)
    {
        var chance = new Order((ulong)seed * 31 + 7);
        Example[] sorted = [.. Order.Shuffled(examples.Count, seed).Select(i => examples[i]).Select(e => copies > 0 ? CopyVariants.Vary(e, chance, e.Soft is null ? copies : 2 * copies) : e).OrderByDescending(e => e.Forms.Length)];
        var groups = new List<Example[]>();
        for (int begin = 0; begin < sorted.Length;)
        {
            int end = begin, rows = 0;
            while (end < sorted.Length && (rows == 0 || rows + sorted[end].Forms.Length + 1 <= partRows))
            {
                rows += sorted[end++].Forms.Length + 1;
            }

            groups.Add(sorted[begin..end]);
            begin = end;
        }

        return [.. Order.Shuffled(groups.Count, seed + 1).Select(i => groups[i])];
    }
}
