using System.Collections.Immutable;
using System.Globalization;
using Casus.App;
using Casus.Articles;
using Casus.Language;

namespace Casus.Bench;

/// <summary>
/// From trees to mentions on one thread: tokens a second of the whole and of each reader alone, bytes allocated a token. Articles put together
/// from the samples; each figure is the best of several rounds, as other work on the machine only ever slows it.
/// </summary>
internal static class MentionFigures
{
    private const int Articles = 20, Rounds = 10;

    public static void Print()
    {
        Engine engine = Construction.Load(null, null);
        var news = new GeneratedNews(engine.Knowledge);
        var reader = new ArticleReader(engine.Knowledge);
        var parser = new TextParser(engine.Model);
        (Article Article, NamedText Named)[] texts =
        [
            .. Enumerable.Range(0, Articles).Select(i => ((ArticleRead)reader.Read(news.Article(i))).Article).Select(a => (a, parser.ParseNamed(a.Text, a.Blocks))),
        ];
        int tokens = texts.Sum(t => t.Named.Sentences.Sum(s => s.Tokens.Length));
        MentionModels none = MentionModels.None, all = engine.Mentions;
        Measure("all, with every model", new MentionReader(engine.Knowledge, all));
        Measure("all, by rules alone", new MentionReader(engine.Knowledge, none));
        Measure("with the model of attributions alone", new MentionReader(engine.Knowledge, none with { Attribution = all.Attribution }));
        Measure("with the model of names alone", new MentionReader(engine.Knowledge, none with { Names = all.Names }));
        Measure("with the model of coreference alone", new MentionReader(engine.Knowledge, none with { Coreference = all.Coreference }));
        var times = new TimeReader(engine.Knowledge);
        Time("times alone", t => times.Read(t.Article.Text, t.Article.Published?.Value.Day, t.Named.Sentences));
        var places = new PlaceReader(engine.Knowledge);
        ImmutableArray<TimeMention>[] found = [.. texts.Select(t => times.Read(t.Article.Text, t.Article.Published?.Value.Day, t.Named.Sentences))];
        var quantities = new QuantityReader(engine.Knowledge);
        int at = 0;
        Time("quantities alone", t => quantities.Read(t.Article.Text, t.Named.Sentences, found[at++ % found.Length]));
        at = 0;
        Time("places alone", t => places.Read(t.Article.Text, t.Named.Sentences, found[at++ % found.Length]));

        void Measure(string what, MentionReader mentions) => Time(what, t => mentions.Read(t.Article, t.Named));

        void Time(string what, Action<(Article Article, NamedText Named)> read)
        {
            double best = double.MaxValue;
            Array.ForEach(texts, read);
            for (int i = 0; i < Rounds; i++)
            {
                double start = CpuClock.Seconds;
                Array.ForEach(texts, read);
                best = Math.Min(best, CpuClock.Seconds - start);
            }

            long before = GC.GetAllocatedBytesForCurrentThread();
            Array.ForEach(texts, read);
            double allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {tokens / best:N0} tokens/s, {1e6 * best / tokens:0.0} µs and {allocated / tokens:0} bytes a token"));
        }
    }
}
