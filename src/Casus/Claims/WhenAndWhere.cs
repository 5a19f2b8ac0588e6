using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The time and place of an event: the mention nearest to its trigger in the tree, else what bounds it.</summary>
internal static class WhenAndWhere
{
    private static readonly RuleId NearestTime = new("time.nearest");
    private static readonly RuleId PublicationBound = new("time.published");
    private static readonly RuleId NearestPlace = new("place.nearest");
    private static readonly RuleId StandingPlace = new("place.behind");

    public static ClaimTime? Time(SentenceView s, int trigger, Func<int, int> nearestTrigger, Func<int, bool> reaches)
    {
        TimeMention? best = null;
        int least = int.MaxValue;
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            if (time.Type is TimeType.Duration or TimeType.Set || time.Precision is "vague" or "none" || head < 0 || !reaches(head) || Shifted(s, trigger, head))
            {
                continue;
            }

            int distance = (s.Distance(trigger, head) * 4) + (nearestTrigger(head) == trigger ? 0 : 6) + (time.Precision is "day" or "time" ? 0 : 2);
            if (distance < least)
            {
                (best, least) = (time, distance);
            }
        }

        return best is null ? null : new ClaimTime(best.Value, best.Precision, best.Earliest, best.Latest, s.Analysis.Article.Quote(best.Span), NearestTime);
    }

    /// <summary>"They fired on Saturday, four days after the strikes": what lies beyond the shift has another day.</summary>
    private static bool Shifted(SentenceView s, int trigger, int time)
    {
        for (int i = Math.Min(trigger, time) + 1; i < Math.Max(trigger, time); i++)
        {
            if (s.Lexicon.In("time-shift", s.Lemma(i)) && s.Lexicon.In("time-unit", s.Lemma(i - 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>No words date it: what has happened did so by the day of publication.</summary>
    public static ClaimTime Bound(Analysis analysis, bool happened) =>
        new(null, "none", null, happened ? analysis.Article.Published?.Value.Day : null, null, PublicationBound);

    public static ClaimPlace? Place(SentenceView s, int trigger, Func<int, int> nearestTrigger, Func<int, bool> reaches, IReadOnlyList<TextSpan> parties, IReadOnlyList<TextSpan> seats)
    {
        PlaceMention? best = null;
        int least = int.MaxValue;
        foreach (PlaceMention place in s.Places)
        {
            if (place.Head < 0 || place.Head >= s.Count)
            {
                continue;
            }

            int phrase = Phrase(s, place.Head);
            bool locative = s.Lexicon.In("locative", s.Case(phrase)) || s.Lexicon.In("locative", s.Case(place.Head));
            if (!locative && (s[place.Head].Upos == "ADJ" || phrase != place.Head || s.Lexicon.In("away", s.Case(phrase)) || s.Relation(phrase) is not ("obl" or "nmod" or "root" or "appos" or "parataxis" or "dep") || s.Deprel(phrase) == "nmod:poss"))
            {
                continue;
            }

            // "The Afghan Taliban" are nowhere; "Afghan soil" is.
            if ((s[place.Head].Upos == "ADJ" || s.Relation(place.Head) == "amod") && s.PartyNoun(phrase) is not { Kind: "place" or "facility" })
            {
                continue;
            }

            // "The foreign ministry in Kabul", "a spokesman in Kabul said": where they sit is not where it happened.
            if (!reaches(phrase) || seats.Any(seat => seat.Contains(place.Span)))
            {
                continue;
            }

            if (s.Relation(place.Head) == "amod" && nearestTrigger(phrase) != trigger)
            {
                continue;
            }

            bool party = parties.Any(p => p.Overlaps(place.Span)) && !locative;
            int distance = (s.Distance(trigger, phrase) * 3) + (locative ? 0 : 14) + (party ? 20 : 0) - (s.Lexicon.In("towards", s.Case(phrase)) ? 9 : 0) + (nearestTrigger(phrase) == trigger ? 0 : 7) + Coarse(place.Precision);
            if (distance < least)
            {
                (best, least) = (place, distance);
            }
        }

        if (best is null || least > 45)
        {
            return Standing(s, trigger, seats) is { } standing
                ? new ClaimPlace(standing.PlaceId, standing.Precision, s.Analysis.Article.Quote(standing.Span), StandingPlace)
                : null;
        }

        best = Finer(s, best, phrase => s.Lexicon.In("locative", s.Case(phrase)));
        return new ClaimPlace(best.PlaceId, best.Precision, s.Analysis.Article.Quote(best.Span), NearestPlace);
    }

    /// <summary>Where no phrase of place hangs on the trigger: the first place in the sentence that a preposition of place puts behind it.</summary>
    private static PlaceMention? Standing(SentenceView s, int trigger, IReadOnlyList<TextSpan> seats)
    {
        foreach (PlaceMention place in s.Places)
        {
            if (place.Head <= trigger || place.Head >= s.Count || place.Rule.Value is "place.demonym" or "place.in-name" || s.Relation(place.Head) == "amod" || seats.Any(seat => seat.Contains(place.Span)))
            {
                continue;
            }

            int phrase = Phrase(s, place.Head);
            if ((s.Lexicon.In("locative", s.Case(phrase)) || s.Lexicon.In("locative", s.Case(place.Head))))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>"in eastern Afghanistan, specifically in Paktika": a finer place inside the one found says more.</summary>
    private static PlaceMention Finer(SentenceView s, PlaceMention best, Func<int, bool> locative)
    {
        Place? container = best.PlaceId is null ? null : s.Lexicon.Knowledge.Places.Find(best.PlaceId);
        if (container is not { Kind: "country" or "region" })
        {
            return best;
        }

        PlaceMention chosen = best;
        foreach (PlaceMention place in s.Places)
        {
            if (place.PlaceId is not null && place.Head >= 0 && place.Head < s.Count && Coarse(place.Precision) < Coarse(chosen.Precision)
                && s.Lexicon.Knowledge.Places.Find(place.PlaceId) is { } inside && inside.Country == container.Country
                && locative(Phrase(s, place.Head)) && s.Distance(place.Head, best.Head) <= 4)
            {
                chosen = place;
            }
        }

        return chosen;
    }

    /// <summary>The top of the phrase a place name belongs to: "province" in "eastern Afghanistan's Paktika province".</summary>
    private static int Phrase(SentenceView s, int token)
    {
        for (int i = 0; i < 6 && s.Head(token) >= 0 && s.Relation(token) is "compound" or "nmod" or "flat" or "appos" or "amod" or "conj" && s.IsNoun(s.Head(token)) && s.PartyNoun(s.Head(token)) is null or { Kind: "place" or "facility" }; i++)
        {
            if (s.Relation(token) == "nmod" && s.Deprel(token) != "nmod:poss" && s.Lexicon.In("locative", s.Case(token)) && !s.Places.Any(p => p.Head == s.Head(token)))
            {
                break;
            }

            token = s.Head(token);
        }

        return token;
    }

    private static int Coarse(string precision) => precision switch
    {
        "point" => 0,
        "town" => 1,
        "admin2" => 2,
        "admin1" => 3,
        "line" => 4,
        "country" => 9,
        _ => 6,
    };
}
