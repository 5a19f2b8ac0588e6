namespace Casus.Language;

/// <summary>A noun with its determiners, modifiers and the rest of its name; prepositions and clauses behind it are left out.</summary>
/// <param name="First">Index of the first token; <paramref name="Last"/> is included.</param>
internal readonly record struct NounPhrase(int Head, int First, int Last)
{
    /// <summary>True for a word that governs a noun phrase: a noun or name that is not itself part of a longer name.</summary>
    public static bool IsHead(Token token) =>
        token.Upos is "NOUN" or "PROPN" && !IsPart(token.Deprel);

    public static NounPhrase Of(Sentence sentence, int head)
    {
        int first = head, last = head;
        ReadOnlySpan<int> children = sentence.Children(head);
        for (int i = children.Length - 1; i >= 0; i--)
        {
            int child = children[i];
            if (child < head && IsBefore(sentence.Tokens[child].Deprel))
            {
                first = Math.Min(first, sentence.Leftmost(child));
            }
        }

        foreach (int child in children)
        {
            bool name = sentence.Tokens[child].Deprel is "flat" or "flat:name" or "goeswith" || (sentence.Tokens[child].Deprel is "nummod" or "compound" && child == last + 1);
            bool ofName = child > last && sentence.Tokens[head].Upos == "PROPN" && IsOfName(sentence, child, last);
            if (child > head && (name || ofName))
            {
                last = Math.Max(last, Rightmost(sentence, child, ofName));
            }
        }

        // A preposition that the parser hung below a modifier is not part of the phrase.
        while (first < head && sentence.Tokens[first].Upos is "ADP" or "PUNCT" or "CCONJ" or "SCONJ")
        {
            first++;
        }

        return new NounPhrase(head, first, last);
    }

    private static bool IsPart(string relation) =>
        relation.StartsWith("flat", StringComparison.Ordinal) || relation is "compound" or "fixed" or "goeswith";

    private static bool IsBefore(string relation) => relation is "det" or "amod" or "nummod" or "compound" or "nmod:poss" or "flat" or "det:predet" or "nmod:npmod" or "nmod:unmarked" or "goeswith" or "nmod:desc";

    /// <summary>"of Foreign Affairs" behind "Ministry".</summary>
    private static bool IsOfName(Sentence sentence, int child, int last)
    {
        Token token = sentence.Tokens[child];
        if (token.Deprel != "nmod" || token.Upos != "PROPN")
        {
            return false;
        }

        foreach (int below in sentence.Children(child))
        {
            if (sentence.Tokens[below] is { Deprel: "case", Form: "of" } && below == last + 1)
            {
                return true;
            }
        }

        return false;
    }

    private static int Rightmost(Sentence sentence, int token, bool name)
    {
        int last = token;
        foreach (int child in sentence.Children(token))
        {
            string relation = sentence.Tokens[child].Deprel;
            if (child > token && (IsPart(relation) || (name && IsOfName(sentence, child, last))))
            {
                last = Math.Max(last, Rightmost(sentence, child, name));
            }
        }

        return last;
    }
}
