using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The place of an event: the mention nearest to its trigger in the tree, made as fine as the words around it allow.</summary>
internal static class PlaceOfEvent
{
    private static readonly RuleId NearestPlace = new("place.nearest");
    private static readonly RuleId StandingPlace = new("place.behind");
    private static readonly RuleId TargetPlace = new("place.of-target");
    private static readonly RuleId TakenPlace = new("place.taken");
    private static readonly RuleId SeatPlace = new("place.of-initiator");

    /// <summary>What scores more is too far from the trigger to be its place.</summary>
    private const int Farthest = 45;

    /// <summary>What is only so far from a place gives way to any other.</summary>
    private const int BesideOthers = 24;

    /// <param name="seats">Those who say or do it and have a seat; <paramref name="speakers"/> are those of them who only say it.</param>
    /// <param name="deed">What is done, not said: where nothing else is told, it was done where those were who did it ("police in Kohat").</param>
    /// <param name="words">Words against somebody: whom they are aimed at is no place.</param>
    public static ClaimPlace? Of(SentenceView s, int trigger, Func<int, int> nearestTrigger, Func<int, bool> reaches, IReadOnlyList<TextSpan> parties, IReadOnlyList<TextSpan> targets, IReadOnlyList<TextSpan> seats, IReadOnlyList<TextSpan> speakers, bool deed, bool words)
    {
        PlaceMention? best = null, known = null;
        int least = int.MaxValue, leastKnown = int.MaxValue;
        bool taking = s.Lexicon.In("taken-from", s.Lemma(trigger)), visiting = s.Lexicon.In("goes-there", s.Lemma(trigger));
        int seenBy = LivedThrough.SeenBy(s, trigger);
        foreach (PlaceMention place in s.Spots)
        {
            if (place.Head < 0 || place.Head >= s.Count || place.Rule.Value == "place.in-name")
            {
                continue;
            }

            if (Dateline.Opens(s.Analysis.Article.Text, place.Span) && (IsAbroad(s, place) || IsOfTwo(s.Analysis.Article.Text, place.Span)))
            {
                // "KAMPALA, Nov 12 (Agency) - Fighters killed 14 villagers in eastern Congo": where it was written.
                continue;
            }

            int phrase = Phrase(s, place.Head);
            // "shrugs off US sanctions" is off no coast.
            bool locative = (s.Lexicon.In("locative", s.Case(phrase)) && !(phrase != place.Head && s.Case(phrase) == "off" && s.EventNouns.Contains(phrase))) || s.Lexicon.In("locative", s.Case(place.Head)) || NamedSites.IsSite(place)
                || (taking && s.Case(phrase) == "from" && s.Head(phrase) == trigger)
                || (visiting && s.Relation(phrase) == "obj" && s.Head(phrase) == trigger)
                || seenBy == phrase
                || IsFled(s, trigger, phrase, deed);
            bool apart = !locative && PlaceHolder.IsSomeWayFrom(s, place);
            locative |= apart;
            if (!locative && (s[place.Head].Upos == "ADJ" || phrase != place.Head || s.Lexicon.In("away", s.Case(phrase)) || s.Relation(phrase) is not ("obl" or "nmod" or "root" or "appos" or "parataxis" or "dep") || s.Deprel(phrase) == "nmod:poss"))
            {
                continue;
            }

            if (IsOwner(s, place, phrase) || IsRefuge(s, trigger, phrase, place))
            {
                continue;
            }

            // "in a deal with Washington": somebody.
            if (IsWhereHatched(s, phrase, trigger) || AtTheirWish(s, phrase) || (s.Case(place.Head) == "with" && !(s.Head(place.Head) is >= 0 and var line && s.Lexicon.In("boundary", s.Lemma(line)))))
            {
                continue;
            }

            if (IsPosting(s, trigger, phrase))
            {
                continue;
            }

            // "nine fighters, most of them Iraqis": people.
            if (place.Rule.Value == "place.demonym" && s[place.Head].Xpos is "NNPS" or "NNS")
            {
                continue;
            }

            // "drones bound for Israel", "a convoy headed to Bamako": whither something went.
            if (s.Head(phrase) is >= 0 and var way && s.Lexicon.In("on-the-way", s.Lemma(way)) && s.Case(phrase) is "for" or "to" or "towards" or "toward" && way != trigger)
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

            if (nearestTrigger(phrase) is var near && near != trigger && (s.Relation(place.Head) == "amod" || IsOfOtherTime(s, phrase, trigger)))
            {
                continue;
            }

            // "imposed sanctions and called on Moscow to yield": whom another word is aimed at.
            if (near != trigger && s.Head(phrase) == near && s.Case(phrase) is "on" or "upon" or "" or null && s.IsVerb(near) && parties.All(p => !p.Overlaps(place.Span)) && s.MentionAt(place.Head)?.Actor is { } government && s.Lexicon.Knowledge.Actors.Find(government.ActorId) is { Kind: not "country" })
            {
                continue;
            }

            // "accuse the staff of spying for Israel"
            if (words && (s.Case(phrase) == "for" || ClauseScope.IsOfTopic(s, trigger, phrase)))
            {
                continue;
            }

            if (IsToldBeside(s, phrase, trigger, deed))
            {
                // "halted exports to Israel that could be used | in Gaza |"
                continue;
            }

            bool named = parties.Any(p => p.Overlaps(place.Span));
            if (named && (words || (!deed && s.Case(Grammar.FirstConjunct(s.Sentence, place.Head)) is "between" or "among" or "with")))
            {
                // "called on Kabul", "accused Kigali", "talks between Kabul and Islamabad": a government, and no place.
                continue;
            }

            bool party = named && !locative, owned = s.Relation(place.Head) == "amod";
            int distance = (s.Distance(trigger, phrase) * 3) + (locative ? 0 : 14) + (apart ? BesideOthers : 0) + (party ? 20 : 0) + (owned ? 10 : 0) - (s.Lexicon.In("towards", s.Case(phrase)) ? 9 : 0) + (near == trigger ? 0 : 7) + Coarse(place.Precision);
            if (distance < least)
            {
                (best, least) = (place, distance);
            }

            if (distance < leastKnown && place.PlaceId is not null)
            {
                (known, leastKnown) = (place, distance);
            }
        }

        if (best is null || least > Farthest)
        {
            (PlaceMention? Place, RuleId Rule) other = Standing(s, trigger, seats, words) is { } standing ? (standing, StandingPlace)
                : !words && OfTarget(s, targets, struck: deed && !s.Lexicon.In("calls-home", s.Lemma(trigger))) is { } target ? (target, TargetPlace)
                : Taken(s, trigger) is { } taken ? (taken, TakenPlace)
                : (deed ? Seat(s, [.. seats, .. parties], speakers) : null, SeatPlace);
            return other.Place is { } found ? PlaceHolder.Held(s, HoldingWords.Closest(s, found), other.Rule) : null;
        }

        if (deed && (Struck(s, trigger, best, targets) ?? (IsInOtherClause(s, best.Head, trigger) ? StruckItself(s, trigger, targets) : null)) is { } struck)
        {
            best = struck;
        }

        // A site that nothing holds says less than a known place beside it.
        ClaimPlace nearest = Whole(s, best);
        return nearest.PlaceId is null && NamedSites.IsSite(best) && nearest.Other is null && known is not null && leastKnown <= Farthest ? Whole(s, known) : nearest;
    }

