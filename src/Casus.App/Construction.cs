using Casus.App.Gazetteers;
using Casus.App.Publish;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.App;

/// <summary>Everything that reading and linking need. Shared among threads; readers are not.</summary>
internal sealed record Engine(KnowledgeBase Knowledge, LanguageModel Model, MentionModels Mentions, SecondOpinion? Opinion, IncidentModel? Incidents, LinkModel? Links, Provenance Provenance)
{
    private readonly Lazy<Reader> first = new(() => new Reader(Knowledge, Model, Mentions, Opinion, Incidents));

    /// <summary>One for each thread; they share what does not change.</summary>
    public Reader NewReader() => first.Value.ForThread();

    public Linker NewLinker() => new(Knowledge, Links);
}

/// <summary>The only place where the engine is put together: knowledge and weights from disk, checked.</summary>
internal static class Construction
{
    public const string Accurate = "accurate", Fast = "fast";

    private const string AttributionFile = "attribution.bin", FastAttributionFile = "attribution-fast.bin", NamesFile = "names.bin", CoreferenceFile = "coreference.bin", OpinionFile = "opinion.bin", IncidentFile = "incident.bin", LinkFile = "linking.tsv";

    private static readonly string[] KnowledgeEndings = [".yaml", ".tsv"];

    /// <param name="model">"accurate" or "fast".</param>
    public static Engine Load(string? knowledgeFolder, string? gazetteer, string model = Accurate)
    {
        // The two take about as long as each other.
        Task<LanguageModel> loading = Task.Run(() => LoadModel(model));
        Task<MentionModels> mentions = Task.Run(() => LoadMentionModels(model));
        KnowledgeBase knowledge = LoadWorld(knowledgeFolder, gazetteer);
        LanguageModel weights = loading.GetAwaiter().GetResult();
        MentionModels beside = mentions.GetAwaiter().GetResult();
        SecondOpinion? opinion = LoadOpinion();
        IncidentModel? incidents = LoadIncidents();
        return new Engine(knowledge, weights, beside, opinion, incidents, LoadLinks(), new Provenance(knowledge.Hash, ModelHash(weights, beside, opinion, incidents), knowledge.Places.Gazetteer?.Hash));
    }

    /// <summary>Knowledge with the gazetteers of the run beside its places.</summary>
    /// <param name="gazetteer">A file, or "none"; null: $CASUS_GAZETTEER, else what was added.</param>
    public static KnowledgeBase LoadWorld(string? knowledgeFolder, string? gazetteer = null)
    {
        KnowledgeBase knowledge = LoadKnowledge(knowledgeFolder);
        IReadOnlyList<GazetteerIndex> indexes = GazetteerChoice.Open(gazetteer);
        return indexes.Count == 0 ? knowledge : knowledge with { Places = knowledge.Places.With(indexes) };
    }

    public static LanguageModel LoadModel(string model = Accurate) => LoadWeights(ModelPath(model), LanguageModel.Load);

    /// <summary>The weights beside the parser's; those whose file is not there are left to rules.</summary>
    public static MentionModels LoadMentionModels(string model = Accurate) =>
        new(Optional(model == Fast ? FastAttributionFile : AttributionFile, AttributionModel.Load), Optional(NamesFile, NameModel.Load), Optional(CoreferenceFile, CoreferenceModel.Load)) { Sparing = model == Fast };

    /// <summary>The model that is heard on pairs; null where its file is not there.</summary>
    public static SecondOpinion? LoadOpinion() => Optional(OpinionFile, SecondOpinion.Load);

    /// <summary>The model that is heard on texts in capitals; null where its file is not there.</summary>
    public static IncidentModel? LoadIncidents() => Optional(IncidentFile, IncidentModel.Load);

    /// <summary>The weights by which claims are linked; null where their file is not there: then those set by hand hold.</summary>
    public static LinkModel? LoadLinks() => Optional(LinkFile, bytes => LinkModel.Load(System.Text.Encoding.UTF8.GetString(bytes.Span)));

