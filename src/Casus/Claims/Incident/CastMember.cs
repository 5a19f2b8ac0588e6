using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Somebody or something that an article names by a noun, with every place that names it.</summary>
/// <param name="Key">Head word in small letters, or the id of an actor that the name alone tells.</param>
/// <param name="Places">In text order; never empty.</param>
internal sealed record CastMember(string Key, ImmutableArray<CastPlace> Places);

/// <param name="Token">The word that governs the phrase.</param>
/// <param name="Last">The word that people would call its head: the surname of a person, else the governing word.</param>
internal readonly record struct CastPlace(SentenceView View, int Token, int Last);

/// <summary>Groups the nouns of an article by whom or what they name.</summary>
internal static class Cast
{
    public static ImmutableArray<CastMember> Of(IReadOnlyList<SentenceView> views)
    {
        var members = new Dictionary<string, ImmutableArray<CastPlace>.Builder>(StringComparer.Ordinal);
        List<string> order = [];
        foreach (SentenceView s in views)
        {
            for (int token = 0; token < s.Count; token++)
            {
                if (!IsPlace(s, token))
                {
                    continue;
                }

                var place = new CastPlace(s, token, LastName(s, token));
                string key = KeyOf(place);
                if (!members.TryGetValue(key, out ImmutableArray<CastPlace>.Builder? places))
                {
                    members[key] = places = ImmutableArray.CreateBuilder<CastPlace>();
                    order.Add(key);
                }

                places.Add(place);
            }
        }

        Dictionary<string, string> same = ShortForms(order.SelectMany(key => members[key]));
        return [.. order.GroupBy(key => Root(same, key), StringComparer.Ordinal)
            .Select(names => new CastMember(names.Key, [.. names.SelectMany(key => members[key]).OrderBy(p => p.View.Index).ThenBy(p => p.Token)]))];
    }

    /// <summary>"the Valley Defence Front (VDF)": two names of one, by the key of the second.</summary>
    private static Dictionary<string, string> ShortForms(IEnumerable<CastPlace> places)
    {
        var same = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (CastPlace place in places)
        {
            SentenceView s = place.View;
            int at = place.Token;
            if (s[at].Upos != "PROPN" || at < 2 || at + 1 >= s.Count || s[at - 1].Form is not ("(" or "[") || s[at + 1].Form is not (")" or "]") || s[at - 2].Upos != "PROPN")
            {
                continue;
            }

            int whole = at - 2;
            while (s.Relation(whole) is "flat" or "compound" && s.Head(whole) is >= 0 and var head && head < at)
            {
                whole = head;
            }

            string shortName = KeyOf(place), name = KeyOf(new CastPlace(s, whole, LastName(s, whole)));
            if (Root(same, name) != Root(same, shortName))
            {
                same[Root(same, shortName)] = Root(same, name);
            }
        }

        return same;
    }

    private static string Root(Dictionary<string, string> same, string key)
    {
        while (same.TryGetValue(key, out string? other))
        {
            key = other;
        }

        return key;
    }

    public static string KeyOf(CastPlace place)
    {
        (SentenceView s, int token, int last) = (place.View, place.Token, place.Last);
        return (s[token].Upos == "PROPN" || s.PartyNoun(token) is null) && s.MentionAt(token)?.Actor is { Antecedent: null } actor ? actor.ActorId : s[last].Form.ToLowerInvariant();
    }

    /// <summary>Heads of noun phrases, and people named before another noun ("terrorist attack").</summary>
    private static bool IsPlace(SentenceView s, int token) =>
        s[token].Upos is "NOUN" or "PROPN" && !PartyReader.InTime(s, token)
        && s.Relation(token) switch
        {
            "flat" or "fixed" or "goeswith" or "case" or "mark" or "punct" => false,
            "compound" or "amod" => s.PartyNoun(token) is { Kind: "person" or "group" } || s.MentionAt(token)?.Actor is not null || s.Lexicon.MeansOf(s.Lemma(token)) is not null,
            _ => true,
        };

    private static int LastName(SentenceView s, int token)
    {
        int last = token;
        foreach (int child in s.Children(token))
        {
            last = s.Relation(child) == "flat" && child > last ? child : last;
        }

        return last;
    }
}
