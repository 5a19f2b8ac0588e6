using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>"dismantled a | money laundering | network": what the network does, taken for money that launders one.</summary>
internal sealed class GerundCompounds(KnowledgeBase knowledge)
{
    private readonly FrozenSet<string> trades = knowledge.Tables["cues/gerund-compounds"].Words("word");

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 1, behind: 1);

    private Token[]? At(Sentence sentence, int gerund)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int thing = gerund - 1, whole = gerund + 1;
        if (!trades.Contains(old[gerund].Form) || old[gerund] is not { Deprel: "acl", Xpos: "VBG" } || old[gerund].Head != thing || old[thing].Upos != "NOUN"
            || old[whole] is not { Deprel: "obj", Upos: "NOUN" } || old[whole].Head != gerund)
        {
            return null;
        }

        Token[] built = [.. old];
        built[whole] = old[whole] with { Head = old[thing].Head, Deprel = old[thing].Deprel };
        built[thing] = old[thing] with { Head = whole, Deprel = "compound" };
        built[gerund] = old[gerund] with { Head = whole, Deprel = "compound", Upos = "NOUN", Xpos = "NN" };
        for (int i = 0; i < old.Length; i++)
        {
            if (i != gerund && i != whole && (old[i].Head == thing || old[i].Head == gerund))
            {
                built[i] = built[i] with { Head = whole };
            }
        }

        return built;
    }
}
