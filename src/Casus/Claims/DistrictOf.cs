using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The district of a place as the article tells it: what the article calls it stands before what knowledge/ calls it.</summary>
internal static class DistrictOf
{
    /// <param name="known">The place the mention was resolved to; null when it is not known.</param>
    public static DistrictTold? Place(SentenceView s, PlaceMention mention, Place? known, List<HoldingWords.Holder> holders)
    {
        bool named = known is not null && !PlaceHolder.IsContainerOnly(mention);
        DistrictTold? loose = IsNamed(s, mention) ? Told(s, mention) : null;
        foreach (HoldingWords.Holder holder in holders)
        {
            // What lies near a place may lie over the border from it.
            if (loose is not null || (named && holder.Near))
            {
                break;
            }

            loose = IsNamed(s, holder.Place) ? Told(s, holder.Place) : null;
        }

        if (loose is not null)
        {
            return loose;
        }

        PlaceCatalogue places = s.Lexicon.Knowledge.Places;
        if (known is not null)
        {
            string? id = IdOf(places, known);
            return id is not null ? AsCalled(s, known, id)
                : known.Kind is "town" or "point" && Only(s, called: true) is { PlaceId: { } only } told && places.Find(only)?.Admin1 == known.Admin1 ? told : null;
        }

        foreach (HoldingWords.Holder holder in holders)
        {
            // A police station keeps its name when a district of that name is made of its ground.
            if (holder.Place.Rule.Value == "place.in-name" && Only(s, called: true) is { } called)
            {
                return called;
            }

            if (holder.Place.PlaceId is { } outer && places.Find(outer) is { } around && IdOf(places, around) is { } id)
            {
                return AsCalled(s, around, id);
            }
        }

        return Only(s, here: NamedSites.IsSite(mention) && mention.Precision == "point");
    }

    /// <summary>"In Bogra District, … in Sherpur area": a name with the word for something smaller is not the other district of that name.</summary>
    public static DistrictTold? Frame(SentenceView s, PlaceMention mention, Place? known)
    {
        (_, int after) = s.TokensIn(mention.Span);
        if (known is not { Kind: "admin2" or "town" or "point" } || PlaceHolder.IsContainerOnly(mention) || after >= s.Count || s.Lexicon.PlaceKind(s[after].Form) is not ("town" or "point"))
        {
            return null;
        }

        PlaceMention? frame = s.Places.Find(p => p.Span.Begin < mention.Span.Begin && p.PlaceId is not null && s.TokensIn(p.Span).From <= 2 && IsNamed(s, p));
        return frame is null || frame.PlaceId == IdOf(s.Lexicon.Knowledge.Places, known) ? null : Told(s, frame);
    }

    /// <summary>Id of the second-level division that a place is or lies in; null when it is not known.</summary>
    public static string? IdOf(PlaceCatalogue places, Place place)
    {
        if (place.Kind == "admin2")
        {
            return place.Id;
        }

        if (place is { Admin2: { } name, Admin1: { } admin1 })
        {
            foreach (Place other in places.Named(name))
            {
                if (other.Kind == "admin2" && other.Admin1 == admin1)
                {
                    return other.Id;
                }
            }
        }

        return null;
    }

    /// <summary>The article's own name for a district that it names somewhere, if it does: "Jaffarabad", and "Khyber Agency" where that is what Khyber was.</summary>
    private static DistrictTold? AsCalled(SentenceView s, Place place, string id)
    {
        Place district = s.Lexicon.Knowledge.Places.Find(id)!;
        DistrictTold? found = null;
        foreach (PlaceMention other in s.Analysis.Places)
        {
            if (other.PlaceId is not { } told || PlaceHolder.IsContainerOnly(other) || other.Rule.Value is "place.demonym" or "place.in-name" || s.Lexicon.Knowledge.Places.Find(told) is not { Kind: "admin2" } named)
            {
                continue;
            }

            bool same = told == id, former = named.Country == district.Country && named.Until is not null && named.Name.StartsWith(district.Name, StringComparison.Ordinal) && named.Name.Length > district.Name.Length && named.Name[district.Name.Length] == ' ';
            if (former)
            {
                return Told(s, other);
            }

            found ??= same ? Told(s, other) : null;
        }

        return found ?? (place.Kind is "admin2" ? null : new DistrictTold(id, district.Name));
    }

