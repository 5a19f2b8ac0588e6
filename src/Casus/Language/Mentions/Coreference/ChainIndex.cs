using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>Answers which chain the words governed by a token belong to.</summary>
public sealed class ChainIndex
{
    private readonly Dictionary<(int Sentence, int Head), (Chain Chain, int At)> links = [];

    public ChainIndex(ImmutableArray<Chain> chains)
    {
        foreach (Chain chain in chains)
        {
            for (int i = 0; i < chain.Links.Length; i++)
            {
                // "A and B" has the head of "A": the shorter words are the mention's own.
                ChainLink link = chain.Links[i];
                (int, int) key = (link.Sentence, link.Head);
                if (!links.TryGetValue(key, out (Chain Chain, int At) other) || link.Span.Length < other.Chain.Links[other.At].Span.Length)
                {
                    links[key] = (chain, i);
                }
            }
        }
    }

    /// <summary>The chain and the place of the link in it; null where the words stand alone.</summary>
    public (Chain Chain, int At)? Find(int sentence, int head) => links.TryGetValue((sentence, head), out (Chain Chain, int At) found) ? found : null;
}
