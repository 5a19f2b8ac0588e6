using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>The page that lies beside the weights.</summary>
internal static class AttributionCard
{
    private const string Columns = "| Speaker | Cue | Content | Who said what |";

    public static string Write(AttributionRecipe recipe, AttributionModel model, IReadOnlyList<AttributedPassage> set, int bytes, AttributionScores held, string language) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `{recipe.Size.File}.bin`: who says what, {recipe.Size.Word}

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (matrices in 8 bits with a scale a row, biases in 32 bits) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- attribution --attributions FILE --model models/{Path.GetFileName(recipe.Language)} --out models --size {recipe.Size.Word} --passes {recipe.Passes} --seed {recipe.Seed}` |
        | Parsed with | `{Path.GetFileName(recipe.Language)}`, hash `{language}` |
        | Seed | {recipe.Seed}: orders, first weights, dropped units and words; threads do not change the bytes |

        ## Made from

        The development part of PolNeAR 1.0 (Newell, Margolin and Ruths 2018): {set.Count} paragraphs, {set.Sum(p => p.Passage.Words)} words, {set.Sum(p => p.Cues.Length)} attributions that people marked.
        The texts are articles of US news outlets, copyright of their publishers; the corpus states no licence. None of its text is in the weights beyond a list of
        the words that occur at least three times. Without the file Casus reads attributions by rules over trees.

        ## What it is

        The words of a paragraph with their place in the tree, two BiLSTM layers of {recipe.Size.Hidden} a direction; each word is labelled as cue, speaker, content or neither;
        for each cue, products of projections and weights of pair features (the way through the tree, quotation marks, distance) say whose speaker and content a word is.

        ## Scores on a fifth of the articles, when trained on the others

        F1 over words; who said what: F1 over attributions whose speakers overlap and whose contents agree by half (the program's own count, close to the kit's).

        {Columns}
        |---|---|---|---|
        {held.Row()}
        {Beside(recipe)}
        ## Limits

        English news of the United States in 2015 and 2016. Attributions do not nest in the corpus: what is told inside of another's words is read by rules.

        """);

    /// <summary>What the card of the other size says of the same fifth, where it lies in the folder.</summary>
    private static string Beside(AttributionRecipe recipe)
    {
        AttributionSize other = recipe.Size == AttributionSize.Fast ? AttributionSize.Accurate : AttributionSize.Fast;
        string path = Path.Combine(recipe.Target ?? "", $"{other.File}.card.md");
        string[] lines = File.Exists(path) ? File.ReadAllLines(path) : [];
        int at = Array.IndexOf(lines, Columns);
        return at < 0 ? "" : $"\nThe {other.Word} size on the same fifth:\n\n{Columns}\n|---|---|---|---|\n{lines[at + 2]}\n";
    }
}
