using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>The page that lies beside the weights: what they are made of, how, and what they are worth.</summary>
internal static class ModelCard
{
    public static string Write(Recipe recipe, Size size, Origin origin, LanguageModel model, int bytes, TimeSpan time, IEnumerable<DevScores> scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `{size.File}.bin`: tokens, sentences, tags, names, trees and lemmas of English, {size.Word}

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (matrices in 8 bits with a scale a row, biases in 32 bits, boundary models in 16 bits) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- parser --data FOLDER {(recipe.Silver is null ? "" : "--silver FILE ")}--out models --seed {recipe.Seed}` |
        | Time | {time.TotalMinutes:0} minutes{(recipe.Silver is null ? "" : string.Create(CultureInfo.InvariantCulture, $" after {origin.Time.TotalMinutes:0} minutes for what the sizes share"))}, {recipe.Threads} threads on shared cores; threads do not change the bytes |
        | Seed | {recipe.Seed}: orders, first weights, dropped units and words |

        ## Made from

        | Treebank | Sentences | Words | Licence |
        |---|---|---|---|
        {string.Join('\n', origin.Banks.Select(b => string.Create(CultureInfo.InvariantCulture, $"| {b.Name} | {b.Trees.Count} | {b.Trees.Sum(t => t.Forms.Length)} | {Licence(b.Name)} |")))}

        The genres of GUM whose licence forbids commercial use (essay, fiction, letter, podcast, whow) are left out. {Silver(recipe, origin)}
        The weights hold a list of words that occur at least twice in these treebanks{(recipe.Silver is null ? "" : " or three times in the articles")}, and lemmas of irregular forms.

        ## What it is

        Tokens and sentence ends: averaged perceptrons over hashed characters and borders. The network: words (lower case, digits as 0) and ten hashed pieces
        of their spelling, two BiLSTM layers of {size.Network.Hidden} a direction, {size.Network.Epochs} passes; UPOS|XPOS and names from the first, biaffine arcs and relations from the second; the best
        heads, or the best projective tree where these are no tree. Lemmas: by form and tag, else by ending. About {(recipe.Silver is null ? "a tenth of the sentences" : "a twentieth of the treebanks' sentences and a fifth of the others")} were
        learnt in capitals, in a headline's capitals, without capitals or without punctuation, as news copy has them.
        Names ("person", "organization", "place", "event", "time", "other") are learnt from GUM{(recipe.Silver is null ? " alone" : " and, through the teachers, the articles")}.

        ## Scores on the development sets, in percent

        Tokens and sentences: F1 from raw paragraphs. The others: accuracy on the treebank's own tokens with predicted tags, relations without subtypes;
        names: F1 of span and kind; bare: sentences of text without any sign; case: words whose letters are restored from capitals.

        | Set | Tokens | Sentences | UPOS | XPOS | Lemmas | UAS | LAS | Names | Bare | Case |
        |---|---|---|---|---|---|---|---|---|---|---|
        {string.Join('\n', scores.Select(s => s.Row()))}

        ## Limits

        English only. Web and broad-genre text, few news pages: quotes in verse, tables and lists come out worse. Sentences over {TextParser.LongestSentence} words are
        cut. The same weights give the same bits on every machine with fused multiply-add semantics, whatever the vector width, the batch or the threads.

        """);

    private static string Silver(Recipe recipe, Origin origin) => recipe.Silver is null
        ? "No other text went in: no silver data, no word vectors."
        : string.Create(CultureInfo.InvariantCulture, $"""
            Beside them {origin.SilverSentences} sentences ({origin.SilverWords} words) of news articles were learnt as two wider networks, trained on the treebanks alone,
            read them: from the means of their likelihoods, with weight {TrainPart.SilverWeight:0.0}. The articles are the development part of PolNeAR 1.0 (texts of US news outlets, copyright of
            their publishers; the corpus states no licence). None of its text and no annotation of it is in the weights. Without `--silver` the same command trains from the treebanks alone.
            """);

    private static string Licence(string name) => name.Contains("ewt", StringComparison.Ordinal)
        ? "CC BY-SA 4.0"
        : "annotation CC BY 4.0; texts CC BY, CC BY-SA, public domain";
}
