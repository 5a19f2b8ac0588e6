using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Weapons near a violent trigger, and the modes of assault that they tell.</summary>
internal static class MeansReader
{
    private const int Near = 5;

    public static (ImmutableArray<Means> Means, ImmutableArray<string> Modes) Read(SentenceView s, TriggerMatch match, Func<int, int> nearestTrigger)
    {
        var means = ImmutableArray.CreateBuilder<Means>();
        var modes = ImmutableArray.CreateBuilder<string>();
        for (int token = 0; token < s.Count; token++)
        {
            if (!s.IsNoun(token) && (!match.Words.Contains(token) || s.Lexicon.In("weapon-noun-only", s.Lemma(token))))
            {
                continue;
            }

            bool own = match.Words.Contains(token);
            if (Lookup(s, token) is not { } found || (!own && (s.Distance(match.Token, token) > Near || nearestTrigger(token) != match.Token)))
            {
                continue;
            }

            if (token + 1 < s.Count && s.IsNoun(token + 1) && Lookup(s, token + 1)?.Span.Contains(s[token].Span) == true)
            {
                // Of "rifle grenade" the grenade is told next.
                continue;
            }

            if (!own && (Seized(s, token) || Named(s, token) || IsTrade(s, token)))
            {
                continue;
            }

            // "bombed" tells how, but is no bomb.
            if (s.IsNoun(token))
            {
                means.Add(new Means(s.Analysis.Article.Quote(found.Span), found.Kind));
            }

            if (found.Mode is not null && !modes.Contains(found.Mode))
            {
                modes.Add(found.Mode);
            }
        }

        return ([.. means.DistinctBy(m => (m.Evidence.Span, m.Kind))], modes.ToImmutable());
    }

    /// <summary>How a thing works that is fired or thrown ("fired rockets"), which tells more than the verb; null when it is no weapon.</summary>
    public static string? ModeOfObject(SentenceView s, int verb) =>
        s.IsVerb(verb) && s.Lexicon.In("throw-verb", s.Lemma(verb)) && s.Child(verb, "obj") is >= 0 and var thing && s.IsNoun(thing) ? Lookup(s, thing)?.Mode : null;

    private static (TextSpan Span, string Kind, string? Mode)? Lookup(SentenceView s, int token)
    {
        bool ends = s.Lexicon.MayEndMeans(s.Lemma(token));
        if (ends && token > 1 && s.Lexicon.MeansOf($"{s.Lemma(token - 2)} {s.Lemma(token - 1)} {s.Lemma(token)}") is { } three)
        {
            return (s[token - 2].Span.Cover(s[token].Span), three.Kind, three.Mode);
        }

        if (ends && token > 0 && s.Lexicon.MeansOf($"{s.Lemma(token - 1)} {s.Lemma(token)}") is { } two)
        {
            return (s[token - 1].Span.Cover(s[token].Span), two.Kind, two.Mode);
        }

        if (token > 0 && s.Lexicon.In("vessel-before", s.Lemma(token - 1)))
        {
            // "a water tank"
            return null;
        }

        return s.Lexicon.MeansOf(s.Lemma(token)) is { } one ? (s[token].Span, one.Kind, one.Mode) : null;
    }

    /// <summary>A noun that names a thing and not what it did ("grenade", not "explosion").</summary>
    public static bool IsWeapon(SentenceView s, int token) => s.IsNoun(token) && s.MentionAt(token)?.Kind == MentionKind.Weapon && Lookup(s, token) is not null && !s.Lexicon.In("weapon-act", s.Lemma(token));

    /// <summary>"carried out" is not "carried".</summary>
    private static bool HasParticle(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Deprel(child) == "compound:prt")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Rifles in a body's name shoot nobody ("three Hill Rifles personnel"), nor does a town named for one.</summary>
    private static bool Named(SentenceView s, int token) =>
        s[token].Upos == "PROPN" && s.MentionOver(token) is { Kind: MentionKind.Organisation or MentionKind.Group or MentionKind.Person or MentionKind.Location } mention
        && (mention.Kind == MentionKind.Location || mention.Span != s[token].Span);

    /// <summary>"the head of | weapons | production", "a drone maker": with whom or what somebody has to do with weapons, and not by what it was done.</summary>
    private static bool IsTrade(SentenceView s, int token) =>
        s.Relation(token) == "compound" && s.Head(token) is var whole && whole > token && !s.EventNouns.Contains(whole) && Lookup(s, whole) is null
        && (s.PartyNoun(whole) is { Kind: "person" or "group" or "body" or "organisation" or "facility" } || s.Lexicon.In("abstract", s.Lemma(whole)) || s.Lexicon.IsIdea(s.Lemma(whole)));

    /// <summary>A weapon that is found, defused or handed in is not one that is used. A list has the verb of its first member, a thing found with something the verb of that.</summary>
    public static bool Seized(SentenceView s, int token)
    {
        for (int x = token, i = 0; x >= 0 && i < Near; x = s.Head(x), i++)
        {
            if (s.IsVerb(x))
            {
                return IsFinding(s, x);
            }

            if (s.Lexicon.In("weapon-find", s.Lemma(x)))
            {
                return true;
            }

            if (x != token && s.EventNouns.Contains(x))
            {
                return false;
            }
        }

        return Listed(s, token);
    }

    /// <summary>In a long list the tree loses the verb: the nearest one before it has it, or the first behind it ("… and two grenades were recovered").</summary>
    private static bool Listed(SentenceView s, int token)
    {
        for (int i = token - 1; i >= 0; i--)
        {
            if (s.IsVerb(i))
            {
                return IsFinding(s, i);
            }
        }

        for (int i = token + 1; i < s.Count; i++)
        {
            if (s.IsVerb(i))
            {
                return s[i].Xpos == "VBN" && IsFinding(s, i);
            }
        }

        return false;
    }

    private static bool IsFinding(SentenceView s, int verb) => s.Lexicon.In("weapon-not-used", s.Lemma(verb)) && !HasParticle(s, verb);
}
