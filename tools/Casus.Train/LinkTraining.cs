using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Casus.Claims;
using Casus.Events;
using Casus.Knowledge;
using Casus.Language;
using PairFeatures = Casus.Events.PairFeatures;

namespace Casus.Train;

/// <summary>
/// Trains models/linking.tsv: a logistic regression over the features of pairs of claims. People judged articles, not claims: of a "same" pair the
/// claims that fit best under the present weights are held to be the same (multiple-instance learning), of a "different" pair none is.
/// </summary>
internal static class LinkTraining
{
    private const int Folds = 5, Rounds = 4, Steps = 600;
    private const double Rate = 0.3, TowardsHand = 0.01;

    /// <summary>Pairs that are the same are few beside those that differ.</summary>
    private const double SameWeight = 8;

    public static int Run(string? pairs, string? gold, string corpus, string modelPath, string knowledgePath, string? target)
    {
        LanguageModel language = LanguageModel.Load(File.ReadAllBytes(modelPath));
        string folder = Path.GetDirectoryName(modelPath)!;
        T? Beside<T>(string file, Func<ReadOnlyMemory<byte>, T> load) where T : class => File.Exists(Path.Combine(folder, file)) ? load(File.ReadAllBytes(Path.Combine(folder, file))) : null;
        KnowledgeBase knowledge = KnowledgeFolder.Load(knowledgePath);
        var mentions = new MentionModels(Beside("attribution.bin", AttributionModel.Load), Beside("names.bin", NameModel.Load), Beside("coreference.bin", CoreferenceModel.Load));
        var first = new Reader(knowledge, language, mentions, Beside("opinion.bin", SecondOpinion.Load), Beside("incident.bin", IncidentModel.Load));
        var sets = new List<(string Name, LinkPairs Set)> { ("own corpus", LinkPairs.OfCorpus(corpus, first.ForThread)) };
        if (pairs is not null && gold is not null && File.Exists(gold))
        {
            sets.Add(("reports", LinkPairs.OfReports(pairs, gold, first.ForThread)));
        }

        var table = new StringBuilder("| Set | Weights | Pairs | B³ precision | recall | F1 | pairs precision | recall |\n|---|---|---|---|---|---|---|---|\n");
        foreach ((string name, LinkPairs set) in sets)
        {
            table.Append(Line(name, "by hand", set, _ => LinkModel.Hand, knowledge));
            LinkModel[] folds = [.. Enumerable.Range(0, Folds).Select(f => Train([.. sets.Select(s => s.Set)], knowledge, id => Fold(id) != f))];
            table.Append(Line(name, "trained, folds", set, f => folds[f], knowledge));
        }

        LinkModel model = Train([.. sets.Select(s => s.Set)], knowledge, _ => true);
        Console.WriteLine(table);
        Console.WriteLine(model.Write());
        if (target is not null)
        {
            File.WriteAllText(Path.Combine(target, "linking.tsv"), model.Write());
            File.WriteAllText(Path.Combine(target, "linking.card.md"), Card(model, table.ToString(), sets, knowledge));
        }

        return 0;
    }

    // By the place or the first report of the id: whole happenings are left out together.
    private static int Fold(string id)
    {
        int hash = 0;
        foreach (char c in id.StartsWith("satp", StringComparison.Ordinal) ? id : id[..3])
        {
            hash = ((hash * 31) + c) & 0xFFFFFF;
        }

        return hash % Folds;
    }

    private static LinkModel Train(IReadOnlyList<LinkPairs> sets, KnowledgeBase knowledge, Func<string, bool> isKnown)
    {
        double[] hand = [.. Enumerable.Range(0, PairFeatures.Count).Select(i => LinkModel.Hand[(PairFeature)i])];
        double[] weights = [.. hand];
        for (int round = 0; round < Rounds; round++)
        {
            var linker = new Linker(knowledge, LinkModel.Of([.. weights]));
            var rows = new List<(float[] Features, bool IsSame, double Weight)>();
            foreach (LinkPairs set in sets)
            {
                foreach (JudgedPair pair in set.Pairs.Where(p => isKnown(p.A) && isKnown(p.B)))
                {
                    rows.AddRange(Rows(pair, set, linker));
                }

                foreach ((LinkArticle article, LinkArticle edition) in set.Editions.Where(e => set.Articles.Any(a => isKnown(a.Key) && ReferenceEquals(a.Value, e.Article))))
                {
                    rows.AddRange(LinkEditions.Rows(article, edition, linker));
                }
            }

            weights = Fit(rows, hand);
        }

        return LinkModel.Of([.. weights]);
    }

