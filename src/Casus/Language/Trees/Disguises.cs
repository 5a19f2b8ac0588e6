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

        int @as = looking + 1, likeness = TreeShape.Child(sentence, deed, (c, t) => c > @as && c < deed && IsSubject(t));
        bool root = old[looking].Deprel != "acl";
        int who = root ? TreeShape.Child(sentence, looking, (c, t) => c < looking && IsSubject(t)) : old[looking].Head;
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

    /// <summary>Of either voice.</summary>
    private static bool IsSubject(Token word) => word.Deprel.StartsWith("nsubj", StringComparison.Ordinal);
}