    private static T? Optional<T>(string file, Func<ReadOnlyMemory<byte>, T> load)
        where T : class
    {
        string path = Path.Combine(AppContext.BaseDirectory, "models", file);
        return File.Exists(path) ? LoadWeights(path, load) : null;
    }

    private static T LoadWeights<T>(string path, Func<ReadOnlyMemory<byte>, T> load)
    {
        try
        {
            return load(File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, path);
        }
        catch (InvalidDataException e)
        {
            throw Trouble.Usage($"{path}: {e.Message}");
        }
    }

    public static KnowledgeBase LoadKnowledge(string? folder)
    {
        // The knowledge that came with the program was checked when it was built.
        KnowledgeLoad load = folder is null ? KnowledgeLoader.Load(KnowledgeFiles(folder)) : CheckedKnowledge(KnowledgeFiles(folder));
        if (load.Knowledge is { } knowledge)
        {
            return knowledge;
        }

        foreach (KnowledgeProblem problem in load.Problems)
        {
            Console.Error.WriteLine(problem);
        }

        throw Trouble.Usage($"knowledge cannot be used: {load.Problems.Length} problems, listed above by file and line. Mend them; `casus check` shows them again.");
    }

    /// <summary>As the loader does, with what is wrong in the patterns' paths and word sets among the problems.</summary>
    public static KnowledgeLoad CheckedKnowledge(IReadOnlyList<KnowledgeFile> files)
    {
        KnowledgeLoad load = KnowledgeLoader.Load(files);
        return load.Knowledge is { } knowledge && Coder.PatternProblems(knowledge).ToArray() is { Length: > 0 } problems ? new KnowledgeLoad(null, [.. problems]) : load;
    }

    /// <summary>Every file of the folder as text, in the order of their paths.</summary>
    public static IReadOnlyList<KnowledgeFile> KnowledgeFiles(string? folder)
    {
        string root = folder ?? Path.Combine(AppContext.BaseDirectory, "knowledge");
        if (!Directory.Exists(root))
        {
            throw Trouble.Usage(folder is null ? "knowledge/ is missing beside the program: build it again, or name a folder with --knowledge." : $"{folder} is not a folder: --knowledge takes one with ontology/, actors/, patterns/ …");
        }

        try
        {
            KnowledgeFile[] files =
            [
                .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                    .Where(f => KnowledgeEndings.Contains(Path.GetExtension(f), StringComparer.Ordinal))
                    .Select(f => new KnowledgeFile(Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText(f)))
                    .OrderBy(f => f.Path, StringComparer.Ordinal),
            ];
            // With no types nothing is coded, and nothing is found wrong.
            return files.Any(f => f.Path.StartsWith("ontology/", StringComparison.Ordinal)) ? files : throw Trouble.Usage($"{root} holds no knowledge: --knowledge takes a folder with ontology/, actors/, patterns/ …");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Trouble.Failed(e, root);
        }
    }

    public static string KnowledgeHash(string? folder) => LoadKnowledge(folder).Hash;

    /// <summary>As in the provenance of what the accurate weights read: a model's hash is that of its file, so nothing is built for it.</summary>
    public static string ModelHash() => Together([ContentHash.OfBytes(File.ReadAllBytes(ModelPath(Accurate))), .. ((string[])[AttributionFile, NamesFile, CoreferenceFile, OpinionFile, IncidentFile]).Select(HashOf)]);

    private static string ModelHash(LanguageModel language, MentionModels mentions, SecondOpinion? opinion, IncidentModel? incidents) =>
        Together([language.Hash, mentions.Attribution?.Hash, mentions.Names?.Hash, mentions.Coreference?.Hash, opinion?.Hash, incidents?.Hash]);

    /// <summary>One hash of all weights that a text is read with; a file that is not there counts as empty.</summary>
    private static string Together(IEnumerable<string?> hashes) => ContentHash.Of(["models", .. hashes.Select(h => h ?? "")]);

    private static string? HashOf(string file)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "models", file);
        return File.Exists(path) ? ContentHash.OfBytes(File.ReadAllBytes(path)) : null;
    }

    private static string ModelPath(string model) => Path.Combine(AppContext.BaseDirectory, "models", model == Fast ? "language-fast.bin" : "language.bin");
}
