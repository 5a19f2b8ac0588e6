using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

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

        Dictionary<string, string> same = ShortForms.Of(order.SelectMany(key => members[key]));
        return [.. order.GroupBy(key => ShortForms.Root(same, key), StringComparer.Ordinal)
            .Select(names => new CastMember(names.Key, [.. names.SelectMany(key => members[key]).OrderBy(p => p.View.Index).ThenBy(p => p.Token)]))];
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

    public static int LastName(SentenceView s, int token)
    {
        int last = token;
        foreach (int child in s.Children(token))
        {
            last = s.Relation(child) == "flat" && child > last ? child : last;
        }

        return last;
    }
}
