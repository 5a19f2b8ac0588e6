using System.IO.Compression;
using System.Runtime.Intrinsics;
using System.Text.Json;
using Casus.Language;

namespace Casus.Train;

/// <summary>Running text without trees, and what an ensemble of networks makes of it (Kuncoro et al. 2016; Hinton et al. 2015).</summary>
internal static class Silver
{
    private const int Shortest = 4, Longest = 60;

    /// <summary>Sentences of the articles, each wording once, in order.</summary>
    public static List<string[]> Sentences(IEnumerable<string> articles, LanguageModel model)
    {
        var parser = new TextParser(model);
        var sentences = new List<string[]>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (Sentence sentence in articles.SelectMany(a => parser.Parse(a)))
        {
            string[] forms = [.. sentence.Tokens.Select(t => t.Form)];
            if (forms.Length is >= Shortest and <= Longest && seen.Add(string.Join(' ', forms)))
            {
                sentences.Add(forms);
            }
        }

        return sentences;
    }

    /// <summary>The articles' paragraphs (parted by empty lines) as the tokenizer cuts them.</summary>
    public static IEnumerable<Paragraph> Paragraphs(IEnumerable<string> articles, Tokenizer tokenizer)
    {
        foreach (string text in articles.SelectMany(a => a.Split("\n\n")).Select(p => p.Trim()).Where(p => p.Length > 0))
        {
            var block = new TextSpan(0, text.Length);
            List<Written> written = tokenizer.Tokens(text, block);
            yield return new(text, [.. written.Select(w => w.Span)], [.. tokenizer.Sentences(text, block, written).Select(r => r.End - 1)]);
        }
    }

    /// <summary>The field "text" of each line (JSON Lines, plain or gzipped).</summary>
    public static IEnumerable<string> Articles(string path)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            using JsonDocument article = JsonDocument.Parse(line);
            yield return article.RootElement.GetProperty("text").GetString() ?? "";
        }
    }

    /// <summary>Each sentence with the means of the networks' answers; the hard answers are the best of the means, relations are asked for the best tree.</summary>
    public static Example[] Label(List<string[]> sentences, IReadOnlyList<Network> teachers, int threads)
    {
        var examples = new Example[sentences.Count];
        int[][] batches = [.. Batches.Of([.. sentences.Select(s => s.Length)])];
        Parallel.For(0, batches.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new Ensemble(teachers), (b, _, ensemble) =>
        {
            int[] batch = batches[b];
            Example[] labelled = ensemble.Label([.. batch.Select(i => sentences[i])]);
            for (int i = 0; i < batch.Length; i++)
            {
                examples[batch[i]] = labelled[i];
            }

            return ensemble;
        }, _ => { });
        return examples;
    }
}

/// <summary>Networks that answer together: the means of their likelihoods. For one thread.</summary>
internal sealed class Ensemble(IReadOnlyList<Network> teachers)
{
    private readonly NetworkRun[] runs = [.. teachers.Select(t => new NetworkRun(t))];
    private readonly TreeDecoder decoder = new();
    private readonly int punctuation = Array.IndexOf(teachers[0].Relations, "punct");

    /// <param name="batch">Ordered by falling length.</param>
    public Example[] Label(string[][] batch)
    {
        foreach (NetworkRun run in runs)
        {
            run.Encode(batch);
        }

        Network shape = teachers[0];
        int rows = runs[0].Begins[batch.Length];
        float[] tags = new float[rows * shape.Tags.Length], names = new float[rows * shape.Names.Length], relations = new float[rows * shape.Relations.Length];
        float[][] arcs = [.. batch.Select(s => new float[(s.Length + 1) * (s.Length + 1)])];
        foreach (NetworkRun run in runs)
        {
            Collect(run.TagScores(out int step), step, tags, shape.Tags.Length);
            Collect(run.NameScores(out step), step, names, shape.Names.Length);
            for (int s = 0; s < batch.Length; s++)
            {
                Collect(run.ArcScores(s, out step), step, arcs[s], batch[s].Length + 1, noLoops: true);
            }
        }

        int[][] trees = [.. arcs.Select(Tree)];
        int[] heads = [.. trees.SelectMany(t => t)];
        foreach (NetworkRun run in runs)
        {
            Collect(run.RelationScores(heads, out int step), step, relations, shape.Relations.Length);
        }

        return [.. batch.Select((forms, s) => Example(forms, runs[0].Begins[s] + 1, arcs[s], trees[s], tags, names, relations))];
    }

    private Example Example(string[] forms, int row, float[] arcs, int[] tree, float[] tags, float[] names, float[] relations)
    {
        int n = forms.Length;
        var soft = new SoftTree(new(n), new(n), new(n), new(n));
        for (int i = 0; i < n; i++)
        {
            soft.Tags.Set(i, Row(tags, row + i, teachers[0].Tags.Length));
            soft.Names.Set(i, Row(names, row + i, teachers[0].Names.Length));
            soft.Relations.Set(i, Row(relations, row + i, teachers[0].Relations.Length));
            soft.Heads.Set(i, Row(arcs, i + 1, n + 1));
        }

        int[] heads = [.. tree.Skip(1).Select(h => h - 1)], kinds = Best(soft.Relations, n);
        return new(forms, [.. kinds.Select((k, i) => k == punctuation && !heads.Contains(i))], Best(soft.Tags, n), Best(soft.Names, n), heads, kinds) { Soft = soft };
    }

    private int[] Tree(float[] likelihoods)
    {
        int n = (int)Math.Sqrt(likelihoods.Length);
        var heads = new int[n];
        decoder.Decode(Array.ConvertAll(likelihoods, p => (float)Math.Log(p + 1e-9)), n, heads);
        return heads;
    }

    private static int[] Best(SoftLabels labels, int words) => [.. Enumerable.Range(0, words).Select(i => (int)labels.Answers(i)[0])];

    private static ReadOnlySpan<float> Row(float[] table, int row, int width) => table.AsSpan(row * width, width);

    /// <summary>Adds the softmax of each row of scores.</summary>
    private static void Collect(ReadOnlySpan<float> scores, int step, float[] sums, int width, bool noLoops = false)
    {
        Span<float> likely = stackalloc float[(width + 7) & ~7];
        for (int r = 0; r * width < sums.Length; r++)
        {
            ReadOnlySpan<float> row = scores.Slice(r * step, width);
            float most = float.MinValue, sum = 0;
            for (int j = 0; j < width; j++)
            {
                most = noLoops && j == r ? most : Math.Max(most, row[j]);
            }

            for (int j = 0; j < width; j++)
            {
                likely[j] = noLoops && j == r ? -1000 : row[j] - most;
            }

            likely[width..].Fill(-1000);
            for (int j = 0; j < likely.Length; j += 8)
            {
                Vector256.CopyTo(Activation.Exp(Vector256.Create<float>(likely[j..])), likely[j..]);
            }

            for (int j = 0; j < width; j++)
            {
                likely[j] = noLoops && j == r ? 0 : likely[j];
                sum += likely[j];
            }

            for (int j = 0; j < width; j++)
            {
                sums[r * width + j] += likely[j] / sum;
            }
        }
    }
}
