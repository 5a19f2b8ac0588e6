using System.Globalization;
using Casus.App;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;

namespace Casus.Bench;

/// <summary><c>--stages</c>: where the time of <c>annotate</c> goes, for each size of weights, in processor time of one thread over articles that were not read before.</summary>
internal static class StageFigures
{
    private const int WarmUp = 60, Articles = 20, Rounds = 5, Offset = 1_000_000;

    private static readonly string[] Stages = ["page", "parse", "mentions", "claims"];

    public static void Print()
    {
        foreach (string size in new[] { Construction.Accurate, Construction.Fast })
        {
            Engine engine = Construction.Load(null, null, size);
            Measure(size, engine, new GeneratedNews(engine.Knowledge));
        }
    }

    private static void Measure(string size, Engine engine, GeneratedNews news)
    {
        var articles = new ArticleReader(engine.Knowledge);
        var parser = new TextParser(engine.Model);
        var mentions = new MentionReader(engine.Knowledge, engine.Mentions);
        var coder = new Coder(engine.Knowledge);
        double[] best = [.. Stages.Select(_ => double.MaxValue)];
        int next = Offset, sentences = 0;
        for (int round = 0; round <= Rounds; round++)
        {
            var spent = new double[Stages.Length];
            int count = round == 0 ? WarmUp : Articles;
            sentences = 0;
            for (int i = 0; i < count; i++)
            {
                Page page = news.Article(next++);
                double start = CpuClock.Seconds;
                Article article = ((ArticleRead)articles.Read(page)).Article;
                start = Lap(spent, 0, start);
                NamedText parsed = parser.ParseNamed(article.Text, article.Blocks);
                start = Lap(spent, 1, start);
                Analysis analysis = mentions.Read(article, parsed);
                start = Lap(spent, 2, start);
                coder.Code(analysis);
                Lap(spent, 3, start);
                sentences += parsed.Sentences.Length;
            }

            for (int s = 0; s < best.Length && round > 0; s++)
            {
                best[s] = Math.Min(best[s], spent[s]);
            }
        }

        double all = best.Sum();
        IEnumerable<string> parts = Stages.Select((name, s) => string.Create(CultureInfo.InvariantCulture, $"{name} {1000 * best[s] / Articles:0.0} ({100 * best[s] / all:0} %)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}: {Articles / all:0.0} articles of 800 words a CPU second; milliseconds an article: {string.Join(", ", parts)}; coder {sentences / best[3]:N0} sentences/s"));
    }

    private static double Lap(double[] spent, int stage, double start)
    {
        double now = CpuClock.Seconds;
        spent[stage] += now - start;
        return CpuClock.Seconds;
    }
}
