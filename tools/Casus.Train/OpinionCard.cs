using System.Globalization;
using Casus.Claims;
using Casus.Knowledge;

namespace Casus.Train;

/// <summary>The card of models/opinion.bin.</summary>
internal static class OpinionCard
{
    public static string Of(SecondOpinion model, OpinionScores scores, List<OpinionRow> rows, int bytes, int seed, KnowledgeBase known) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `opinion.bin`: what passes between two parties, and who plays which part

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (rows of features in 8 bits with a scale each) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- opinion --rows FILE --classes FILE --own corpus/pairs --model models/language.bin --out models --seed {seed}` |
        | Knowledge | `{known.Hash}`: the patterns' answers are among the features |

        ## Made from

        * {rows.Count(r => r.Set == "own")} rows of our own (`corpus/pairs`): sentences written for this, each with two marked parties and a code or none.
        * {rows.Count(r => r.Set == "plv")} pairs of the development half of PLV (the PLOVER annotations published with ZSP, Hu and others 2024), English news sentences; the set states no licence of its texts.
        * {rows.Count(r => r.Set == "cameo")} sentences of the development half of the CAMEO sets published with ConfliBERT that are not in PLV: of those with an event the quad class and the marked
          parties, of the others that nothing passes in them.

        No text is in the weights: features are hashed. Without the file the patterns alone code.

        ## What it is

        Two softmax regressions over hashed features, by AdaGrad: codes (wording with the parties masked, lemmas, the way through the tree, governors, the words between, what the patterns
        say; {OpinionTraining.ForCodes.Passes} passes) and roles (the way from a trigger to a word, its preposition, what it is, which part the patterns give it; {OpinionTraining.ForRoles.Passes} passes).

        ## Scores, each fifth of the sentences by a model of the others

        Pairs of PLV: accuracy {scores.Accuracy:0.000}, macro F1 {scores.MacroF1:0.000}, quad class {scores.Quad:0.000}. Of pairs between which nothing passes {scores.NothingKept:0.000} are seen, of the others
        {scores.NothingWrong:0.000} are wrongly taken for such. Of words that play a part {scores.Parts:0.000} are given the right one.

        | Code | F1 | Pairs | Taken for |
        |---|---|---|---|
        {string.Join('\n', scores.Codes.Select(c => string.Create(CultureInfo.InvariantCulture, $"| {c.Code} | {c.F1:0.000} | {c.Pairs} | {c.TakenFor} |")))}

        ## Limits

        One code a pair. It was measured by folds of the rows it learns from, and the patterns were written with the rows of PLV in view. Our own rows tell invented happenings and are no
        statements of fact.

        """);
}
