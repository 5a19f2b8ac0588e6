using System.Diagnostics;
using Casus.Language;

namespace Casus.Train;

/// <summary>Trains the network. A batch is cut into a fixed number of parts whose gradients are added in order, so threads do not change the result.</summary>
internal static class NetworkTraining
{
    private const int Parts = 4, PartRows = 150, Warmup = 200;
    private const float Rate = 2e-3f;

    public static Network Train(TrainSet set, Recipe recipe)
    {
        var shape = new NetworkShape(set.Words.Length + WordFeatures.FirstWord, recipe.Hidden, set.Tags.Length, set.Names.Length, set.Relations.Length);
        var weights = new NetworkWeights(shape, recipe.Seed);
        WordFeatures features = Features(set);
        TrainPart[] parts = [.. Enumerable.Range(0, Parts).Select(_ => new TrainPart(weights, set, features))];
        var optimiser = new Optimiser(weights, recipe.Threads);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = recipe.Threads };
        var clock = Stopwatch.StartNew();
        int step = 0, total = 0;
        for (int epoch = 0; epoch < recipe.Epochs; epoch++)
        {
            List<Example[]> groups = Groups(set.Examples, recipe.Seed * 1000 + epoch);
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
            Console.WriteLine($"epoch {epoch + 1}: arc {parts.Sum(p => p.Losses.Arc) / all:0.000} relation {parts.Sum(p => p.Losses.Relation) / all:0.000} tag {parts.Sum(p => p.Losses.Tag) / all:0.000} name {parts.Sum(p => p.Losses.Name) / all:0.000}, {clock.Elapsed.TotalMinutes:0.0} min");
        }

        return weights.ToNetwork(set);
    }

    public static WordFeatures Features(TrainSet set) =>
        new(System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(set.Words.Select((w, i) => KeyValuePair.Create(w, i + WordFeatures.FirstWord)), StringComparer.Ordinal));

    private static float Schedule(int step, int total)
    {
        double done = (double)step / total;
        double rate = done < 0.3 ? 1 : 1 - (done - 0.3) / 0.7 * 0.98;
        return (float)(step < Warmup ? rate * (step + 1) / Warmup : rate);
    }

    /// <summary>Sentences of like length together, about <see cref="PartRows"/> rows a group, groups in a shuffled order.</summary>
    private static List<Example[]> Groups(List<Example> examples, int seed)
    {
        var chance = new Order((ulong)seed * 31 + 7);
        Example[] sorted = [.. Order.Shuffled(examples.Count, seed).Select(i => CopyVariants.Vary(examples[i], chance)).OrderByDescending(e => e.Forms.Length)];
        var groups = new List<Example[]>();
        for (int begin = 0; begin < sorted.Length;)
        {
            int end = begin, rows = 0;
            while (end < sorted.Length && (rows == 0 || rows + sorted[end].Forms.Length + 1 <= PartRows))
            {
                rows += sorted[end++].Forms.Length + 1;
            }

            groups.Add(sorted[begin..end]);
            begin = end;
        }

        return [.. Order.Shuffled(groups.Count, seed + 1).Select(i => groups[i])];
    }
}

/// <summary>Some sentences are learnt as news copy often has them: in capitals, in a headline's capitals, without capitals, without punctuation.</summary>
internal static class CopyVariants
{
    public static Example Vary(Example example, Order chance)
    {
        float luck = chance.Uniform();
        return luck switch
        {
            < 0.03f => example with { Forms = [.. example.Forms.Select(f => f.ToUpperInvariant())] },
            < 0.05f => example with { Forms = [.. example.Forms.Select(f => char.ToUpperInvariant(f[0]) + f[1..])] },
            < 0.07f => example with { Forms = [.. example.Forms.Select(f => f.ToLowerInvariant())] },
            < 0.10f => WithoutPunctuation(example),
            _ => example,
        };
    }

    private static Example WithoutPunctuation(Example example)
    {
        int[] kept = [.. Enumerable.Range(0, example.Forms.Length).Where(i => !example.IsPunctuation[i])];
        if (kept.Length == 0 || kept.Length == example.Forms.Length)
        {
            return example;
        }

        var places = new int[example.Forms.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            places[kept[i]] = i;
        }

        return new Example(
            [.. kept.Select(i => example.Forms[i])],
            new bool[kept.Length],
            [.. kept.Select(i => example.Tags[i])],
            [.. kept.Select(i => example.Names[i])],
            [.. kept.Select(i => example.Heads[i] < 0 ? -1 : places[example.Heads[i]])],
            [.. kept.Select(i => example.Relations[i])]);
    }
}
