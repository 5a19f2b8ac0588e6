using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>"the | Israel-Hamas | war", "India-Pakistan talks": two parties with a hyphen between them, of which the tree makes one name. The second is hung as joined to the first.</summary>
internal sealed class HyphenedPairs(KnowledgeBase knowledge)
{
    private readonly FrozenSet<string> names = knowledge.Actors.All
        .Where(a => a.Kind is "country" or "armed-group" or "organisation" or "faction" or "force")
        .SelectMany(a => a.Names.Select(n => n.Text).Append(a.Name))
        .Where(n => n.Length > 1 && !n.Contains(' '))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a hyphen stands between two names, with nothing else.</summary>
    public static bool IsPair(IReadOnlyList<Token> tokens, int first, int second) =>
        second == first + 2 && tokens[first + 1].Form is "-" or "–" && tokens[first].Span.End == tokens[first + 1].Span.Begin && tokens[first + 1].Span.End == tokens[second].Span.Begin;

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => TreeShape.Pass(sentence, At, first: 1, behind: 2);

    private Token[]? At(Sentence sentence, int hyphen)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int first = hyphen - 1, second = hyphen + 1;
        if (!IsPair(old, first, second) || !names.Contains(old[first].Form) || !names.Contains(old[second].Form))
        {
            return null;
        }

        if (old[second].Head == first && old[first].Deprel == "conj" && old[second].Deprel is "flat" or "compound")
        {
            // "the Israel-Hamas and Russia-Ukraine wars"
            Token[] joined = [.. old];
            joined[second] = old[second] with { Deprel = "conj" };
            return joined;
        }

        bool under = old[second].Head == first && old[second].Deprel is "flat" or "compound";
        int top = under ? first : old[first].Head == second ? second : -1;
        int noun = top >= 0 ? old[top].Head : old[first].Head == old[second].Head ? old[first].Head : -1;
        if (noun <= second || old[noun].Upos is not ("NOUN" or "PROPN"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[first] = old[first] with { Head = noun, Deprel = "compound" };
        tokens[hyphen] = old[hyphen] with { Head = second };
        tokens[second] = old[second] with { Head = first, Deprel = "conj" };
        foreach (int child in sentence.Children(second))
        {
            tokens[child] = child < first ? old[child] with { Head = noun } : tokens[child];
        }

        return tokens;
    }
}
