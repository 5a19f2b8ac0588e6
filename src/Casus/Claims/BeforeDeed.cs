using Casus.Language;

namespace Casus.Claims;

/// <summary>What a word right before the noun of a deed says of it: "the Davao bombing", "tourist killings", "the Mali wedding attack", and not "the army raid".</summary>
internal static class BeforeDeed
{
    /// <summary>"the Davao bombing", "farm seizures": where it was or what was taken, and not who did it; a country may have.</summary>
    public static bool IsMerePlace(SentenceView s, int modifier) =>
        s.MentionAt(modifier)?.Actor is null && (IsOfWarsName(s, modifier) || (s.PartyNoun(modifier) is { } noun ? noun is { Kind: "facility" } or { Class: "property" } : s.MentionAt(modifier)?.Kind is MentionKind.Location));

    /// <summary>"the 1991 | Gulf | War"</summary>
    private static bool IsOfWarsName(SentenceView s, int modifier) => s[modifier].Upos == "PROPN" && s.Head(modifier) is >= 0 and var war && s[war].Upos == "PROPN" && s.Lexicon.In("wages", s.Lemma(war).ToLowerInvariant());

    /// <summary>"the Kenya bombing", "the Kuwait invasion", "the U.S. Embassy blasts": where it was or what was struck, though it has a name that may act elsewhere.</summary>
    public static bool IsStruck(SentenceView s, int modifier) => !IsOfPair(s, modifier) && (IsPremises(s, modifier) || IsDoneTo(s, modifier) || IsToldBy(s, modifier));

    /// <summary>"the | Iran-Iraq | war": one of two who did it to each other.</summary>
    private static bool IsOfPair(SentenceView s, int modifier) => s.Child(modifier, "conj") is >= 0 and var other && HyphenedPairs.IsPair(s.Sentence.Tokens, modifier, other);

    /// <returns>The first of two names with a hyphen between them before a noun; -1: none.</returns>
    public static int Pair(SentenceView s, int noun)
    {
        foreach (int child in noun < 0 ? [] : s.Children(noun))
        {
            if (child < noun && s.Relation(child) == "compound" && IsOfPair(s, child))
            {
                return child;
            }
        }

        return -1;
    }

    private static bool IsToldBy(SentenceView s, int modifier) =>
        (s.Lexicon.In("house", s.Lemma(modifier)) && s.Head(modifier) is >= 0 and var deed && s.Lexicon.In("told-by-place", s.Lemma(deed)))
        || (s.MentionAt(modifier) is { } named && s.Head(modifier) is >= 0 and var noun
            && (IsPremises(s, noun) || (named.Kind == MentionKind.Location && (s.Lexicon.In("told-by-place", s.Lemma(noun)) || IsWhere(s, noun) || StandsBefore(s, modifier, noun)))));

    /// <summary>"the | tourist | killings": whom it was done to; armed men may have done it.</summary>
    public static bool IsDoneTo(SentenceView s, int modifier) =>
        s.Relation(modifier) == "compound" && s[modifier].Upos == "NOUN" && s.MentionAt(modifier)?.Actor is null && s.Head(modifier) is >= 0 and var deed && s.Lexicon.In("done-to-people", s.Lemma(deed))
        && s.PartyNoun(modifier) is { Kind: "person", Class: var sort } && !(sort is not null && s.Lexicon.In("armed-class", sort)) && !s.Lexicon.In("gang", s.Lemma(modifier));

    /// <summary>"the Mali | wedding | attack": what was struck there, so that the country before it is the place.</summary>
    private static bool StandsBefore(SentenceView s, int modifier, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (child > modifier && child < noun && s.Relation(child) == "compound" && IsWhere(s, child))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhere(SentenceView s, int token) => s.Lexicon.In("gathering", s.Lemma(token)) || s.Lexicon.In("settlement", s.Lemma(token)) || s.PartyNoun(token) is { Kind: "facility" } or { Class: "property" };

    public static bool IsPremises(SentenceView s, int token) =>
        s.Lexicon.In("premises", s.Lemma(token).ToLowerInvariant()) || (s.MentionOver(token) is { } mention && s.Lexicon.In("premises", s.Lemma(s.TokensIn(mention.Span).To - 1).ToLowerInvariant()));
}