    /// <summary>"shelled | El Fasher |, the last stronghold in Darfur", "hit | Kharkiv |, Odesa and Dnipro": the town itself, of several the first; null where none was struck that holds the nearest name.</summary>
    private static PlaceMention? Struck(SentenceView s, int trigger, PlaceMention nearest, IReadOnlyList<TextSpan> targets) =>
        StruckWhere(s, trigger, targets, place => place != nearest && Coarse(place.Precision) <= Coarse(nearest.Precision) && s.Dominates(place.Head, nearest.Head));

    /// <summary>"attacked | Goma |, violating the truce signed in Doha": the town that was struck, whatever clauses beside it name.</summary>
    private static PlaceMention? StruckItself(SentenceView s, int trigger, IReadOnlyList<TextSpan> targets) => StruckWhere(s, trigger, targets, place => place.PlaceId is not null);

    private static PlaceMention? StruckWhere(SentenceView s, int trigger, IReadOnlyList<TextSpan> targets, Predicate<PlaceMention> such)
    {
        foreach (PlaceMention place in s.Spots)
        {
            if (place.Head >= 0 && place.Head < s.Count && place.Rule.Value is not ("place.demonym" or "place.in-name") && place.Precision != "country" && s.Relation(place.Head) == "obj" && s.Head(place.Head) == trigger && such(place) && targets.Any(t => t.Contains(place.Span)))
            {
                return place;
            }
        }

        return null;
    }

