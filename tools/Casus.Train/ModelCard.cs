using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>The page that lies beside the weights: what they are made of, how, and what they are worth.</summary>
internal static class ModelCard
{
    public static string Write(Recipe recipe, IReadOnlyList<Treebank> banks, LanguageModel model, int bytes, TimeSpan time, IEnumerable<DevScores> scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `language.bin`: tokens, sentences, tags, names, trees and lemmas of English

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (matrices in 8 bits with a scale a row, biases in 32 bits, boundary models in 16 bits) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- parser --data FOLDER --out models --hidden {recipe.Hidden} --epochs {recipe.Epochs} --seed {recipe.Seed}` |
        | Time | {time.TotalMinutes:0} minutes with {recipe.Threads} threads on shared cores; threads do not change the bytes |
        | Seed | {recipe.Seed}: orders, first weights, dropped units and words |

        ## Made from

        | Treebank | Sentences | Words | Licence |
        |---|---|---|---|
        {string.Join('\n', banks.Select(b => string.Create(CultureInfo.InvariantCulture, $"| {b.Name} | {b.Trees.Count} | {b.Trees.Sum(t => t.Forms.Length)} | {Licence(b.Name)} |")))}

        The genres of GUM whose licence forbids commercial use (essay, fiction, letter, podcast, whow) are left out. No other text went in: no silver
        data, no word vectors. The weights hold a list of words of these treebanks and lemmas of irregular forms.

        ## What it is

        Tokens and sentence ends: averaged perceptrons over hashed characters and borders. The network: words (lower case, digits as 0) and ten hashed pieces
        of their spelling, two BiLSTM layers of {recipe.Hidden} a direction; UPOS|XPOS and names from the first, biaffine arcs and relations from the second; the best
        heads, or the best projective tree where these are no tree. Lemmas: by form and tag, else by ending. About a tenth of the sentences were
        learnt in capitals, in a headline's capitals, without capitals or without punctuation, as news copy has them.
        Names ("person", "organization", "place", "event", "time", "other") are learnt from GUM alone.

        ## Scores on the development sets, in percent

        Tokens and sentences: F1 from raw paragraphs. The others: accuracy on the treebank's own tokens with predicted tags, relations without subtypes;
        names: F1 of span and kind.

        | Set | Tokens | Sentences | UPOS | XPOS | Lemmas | UAS | LAS | Names |
        |---|---|---|---|---|---|---|---|---|
        {string.Join('\n', scores.Select(s => s.Row()))}

        ## Limits

        English only. Web and broad-genre text, few news pages: quotes in verse, tables and lists come out worse. Sentences over {TextParser.LongestSentence} words are
        cut. The same weights give the same bits on every machine with fused multiply-add semantics, whatever the vector width, the batch or the threads.

        """);

    private static string Licence(string name) => name.Contains("ewt", StringComparison.Ordinal)
        ? "CC BY-SA 4.0"
        : "annotation CC BY 4.0; texts CC BY, CC BY-SA, public domain";
}
