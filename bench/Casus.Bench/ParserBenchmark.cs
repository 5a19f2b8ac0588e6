using BenchmarkDotNet.Attributes;
using Casus.Language;

namespace Casus.Bench;

/// <summary>Text to trees, one thread, over the samples' kind of text; divide the words by the mean time for words a second.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class ParserBenchmark
{
    private const string Paragraph =
        "The harbour council said on Tuesday that 14 boats, most of them owned by fishermen from the northern villages, were damaged when the old pier "
        + "collapsed during the storm. \"We hadn't expected so much water,\" said Lena Ortiz, who chairs the council, adding that repairs would cost about "
        + "$2.3 million and take at least six months. Insurers have promised to send experts, but residents doubt that they'll be paid before winter.";

    private readonly LanguageModel model = LanguageModel.Load(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", "language.bin")));
    private TextParser parser = null!;
    private string text = "";

    [Params(1, 20)]
    public int Paragraphs { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        parser = new TextParser(model);
        text = string.Join("\n\n", Enumerable.Repeat(Paragraph, Paragraphs));
        Console.WriteLine($"// {parser.Parse(text).Sum(s => s.Tokens.Length)} words");
    }

    [Benchmark]
    public int Parse() => parser.Parse(text).Length;

    [Benchmark]
    public int TokensAndSentences()
    {
        List<Written> tokens = model.Tokenizer.Tokens(text, new(0, text.Length));
        return model.Tokenizer.Sentences(text, new(0, text.Length), tokens).Count;
    }
}