    /// <summary>The one district that the sentence speaks of, else the article's only one; null when there are several.</summary>
    /// <param name="called">Only those that the article itself names, not those of its towns.</param>
    /// <param name="here">Only of the sentence: a named building may stand anywhere.</param>
    private static DistrictTold? Only(SentenceView s, bool called = false, bool here = false)
    {
        PlaceCatalogue places = s.Lexicon.Knowledge.Places;
        var sentence = new Choice();
        var article = new Choice();
        foreach (PlaceMention other in s.Analysis.Places)
        {
            if (other.PlaceId is not { } id || other.Rule.Value is "place.demonym" or "place.in-name" || IsHome(s.Analysis, s.Lexicon, other) || places.Find(id) is not { } place || IdOf(places, place) is not { } district)
            {
                continue;
            }

            bool itself = place.Kind == "admin2" && !PlaceHolder.IsContainerOnly(other);
            if (!itself && called)
            {
                continue;
            }

            DistrictTold told = itself ? Told(s, other) : new DistrictTold(district, places.Find(district)!.Name);
            article.Add(told, itself);
            if (other.Sentence == s.Index)
            {
                sentence.Add(told, itself);
            }
        }

        return sentence.Any ? sentence.One : here ? null : article.One;
    }

    /// <summary>Districts of a stretch of text; those it names go before those of its towns.</summary>
    private sealed class Choice
    {
        private DistrictTold? named, lain;
        private bool manyNamed, manyLain;

        public bool Any => named is not null || lain is not null;

        /// <summary>Null when there are several.</summary>
        public DistrictTold? One => named is not null ? (manyNamed ? null : named) : manyLain ? null : lain;

        public void Add(DistrictTold told, bool itself)
        {
            if (itself)
            {
                manyNamed |= named is not null && named.PlaceId != told.PlaceId;
                named ??= told;
            }
            else
            {
                manyLain |= lain is not null && lain.PlaceId != told.PlaceId;
                lain ??= told;
            }
        }
    }

    /// <summary>"a resident of Hangu", "who hails from Karak", "two doctors from Swabi".</summary>
    private static bool IsHome(Analysis analysis, Lexicon lexicon, PlaceMention place)
    {
        Sentence sentence = analysis.Sentences[place.Sentence];
        for (int i = 2; i < sentence.Tokens.Length && sentence.Tokens[i].Span.Begin <= place.Span.Begin; i++)
        {
            if (sentence.Tokens[i].Span.Begin == place.Span.Begin)
            {
                string before = sentence.Tokens[i - 2].Lemma.ToLowerInvariant();
                return sentence.Tokens[i - 1].Form is "of" or "from" && (lexicon.In("home", before) || (sentence.Tokens[i - 1].Form == "from" && lexicon.PartyNoun(before) is { Kind: "person" }));
            }
        }

        return false;
    }

    /// <summary>The words call it a district: "Kohat District", "Khyber Agency", "Mardan district".</summary>
    private static bool IsNamed(SentenceView s, PlaceMention place)
    {
        (_, int after) = s.TokensIn(place.Span);
        return after > 0 && (s.Lexicon.In("district-word", s.Lemma(after - 1)) || (after < s.Count && s.Lexicon.In("district-word", s.Lemma(after))));
    }

    private static DistrictTold Told(SentenceView s, PlaceMention place)
    {
        string name = place.Quote;
        Place? known = place.PlaceId is { } id ? s.Lexicon.Knowledge.Places.Find(id) : null;
        int blank = name.LastIndexOf(' ');
        bool kind = blank > 0 && s.Lexicon.In("district-word", name[(blank + 1)..].ToLowerInvariant());
        return new DistrictTold(known is { Kind: "admin2" } && !PlaceHolder.IsContainerOnly(place) ? known.Id : null, kind && known?.Name.EndsWith(name[blank..], StringComparison.OrdinalIgnoreCase) != true ? name[..blank] : name);
    }
}