    private static bool IsInOtherClause(SentenceView s, int phrase, int trigger)
    {
        for (int x = phrase; x >= 0 && x != trigger; x = s.Head(x))
        {
            if (s.Relation(x) == "advcl" && s.IsVerb(x) && s.Head(x) == trigger)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"a truce | agreed in Doha |", "arms that could be used | in Gaza |": told of something, and not of the deed.</summary>
    /// <param name="deed">Then only of what is agreed, thought or said: where people and things are, it was done.</param>
    private static bool IsToldBeside(SentenceView s, int phrase, int trigger, bool deed)
    {
        for (int x = phrase; x >= 0 && x != trigger && !s.Dominates(x, trigger); x = s.Head(x))
        {
            if (s.IsVerb(x) && (s.Relation(x) == "acl" || (s.Relation(x) == "xcomp" && s[x].Xpos == "VBN")) && s.Child(x, "mark") < 0 && s.Head(x) is >= 0 and var what && what != trigger)
            {
                int thing = s.IsVerb(what) ? s.Child(what, "obj") : what;
                return thing >= 0 && s.IsNoun(thing) && s.PartyNoun(s.Content(thing)) is null && (!deed || s.Lexicon.In("text-about", s.Lemma(thing)) || s.Lexicon.In("truces", s.Lemma(thing)) || s.Lexicon.In("agreements", s.Lemma(thing)));
            }
        }

        return false;
    }

    /// <summary>"recalled its ambassador to Algiers": where somebody was posted.</summary>
    private static bool IsPosting(SentenceView s, int trigger, int phrase) =>
        s.Lexicon.In("calls-home", s.Lemma(trigger)) && s.Child(phrase, "case") is > 0 and var to && s.Lemma(to) == "to" && s.PartyNoun(to - 1) is { Kind: "person" };

    /// <summary>"fled | Goma | as fighting raged": whence they fled, it was near.</summary>
    private static bool IsFled(SentenceView s, int trigger, int phrase, bool deed) =>
        deed && s.Relation(phrase) == "obj" && s.Head(phrase) is >= 0 and var flight && s.Lexicon.In("flees", s.Lemma(flight)) && flight != trigger && s.Dominates(flight, trigger);

    /// <summary>"fled to | Chad | as fighting raged", "fled El Geneina for Adre in | Chad |": whither they fled from it.</summary>
    private static bool IsRefuge(SentenceView s, int trigger, int phrase, PlaceMention place) =>
        s.Head(phrase) is >= 0 and var flight && s.Lexicon.In("flees", s.Lemma(flight)) && flight != trigger && (s.Case(phrase) is "to" or "into" or "for" or "toward" or "towards" || (place.Precision == "country" && s.Child(flight, "obj") >= 0));

    /// <summary>"fired rockets at a US base": whose it is, wherever it stands.</summary>
    private static bool IsOwner(SentenceView s, PlaceMention place, int phrase) => phrase != place.Head && place.Precision == "country" && s.Lexicon.In("owned-abroad", s.Lemma(phrase));

    /// <summary>"DUBAI/ADEN": written in both, so that neither tells where it happened.</summary>
    private static bool IsOfTwo(string text, TextSpan span) => (span.End < text.Length && text[span.End] == '/') || (span.Begin > 0 && text[span.Begin - 1] == '/');

    /// <summary>"had been planned | in Afghanistan |": not where it was done.</summary>
    private static bool IsWhereHatched(SentenceView s, int phrase, int trigger) =>
        s.Head(phrase) is >= 0 and var verb && verb != trigger && s.Lexicon.In("hatches", s.Lemma(verb));

    /// <summary>"at France's request", "at the request of Angola": who asked, and not where.</summary>
    private static bool AtTheirWish(SentenceView s, int phrase) =>
        s.Lexicon.In("behest", s.Lemma(phrase)) || (s.Head(phrase) is >= 0 and var asked && s.IsNoun(asked) && s.Lexicon.In("behest", s.Lemma(asked)));

    /// <summary>"bombed a port after a drone wounded 20 in Eilat", "the strikes came as envoys met in Miami": where others did something else. Who "was killed after she stepped on a mine" was killed there.</summary>
    private static bool IsOfOtherTime(SentenceView s, int phrase, int trigger)
    {
        if (s.IsVerb(trigger) && Clause.IsPassive(s, trigger))
        {
            return false;
        }

        for (int x = phrase; x >= 0 && !s.Dominates(x, trigger); x = s.Head(x))
        {
            if (x != phrase && s.Relation(trigger) == "nsubj" && s.Head(trigger) is >= 0 and var follows && s.Lemma(follows) == "come" && s.IsNoun(x) && s.EventNouns.Contains(x) && s.Relation(x) is "obl" or "nmod" && s.Lexicon.In("other-time", s.Case(x)))
            {
                // "The raid came hours after a bombing in Peshawar"
                return true;
            }

            if (s.Deprel(x) == "advcl" && s.Child(x, "nsubj") >= 0 && s.Child(x, "mark") is >= 0 and var mark && (s.Lexicon.In("other-time", s.Lemma(mark)) || (s.Lemma(mark) == "as" && s.Head(x) is >= 0 and var came && s.Lemma(came) == "come" && s.Child(came, "nsubj") == trigger)))
            {
                return true;
            }
        }

        return false;
    }

    private static ClaimPlace Whole(SentenceView s, PlaceMention best) =>
        PlaceHolder.Held(s, HoldingWords.Closest(s, Finer(s, best, phrase => s.Lexicon.In("locative", s.Case(phrase)))), NearestPlace);

    /// <summary>Where no phrase of place hangs on the trigger: the first place in the sentence that a preposition of place puts behind it.</summary>
    private static PlaceMention? Standing(SentenceView s, int trigger, IReadOnlyList<TextSpan> seats, bool words)
    {
        foreach (PlaceMention place in s.Places)
        {
            if (place.Head <= trigger || place.Head >= s.Count || place.Rule.Value is "place.demonym" or "place.in-name" || s.Relation(place.Head) == "amod" || seats.Any(seat => seat.Contains(place.Span)))
            {
                continue;
            }

            int phrase = Phrase(s, place.Head);
            if ((s.Lexicon.In("locative", s.Case(phrase)) || s.Lexicon.In("locative", s.Case(place.Head))) && !IsOfOtherTime(s, phrase, trigger) && !IsWhereHatched(s, phrase, trigger) && !AtTheirWish(s, phrase) && !IsPosting(s, trigger, phrase) && !IsOwner(s, place, phrase) && !(words && ClauseScope.InRelative(s, phrase, trigger)) && !IsToldBeside(s, phrase, trigger, deed: true))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>"police in Kohat", "gunmen in the bazaar", who did it.</summary>
    private static PlaceMention? Seat(SentenceView s, IReadOnlyList<TextSpan> seats, IReadOnlyList<TextSpan> speakers)
    {
        foreach (PlaceMention place in s.Places)
        {
            if (place.Head >= 0 && place.Head < s.Count && place.Rule.Value is not ("place.demonym" or "place.in-name") && s.Lexicon.In("locative", s.Case(Phrase(s, place.Head))) && !IsOwner(s, place, Phrase(s, place.Head))
                && seats.Any(seat => seat.Contains(place.Span)) && !speakers.Any(speaker => speaker.Contains(place.Span)))
            {
                return place;
            }
        }

        return null;
    }

    /// <summary>"hit the town's market": what the deed was done to is where it was done.</summary>
    /// <param name="struck">What is done to a town, and not to its government.</param>
    private static PlaceMention? OfTarget(SentenceView s, IReadOnlyList<TextSpan> targets, bool struck)
    {
        PlaceMention? found = null;
        foreach (PlaceMention place in s.Spots)
        {
            bool own = place.Head >= 0 && place.Rule.Value is not ("place.demonym" or "place.in-name") && place.Precision != "country" && targets.Any(t => t.Contains(place.Span))
                // "recalled its ambassador from Washington": a government, and no place.
                && (struck || !(s.MentionAt(place.Head)?.Actor is { } named && s.Lexicon.Knowledge.Actors.Find(named.ActorId) is { Kind: "government" }));
            if (own && (found is null || Coarse(place.Precision) < Coarse(found.Precision)))
            {
                found = place;
            }
        }

        return found;
    }

    /// <summary>"took control of the district": the object of a taking.</summary>
    private static PlaceMention? Taken(SentenceView s, int trigger)
    {
        foreach (PlaceMention place in s.Places)
        {
            int hold = place.Head >= 0 && place.Head < s.Count && place.Rule.Value is not ("place.demonym" or "place.in-name") ? s.Head(place.Head) : -1;
            if (hold >= 0 && s.Lexicon.In("hold-noun", s.Lemma(hold)) && (hold == trigger || s.Head(hold) == trigger))
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
    /// <summary>All other places of the sentence lie in other countries than the dateline ("KAMPALA", "TORKHAM, Pakistan").</summary>
    private static bool IsAbroad(SentenceView s, PlaceMention here)
    {
        string? country = null;
        bool abroad = false;
        foreach (PlaceMention place in s.Places)
        {
            if (place.PlaceId is not { } id || s.Lexicon.Knowledge.Places.Find(id)?.Country is not { } there)
            {
                continue;
            }

            if (place == here)
            {
                country ??= there;
            }
            else if (place.Span.Begin <= here.Span.End + 2)
            {
                // The dateline names it.
                country = there;
            }
            else if (there == country)
            {
                return false;
            }
            else
            {
                abroad = true;
            }
        }

        return abroad && country is not null;
    }

    private static int Phrase(SentenceView s, int token)
    {
        for (int i = 0; i < 6 && s.Head(token) >= 0 && s.Relation(token) is "compound" or "nmod" or "flat" or "appos" or "amod" or "conj" && s.IsNoun(s.Head(token)) && (s.PartyNoun(s.Head(token)) is null or { Kind: "place" or "facility" } || s.Lexicon.In("named-land", s.Lemma(s.Head(token)))); i++)
        {
            if (s.Relation(token) == "nmod" && s.Deprel(token) != "nmod:poss" && s.Lexicon.In("locative", s.Case(token)) && !s.Places.Any(p => p.Head == s.Head(token)))
            {
                break;
            }

            token = s.Head(token);
        }

        return token;
    }

    /// <summary>The coarser, the larger.</summary>
    public static int Coarse(string precision) => precision switch
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
