using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>What the words say of a place beyond its name: what holds it, whether it is only near, and which district they call its own.</summary>
internal static class PlaceHolder
{
    private static readonly RuleId OnlyDivision = new("place.only-division");
    /// <summary>Kilometres or miles up to which what lies so far from a town is near it.</summary>
    private const int FarthestNear = 60;

    /// <summary>Words up to which the number stands before the way: "40 kilometres (25 miles) south".</summary>
    private const int FarthestNumber = 6;

    private const string ByContainer = "place.container";

    public static ClaimPlace Held(SentenceView s, PlaceMention mention, RuleId rule)
    {
        PlaceCatalogue places = s.Lexicon.Knowledge.Places;
        Evidence words = s.Analysis.Article.Quote(Words(s, mention));
        List<HoldingWords.Holder> holders = HoldingWords.Of(s, mention);
        bool near = IsNear(s, mention);
        rule = mention.Rule == NamedSites.StationLimits ? mention.Rule : rule;
        if (NamedSites.Other(s, mention) is { } other)
        {
            return Between(s, mention, other, words, rule);
        }

        Place? known = mention.PlaceId is { } id ? places.Find(id) : null;
        known = known is not null && Misplaced(places, known, holders) ? null : known;
        DistrictTold? district = DistrictOf.Place(s, mention, known, holders);
        string precision = mention.Precision;
        string? place = known is null ? null : mention.PlaceId;
        if (place is not null && DistrictOf.Frame(s, mention, known) is { } frame)
        {
            (place, precision, district, rule) = (frame.PlaceId, "admin2", frame, OnlyDivision);
        }
        else if (known is { Kind: "town" or "point" } && Elsewhere(places, known, district) is { } division)
        {
            (place, precision) = (division, "admin2");
        }
        else if (place is null)
        {
            HoldingWords.Holder holder = holders.Find(h => h.Place.PlaceId is not null);
            if (holder.Place is { PlaceId: { } outer } && !holder.Near && places.Find(outer) is { } around && PlaceOfEvent.Coarse(around.Kind) <= PlaceOfEvent.Coarse("admin1"))
            {
                string? right = Elsewhere(places, around, district);
                (place, precision) = (right ?? outer, right is null ? around.Kind : "admin2");
            }
            else if (holder.Place is { PlaceId: { } far } && !IsBoundary(s, mention) && district is null && places.Find(far)?.Admin1 is { } admin1)
            {
                (place, precision) = (admin1, "admin1");
            }
            else if (IsBoundary(s, mention))
            {
                district = null;
            }
            else if (district?.PlaceId is not null)
            {
                (place, precision, rule) = (district.PlaceId, "admin2", rule == NamedSites.StationLimits ? rule : OnlyDivision);
            }
        }

        return new ClaimPlace(place, near && place is not null ? Around(precision) : precision, words, rule) { Relation = near ? PlaceRelation.Near : null, District = district };
    }

    /// <summary>Neither end is the place: the smallest known division that holds both is.</summary>
    private static ClaimPlace Between(SentenceView s, PlaceMention mention, PlaceMention other, Evidence words, RuleId rule)
    {
        PlaceCatalogue places = s.Lexicon.Knowledge.Places;
        Place? a = mention.PlaceId is { } first ? places.Find(first) : null, b = other.PlaceId is { } second ? places.Find(second) : null;
        List<HoldingWords.Holder> holders = HoldingWords.Of(s, other);
        DistrictTold? one = DistrictOf.Place(s, mention, a, holders), two = DistrictOf.Place(s, other, b, holders);
        string? district = a is null ? one?.PlaceId : DistrictOf.IdOf(places, a), same = b is null ? two?.PlaceId : DistrictOf.IdOf(places, b);
        bool together = district is not null && district == same;
        string? division = a?.Admin1 is { } admin1 && admin1 == b?.Admin1 ? admin1 : null;
        return new ClaimPlace(together ? district : division, together ? "admin2" : division is null ? "region" : "admin1", words, rule)
        {
            Relation = PlaceRelation.Between,
            Other = new OtherPlace(other.PlaceId, other.Precision, s.Analysis.Article.Quote(Words(s, other))),
            District = together ? one ?? two : null,
        };
    }

