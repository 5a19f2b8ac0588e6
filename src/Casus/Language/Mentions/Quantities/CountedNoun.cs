namespace Casus.Language;

/// <summary>The word that a number counts: by the tree, else the noun that follows.</summary>
internal static class CountedNoun
{
    private const int Farthest = 6;

    /// <returns>Index of the token; null when nothing is counted ("46 were killed").</returns>
    public static int? Of(Sentence sentence, int number)
    {
        Token token = sentence.Tokens[number];
        if (IsModifier(token.Deprel) && token.Head > number && IsNoun(sentence.Tokens[token.Head]))
        {
            return token.Head;
        }

        // "dozens of people", "500 of the migrants"
        foreach (int child in sentence.Children(number))
        {
            if (child > number && sentence.Tokens[child].Deprel.StartsWith("nmod", StringComparison.Ordinal) && IsNoun(sentence.Tokens[child]))
            {
                return child;
            }
        }

        return token.Deprel is "dep" or "root" or "nummod" or "compound" ? Following(sentence, number) : null;
    }

    private static bool IsModifier(string relation) => relation is "nummod" or "amod" or "det" or "nummod:gov" or "compound" or "advmod";

    private static bool IsNoun(Token token) => token.Upos is "NOUN" or "PROPN" or "ADJ";

    /// <summary>The last noun of the next run of adjectives and nouns.</summary>
    private static int? Following(Sentence sentence, int number)
    {
        int? noun = null;
        for (int i = number + 1; i < sentence.Tokens.Length && i <= number + Farthest; i++)
        {
            string tag = sentence.Tokens[i].Upos;
            if (tag is "NOUN" or "PROPN")
            {
                noun = i;
            }
            else if (noun is not null || tag is not ("ADJ" or "NUM") && sentence.Tokens[i].Form is not "of" and not "the")
            {
                break;
            }
        }

        return noun;
    }
}
