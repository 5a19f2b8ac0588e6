using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"the Pakistani capital", "Lebanon's capital", "the capital of Qatar": a town told by the country whose capital it is. Places of events only, not mentions of their own.</summary>
internal static class Capitals
{
    private static readonly RuleId Rule = new("place.capital");

    /// <summary>The places of a sentence with its capitals, in text order; a capital that the sentence names is told by its name, and what is recognised "as" one is none.</summary>
    public static List<PlaceMention> With(SentenceView s, List<PlaceMention> places)
    {
        List<PlaceMention>? found = null;
        for (int i = 0; i < s.Count; i++)
        {
            if (s.Lemma(i) == "capital" && s[i].Upos is "NOUN" or "PROPN" && !s.HasCase(i, "as") && !(i + 1 < s.Count && s.Lexicon.In("capital-of-money", s.Lemma(i + 1))) && Country(s, i, places) is { } land
                && s.Lexicon.Knowledge.Places.Find(land.PlaceId!)?.Country is { } country && s.Lexicon.CapitalOf(country) is { } town && !places.Exists(p => p.PlaceId == town.Id))
            {
                TextSpan span = s[i].Span.Cover(land.Span);
                (found ??= []).Add(new PlaceMention(s.Index, span, s.Analysis.Article.Quote(span).Quote, i, town.Id, town.Kind, Rule, []));
            }
        }

        return found is null ? places : [.. places.Where(p => !found.Exists(f => f.Span.Contains(p.Span))).Concat(found).OrderBy(p => p.Span.Begin)];
    }

    /// <summary>The country named right before the word, or behind "of"; null where none is, or the town is named beside it.</summary>
    private static PlaceMention? Country(SentenceView s, int capital, List<PlaceMention> places)
    {
        int before = capital > 1 && s[capital - 1].Form is "'s" or "’s" ? capital - 2 : capital - 1;
        if (before >= 0 && places.Find(p => p.Head == before && IsLand(s, p)) is { } owner)
        {
            return owner;
        }

        int behind = capital + 1 < s.Count && s.Lemma(capital + 1) == "of" ? capital + 2 : -1;
        behind += behind > 0 && behind < s.Count && s[behind].Upos == "DET" ? 1 : 0;
        return behind < 0 || behind >= s.Count ? null : places.Find(p => p.Span.Begin == s[behind].Span.Begin && p.Rule.Value != "place.demonym" && IsLand(s, p));
    }

    private static bool IsLand(SentenceView s, PlaceMention place) => place.PlaceId is { } id && s.Lexicon.Knowledge.Places.Find(id) is { Kind: "country" };
}
