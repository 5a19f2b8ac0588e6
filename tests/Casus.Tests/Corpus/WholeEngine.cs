using System.Globalization;
using System.Text;
using System.Text.Json;
using Casus.Articles;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Tests.Corpus;

/// <summary>The real engine with the real knowledge and weights, loaded once for all tests that read texts.</summary>
internal static class WholeEngine
{
    private static readonly Lazy<KnowledgeBase> LoadedKnowledge = new(LoadKnowledge);
    private static readonly Lazy<LanguageModel> Model = new(() => LanguageModel.Load(File.ReadAllBytes(Repository.Path("models", "language.bin"))));
    private static readonly Lazy<Reader> First = new(() => new Reader(Knowledge, Model.Value, Language.RepositoryModel.Mentions));
    private static readonly ThreadLocal<Reader> Readers = new(() => First.Value.ForThread());
    private static readonly Lazy<IReadOnlyDictionary<string, ReadOutcome>> ReadSamples = new(() =>
        Repository.Files("samples", "*").Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).ToDictionary(f => Path.GetFileName(f), ReadFile, StringComparer.Ordinal));

    public static KnowledgeBase Knowledge => LoadedKnowledge.Value;

    /// <summary>Every page under samples/ by file name.</summary>
    public static IReadOnlyDictionary<string, ReadOutcome> Samples => ReadSamples.Value;

    public static ReadOutcome Read(string name, string text, PageFormat format, KnownFacts known) =>
        Readers.Value!.Read(Page.Of(name, Encoding.UTF8.GetBytes(text), format, known));

    /// <summary>The texts of corpus/linking.jsonl, which tell the same happenings several times; in the order of the file.</summary>
    public static ReadOutcome[] Retold() =>
    [
        .. File.ReadLines(Repository.Path("corpus", "linking.jsonl")).Select(l => JsonDocument.Parse(l).RootElement).Select(r => Read(
            r.GetProperty("id").GetString()!,
            r.GetProperty("text").GetString()!,
            PageFormat.PlainText,
            new KnownFacts(Published: DateOnly.Parse(r.GetProperty("published").GetString()!, CultureInfo.InvariantCulture), Outlet: r.GetProperty("outlet").GetString()))),
    ];

    public static PageRead ReadText(string name, string text, DateOnly? published) =>
        Read(name, text, PageFormat.PlainText, new KnownFacts(Published: published)) as PageRead
        ?? throw new InvalidOperationException($"{name}: plain text was refused.");

    public static Linked Link(IEnumerable<PageRead> pages) =>
        new Linker(Knowledge).Link([.. pages.Where(p => p.Reading is not null).Select(LinkArticleOf)]);

    /// <summary>One reader of those that share everything but the parser; for one thread.</summary>
    public static Reader NewReader() => First.Value.ForThread();

    private static ReadOutcome ReadFile(string path) =>
        Readers.Value!.Read(Page.Of(path, File.ReadAllBytes(Repository.Path(path))));

    private static LinkArticle LinkArticleOf(PageRead page) =>
        new(page.Article.Id, page.Article.Text, page.Article.Published?.Value.Day, page.Article.Outlet?.Value, page.Reading!.Claims, page.Reading.Links);

    public static IEnumerable<KnowledgeFile> KnowledgeFiles() =>
        Repository.Files("knowledge", "*")
            .Where(f => f.EndsWith(".yaml", StringComparison.Ordinal) || f.EndsWith(".tsv", StringComparison.Ordinal))
            .Select(f => new KnowledgeFile(f["knowledge/".Length..], Repository.Text(f)));

    private static KnowledgeBase LoadKnowledge()
    {
        KnowledgeLoad load = KnowledgeLoader.Load([.. KnowledgeFiles()]);
        return load.Knowledge ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }
}
