using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Casus.Articles;
using Casus.Claims;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Train;

/// <summary>One member of an article's cast: its features, the words that name it, and the parts that the annotators gave it.</summary>
internal sealed record MarkedMember(IncidentFeatures Features, string Head, bool[] Parts);

/// <param name="Gold">Entities a part, each a set of head words.</param>
internal sealed record MarkedReport(string Id, ImmutableArray<MarkedMember> Cast, string[][][] Gold);

/// <summary>Trains models/incident.bin: logistic regressions by AdaGrad (Duchi, Hazan and Singer 2011) with a penalty on the square of the weights.</summary>
internal static class IncidentTraining
{
    private const int Passes = 10, Folds = 5;
    private const float Rate = 0.1f, Penalty = 3e-3f;

    /// <summary>The annotators' names of the parts, in the order of <see cref="IncidentPart"/>.</summary>
    private static readonly string[] Names = ["PerpInd", "PerpOrg", "Target", "Victim", "Weapon"];

    public static int Run(string rows, string language, string knowledge, string? target, int seed)
    {
        KnowledgeBase known = KnowledgeFolder.Load(knowledge);
        List<MarkedReport> reports = Read(rows, LanguageModel.Load(File.ReadAllBytes(language)), OpinionTraining.Beside(language), known);
        Console.WriteLine($"{reports.Count} reports, {reports.Sum(r => r.Cast.Length)} members, {reports.Sum(r => r.Cast.Sum(m => m.Parts.Count(p => p)))} parts");
        int[] fold = FoldOf(reports.Count, seed);
        float[][][] likely = CrossValidated(reports, fold, seed);
        float least = Threshold(reports, likely, _ => true);
        float[] apart = [.. Enumerable.Range(0, Folds).Select(f => Threshold(reports, likely, i => fold[i] != f))];
        (string table, string line) = Scores(reports, likely, i => apart[fold[i]]);
        line += Scores(reports, likely, _ => least).Line.Replace("All parts:", " With the likelihood of the file, which was chosen on all these answers:", StringComparison.Ordinal);
        Console.WriteLine(table);
        Console.WriteLine(line);
        if (target is not null)
        {
            Directory.CreateDirectory(target);
            byte[] file = new IncidentModel(Train(reports, seed), least, "").Write();
            File.WriteAllBytes(Path.Combine(target, "incident.bin"), file);
            File.WriteAllText(Path.Combine(target, "incident.card.md"), Card(IncidentModel.Load(file), reports, table, line, file.Length, seed, known));
        }

        return 0;
    }

    private static int[] FoldOf(int reports, int seed)
    {
        var fold = new int[reports];
        int[] order = Order.Shuffled(reports, seed);
        for (int i = 0; i < reports; i++)
        {
            fold[order[i]] = i % Folds;
        }

        return fold;
    }

    private static float[][][] CrossValidated(List<MarkedReport> reports, int[] fold, int seed)
    {
        var likely = new float[reports.Count][][];
        Parallel.For(0, Folds, new ParallelOptions { MaxDegreeOfParallelism = 2 }, f =>
        {
            var model = new IncidentModel(Train([.. reports.Where((_, i) => fold[i] != f)], seed), 0, "");
            foreach (int i in Enumerable.Range(0, reports.Count).Where(i => fold[i] == f))
            {
                likely[i] = [.. reports[i].Cast.Select(m => model.Likelihoods(m.Features, out _))];
            }
        });
        return likely;
    }

    internal static float[] Train(IReadOnlyList<MarkedReport> reports, int seed)
    {
        var weights = new float[IncidentModel.Parts << IncidentFeatures.Bits];
        var squares = new float[weights.Length];
        var model = new IncidentModel(weights, 0, "");
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (int i in Order.Shuffled(reports.Count, seed * 1000 + pass))
            {
                foreach (MarkedMember member in reports[i].Cast)
                {
                    Step(member, model, weights, squares);
                }
            }
        }

