using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>The page that lies beside the weights of coreference.</summary>
internal static class CoreferenceCard
{
    public static string Write(CoreferenceRecipe recipe, CoreferenceModel model, int bytes, LinkedText[] texts, CoreferenceScores scores) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `coreference.bin`: which words of an English text refer to the same

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (8 bits a weight) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- coreference --data FOLDER --out models --passes {recipe.Passes} --seed {recipe.Seed}` |
        | Seed | {recipe.Seed}: the order of the texts. One thread; the same input gives the same bytes |

        ## Made from

        GUM, the training part of en_gum: {texts.Length} texts, {texts.Sum(t => t.Text.Forms.Sum(f => f.Length))} words, {texts.Sum(t => t.Text.Kinds.Count)} mentions, on trees of `language.bin`.
        Annotation CC BY 4.0; texts CC BY, CC BY-SA, public domain. The genres whose licence forbids commercial use are left out; they only measure.

        ## What it is

        Three linear models over hashed features. One says whether words refer at all and how much of what stands behind a noun belongs to it; one
        what kind of thing they name; one ranks, for every reference from left to right, a new beginning against the earlier references (latent
        antecedents, Durrett and Klein 2013). A reference goes to the chain whose references together are likeliest. Each training text was judged
        by weights of the first two that had not seen it. See docs/decisions/0015-coreference.md.

        ## Scores on the development sets

        Trees and mentions as found over the gold's tokens, spans strict, precision / recall / F1 in percent. The first row of a set leaves chains of
        one mention out on both sides, as CoNLL 2012 and CorefUD do; "with singletons" counts them, as GUM annotates them; "only mentions of the
        gold" keeps of the references found those that the gold has. "nc" is the part with the other licence.

        {scores.Table()}

        ## Limits

        English only; broad genres, few of them news. In talk "I" and "you" of several speakers mix, because who speaks is not read. References to what a
        clause says ("this", "that decision") are found only where the clause is a noun phrase. Words without a name in common ("the ex-premier") are
        seldom linked.

        """);
}
