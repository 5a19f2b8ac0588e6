using System.Globalization;
using Casus.App;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;

namespace Casus.Bench;

/// <summary>
/// <c>--stages</c>: where the time of <c>annotate</c> goes, for each size of weights, in processor time of one thread. Of each article the
/// best of several rounds counts, as other work on the machine only ever slows it.
/// </summary>
internal static class StageFigures
{
    private const int WarmUp = 150, Articles = 20, Rounds = 8, Offset = 1_000_000;

    private static readonly string[] Stages = ["page", "parse", "mentions", "claims"];

    /// <param name="asked">The sizes to measure; both where none is named.</param>
    public static void Print(IReadOnlyCollection<string> asked)
    {
        foreach (string size in new[] { Construction.Accurate, Construction.Fast }.Where(s => asked.Count == 0 || asked.Contains(s)))
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
        var coder = new Coder(engine.Knowledge, engine.Opinion, engine.Incidents);
        var best = new double[Stages.Length];
        int sentences = 0;
        for (int i = 0; i < WarmUp + Articles; i++)
        {
            Page page = news.Article(Offset + i);
            double[] least = [.. Stages.Select(_ => double.MaxValue)];
            int count = 0;
            for (int round = 0; round < (i < WarmUp ? 1 : Rounds); round++)
            {
                double start = CpuClock.Seconds;
                Article article = ((ArticleRead)articles.Read(page)).Article;
                start = Lap(least, 0, start);
                NamedText parsed = parser.ParseNamed(article.Text, article.Blocks);
                start = Lap(least, 1, start);
                Analysis analysis = mentions.Read(article, parsed);
                start = Lap(least, 2, start);
                coder.Code(analysis);
                Lap(least, 3, start);
                count = parsed.Sentences.Length;
            }

            for (int s = 0; s < best.Length && i >= WarmUp; s++)
            {
                best[s] += least[s];
            }

            sentences += i < WarmUp ? 0 : count;
        }

        double all = best.Sum();
        IEnumerable<string> parts = Stages.Select((name, s) => string.Create(CultureInfo.InvariantCulture, $"{name} {1000 * best[s] / Articles:0.0} ({100 * best[s] / all:0} %)"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size}: {Articles / all:0.0} articles of 800 words a CPU second; milliseconds an article: {string.Join(", ", parts)}; coder {sentences / best[3]:N0} sentences/s"));
    }

    private static double Lap(double[] least, int stage, double start)
    {
        least[stage] = Math.Min(least[stage], CpuClock.Seconds - start);
        return CpuClock.Seconds;
    }
}
