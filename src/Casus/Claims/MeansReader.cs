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
            if (!s.IsNoun(token) && !match.Words.Contains(token))
            {
                continue;
            }

            bool own = match.Words.Contains(token);
            if (Lookup(s, token) is not { } found || (!own && (s.Distance(match.Token, token) > Near || nearestTrigger(token) != match.Token)))
            {
                continue;
            }

            if (!own && (Seized(s, token) || Named(s, token)))
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

    private static (TextSpan Span, string Kind, string? Mode)? Lookup(SentenceView s, int token)
    {
        if (token > 0 && s.Lexicon.MeansOf($"{s.Lemma(token - 1)} {s.Lemma(token)}") is { } two)
        {
            return (s[token - 1].Span.Cover(s[token].Span), two.Kind, two.Mode);
        }

        if (token > 1 && s.Lexicon.MeansOf($"{s.Lemma(token - 2)} {s.Lemma(token - 1)} {s.Lemma(token)}") is { } three)
        {
            return (s[token - 2].Span.Cover(s[token].Span), three.Kind, three.Mode);
        }

        return s.Lexicon.MeansOf(s.Lemma(token)) is { } one ? (s[token].Span, one.Kind, one.Mode) : null;
    }

    /// <summary>Rifles and guards in a body's name shoot nobody: "three Hill Rifles personnel".</summary>
    private static bool Named(SentenceView s, int token) =>
        s[token].Upos == "PROPN" && s.MentionOver(token) is { Kind: MentionKind.Organisation or MentionKind.Group or MentionKind.Person } mention && mention.Span != s[token].Span;

    /// <summary>A weapon that is found or handed in is not one that is used.</summary>
    private static bool Seized(SentenceView s, int token)
    {
        for (int x = token, i = 0; x >= 0 && i < 4; x = s.Head(x), i++)
        {
            if (s.IsVerb(x))
            {
                return s.Lexicon.In("weapon-not-used", s.Lemma(x));
            }
        }

        return false;
    }
}
