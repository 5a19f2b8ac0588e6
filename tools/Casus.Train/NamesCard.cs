using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>The page that lies beside the weights that mark mentions.</summary>
internal static class NamesCard
{
    /// <param name="gold">The articles learnt from; <paramref name="prior"/>: sentences and mentions of the treebank.</param>
    /// <param name="tables">Titles and tables of scores.</param>
    public static string Write(NamesRecipe recipe, NameModel model, int bytes, List<NamesArticle> gold, (int Sentences, int Mentions) prior, IEnumerable<(string Title, IEnumerable<string> Rows)> tables) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        # Card of `names.bin`: mentions as people mark them

        Written by the command that trains it; do not edit.

        | | |
        |---|---|
        | Hash | `{model.Hash}` |
        | Size | {bytes / 1e6:0.00} MB (weights in 8 bits, keys of features in 32) |
        | Command | `dotnet run -c Release --project tools/Casus.Train -- names --model models/language.bin --gold FILE --gum FILE --out models --seed {recipe.Seed}` |
        | Seed | {recipe.Seed}: orders of learning; threads do not change the bytes |
        | Looks at | trees and names of `language.bin`, findings of the readers with `knowledge/`: train again when these change |

        ## Made from

        | Articles | Number | Mentions | Licence |
        |---|---|---|---|
        {string.Join('\n', gold.GroupBy(a => a.Collection).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"| re3d, {g.Key} | {g.Count()} | {g.Sum(a => a.Gold.Sum(s => s.Count))} | {g.First().Licence} |"))}
        | GUM, train | {prior.Sentences} sentences | {prior.Mentions} | annotation CC BY 4.0; texts CC BY, CC BY-SA, public domain |

        The genres of GUM whose licence forbids commercial use are left out, as is the BBC's part of re3d. Of nested mentions the longest is learnt. Words are in the weights as hashes only.

        ## Scores, F1 in percent

        Strict: the same borders and kind. Partial: the same kind and a word in common, each counted once. The last row is over Person, Organisation, Location, Weapon and Nationality.

        {string.Join("\n\n", tables.Select(t => $"### {t.Title}\n\n| Kind | Strict | Partial | Marked | Gold |\n|---|---|---|---|---|\n{string.Join('\n', t.Rows)}"))}

        ## Limits

        Marked articles are few and tell of Syria and Iraq; kinds with few rows (Weapon, Nationality, MilitaryPlatform) lean on `knowledge/`. People who mark disagree about articles ("the SDF", "SDF"),
        titles, appositions and pronouns, so perfect scores are out of reach. Mentions inside mentions are not marked; the longest mention has {NameModel.MostWords} words.

        """);
}
