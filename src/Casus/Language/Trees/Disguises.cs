using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>"Gunmen | dressed as soldiers | abducted nine": whom they look like, taken for who did it.</summary>
internal static class Disguises
{
    private static readonly string[] Looking = ["dressed", "disguised", "posing", "masquerading", "clad", "posed", "impersonating"];

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public static Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 4, behind: 0);

    private static Token[]? At(Sentence sentence, int deed)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        if (old[deed] is not { Deprel: "advcl", Upos: "VERB", Xpos: "VBD" or "VBN", Head: >= 0 and var looking } || looking > deed || !Looking.Contains(old[looking].Form))
        {
            return null;
        }

        int @as = looking + 1, likeness = Child(sentence, deed, "nsubj", @as, deed);
        bool root = old[looking].Deprel != "acl";
        int who = root ? Child(sentence, looking, "nsubj", -1, looking) : old[looking].Head;
        if (old[@as] is not { Form: "as" } || old[@as].Head != deed || likeness < 0 || who < 0 || who > looking || TreeShape.Has(sentence, looking, (_, t) => t.Deprel.StartsWith("aux", StringComparison.Ordinal)))
        {
            return null;
        }

        Token top = old[root ? looking : who];
        Token[] built = [.. old];
        built[deed] = old[deed] with { Xpos = "VBD", Head = top.Head, Deprel = top.Deprel };
        foreach (int child in sentence.Children(root ? looking : who))
        {
            built[child] = child > deed || (root && child < who) ? built[child] with { Head = deed } : built[child];
        }

        built[who] = old[who] with { Head = deed, Deprel = "nsubj" };
        built[looking] = old[looking] with { Head = who, Deprel = "acl" };
        built[likeness] = old[likeness] with { Head = looking, Deprel = "obl" };
        built[@as] = old[@as] with { Head = likeness, Deprel = "case", Upos = "ADP", Xpos = "IN" };
        return built;
    }

    /// <summary>The child of that relation, of either voice, between two words; -1 when there is none.</summary>
    private static int Child(Sentence sentence, int head, string relation, int after, int before)
    {
        foreach (int child in sentence.Children(head))
        {
            if (child > after && child < before && sentence.Tokens[child].Deprel.StartsWith(relation, StringComparison.Ordinal))
            {
                return child;
            }
        }

        return -1;
    }
}