    private static IEnumerable<(float[] Features, bool IsSame, double Weight)> Rows(JudgedPair pair, LinkPairs set, Linker linker)
    {
        if (!set.Articles.TryGetValue(pair.A, out LinkArticle? a) || !set.Articles.TryGetValue(pair.B, out LinkArticle? b))
        {
            return [];
        }

        var found = new List<(float[] Features, double Sum)>();
        foreach (LinkRow first in RowsOf(a, linker))
        {
            foreach (LinkRow second in RowsOf(b, linker))
            {
                var features = new float[PairFeatures.Count];
                if (linker.Similarity.Read(first, second, features))
                {
                    found.Add((features, linker.Model.Sum(features)));
                }
            }
        }

        return !pair.IsSame ? found.Select(f => (f.Features, false, 1.0 / found.Count))
            : found.Count == 0 || !pair.IsMain ? [] : [(found.MaxBy(f => f.Sum).Features, true, SameWeight)];
    }

    private static IEnumerable<LinkRow> RowsOf(LinkArticle article, Linker linker) => linker.InContext(article, article.Id).Select(linker.RowOf);

    /// <summary>Full gradient steps on the log loss; the hand weights are the prior, for what few pairs show.</summary>
    private static double[] Fit(List<(float[] Features, bool IsSame, double Weight)> rows, double[] hand)
    {
        double[] weights = [.. hand], squares = new double[hand.Length];
        double all = rows.Sum(r => r.Weight);
        for (int step = 0; step < Steps; step++)
        {
            var gradient = new double[weights.Length];
            foreach ((float[] features, bool same, double weight) in rows)
            {
                double sum = 0;
                for (int i = 0; i < features.Length; i++)
                {
                    sum += weights[i] * features[i];
                }

                double error = weight / all * ((1 / (1 + Math.Exp(-sum))) - (same ? 1 : 0));
                for (int i = 0; i < features.Length; i++)
                {
                    gradient[i] += error * features[i];
                }
            }

            for (int i = 0; i < weights.Length; i++)
            {
                gradient[i] += TowardsHand * (weights[i] - hand[i]);
                squares[i] += gradient[i] * gradient[i];
                weights[i] -= Rate * gradient[i] / (Math.Sqrt(squares[i]) + 1e-6);
            }
        }

        return weights;
    }

    private static string Line(string name, string how, LinkPairs set, Func<int, LinkModel> modelOf, KnowledgeBase knowledge)
    {
        double precision = 0, recall = 0;
        int count = 0, right = 0, given = 0, same = 0, pairs = 0;
        for (int f = 0; f < Folds; f++)
        {
            string[] ids = [.. set.Articles.Keys.Where(id => Fold(id) == f).Order(StringComparer.Ordinal)];
            var score = LinkTold.Of(set, ids, new Linker(knowledge, modelOf(f)));
            precision += score.Main.Precision * ids.Length;
            recall += score.Main.Recall * ids.Length;
            count += ids.Length;
            (right, given, same, pairs) = (right + score.Right, given + score.Given, same + score.Same, pairs + score.Pairs);
        }

        var mean = new LinkScores(precision / count, recall / count);
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {how} | {pairs} | {mean.Precision:0.000} | {mean.Recall:0.000} | {mean.F1:0.000} | {right}/{given} | {right}/{same} |\n");
    }

    private static string Card(LinkModel model, string table, List<(string Name, LinkPairs Set)> sets, KnowledgeBase knowledge) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `linking.tsv`: whether two claims tell one happening

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {PairFeatures.Count} weights, as text |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- linking --pairs tests/Casus.Tests/Events/linking-pairs.tsv --gold ROWS --model models/language.bin --out models` |
        | Knowledge | `{knowledge.Hash}`: the claims are read with it |

        ## Made from

        {string.Join("; ", sets.Select(s => $"{s.Set.Pairs.Length} judged pairs of {s.Set.Articles.Count} articles ({s.Name})"))}. The reports are of the development half of a set of incident reports from South Asia as released with ConfliBERT;
        only their ids and our verdicts are kept. The corpus is our own. Each own article also stands as an edition of itself, cut and in another order: that is where weights within a story come from. No text is in the weights. Without the file the weights set by hand (`LinkModel.Hand`) hold.

        ## What it is

        A logistic regression; the sum of the weights is the logarithm of the odds that two claims tell one happening. Ridge towards the weights set by hand, since the pairs that show some features are few.

        ## Scores, each fifth of the happenings by weights of the others

        B³ is over articles by their main event (within a fifth); a pair is found when any event holds claims of both, also what one tells in passing.

        {table}
        ## Limits

        The reports are a sample: few of them tell one happening, so they show mostly what is different. What is the same was learnt from texts of our own.

        """);
}
