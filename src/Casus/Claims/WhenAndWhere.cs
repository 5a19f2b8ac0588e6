using System.Globalization;
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
    private static readonly RuleId TargetPlace = new("place.of-target");
    private static readonly RuleId OnlyDivision = new("place.only-division");
    private const string ByContainer = "place.container";

    /// <summary>Letters between a place and what holds it: " village of ", " area in the ".</summary>
    private const int NearLetters = 24;

    /// <summary>
    /// The time told nearest to an event. Where its clause tells none, "in the past two weeks" bounds it; else what follows is
    /// <see cref="NarratedTime"/>. Null when nothing dates it.
    /// </summary>
    public static ClaimTime? Time(SentenceView s, string type, int trigger, Func<int, int> nearestTrigger, Func<int, bool> reaches)
    {
        TimeMention? best = null, span = null, reported = null;
        int least = int.MaxValue, bestHead = -1;
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            if (head < 0 || time.Type is TimeType.Set || Shifted(s, trigger, head) || Dateline.Holds(s.Analysis.Article.Text, time.Span))
            {
                continue;
            }

            int at = OfParty(s, time, head);
            if (!reaches(at) || OfClaiming(s, trigger, head))
            {
                continue;
            }

            if (time.Type is TimeType.Duration || time.Precision is "vague" or "none")
            {
                span ??= time is { Type: TimeType.Duration, Earliest: not null } && s.Lexicon.In("during", s.Case(head)) && nearestTrigger(head) == trigger ? time : null;
                continue;
            }

            if (OfReport(s, trigger, head))
            {
                reported ??= time.Latest is null ? null : time;
                continue;
            }

            int distance = (s.Distance(trigger, at) * 4) + (nearestTrigger(head) == trigger ? 0 : 6) + (time.Precision is "day" or "time" ? 0 : 2);
            if (distance < least)
            {
                (best, least, bestHead) = (time, distance, head);
            }
        }

        if (best is null)
        {
            return span is not null ? Between(s, span, span.Earliest, span.Latest)
                : IsDeed(s, type) && NarratedTime.Of(s, trigger) is ClaimTime narrated ? narrated
                : reported is null ? null
                : new ClaimTime($"../{Day(reported.Latest!.Value)}", "vague", null, reported.Latest, s.Analysis.Article.Quote(reported.Span), NearestTime);
        }

        return s.Lexicon.In("since", s.Case(bestHead))
            ? Between(s, best, best.Earliest, s.Analysis.Article.Published?.Value.Day)
            : new ClaimTime(best.Value, best.Precision, best.Earliest, best.Latest, s.Analysis.Article.Quote(best.Span), NearestTime);
    }

    /// <summary>What is done goes on from what was done; what is said may be said on any day.</summary>
    private static bool IsDeed(SentenceView s, string type) => s.Lexicon.Knowledge.Ontology.Find(type) is { Quad: 2 or 4 };

    /// <summary>A span on some day of which it happened: open at the end where no day of publication closes it.</summary>
    private static ClaimTime Between(SentenceView s, TimeMention told, DateOnly? first, DateOnly? last)
    {
        string from = first is null || told.Type != TimeType.Duration ? told.Value : Day(first.Value);
        return new ClaimTime($"{from}/{(last is null ? ".." : Day(last.Value))}", "vague", first, last < first ? null : last, s.Analysis.Article.Quote(told.Span), NearestTime);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"Militants on October 4 killed": the day is of what they did, though the tree hangs it on them.</summary>
    private static int OfParty(SentenceView s, TimeMention time, int head)
    {
        int party = s.Head(head);
        return time.Precision is "day" or "time" && party >= 0 && s.Relation(head) == "nmod" && s.Relation(party) == "nsubj" && s.PartyNoun(party) is { Kind: "person" or "group" or "body" }
            ? s.Head(party)
            : head;
    }

    /// <summary>"…, reports the paper on November 26": the day of the report, by which it had happened.</summary>
    private static bool OfReport(SentenceView s, int trigger, int time)
    {
        int verb = s.Head(time);
        if (verb < 0 || verb == trigger || !s.IsVerb(verb) || s.EventNouns.Contains(verb))
        {
            return false;
        }

        foreach (Attribution attribution in s.Analysis.Attributions)
        {
            if (attribution.Sentence == s.Index && attribution.OutletCited && attribution.CueHead == verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"On June 2 they claimed responsibility for the ambush": the day of the claim, unless it stands after what is claimed.</summary>
    private static bool OfClaiming(SentenceView s, int trigger, int time)
    {
        int verb = s.Head(time);
        return verb >= 0 && verb != trigger && time < trigger && s.Lexicon.In("claim-verb", s.Lemma(verb)) && s.Dominates(verb, trigger)
            && s.Child(verb, "obj") is >= 0 and var owned && owned != trigger && s.Lexicon.In("responsibility", s.Lemma(owned));
    }

    /// <summary>"They fired on Saturday, four days after the strikes": what lies beyond the shift has another day.</summary>
    private static bool Shifted(SentenceView s, int trigger, int time)
    {
        for (int i = Math.Min(trigger, time) + 1; i < Math.Max(trigger, time); i++)
        {
            if (IsShift(s, i) && s.Lexicon.In("time-unit", s.Lemma(i - 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"later" is its own lemma to the list and "late" to the tagger.</summary>
    public static bool IsShift(SentenceView s, int word) => s.Lexicon.In("time-shift", s.Lemma(word)) || s.Lexicon.In("time-shift", s[word].Form);

    /// <summary>No words date it: what has happened did so by the day of publication.</summary>
    public static ClaimTime Bound(Analysis analysis, bool happened) =>
        new(null, "none", null, happened ? analysis.Article.Published?.Value.Day : null, null, PublicationBound);

    public static ClaimPlace? Place(SentenceView s, int trigger, Func<int, int> nearestTrigger, Func<int, bool> reaches, IReadOnlyList<TextSpan> parties, IReadOnlyList<TextSpan> targets, IReadOnlyList<TextSpan> seats)
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
            (PlaceMention? Place, RuleId Rule) other = Standing(s, trigger, seats) is { } standing ? (standing, StandingPlace) : (OfTarget(s, targets), TargetPlace);
            return other.Place is { } found ? Held(s, found, other.Rule) : null;
        }

        best = Closer(s, Finer(s, best, phrase => s.Lexicon.In("locative", s.Case(phrase))));
        return Held(s, best, NearestPlace);
    }

    /// <summary>A name that is not known lies in the one district that the article names, if it names just one.</summary>
    private static ClaimPlace Held(SentenceView s, PlaceMention place, RuleId rule)
    {
        Evidence words = s.Analysis.Article.Quote(place.Span);
        if (place.PlaceId is not null || place.Precision is "region" or "line")
        {
            return new ClaimPlace(place.PlaceId, place.Precision, words, rule);
        }

        string? only = null;
        foreach (PlaceMention other in s.Analysis.Places)
        {
            if (other.PlaceId is not { } id || other.Rule.Value is "place.demonym" or "place.in-name" || s.Lexicon.Knowledge.Places.Find(id)?.Kind != "admin2")
            {
                continue;
            }

            if (only is not null && only != id)
            {
                return new ClaimPlace(null, place.Precision, words, rule);
            }

            only = id;
        }

        return only is null ? new ClaimPlace(null, place.Precision, words, rule) : new ClaimPlace(only, "admin2", words, OnlyDivision);
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

    /// <summary>"took control of the district", "hit the town's market": what the deed was done to is where it was done.</summary>
    private static PlaceMention? OfTarget(SentenceView s, IReadOnlyList<TextSpan> targets)
    {
        PlaceMention? found = null;
        foreach (PlaceMention place in s.Places)
        {
            bool own = place.Rule.Value is not ("place.demonym" or "place.in-name") && place.Precision != "country" && targets.Any(t => t.Contains(place.Span));
            if (own && (found is null || Coarse(place.Precision) < Coarse(found.Precision)))
            {
                found = place;
            }
        }

        return found;
    }

    /// <summary>"in Hatal area of Sorkh district": the name before it, placed only by what holds it, says where inside.</summary>
    private static PlaceMention Closer(SentenceView s, PlaceMention best)
    {
        foreach (PlaceMention place in s.Places)
        {
            int gap = best.Span.Begin - place.Span.End;
            if (place.Rule.Value == ByContainer && place.PlaceId == best.PlaceId && gap is > 0 and < NearLetters && place.Head < best.Head)
            {
                return place;
            }
        }

        return best;
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
