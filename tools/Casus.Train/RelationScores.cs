using System.Globalization;
using Casus.Language;

namespace Casus.Train;

/// <summary>Where words get a wrong head or relation: by relation of the gold tree, those that cost most first, and the pairs that are mistaken for each other.</summary>
internal static class RelationScores
{
    private const int Shown = 14, PairsShown = 10;

    public static IEnumerable<string> Of(LanguageModel model, Treebank bank)
    {
        var parsed = new TextParser(model).ParseTokens([.. bank.Trees.Select(t => t.Forms)]);
        var counts = new Dictionary<string, (int Gold, int Found, int Heads, int Right)>(StringComparer.Ordinal);
        var pairs = new Dictionary<string, int>(StringComparer.Ordinal);
        int words = 0;
        for (int s = 0; s < parsed.Length; s++)
        {
            for (int i = 0; i < bank.Trees[s].Forms.Length; i++, words++)
            {
                string gold = Universal(bank.Trees[s].Relations[i]), found = Universal(parsed[s].Tokens[i].Deprel);
                bool head = parsed[s].Tokens[i].Head == bank.Trees[s].Heads[i];
                Count(gold, c => (c.Gold + 1, c.Found, c.Heads + (head ? 1 : 0), c.Right + (head && gold == found ? 1 : 0)));
                Count(found, c => (c.Gold, c.Found + 1, c.Heads, c.Right));
                if (gold != found)
                {
                    string pair = $"{gold} → {found}";
                    pairs[pair] = pairs.GetValueOrDefault(pair) + 1;
                }
            }
        }

        yield return $"{bank.Name}: relation | words | head right | F1 | of all words lost";
        foreach ((string relation, var c) in counts.OrderByDescending(c => c.Value.Gold - c.Value.Right).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Shown))
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"| {relation} | {c.Gold} | {100.0 * c.Heads / c.Gold:0.0} | {200.0 * c.Right / (c.Gold + c.Found):0.0} | {100.0 * (c.Gold - c.Right) / words:0.00} |");
        }

        yield return "named otherwise: " + string.Join(", ", pairs.OrderByDescending(p => p.Value).ThenBy(p => p.Key, StringComparer.Ordinal).Take(PairsShown).Select(p => $"{p.Key} {p.Value}"));

        void Count(string relation, Func<(int Gold, int Found, int Heads, int Right), (int, int, int, int)> change) => counts[relation] = change(counts.GetValueOrDefault(relation));
    }

    private static string Universal(string relation) => relation.Split(':')[0];
}
