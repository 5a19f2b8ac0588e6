using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>A bearing of one trigger of a sentence on another, before drafts are merged.</summary>
internal sealed record LinkFound(int From, int To, string Kind, TextSpan Cue);

/// <summary>What happened because of, after or in answer to what (knowledge/claims/connectives.tsv).</summary>
internal static class LinkReader
{
    public static List<LinkFound> Within(SentenceView s, IReadOnlyList<TriggerMatch> matches)
    {
        List<LinkFound> links = [];
        foreach (Connective connective in s.Lexicon.Connectives)
        {
            if (!s.Bits.MayHaveAllOf(connective.Bits))
            {
                continue;
            }

            for (int token = 0; token + connective.Words.Length <= s.Count; token++)
            {
                if (!At(s, token, connective.Words))
                {
                    continue;
                }

                (int governing, int marked) = connective.Form switch
                {
                    "verb" when s.IsVerb(token) => Around(s, token, connective.Words.Length, matches),
                    "predicate" => Said(s, token, matches),
                    "mark" => Marked(s, token, token + connective.Words.Length - 1, matches),
                    _ => (-1, -1),
                };
                if (governing >= 0 && marked >= 0 && governing != marked)
                {
                    TextSpan cue = s[token].Span.Cover(s[token + connective.Words.Length - 1].Span);
                    links.Add(connective.Direction == "forward" ? new LinkFound(governing, marked, connective.Kind, cue) : new LinkFound(marked, governing, connective.Kind, cue));
                }
            }
        }

        return links;
    }

    /// <summary>A cue that ties to what was told in an earlier sentence; null when there is none. Forward: the sentence bears on what was told before it.</summary>
    public static (string Kind, TextSpan Cue, bool Forward)? Backward(SentenceView s)
    {
        foreach (Connective connective in s.Lexicon.Connectives)
        {
            if (connective.Form is not ("back" or "predicate") || !s.Bits.MayHaveAllOf(connective.Bits))
            {
                continue;
            }

            for (int token = 0; token + connective.Words.Length <= s.Count; token++)
            {
                if (At(s, token, connective.Words) && (connective.Form == "back" || TakesUp(s, s.Child(token, "nsubj"))))
                {
                    return (connective.Kind, s[token].Span.Cover(s[token + connective.Words.Length - 1].Span), connective is { Form: "back", Direction: "forward" });
                }
            }
        }

        return null;
    }

    private static bool At(SentenceView s, int token, ImmutableArray<string> words)
    {
        for (int i = 0; i < words.Length; i++)
        {
            if (s.Lemma(token + i) != words[i])
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"The strikes followed an attack", "the raid was prompted by a bombing".</summary>
    private static (int, int) Around(SentenceView s, int verb, int length, IReadOnlyList<TriggerMatch> matches)
    {
        int subject = Clause.DeepSubject(s, verb);
        int other = Clause.DeepObject(s, verb);
        if (other < 0)
        {
            foreach (int child in s.Children(verb))
            {
                if (s.Relation(child) == "obl" && child > verb + length - 1)
                {
                    other = child;
                    break;
                }
            }
        }

        return subject < 0 || other < 0 ? (-1, -1) : (Inside(s, subject, matches), Inside(s, other, matches));
    }

    /// <summary>"Monday's shelling was the latest in a series of raids": what the subject tells, and what the predicate does.</summary>
    private static (int, int) Said(SentenceView s, int predicate, IReadOnlyList<TriggerMatch> matches) =>
        s.Child(predicate, "nsubj") is >= 0 and var subject ? (Inside(s, subject, matches), Inside(s, predicate, [.. matches.Where(m => !s.Dominates(subject, m.Token))])) : (-1, -1);

    /// <summary>"It", "this": what the sentence before told.</summary>
    private static bool TakesUp(SentenceView s, int subject) => subject >= 0 && s[subject].Upos is "PRON" or "DET";

    /// <summary>"X attacked after Y bombed", "an attack in response to the bombing": the cue hangs on the marked event.</summary>
    private static (int, int) Marked(SentenceView s, int cue, int last, IReadOnlyList<TriggerMatch> matches)
    {
        // "burned a mill in revenge for | the killing": the tree may hang what is avenged on the verb.
        int marked = last > cue && s.Relation(last) == "case" && s.Head(last) is >= 0 and var named && matches.Any(m => m.Token == named) ? named : cue;
        for (int i = 0; i < 3 && marked >= 0; i++)
        {
            if (s.IsVerb(marked) || (s.IsNoun(marked) && matches.Any(m => m.Token == marked)))
            {
                break;
            }

            int child = marked == cue ? Below(s, cue, matches) : -1;
            marked = child >= 0 ? child : s.Head(marked);
        }

        if (marked < 0)
        {
            return (-1, -1);
        }

        if (s.Relation(cue) == "case" && s.Relation(marked) == "nsubj" && s.IsVerb(s.Head(marked)))
        {
            // "after a drone strike killed three": the clause is marked, though the tree has the cue on its subject.
            marked = s.Head(marked);
        }

        int inside = Inside(s, marked, matches);
        int governing = -1;
        for (int x = s.Head(marked), i = 0; x >= 0 && i < 5 && governing < 0; x = s.Head(x), i++)
        {
            governing = matches.Any(m => m.Token == x) ? x : s.IsVerb(x) && Clause.DeepSubject(s, x) is >= 0 and var subject && matches.Any(m => m.Token == subject) ? subject : -1;
        }

        return (governing, inside);
    }

    private static int Below(SentenceView s, int cue, IReadOnlyList<TriggerMatch> matches)
    {
        foreach (TriggerMatch match in matches)
        {
            if (match.Token > cue && match.Token - cue < 12 && s.Dominates(cue, match.Token))
            {
                return match.Token;
            }
        }

        return -1;
    }

    /// <summary>The trigger at or nearest below a word.</summary>
    private static int Inside(SentenceView s, int token, IReadOnlyList<TriggerMatch> matches)
    {
        int best = -1, least = 4;
        foreach (TriggerMatch match in matches)
        {
            if (s.Dominates(token, match.Token) && s.Distance(token, match.Token) < least)
            {
                (best, least) = (match.Token, s.Distance(token, match.Token));
            }
        }

        return best;
    }
}
