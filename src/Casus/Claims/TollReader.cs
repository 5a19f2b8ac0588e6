using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>People counted by a word such as "killed", "deaths", "injured": how many, who, and at which word of the sentence.</summary>
internal sealed record TollFound(SentenceView View, Toll Toll, int Token, int Counted, ImmutableArray<int> People);

internal static class TollReader
{
    public static List<TollFound> Read(SentenceView s)
    {
        List<TollFound> found = [];
        for (int token = 0; token < s.Count; token++)
        {
            foreach (TollWord word in s.Lexicon.TollWords(s.Lemma(token)))
            {
                if (Fits(s, token, word.Pos) && One(s, token, word) is { } toll)
                {
                    found.Add(toll);
                    break;
                }
            }
        }

        return found;
    }

    private static bool Fits(SentenceView s, int token, string pos) => pos switch
    {
        "verb" => s.IsVerb(token) || (s[token].Upos == "ADJ" && s[token].Xpos is "VBN" or "JJ"),
        "noun" => s.IsNoun(token),
        _ => s[token].Upos is "ADJ" or "VERB" or "ADV",
    };

    private static TollFound? One(SentenceView s, int token, TollWord word)
    {
        int people = word.Path switch
        {
            "object" when s[token].Xpos == "VBN" && BareNumber(s, token) is >= 0 and var number => number,
            "object" => s.IsVerb(token) ? Counted(s, token) : Described(s, token),
            "subject" => s.IsVerb(token) ? Clause.SurfaceSubject(s, token) : Described(s, token),
            "of" => Of(s, token),
            "noun" => token,
            _ => Described(s, token),
        };
        if (people < 0 || ControlChain.Nobody(s, people) || (s.IsVerb(token) && Denied(s, token)))
        {
            return null;
        }

        List<int> heads = [];
        RoleReader.Conjuncts(s, people, heads);
        (long Min, long? Max, bool Approximate, TextSpan Span)? total = null;
        List<string> whom = [];
        List<int> counted = [];
        foreach (int head in heads)
        {
            if (Number(s, head, word.Path == "noun" && head == token) is not { } number)
            {
                continue;
            }

            if (head != people && Denied(s, head))
            {
                // "84 people and not 101".
                continue;
            }

            if (total is { Approximate: false } && number is { Max: null, Approximate: true })
            {
                // "46 people, mostly women": who they were, not more of them.
                continue;
            }

            counted.Add(head);
            if (s.IsNoun(head) && word.Path != "noun")
            {
                whom.Add(PartyReader.Phrase(s, head).Of(s.Analysis.Article.Text));
            }

            total = total is { } sum
                ? (sum.Min + number.Min, sum.Max is { } a && number.Max is { } b ? a + b : null, sum.Approximate || number.Approximate, sum.Span.Cover(number.Span))
                : number;
        }

        if (total is not { } toll || toll.Min <= 0)
        {
            return null;
        }

        Evidence evidence = s.Analysis.Article.Quote(toll.Span);
        var rule = new RuleId("toll." + s.Lemma(token));
        return new TollFound(s, new Toll(word.Kind, toll.Min, toll.Max, toll.Approximate, evidence, whom.Count == 0 ? null : string.Join(", ", whom), rule), token, people, [.. counted]);
    }

    private static bool Denied(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) is "advmod" or "aux" && s.Lexicon.Controls.Find(s.Lemma(child), "aux") == Effect.Negate)
            {
                return true;
            }
        }

        return false;
    }

    private static int Counted(SentenceView s, int verb)
    {
        int whom = Clause.DeepObject(s, verb);
        return whom >= 0 ? whom : -1;
    }

    /// <summary>"with over 700 killed": parsers hang the number on the participle in one way or another.</summary>
    private static int BareNumber(SentenceView s, int participle)
    {
        foreach (int child in s.Children(participle))
        {
            bool number = s[child].Upos == "NUM" || s.QuantityAt(child) is not null;
            if (number && (s.Relation(child) is "nummod" or "compound" || (child < participle && s[child].Upos == "NUM" && s.Child(child, "case") < 0)))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>The people an adjective or participle describes: "3 dead", "ten people dead", "the injured".</summary>
    private static int Described(SentenceView s, int token)
    {
        if (s.Child(token, "nsubj") is >= 0 and var subject)
        {
            return Clause.Resolve(s, subject, token);
        }

        if (s.Child(token, "nummod") >= 0 || s.QuantityAt(token) is not null)
        {
            return token;
        }

        int head = s.Head(token);
        if (head < 0)
        {
            return -1;
        }

        return s.Relation(token) switch
        {
            "amod" or "acl" => head,
            "xcomp" when s.IsVerb(head) => Clause.DeepObject(s, head) is >= 0 and var obj ? obj : Clause.SurfaceSubject(s, head),
            "conj" when s.Children(token).Length > 0 => Numbered(s, token),
            _ => -1,
        };
    }

    private static int Numbered(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s[child].Upos == "NUM" || s.QuantityAt(child) is not null)
            {
                return child;
            }
        }

        return -1;
    }

    private static int Of(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) == "nmod" && s.Lexicon.In("phrase-preposition", s.Case(child)))
            {
                return child;
            }
        }

        return s.Child(noun, "nummod") >= 0 || s.QuantityAt(noun) is not null ? noun : s.Deprel(noun) is "nmod:poss" ? -1 : Possessor(s, noun);
    }

    private static int Possessor(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Deprel(child) == "nmod:poss" && s[child].Upos != "PRON")
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>How many a phrase counts. A plural without a number is "at least two"; a name or "a soldier" is one.</summary>
    private static (long Min, long? Max, bool Approximate, TextSpan Span)? Number(SentenceView s, int head, bool mustCount)
    {
        if (QuantityOf(s, head) is { } quantity)
        {
            if (quantity.Unit is not null || (quantity.Min is null && quantity.Max is null))
            {
                return null;
            }

            long min = (long)(quantity.Min ?? 1);
            return (min, quantity.Max is { } max ? (long)max : null, quantity.Approximate, quantity.Span.Cover(s[head].Span) is { Length: < 60 } cover ? cover : quantity.Span);
        }

        if (mustCount)
        {
            return null;
        }

        TextSpan span = PartyReader.Phrase(s, head);
        string tag = s[head].Xpos;
        if (tag is "NN" && Article(s, head))
        {
            return (1, 1, false, span);
        }

        if (tag is "NNP" && s.MentionAt(head)?.Kind == MentionKind.Person)
        {
            return (1, 1, false, span);
        }

        bool people = s.PartyNoun(head) is { Kind: "person" or "group" };
        if (tag is "NN" && people)
        {
            return (1, 1, false, span);
        }

        return tag is "NNS" or "NNPS" && people ? (2, null, true, span) : null;
    }

    private static bool Article(SentenceView s, int head)
    {
        if (s.PartyNoun(head) is not { Kind: "person" })
        {
            return false;
        }

        return s.Child(head, "det") >= 0;
    }

    private static QuantityMention? QuantityOf(SentenceView s, int head)
    {
        if (s.QuantityAt(head) is { } own)
        {
            return own;
        }

        foreach (int child in s.Children(head))
        {
            if (s.Relation(child) is "nummod" or "amod" or "det" or "compound" && s.QuantityAt(child) is { } number)
            {
                return number;
            }
        }

        return null;
    }
}
