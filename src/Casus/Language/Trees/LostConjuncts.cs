using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>"between the Houthis and government | forces |", "Hamas and Israeli | troops |": two parties that the tree takes for one, as if the last noun stood for both.</summary>
internal static class LostConjuncts
{
    private static readonly string[] Demonym = ["ian", "uan", "lan", "can", "han", "ese", "ish"];

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 1, behind: 2);

    private static Token[]? At(Sentence sentence, int and)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int second = and + 1, noun = and + 2, first = and - 1;
        while (old[first].Head >= 0 && old[first].Head < and)
        {
            first = old[first].Head;
        }

        if (old[and] is not { Form: "and", Deprel: "cc" } || old[first].Head != noun || !IsName(old[first]) || old[first].Deprel is not ("compound" or "nmod" or "amod") || old[noun].Upos != "NOUN"
            || !(old[second].Head == first && old[second].Deprel == "conj") && !(old[second].Head == noun && old[second].Deprel is "amod" or "compound" && old[and].Head == second)
            || TreeShape.Has(sentence, first, (c, t) => t.Deprel == "case" || (t.Deprel == "conj" && c != second)) || TreeShape.Has(sentence, noun, (_, t) => t.Deprel == "conj"))
        {
            return null;
        }

        // "Hamas and Fatah supporters" support either; a name beside a common noun or an adjective does not say whose the noun is.
        bool two = TreeShape.Has(sentence, noun, (_, t) => t is { Deprel: "case", Form: "between" });
        if (!two && old[second] is not ({ Upos: "NOUN", Xpos: "NN" } or { Upos: "ADJ" }))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[first] = old[first] with { Head = old[noun].Head, Deprel = old[noun].Deprel };
        foreach (int child in sentence.Children(noun))
        {
            tokens[child] = child < first ? tokens[child] with { Head = first } : tokens[child];
        }

        tokens[and] = old[and] with { Head = noun };
        tokens[noun] = old[noun] with { Head = first, Deprel = "conj" };
        tokens[second] = old[second] with { Head = noun, Deprel = old[second].Upos == "ADJ" ? "amod" : "compound" };
        return tokens;
    }

    /// <summary>"Venezuelan" in a report in capitals is taken for a name, and says whose the noun is all the same.</summary>
    private static bool IsName(Token word) => !Demonym.Any(e => word.Form.EndsWith(e, StringComparison.OrdinalIgnoreCase)) && IsNamed(word);

    private static bool IsNamed(Token word) => word.Upos == "PROPN" || (word.Xpos == "NNS" && char.IsUpper(word.Form[0]));
}
