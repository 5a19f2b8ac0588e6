namespace Casus.Language;

/// <summary>Small questions about a word's place in the tree.</summary>
internal static class Grammar
{
    /// <summary>The preposition or possessive mark that governs a noun phrase; null when none does.</summary>
    public static string? Case(Sentence sentence, int head)
    {
        foreach (int child in sentence.Children(head))
        {
            if (sentence.Tokens[child].Deprel == "case" && sentence.Tokens[child].Upos is "ADP" or "SCONJ" or "VERB")
            {
                return sentence.Tokens[child].Lemma;
            }
        }

        return null;
    }

    /// <summary>The relation of a word, taken from the first of its conjuncts.</summary>
    public static string Relation(Sentence sentence, int token) => sentence.Tokens[FirstConjunct(sentence, token)].Deprel;

    public static int FirstConjunct(Sentence sentence, int token)
    {
        for (int steps = 0; steps < 20 && sentence.Tokens[token].Deprel == "conj" && sentence.Tokens[token].Head >= 0; steps++)
        {
            token = sentence.Tokens[token].Head;
        }

        return token;
    }

    public static bool IsSubject(string relation) => relation.StartsWith("nsubj", StringComparison.Ordinal) || relation is "csubj";

    /// <summary>True where a name stands for those who act ("Kabul accused", "talks with Kabul"), false where it tells a place.</summary>
    public static bool Acts(Sentence sentence, int head)
    {
        int first = FirstConjunct(sentence, head);
        string relation = sentence.Tokens[first].Deprel;
        if (IsSubject(relation) || relation is "obj" or "iobj" or "nmod:poss" or "obl:agent")
        {
            return true;
        }

        string? preposition = Case(sentence, first);
        if (relation.StartsWith("obl", StringComparison.Ordinal) || relation.StartsWith("nmod", StringComparison.Ordinal))
        {
            return preposition is "with" or "by" or "against" or "between";
        }

        return false;
    }

    /// <summary>"himself", "themselves": the subject again.</summary>
    public static bool IsReflexive(Token token) => token.Form.EndsWith("self", StringComparison.OrdinalIgnoreCase) || token.Form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);

    public static bool IsPlural(Token token) => token.Xpos is "NNS" or "NNPS";
}
