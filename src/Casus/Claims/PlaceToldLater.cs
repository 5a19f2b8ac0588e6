namespace Casus.Claims;

/// <summary>"A blast in Nowshera District … The bomb was planted near Akora": the finer place of the same deed stands in a later sentence.</summary>
internal static class PlaceToldLater
{
    private const int SentencesOn = 3;
    private static readonly RuleId Rule = new("place.told-later");

    public static void Complete(List<Draft> drafts)
    {
        for (int i = 0; i < drafts.Count; i++)
        {
            if (drafts[i] is { Type: "ASSAULT" or "COERCE" } && Finer(drafts, i) is { } finer)
            {
                drafts[i] = drafts[i] with { Place = finer with { Rule = Rule } };
            }
        }
    }

    /// <summary>"The incident took place near Akora": the place, where it is finer than the one that is known; null for other sentences.</summary>
    public static ClaimPlace? OfIncident(SentenceView s, Draft told, IReadOnlyList<TextSpan> speakers)
    {
        for (int verb = 0; verb < s.Count; verb++)
        {
            if (s.Lexicon.In("happen-verb", s.Lemma(verb)) && s.Child(verb, "nsubj") is >= 0 and var noun && s.Lexicon.In("generic-event", s.Lemma(noun)) && !s.EventNouns.Contains(noun)
                && (s.Lemma(verb) != "take" || s.Child(verb, "obj") is >= 0 and var place && s.Lemma(place) == "place"))
            {
                return IsAnother(s) || PlaceOfEvent.Of(s, verb, _ => verb, word => s.Dominates(verb, word), [], [], speakers, speakers, false, false) is not { } where || !IsInside(told, where = Held(told, where)!) ? null : where with { Rule = Rule };
            }
        }

        return null;
    }

    /// <summary>What speaks of the deed again says it before what only may.</summary>
    private static ClaimPlace? Finer(List<Draft> drafts, int at) => Finer(drafts, at, again: true) ?? Finer(drafts, at, again: false);

    private static ClaimPlace? Finer(List<Draft> drafts, int at, bool again)
    {
        Draft told = drafts[at];
        for (int i = at + 1; i < drafts.Count && drafts[i].Sentence - told.Sentence <= SentencesOn; i++)
        {
            Draft later = drafts[i];
            if (later.Sentence == told.Sentence)
            {
                continue;
            }

            if (IsAnother(later.View))
            {
                return null;
            }

            if (later.Type == told.Type && later.Factuality is Factuality.Asserted or Factuality.Reported && MentionedAgain.Agree(told.Initiators, later.Initiators) && SameTime(told, later)
                && Held(told, later.Place) is { } place && IsInside(told, place) && (!again || MentionedAgain.Earlier(drafts, i) >= 0))
            {
                return place;
            }
        }

        return null;
    }

    private static bool SameTime(Draft told, Draft later) =>
        told.Time?.Earliest is not { } a || later.Time?.Earliest is not { } b || a == b || (told.Time.Latest is { } last && b >= a && b <= last) || (later.Time.Latest is { } end && a >= b && a <= end);

    /// <summary>An unknown name in the telling of a deed lies where the deed is told to be.</summary>
    private static ClaimPlace? Held(Draft told, ClaimPlace? later) =>
        later is { PlaceId: null, District: null, Relation: not PlaceRelation.Between, Precision: "point" or "town" or "line" } && told.Place is { PlaceId: { } id, Precision: "admin2" } place
            ? later with { PlaceId = id, Precision = "admin2", District = place.District }
            : later;

    /// <summary>"In another incident", "earlier": what follows is not told of this deed.</summary>
    private static bool IsAnother(SentenceView s)
    {
        for (int i = 0; i < s.Count && i < 12; i++)
        {
            if (s.Lexicon.In("another-deed", s.Lemma(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInside(Draft told, ClaimPlace finer)
    {
        Knowledge.PlaceCatalogue places = told.View.Lexicon.Knowledge.Places;
        if (told.Place is not { } place)
        {
            // Its own sentence names the district, or the one after the first, which may be a part of it.
            string? district = finer.District?.PlaceId ?? (finer.PlaceId is { } known && places.Find(known) is { } named ? DistrictOf.IdOf(places, named) : null);
            return district is not null && told.View.Analysis.Places.Any(p => p.PlaceId == district && p.Rule.Value is not ("place.demonym" or "place.in-name")
                && (p.Sentence == told.Sentence || (told.Sentence == 0 && p.Sentence == 1)) && !told.Speakers.Any(x => x.Evidence.Span is { } speaker && speaker.Contains(p.Span)));
        }

        if (place.Precision == "country" || place.PlaceId is null || place.Relation is not null || places.Find(place.PlaceId) is not { } outer)
        {
            return false;
        }

        bool unknown = finer.PlaceId == place.PlaceId && !IsName(told, finer.Evidence.Quote, outer) && (IsName(told, place.Evidence.Quote, outer) || place.Rule == NamedSites.StationLimits) && finer.Rule != NamedSites.StationLimits;
        bool quarter = outer.Kind == "town" && IsName(told, place.Evidence.Quote, outer) && finer.PlaceId is not null && finer.PlaceId == DistrictOf.IdOf(places, outer) && !IsName(told, finer.Evidence.Quote, outer) && !IsName(told, finer.Evidence.Quote, places.Find(finer.PlaceId)!);
        return unknown || quarter || (finer.PlaceId is { } id && id != outer.Id && places.Find(id) is { } inner && PlaceOfEvent.Coarse(inner.Kind) < PlaceOfEvent.Coarse(outer.Kind) && outer.Kind switch
        {
            "admin1" => inner.Admin1 == outer.Id,
            "admin2" => inner.Admin2 == outer.Name && inner.Admin1 == outer.Admin1,
            _ => false,
        });
    }

    /// <summary>The words name the district or town itself, not something unknown in it.</summary>
    private static bool IsName(Draft told, string words, Knowledge.Place place)
    {
        foreach (string name in place.Names)
        {
            if (words.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (words.Length == name.Length || (words[name.Length] == ' ' && told.View.Lexicon.PlaceKind(words[(name.Length + 1)..]) is "admin1" or "admin2" or "town")))
            {
                return true;
            }
        }

        return false;
    }
}
