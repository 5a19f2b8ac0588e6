using System.Diagnostics;
using System.Globalization;
using System.Runtime.Intrinsics;
using Casus.App;
using Casus.Articles;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Bench;

/// <summary>
/// From text to trees on one thread, for each size of weights: seconds to load, tokens a second, bytes allocated a token, peak memory. Articles put
/// together from the samples; each figure is the best of several rounds, as other work on the machine only ever slows it.
/// </summary>
internal static class ParseFigures
{
    private const int Articles = 20, Rounds = 5;

    public static void Print()
    {
        KnowledgeBase knowledge = Construction.LoadKnowledge(null);
        var news = new GeneratedNews(knowledge);
        var reader = new ArticleReader(knowledge);
        Article[] articles = [.. Enumerable.Range(0, Articles).Select(i => ((ArticleRead)reader.Read(news.Article(i))).Article)];
        Console.WriteLine(Vector512.IsHardwareAccelerated ? "512-bit vectors" : Vector256.IsHardwareAccelerated ? "256-bit vectors" : Vector128.IsHardwareAccelerated ? "128-bit vectors" : "scalar");
        foreach (string size in new[] { Construction.Accurate, Construction.Fast })
        {
            Measure(size, articles);
        }
    }

    private static void Measure(string size, Article[] articles)
    {
        double load = Best(() => Construction.LoadModel(size));
        LanguageModel model = Construction.LoadModel(size);
        var parser = new TextParser(model);
        int tokens = articles.Sum(a => parser.Parse(a.Text, a.Blocks).Sum(s => s.Tokens.Length));
        double cuts = Best(() => Array.ForEach(articles, a => Cut(model, a))), whole = Best(() => Array.ForEach(articles, a => parser.Parse(a.Text, a.Blocks)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Array.ForEach(articles, a => parser.Parse(a.Text, a.Blocks));
        double allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        string[][][] batches = [.. articles.SelectMany(a => parser.Parse(a.Text, a.Blocks)).Select(s => s.Tokens.Select(t => t.Form).ToArray()).Chunk(40).Select(c => c.OrderByDescending(s => s.Length).ToArray())];
        var run = new NetworkRun(model.Network!);
        double network = Best(() => Array.ForEach(batches, b => run.Run(b)));
        before = GC.GetAllocatedBytesForCurrentThread();
        foreach (string[][] batch in batches)
        {
            run.Run(batch);
        }

        double inNetwork = GC.GetAllocatedBytesForCurrentThread() - before;
        using Process self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}: loaded in {load:0.00} s; text to trees {tokens / whole:N0} tokens/s (network alone {tokens / network:N0}, cuts alone {tokens / cuts:N0}); allocated {allocated / tokens:0} bytes a token, {inNetwork / tokens:0.0} in the network; peak {self.PeakWorkingSet64 >> 20} MB"));
    }

    private static void Cut(LanguageModel model, Article article)
    {
        foreach (Block block in article.Blocks)
        {
            model.Tokenizer.Sentences(article.Text, block.Span, model.Tokenizer.Tokens(article.Text, block.Span));
        }
    }

    private static double Best(Action work)
    {
        work();
        double best = double.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            double start = CpuClock.Seconds;
            work();
            best = Math.Min(best, CpuClock.Seconds - start);
        }

        return best;
    }
}
