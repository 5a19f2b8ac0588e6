using System.Collections.Immutable;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <summary>Where the rows of the second opinion lie. <paramref name="Classes"/> and <paramref name="Own"/> may be null.</summary>
internal sealed record OpinionSources(string Rows, string? Classes, string? Own);

/// <summary>Trains models/opinion.bin and scores it by folds of sentences.</summary>
internal static class OpinionTraining
{
    private const int Folds = 5;

    internal static readonly SoftmaxTraining ForCodes = new(40, 0.05f, 2e-4f), ForRoles = new(8, 0.1f, 1e-4f);

    /// <param name="folds">Where to write a model for each fifth that was left out of it, and which row is in which; null for none.</param>
    public static int Run(OpinionSources sources, string language, string knowledge, string? target, string? folds, int seed)
    {
        KnowledgeBase known = KnowledgeFolder.Load(knowledge);
        ImmutableArray<string> types = [.. known.Ontology.Types.Select(t => t.Name).Append(SecondOpinion.Nothing).Order(StringComparer.Ordinal)];
        List<OpinionRow> rows = Read(sources);
        var coder = new Coder(known);
        var cases = new OpinionCases(new Reader(known, LanguageModel.Load(File.ReadAllBytes(language)), Beside(language)), coder, types, new ClauseDrafter(new Lexicon(known)));
        foreach (OpinionRow row in rows)
        {
            cases.Add(row);
        }

        Console.WriteLine($"{rows.Count} rows ({string.Join(", ", rows.GroupBy(r => r.Set).Select(g => $"{g.Key} {g.Count()}"))}), {cases.Codes.Count} cases of codes, {cases.Roles.Count} of roles");
        Dictionary<string, int> fold = FoldOf(rows, seed);
        SecondOpinion[] models = ByFolds(cases, types, fold, seed);
        OpinionScores scores = OpinionScores.Of(rows, cases, models, fold, known.Ontology);
        Console.WriteLine(scores);
        if (folds is not null)
        {
            WriteFolds(folds, models, rows, fold);
        }

        if (target is not null)
        {
            Directory.CreateDirectory(target);
            byte[] file = Train(cases, types, _ => true, seed).Write();
            File.WriteAllBytes(Path.Combine(target, "opinion.bin"), file);
            File.WriteAllText(Path.Combine(target, "opinion.card.md"), OpinionCard.Of(SecondOpinion.Load(file), scores, rows, file.Length, seed, known));
        }

        return 0;
    }

    internal static SecondOpinion Train(OpinionCases cases, ImmutableArray<string> types, Func<string, bool> from, int seed) => new(
        ForCodes.Train(types, OpinionFeatures.Bits, [.. cases.Codes.Where(c => from(c.Group))], seed),
        ForCodes.Train(SecondOpinion.Passes, OpinionFeatures.Bits, [.. cases.Passing.Where(c => from(c.Group))], seed),
        ForRoles.Train(RoleFeatures.Answers, RoleFeatures.Bits, [.. cases.Roles.Where(c => from(c.Group))], seed),
        "");

    private static List<OpinionRow> Read(OpinionSources sources)
    {
        List<OpinionRow> rows = OpinionRows.Plv(sources.Rows);
        if (sources.Classes is not null)
        {
            rows.AddRange(OpinionRows.Cameo(sources.Classes, [.. rows.Select(r => r.Group)]));
        }

        if (sources.Own is not null)
        {
            rows.AddRange(OpinionRows.Own(sources.Own));
        }

        return rows;
    }

    /// <summary>The other weights in the folder of the parser's, with which the program will read, too.</summary>
    internal static MentionModels Beside(string language)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(language))!;
        return new(
            AttributionModel.Load(File.ReadAllBytes(Path.Combine(folder, "attribution.bin"))),
            null,
            CoreferenceModel.Load(File.ReadAllBytes(Path.Combine(folder, "coreference.bin"))));
    }

    private static Dictionary<string, int> FoldOf(List<OpinionRow> rows, int seed)
    {
        var fold = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (OpinionRow row in rows)
        {
            // By the sentence itself: a row more moves no other into another fifth, and figures before and after are of the same fifths.
            fold[row.Group] = (int)(new Order(Order.Key(row.Group) + (ulong)seed).Next() % Folds);
        }

        return fold;
    }

    private static SecondOpinion[] ByFolds(OpinionCases cases, ImmutableArray<string> types, Dictionary<string, int> fold, int seed)
    {
        var models = new SecondOpinion[Folds];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, f => models[f] = Train(cases, types, g => fold[g] != f, seed));
        return models;
    }

    private static void WriteFolds(string folder, SecondOpinion[] models, List<OpinionRow> rows, Dictionary<string, int> fold)
    {
        for (int f = 0; f < models.Length; f++)
        {
            Directory.CreateDirectory(Path.Combine(folder, $"{f}"));
            File.WriteAllBytes(Path.Combine(folder, $"{f}", "opinion.bin"), models[f].Write());
        }

        File.WriteAllLines(Path.Combine(folder, "folds.tsv"), rows.Where(r => r.Set != "own").Select(r => $"{fold[r.Group]}\t{r.Group}"));
    }
}
