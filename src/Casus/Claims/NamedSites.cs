using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Places by a name that no gazetteer has: a named building or ground behind a preposition of place ("at Larkhill tea estate", "on
/// Thal Parachinar road"), and two names after "between". They are places of events only, not mentions of their own.
/// </summary>
internal static class NamedSites
{
    private const int MostOfName = 5, MostBehind = 3, MostBefore = 2;
    private static readonly RuleId Site = new("place.site");
    private static readonly RuleId Between = new("place.between");

    /// <summary>The ground of a police station, which goes by its name: a tehsil or so.</summary>
    public static readonly RuleId StationLimits = new("place.station-limits");

    public static bool IsSite(PlaceMention place) => place.Rule == Site || place.Rule == Between || place.Rule == StationLimits;

    /// <summary>A road or a terminal goes by the names of where it leads.</summary>
    public static bool LeadsElsewhere(SentenceView s, PlaceMention site) => s.TokensIn(site.Span).To is > 0 and var after && s.Lexicon.In("site-leading", s.Lemma(after - 1));

    /// <summary>The places of a sentence with its sites, in text order; names inside a site are left to it.</summary>
    public static List<PlaceMention> With(SentenceView s, List<PlaceMention> places)
    {
        List<PlaceMention>? sites = null;
        for (int i = 0; i + 1 < s.Count; i++)
        {
            if (Read(s, i) is { } site && !places.Exists(p => p.PlaceId is not null && p.Span.Contains(site.Span)))
            {
                (sites ??= []).Add(site);
            }

            if (s.Lemma(i) == "between" && Ends(s, i, places) is { } ends)
            {
                (sites ??= []).AddRange(ends);
            }
        }

        return sites is null ? places : [.. places.Where(p => !sites.Exists(x => x.Span.Contains(p.Span))).Concat(sites).OrderBy(p => p.Span.Begin)];
    }

    /// <summary>The other end of "between X and Y"; null for a place that stands in no such phrase.</summary>
    public static PlaceMention? Other(SentenceView s, PlaceMention place)
    {
        (int first, int after) = s.TokensIn(place.Span);
        if (first == 0 || s.Lemma(first - 1) != "between" || IsOfParties(s, first - 1))
        {
            return null;
        }

        for (int i = after; i < s.Count && i <= after + MostBefore; i++)
        {
            if (s.Lemma(i) == "and")
            {
                return i + 1 < s.Count ? s.Spots.Find(p => p.Span.Begin == s[i + 1].Span.Begin) : null;
            }
        }

        return null;
    }

    /// <summary>"To Estimate | Deaths In Gaza |": capitals of a headline, with a preposition among them.</summary>
    private static bool IsOfHeadline(SentenceView s, int from, int end)
    {
        for (int i = from; i < end; i++)
        {
            if (s[i].Form is "In" or "At" or "On" or "Near" or "For" or "To" or "After" or "Over" or "From" or "With")
            {
                return true;
            }
        }

        return false;
    }

    private static PlaceMention? Read(SentenceView s, int preposition)
    {
        bool limits = preposition > 0 && s.Lemma(preposition) == "of" && s.Lexicon.In("station-limits", s.Lemma(preposition - 1));
        if (s[preposition].Upos != "ADP" || !(limits || s.Lexicon.In("site-preposition", s.Lemma(preposition))))
        {
            return null;
        }

        int from = preposition + 1;
        for (int i = 0; i < MostBefore && from < s.Count && s[from].Upos is "DET" or "ADJ" && !IsName(s, from); i++)
        {
            from++;
        }

        int names = from;
        while (names < s.Count && names - from < MostOfName && IsName(s, names))
        {
            names++;
        }

        if (names == from || s[from].Upos != "PROPN" || IsGeneric(s, from, names) || IsOfHeadline(s, from, names))
        {
            return null;
        }

        int end = names;
        while (end < s.Count && end - names < MostBehind && char.IsLower(s[end].Form[0]) && s[end].Upos is "NOUN" or "PROPN" or "ADJ" && !s.EventNouns.Contains(end))
        {
            end++;
        }

        while (end > from + 1 && !s.Lexicon.In("site", s.Lemma(end - 1)))
        {
            end--;
        }

        bool bare = end <= from + 1 && s.Lexicon.In("bare-site", s.Lemma(preposition)) && IsHeld(s, names);
        if ((end <= from + 1 && !bare) || (s.Lemma(preposition) == "on" && !s.Lexicon.In("site-way", s.Lemma(end - 1))))
        {
            return null;
        }

        end = bare ? names : end;
        bool station = end - from > 2 && s.Lemma(end - 2) == "police" && (limits || s.Lexicon.In("site-area", s.Lemma(preposition)));
        if (limits && !station)
        {
            return null;
        }

        int last = station ? end - 2 : end;
        TextSpan span = s[from].Span.Cover(s[last - 1].Span);
        foreach (Mention mention in s.Mentions)
        {
            if (mention.Actor is not null && mention.Span.Overlaps(span) && mention.Span.Begin <= span.Begin)
            {
                return null;
            }
        }

        // Where they died of it or are treated is not where it happened.
        int head = s.HeadOf(span), phrase = station ? head : s.HeadOf(s[from].Span.Cover(s[end - 1].Span));
        if ((phrase >= 0 && s.Head(phrase) >= 0 && s.Lexicon.In("care-verb", s.Lemma(s.Head(phrase)))) || (bare && s.Places.Exists(p => p.Span.Overlaps(span))))
        {
            return null;
        }

        return new PlaceMention(s.Index, span, span.Of(s.Analysis.Article.Text), head, null, station || bare ? "town" : s.Lexicon.In("site-way", s.Lemma(end - 1)) ? "line" : "point", station ? StationLimits : Site, []);
    }

    /// <summary>"a Police Station": capitals, but no name.</summary>
    private static bool IsGeneric(SentenceView s, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!s.Lexicon.In("site", s.Lemma(i)) && !s.Lexicon.In("site-generic", s.Lemma(i)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"at Shahbagh in Dhaka": a known place behind it.</summary>
    private static bool IsHeld(SentenceView s, int after) =>
        after + 1 < s.Count && s.Lemma(after) is "in" or "of" or "under" && s.Places.Exists(p => p.Span.Begin == s[after + 1].Span.Begin && p.Rule.Value is not ("place.demonym" or "place.in-name"));

    /// <summary>Both names, where something happened between them; those that are known already are not given again.</summary>
    private static PlaceMention[]? Ends(SentenceView s, int between, List<PlaceMention> places)
    {
        if (between == 0 || IsOfParties(s, between))
        {
            return null;
        }

        if (Name(s, between + 1) is not { } first || first.End >= s.Count || s.Lemma(first.End) != "and" || Name(s, first.End + 1) is not { } second)
        {
            return null;
        }

        return [.. ((ReadOnlySpan<TokenRange>)[first, second]).ToArray().Select(r => s[r.Begin].Span.Cover(s[r.End - 1].Span)).Where(span => !places.Exists(p => p.Span.Overlaps(span)))
            .Select(span => new PlaceMention(s.Index, span, span.Of(s.Analysis.Article.Text), s.HeadOf(span), null, "town", Between, []))];
    }

    /// <summary>"a clash between Bodos and Muslims", "talks between".</summary>
    private static bool IsOfParties(SentenceView s, int between) => between > 0 && s.IsNoun(between - 1) && !s.Lexicon.In("between-noun", s.Lemma(between - 1));

    private readonly record struct TokenRange(int Begin, int End);

    private static TokenRange? Name(SentenceView s, int at)
    {
        int end = at;
        while (end < s.Count && end - at < MostOfName && IsName(s, end) && s[end].Xpos == "NNP" && s.MentionOver(end) is null or { Actor: null, Kind: not (MentionKind.Person or MentionKind.Nationality) })
        {
            end++;
        }

        return end > at ? new TokenRange(at, end) : null;
    }

    private static bool IsName(SentenceView s, int token) => char.IsUpper(s[token].Form[0]) && s[token].Upos is "PROPN" or "NOUN" or "ADJ" or "X";
}