        return weights;
    }

    private static void Step(MarkedMember member, IncidentModel model, float[] weights, float[] squares)
    {
        float[] gradient = model.Likelihoods(member.Features, out float[] heed);
        bool any = false;
        for (int p = 0; p < gradient.Length; p++)
        {
            gradient[p] -= member.Parts[p] ? 1 : 0;
            gradient[p] = MathF.Abs(gradient[p]) < 0.002f ? 0 : gradient[p];
            any |= gradient[p] != 0;
        }

        if (!any)
        {
            return;
        }

        Step(member.Features.Article, gradient, weights, squares);
        Step(member.Features.Who, gradient, weights, squares);
        Span<float> shared = stackalloc float[IncidentModel.Parts];
        for (int i = 0; i < member.Features.Places.Count; i++)
        {
            for (int p = 0; p < shared.Length; p++)
            {
                shared[p] = gradient[p] * heed[i * shared.Length + p];
            }

            Step(member.Features.Places[i], shared, weights, squares);
        }
    }

    private static void Step(HashedRows features, ReadOnlySpan<float> gradient, float[] weights, float[] squares)
    {
        ReadOnlySpan<int> rows = features.RowSpan;
        ReadOnlySpan<float> values = features.ValueSpan;
        for (int f = 0; f < rows.Length; f++)
        {
            int at = rows[f] * gradient.Length;
            float value = values[f];
            for (int p = 0; p < gradient.Length; p++)
            {
                if (MathF.Abs(gradient[p]) < 0.001f)
                {
                    continue;
                }

                float g = gradient[p] * value + Penalty * weights[at + p];
                squares[at + p] += g * g;
                weights[at + p] -= Rate * g / (MathF.Sqrt(squares[at + p]) + 1e-6f);
            }
        }
    }

    /// <summary>The likelihood that gives the best F1 over all parts on the folds' answers to the chosen reports.</summary>
    private static float Threshold(List<MarkedReport> reports, float[][][] likely, Func<int, bool> chosen)
    {
        (double best, float least) = (-1, 0);
        for (int step = 3; step < 70; step++)
        {
            float from = step / 100f;
            double f = F1(CountAll(reports, likely, i => chosen(i) ? from : null));
            (best, least) = f > best ? (f, from) : (best, least);
        }

        return least;
    }

    private static (int Right, int Found, int Gold) CountAll(List<MarkedReport> reports, float[][][] likely, Func<int, float?> from)
    {
        (int Right, int Found, int Gold) all = default;
        for (int p = 0; p < Names.Length; p++)
        {
            (int right, int found, int gold) = Count(reports, likely, p, from);
            all = (all.Right + right, all.Found + found, all.Gold + gold);
        }

        return all;
    }

    /// <param name="from">Likelihood from which a report's members are given the part; null leaves the report out.</param>
    private static (int Right, int Found, int Gold) Count(List<MarkedReport> reports, float[][][] likely, int part, Func<int, float?> from)
    {
        int right = 0, found = 0, gold = 0;
        for (int i = 0; i < reports.Count; i++)
        {
            if (from(i) is not { } least)
            {
                continue;
            }

            string[] given = [.. reports[i].Cast.Select((m, j) => (m.Head, Likely: likely[i][j][part])).Where(m => m.Likely >= least).Select(m => m.Head).Distinct(StringComparer.Ordinal)];
            found += given.Length;
            gold += reports[i].Gold[part].Length;
            right += reports[i].Gold[part].Count(entity => entity.Any(given.Contains));
        }

        return (right, found, gold);
    }

    private static double F1((int Right, int Found, int Gold) c) => 2.0 * c.Right / Math.Max(1, c.Found + c.Gold);

    private static (string Table, string Line) Scores(List<MarkedReport> reports, float[][][] likely, Func<int, float?> from)
    {
        var table = new StringBuilder("| Part | Precision | Recall | F1 | Fillers |\n|---|---|---|---|---|\n");
        for (int p = 0; p < Names.Length; p++)
        {
            (int Right, int Found, int Gold) c = Count(reports, likely, p, from);
            table.Append(CultureInfo.InvariantCulture, $"| {Names[p]} | {Share(c.Right, c.Found):0.000} | {Share(c.Right, c.Gold):0.000} | {F1(c):0.000} | {c.Gold} |\n");
        }

        (int Right, int Found, int Gold) all = CountAll(reports, likely, from);
        return (table.ToString().TrimEnd(), string.Create(CultureInfo.InvariantCulture, $"All parts: precision {Share(all.Right, all.Found):0.000}, recall {Share(all.Right, all.Gold):0.000}, F1 {F1(all):0.000}."));
    }

    private static double Share(int part, int whole) => (double)part / Math.Max(1, whole);

    private static string Card(IncidentModel model, List<MarkedReport> reports, string table, string line, int bytes, int seed, KnowledgeBase known) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `incident.bin`: who and what takes part in the violence of a report in capitals

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (rows of features in 8 bits with a scale each) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- incident --reports FILE --model models/language.bin --out models --seed {seed}` |
        | Knowledge | `{known.Hash}`: the patterns' answers are among the features |

        ## Made from

        {reports.Count} reports of the development half of MUC-4 as released with ConfliBERT (news of Latin America translated by FBIS, 1988 to 1991, in capitals), with the fillers of five roles. No text is in the
        weights: features are hashed. Without the file the patterns alone answer.

        ## What it is

        Five logistic regressions over hashed features of everybody and everything that a report names (who it is, the report, and at each place that names it what governs it, what the patterns make of it and the sentence), {Passes} passes of AdaGrad. The places that
        say most for a part are heard most.

        ## Scores, each fifth of the reports by a model of the others

        A filler is right where its head word is that of a marked one. The likelihood from which a part is given was chosen on the answers to the other fifths.

        {table}

        {line}

        ## Limits

        It is heard only where a text is printed in capitals. It learnt one region and time, and what its annotators hold for an incident: attacks on people and property, not battles; of those who suffered, the ones who are named.

        """);

    /// <summary>JSON Lines, plain or .gz: "id", "text", "roles" (a list of entities for each role, an entity being the list of its mentions).</summary>
    private static List<MarkedReport> Read(string path, LanguageModel language, MentionModels mentions, KnowledgeBase knowledge)
    {
        List<string> lines = [];
        using (Stream file = File.OpenRead(path))
        using (Stream plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file)
        using (var text = new StreamReader(plain))
        {
            while (text.ReadLine() is { } line)
            {
                lines.Add(line);
            }
        }

        var first = new Reader(knowledge, language, mentions);
        var coder = new Coder(knowledge);
        var reports = new MarkedReport[lines.Count];
        Parallel.For(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = 2 }, first.ForThread, (i, _, reader) =>
        {
            reports[i] = One(lines[i], reader, coder);
            return reader;
        }, _ => { });
        return [.. reports];
    }

    private static MarkedReport One(string line, Reader reader, Coder coder)
    {
        using JsonDocument row = JsonDocument.Parse(line);
        string text = row.RootElement.GetProperty("text").GetString()!;
        Article article = ((PageRead)reader.Read(Page.Of("row", Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Article;
        string[][][] gold = [.. Names.Select(name => Entities(row.RootElement.GetProperty("roles"), name))];
        var cast = ImmutableArray.CreateBuilder<MarkedMember>();
        foreach ((string words, ImmutableArray<string> all, IncidentFeatures features) in coder.CastOf(reader.Code(article).Analysis))
        {
            string[] heads = [.. all.Select(HeadWord).Distinct(StringComparer.Ordinal)];
            cast.Add(new(features, HeadWord(words), [.. gold.Select(part => part.Any(entity => entity.Any(heads.Contains)))]));
        }

        return new(row.RootElement.GetProperty("id").GetString()!, cast.ToImmutable(), gold);
    }

    private static string[][] Entities(JsonElement roles, string name) =>
        roles.TryGetProperty(name, out JsonElement entities) ? [.. entities.EnumerateArray().Select(e => e.EnumerateArray().Select(m => HeadWord(m.GetString()!)).Distinct(StringComparer.Ordinal).ToArray())] : [];

    private static readonly HashSet<string> Ends = new(
        ["of", "in", "from", "for", "by", "on", "at", "to", "with", "who", "which", "that", "whose", "where", "under", "near", "over", "against", "after", "during", "inside", "outside", "including", "and", "or"],
        StringComparer.Ordinal);

    /// <summary>Last word before the first comma, bracket, preposition or relative word, in small letters.</summary>
    internal static string HeadWord(string text)
    {
        string cut = text.ToLowerInvariant().Trim(' ', ',', ';', ':', '(', '[').Split(',', ';', ':', '(', '[')[0];
        string[] words = [.. Regex.Matches(cut, "[a-z0-9]+(?:[.'&][a-z0-9]+)*").Select(m => m.Value.EndsWith("'s", StringComparison.Ordinal) ? m.Value[..^2] : m.Value).Select(w => w.Replace(".", "", StringComparison.Ordinal)).Where(w => w.Length > 0)];
        for (int i = 1; i < words.Length; i++)
        {
            if (Ends.Contains(words[i]))
            {
                return words[i - 1];
            }
        }

        return words.Length == 0 ? "" : words[^1];
    }
}
