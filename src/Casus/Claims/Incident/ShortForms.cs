namespace Casus.Claims;

/// <summary>Names of a cast that stand for one another because an article says so.</summary>
internal static class ShortForms
{
    /// <summary>"the Valley Defence Front (VDF)": two names of one, by the key of the second.</summary>
    public static Dictionary<string, string> Of(IEnumerable<CastPlace> places)
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

            string shortName = Cast.KeyOf(place), name = Cast.KeyOf(new CastPlace(s, whole, Cast.LastName(s, whole)));
            if (Root(same, name) != Root(same, shortName))
            {
                same[Root(same, shortName)] = Root(same, name);
            }
        }

        return same;
    }

    public static string Root(Dictionary<string, string> same, string key)
    {
        while (same.TryGetValue(key, out string? other))
        {
            key = other;
        }

        return key;
    }
}
