using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

/// <summary>What was struck, by the nouns that call it: "a printing house in X" and "the mosque" are told apart where nobody is named.</summary>
internal static class StruckWords
{
    /// <returns>Hashes as of <see cref="LinkWords"/>, of the words before the first short, capital or placing one; ordered, each once.</returns>
    public static ImmutableArray<int> Of(ImmutableArray<Party> suffering)
    {
        SortedSet<int>? found = null;
        foreach (Party party in suffering)
        {
            if (party is { ActorId: null, Kind: "facility" or "vehicle" or "property" })
            {
                Add(party.Evidence.Quote, found ??= []);
            }
        }

        return found is null ? [] : [.. found];
    }

    private static void Add(ReadOnlySpan<char> quote, SortedSet<int> found)
    {
        bool any = false;
        foreach (Range range in quote.Split(' '))
        {
            ReadOnlySpan<char> word = quote[range];
            bool counts = word.Length > LinkWords.Short && !char.IsUpper(word[0]) && !word.SequenceEqual(Claims.PlaceRelation.Near);
            if (any && !counts)
            {
                return;
            }

            if (counts)
            {
                any = true;
                found.Add(LinkWords.Hash(word));

                // One tells of the depots, another of a depot.
                found.Add(LinkWords.Hash(word[^1] == 's' ? word[..^1] : string.Concat(word, "s")));
            }
        }
    }
}
