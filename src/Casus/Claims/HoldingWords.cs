using Casus.Language;

namespace Casus.Claims;

/// <summary>Chains of places that words put one into the other: "X area of Y tehsil in Z District", "X near Y in Z", "Z's X".</summary>
internal static class HoldingWords
{
    /// <summary>Words between two names of a chain: " tehsil (revenue unit) of the ".</summary>
    private const int MostBetween = 8;

    /// <param name="Near">True when somewhere in the chain a name stands only near the next one.</param>
    internal readonly record struct Holder(PlaceMention Place, bool Near);

    /// <summary>What holds a place, from the inside to the outside.</summary>
    public static List<Holder> Of(SentenceView s, PlaceMention inside)
    {
        List<Holder> holders = [];
        PlaceMention last = inside;
        bool near = false;
        foreach (PlaceMention place in s.Places)
        {
            if (place.Span.Begin < last.Span.End)
            {
                // "Kotli bus stand": the town in the name holds it.
                if (NamedSites.IsSite(inside) && inside.Span.Contains(place.Span) && place.Rule.Value != "place.demonym" && !NamedSites.LeadsElsewhere(s, inside))
                {
                    holders.Add(new Holder(place, false));
                }

                continue;
            }

            if (place.Rule.Value == "place.demonym" || (place.Rule.Value == "place.in-name" && !NamesStation(s, s.TokensIn(place.Span).To - 1, s.Count)) || !Linked(s, last, place, ref near))
            {
                break;
            }

            holders.Add(new Holder(place, near));
            last = place;
        }

        if (Owner(s, inside) is { } owner)
        {
            holders.Add(new Holder(owner, false));
        }

        return holders;
    }

    /// <summary>The innermost place of the chain in which a place stands.</summary>
    public static PlaceMention Closest(SentenceView s, PlaceMention best)
    {
        foreach (PlaceMention place in s.Spots)
        {
            if (place.Span.Begin >= best.Span.Begin)
            {
                break;
            }

            if (place.Rule.Value is not ("place.demonym" or "place.in-name") && (place.PlaceId is null || PlaceOfEvent.Coarse(place.Precision) <= PlaceOfEvent.Coarse(best.Precision)) && Placed(s, place)
                && Of(s, place).Exists(h => h.Place.Span.Overlaps(best.Span)))
            {
                return place;
            }
        }

        return s.Places.Find(p => Owner(s, p) is { } owner && ReferenceEquals(owner, best) && PlaceOfEvent.Coarse(p.Precision) <= PlaceOfEvent.Coarse(best.Precision)) ?? best;
    }

    /// <summary>"Quetta" of "Quetta's Hazar Ganji"; null when nobody's.</summary>
    private static PlaceMention? Owner(SentenceView s, PlaceMention inside)
    {
        (int first, _) = s.TokensIn(inside.Span);
        return first >= 2 && s[first - 1].Form is "'s" or "’s" or "s" ? s.Places.Find(p => p.Span.End >= s[first - 2].Span.End && p.Span.End <= s[first - 1].Span.Begin && p.Rule.Value != "place.demonym") : null;
    }

    /// <summary>A preposition of place stands before it, and it is nobody's home.</summary>
    private static bool Placed(SentenceView s, PlaceMention place)
    {
        const int Back = 4;
        (int first, _) = s.TokensIn(place.Span);
        for (int i = first - 1; i >= 0 && i >= first - Back; i--)
        {
            if (s.Lexicon.In("home", s.Lemma(i)) || s.Lexicon.In("away", s.Lemma(i)) && !s.Lexicon.In("phrase-preposition", s.Lemma(i)) || s.IsVerb(i))
            {
                return false;
            }

            if (s.Lexicon.In("locative", s.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Linked(SentenceView s, PlaceMention a, PlaceMention b, ref bool near)
    {
        (_, int from) = s.TokensIn(a.Span);
        (int to, _) = s.TokensIn(b.Span);
        if (to - from is < 1 or > MostBetween)
        {
            return false;
        }

        bool link = false;
        for (int i = from; i < to; i++)
        {
            string form = s[i].Form, lemma = s.Lemma(i);
            if (form is "," or "(" or ")")
            {
                // "Kohat, Hangu and Karak" is a list.
                link |= form == "," && to - from == 1 && PlaceOfEvent.Coarse(a.Precision) < PlaceOfEvent.Coarse(b.Precision) && !s.Places.Exists(p => p.Span.Begin > b.Span.End && p.Precision == b.Precision);
            }
            else if (s.Lexicon.In("nearness", lemma))
            {
                near = link = true;
            }
            else if (s.Lexicon.In("held-by", lemma))
            {
                link = true;
            }
            else if (char.IsUpper(form[0]) ? !s.Lexicon.In("holding-title", lemma) && !NamesStation(s, i, to) : !Passes(s, i))
            {
                return false;
            }
        }

        return link;
    }

    /// <summary>"under the Kothi Police Station in": its name need not be known.</summary>
    private static bool NamesStation(SentenceView s, int word, int end)
    {
        const int MostOfName = 3;
        for (int i = word + 1; i < end && i <= word + MostOfName; i++)
        {
            if (s.Lemma(i) == "police")
            {
                return true;
            }
        }

        return false;
    }

    private static bool Passes(SentenceView s, int word) =>
        s.Lexicon.PlaceKind(s[word].Form) is not null
        || char.IsLetter(s[word].Form[0]) && s[word].Upos is "NOUN" or "ADJ" or "DET" or "PROPN" or "ADP" or "ADV" && !s.EventNouns.Contains(word) && !s.Lexicon.In("away", s.Lemma(word))
        || s.Lexicon.In("lie-verb", s.Lemma(word))
        || (s.Lemma(word) == "to" && word > 0 && s.Lexicon.In("nearness", s.Lemma(word - 1)));
}