    /// <summary>What is near a town is in its district or so.</summary>
    private static string Around(string precision) => precision switch { "point" => "town", "town" => "admin2", _ => precision };

    /// <summary>"20 km | north of | Mosul", "30 miles | from | Mosul": not there, and not far.</summary>
    public static bool IsSomeWayFrom(SentenceView s, PlaceMention mention)
    {
        int at = s.TokensIn(mention.Span).From - 1;
        while (at > 0 && s[at].Upos is "DET" or "NOUN" or "ADJ")
        {
            at--;
        }

        int behind = s.TokensIn(mention.Span).To;
        if (at < 1 || s[at].Form is not ("of" or "from") || (s[at].Form == "from" && behind < s.Count && s[behind].Form == "to"))
        {
            return false;
        }

        int way = at - (s[at - 1].Form == ")" ? 4 : 1);
        bool bearing = way > 0 && s.Lexicon.In("bearing", s[way].Form) && s[way - 1].Form is not ("the" or "in" or "to");
        if (!bearing && (way < 1 || s[at].Form != "from" || !s.Lexicon.In("length-unit", s.Lemma(way)) || s[way - 1].Xpos != "CD"))
        {
            return false;
        }

        for (int i = way; i >= Math.Max(0, way - FarthestNumber); i--)
        {
            if (s[i].Xpos == "CD" && s.QuantityAt(i)?.Min is { } far)
            {
                return far <= FarthestNear;
            }
        }

        return true;
    }

    private static bool IsNear(SentenceView s, PlaceMention mention)
    {
        if (IsSomeWayFrom(s, mention))
        {
            return true;
        }

        (int first, _) = s.TokensIn(mention.Span);
        for (int i = first - 1; i >= 0 && i >= first - 3; i--)
        {
            if (s.Lexicon.In("nearness", s.Lemma(i)))
            {
                return true;
            }

            if (s[i].Upos is not ("DET" or "ADJ" or "ADP" or "NOUN") || s.Lexicon.In("locative", s.Lemma(i)))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>With the small word that makes it another thing than its name alone: a sector, a forest, a market.</summary>
    private static TextSpan Words(SentenceView s, PlaceMention mention)
    {
        (_, int after) = s.TokensIn(mention.Span);
        return after < s.Count && char.IsLower(s[after].Form[0]) && s[after].Span.Begin <= mention.Span.End + 1 && s.Lexicon.PlaceKind(s[after].Form) is "region" or "point" or "line"
            && mention.Precision is not ("country" or "admin1" or "line") ? mention.Span.Cover(s[after].Span) : mention.Span;
    }

    /// <summary>"Ghaziabad area of Kohat": not the city of that name, which lies elsewhere.</summary>
    private static bool Misplaced(PlaceCatalogue places, Place known, List<HoldingWords.Holder> holders) =>
        known is { Kind: "town" or "point" or "admin2", Admin1: { } own } && holders.Find(h => !h.Near && h.Place.PlaceId is not null).Place is { PlaceId: { } id }
        && places.Find(id) is { Until: null, Kind: not ("region" or "line") } outer && (outer.Country != known.Country || (outer.Kind == "admin1" ? outer.Id : outer.Admin1 ?? own) != own);

    /// <summary>The district that the words tell, where it is another than the known place of the name lies in: then they mean another place of the name.</summary>
    private static string? Elsewhere(PlaceCatalogue places, Place known, DistrictTold? told) =>
        told?.PlaceId is { } id && places.Find(id) is { Until: null } && DistrictOf.IdOf(places, known) is { } own && own != id ? id : null;

    /// <summary>A border or a river runs along districts, not in one.</summary>
    private static bool IsBoundary(SentenceView s, PlaceMention mention)
    {
        (int first, int after) = s.TokensIn(mention.Span);
        return mention.Precision is "region" or "line"
            && (s.Lexicon.In("boundary", s.Lemma(first)) || s.Lexicon.In("boundary", s.Lemma(after - 1)) || (after < s.Count && s.Lexicon.In("boundary", s.Lemma(after))));
    }

    public static bool IsContainerOnly(PlaceMention mention) => mention.Rule.Value == ByContainer;
}
