using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Tests.Language.Mentions;

/// <summary>The real knowledge and the real parser, loaded once for the tests of this folder.</summary>
internal static class Real
{
    public static readonly DateOnly Tuesday = new(2024, 12, 31);

    private static readonly Lazy<KnowledgeBase> LoadedKnowledge = new(LoadKnowledge);

    private static readonly Lazy<TextParser> LoadedParser = new(() =>
        new TextParser(LanguageModel.Load(File.ReadAllBytes(Path.Combine(Root(), "models", "language.bin")))));

    private static readonly Lazy<byte[]> LoadedMarking = new(() => File.ReadAllBytes(Path.Combine(Root(), "models", "names.bin")));

    private static readonly Lazy<NameModel> LoadedNames = new(() => NameModel.Load(LoadedMarking.Value));

    private static readonly Lazy<MentionReader> LoadedReader = new(() => new MentionReader(Knowledge, MentionModels.None with { Names = Marking }));

    public static byte[] MarkingBytes => LoadedMarking.Value;

    public static NameModel Marking => LoadedNames.Value;

    /// <summary>With the weights that mark mentions.</summary>
    public static MentionReader MarkingReader => LoadedReader.Value;

    public static KnowledgeBase Knowledge => LoadedKnowledge.Value;

    public static ImmutableArray<Sentence> Parse(string text) => LoadedParser.Value.Parse(text);

    public static NamedText ParseNamed(string text) => LoadedParser.Value.ParseNamed(text, [new Block(BlockKind.Paragraph, new TextSpan(0, text.Length))]);

    public static Article Article(string text, DateOnly? published = null)
    {
        TextId id = TextId.Of(text);
        var block = new Block(BlockKind.Paragraph, new TextSpan(0, text.Length));
        Sourced<Publication>? day = published is DateOnly known
            ? new Sourced<Publication>(new Publication(known, "day"), new Evidence(id, null, known.ToString("O"), "test"), new RuleId("test"))
            : null;
        return new Article("a-test", "p-test", id, text, [block], null, [], null, day, "en", null);
    }

    private static KnowledgeBase LoadKnowledge()
    {
        string folder = Path.Combine(Root(), "knowledge");
        KnowledgeLoad load = KnowledgeLoader.Load(
        [
            .. Directory.GetFiles(folder, "*.*", SearchOption.AllDirectories)
                .Where(f => f.EndsWith(".tsv", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal))
                .Select(f => new KnowledgeFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllText(f))),
        ]);
        return load.Knowledge ?? throw new InvalidOperationException(string.Join('\n', load.Problems));
    }

    private static string Root()
    {
        for (string? at = AppContext.BaseDirectory; at is not null; at = Path.GetDirectoryName(at))
        {
            if (File.Exists(Path.Combine(at, "Casus.slnx")))
            {
                return at;
            }
        }

        throw new InvalidOperationException("the tests run inside the repository");
    }
}
