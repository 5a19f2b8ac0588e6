namespace Casus.Claims;

/// <summary>Whom a word of knowledge/claims/toll.tsv counts: the token of their noun, name or bare number.</summary>
internal static class CountedPeople
{
    /// <returns>-1 when the word counts nobody here.</returns>
    public static int Of(SentenceView s, int token, TollWord word)
    {
        int named = Named(s, token, word);
        return Whole(s, token, named) is >= 0 and var all ? all : named;
    }

    /// <summary>"Two policemen among | five | killed in blast": those who were killed are the five, of whom the words before name some; -1 where no such number stands before the word.</summary>
    private static int Whole(SentenceView s, int token, int named)
    {
        int some = named >= 0 ? named : s.Relation(token) is "nmod" or "acl" ? s.Head(token) : -1;
        foreach (int child in some >= 0 && some < token ? s.Children(some) : [])
        {
            if (child > some && child < token && s.Relation(child) == "nmod" && s.HasCase(child, "among") && (s[child].Upos == "NUM" || s.Child(child, "nummod") >= 0 || s.QuantityAt(child) is not null || s.Lexicon.In("quantity-head", s.Lemma(child))))
            {
                return child;
            }
        }

        return -1;
    }

    private static int Named(SentenceView s, int token, TollWord word) => word.Path switch
    {
        // "put the number of militants | killed | at five"
        "object" when s.Relation(token) == "acl" && s.Head(token) is >= 0 and var those && s.HasCase(those, "of") && s.Head(those) is >= 0 and var number && s.Lexicon.In("number-of", s.Lemma(number)) && (ReachedUnder(s, token, token) is >= 0 and var told ? told : Reached(s, number)) is >= 0 and var figure => figure,
        "object" when s[token].Xpos == "VBN" && BareNumber(s, token) is >= 0 and var bare => bare,
        "object" or "in-deed" => s.IsVerb(token) ? Object(s, token) : Described(s, token),
        "subject" => s.IsVerb(token) ? Subject(s, token) : Described(s, token),
        "either" => s.IsVerb(token) && Object(s, token) is >= 0 and var whom ? whom : s.IsVerb(token) ? Subject(s, token) : Described(s, token),
        "of" => OfNoun(s, token),
        "noun" or "none" => token,
        "to" => Reached(s, token),
        "bearer" => Bearer(s, token),
        _ => Described(s, token),
    };

    /// <summary>The word and the nouns joined to it by "and", also where the parser hangs the second beside the first on the verb ("A …, and his driver were hurt").</summary>
    public static List<int> Joined(SentenceView s, int token, int people)
    {
        List<int> heads = [];
        RoleReader.Conjuncts(s, people, heads);
        if (s.IsVerb(token) && With(s, token) is >= 0 and var joined)
        {
            RoleReader.Conjuncts(s, joined, heads);
        }

        // "five dead and 20 hurt"
        heads.RemoveAll(h => h != people && s[h].Upos == "ADJ" && s.Lemma(h) != s.Lemma(token) && !s.Lexicon.TollWords(s.Lemma(h)).IsEmpty);
        heads.RemoveAll(h => h != people && HasOwnHarm(s, h, token));
        if (s.Relation(people) is not ("nsubj" or "obj") || s.Head(people) is not (>= 0 and var verb) || !s.IsVerb(verb) || (verb != token && verb != s.Head(token)))
        {
            return heads;
        }

        foreach (int child in s.Children(verb))
        {
            bool beside = s.Relation(child) == s.Relation(people) || (s.Relation(child) == "conj" && s.IsNoun(child) && s.Child(child, "cop") < 0 && s.Child(child, "nsubj") < 0);
            if (beside && child > people && (child < verb) == (people < verb) && !heads.Contains(child) && AfterAnd(s, verb, child))
            {
                RoleReader.Conjuncts(s, child, heads);
            }
        }

        return heads;
    }

    /// <summary>"one person dead and | 19 others injured |": whom another word behind them tells of.</summary>
    private static bool HasOwnHarm(SentenceView s, int people, int harm)
    {
        foreach (int child in s.Children(people))
        {
            if (child > people && child != harm && s.Relation(child) is "acl" or "amod" && s[child].Xpos is "VBN" or "VBD" or "JJ" && s.Lemma(child) != s.Lemma(harm) && s.Lexicon.TollWords(s.Lemma(child)).Any(w => !s.Lexicon.TollWords(s.Lemma(harm)).Any(o => o.Kind == w.Kind)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"was killed | along with two of his guards |"; -1: nobody.</summary>
    private static int With(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (child > verb && s.Relation(child) == "obl" && s.HasCase(child, "with") && (s.HasCase(child, "along") || (s.Sentence.Leftmost(child) is > 0 and var begin && s.Lemma(begin - 1) is "along" or "together")))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>An "and" before the phrase, wherever the parser hangs it.</summary>
    private static bool AfterAnd(SentenceView s, int verb, int noun)
    {
        for (int i = noun - 1; i >= 0 && s.Dominates(noun, i); i--)
        {
            if (s.Relation(i) == "cc")
            {
                return true;
            }
        }

        foreach (int child in s.Children(verb))
        {
            if (s.Relation(child) == "cc" && child < noun && child > noun - 6)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"two policemen, A and B", "eight women and children", "46 people, mostly women": who the counted are, not more of them.</summary>
    public static bool Describes(SentenceView s, int first, HeadCount counted, int head, HeadCount count)
    {
        if (!counted.Told || counted.Min < 2 || count.Told)
        {
            return false;
        }

        if (count.Max is null)
        {
            return true;
        }

        if (s[head].Upos != "PROPN" || s.PartyNoun(head) is not null)
        {
            return false;
        }

        int at = first + 1;
        while (at < head && s[at].Form is "(" or ")" or "-" || (at < head && s.Head(at) == first && s.Relation(at) is "appos" or "nmod"))
        {
            at++;
        }

        return at < s.Count && s[at].Form is "," or ":" or "-" or "–" or "—";
    }

    /// <summary>"were killed" says of its subject that there are several.</summary>
    public static bool Plural(SentenceView s, int token, int people)
    {
        int verb = s.IsVerb(token) ? token : s.Head(people);
        foreach (int child in verb < 0 || s.Relation(people) != "nsubj" || s.Head(people) != verb ? [] : s.Children(verb))
        {
            if (s.Relation(child) == "aux" && s.Lexicon.In("plural-verb", s[child].Form.ToLowerInvariant()))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"succumbed to their injuries", "died of his wounds".</summary>
    public static bool OfWounds(SentenceView s, int token, TollWord word)
    {
        if (word.Path != "subject" || word.Kind != TollKind.Killed)
        {
            return false;
        }

        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) == "obl" && s.Lexicon.TollWords(s.Lemma(child)) is [{ Kind: TollKind.Injured }, ..])
            {
                return true;
            }
        }

        return false;
    }

    private static int Object(SentenceView s, int verb)
    {
        if (Strayed(s, verb) is >= 0 and var named)
        {
            return named;
        }

        if (s.Relation(verb) == "xcomp" && s[verb].Xpos == "VBN" && s.Head(verb) is >= 0 and var left && s.IsVerb(left) && s.Child(left, "obj") is >= 0 and var result && result < verb)
        {
            // "left his daughter injured"
            return result;
        }

        int whom = Clause.DeepObject(s, verb);
        if (whom >= 0 && PartyReader.InTime(s, whom) && s.Child(whom, "nsubj") is >= 0 and var dated)
        {
            // "was on 24 August killed": parsers make the day the predicate.
            return dated;
        }

        if (whom < 0)
        {
            return Elided(s, verb) is >= 0 and var elided ? elided : Measured(s, verb);
        }

        return whom < verb && s[verb].Xpos is "VBN" or "VBD" && Elided(s, verb) is >= 0 and var nearer && nearer > whom ? nearer : whom;
    }

    /// <summary>"a guard, identified as Karim, was killed": parsers begin a clause at "as"; who suffers is the noun that is named.</summary>
    private static int Strayed(SentenceView s, int verb)
    {
        if (s.Relation(verb) != "advcl" || s.Head(verb) is not (>= 0 and var naming) || !s.Lexicon.In("naming", s.Lemma(naming)) || s.Relation(naming) != "acl")
        {
            return -1;
        }

        int mark = s.Child(verb, "mark");
        return mark == naming + 1 && s.Head(naming) is >= 0 and var noun && HeadCount.Of(s, noun) is not null ? noun : -1;
    }

    private static bool HasStrayed(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            foreach (int below in s.Relation(child) == "acl" ? s.Children(child) : [])
            {
                if (Strayed(s, below) == noun)
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The subject that stands beside another.</summary>
    private static int Next(SentenceView s, int verb, int subject)
    {
        foreach (int child in s.Children(verb))
        {
            if (child > subject && child < verb && s.Relation(child) == "nsubj")
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>"wounding about 20", "a couple of hundred people were killed": parsers take the number for how much.</summary>
    private static int Measured(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (child > verb && s[child].Upos == "NUM" && s.Relation(child) is "obl" or "nummod" or "advmod" && s.Child(child, "case") < 0 && s.QuantityAt(child) is { Unit: null })
            {
                return child;
            }

            if (child < verb && s.Deprel(child) == "obl:unmarked" && s.Quantities.Exists(q => q.Unit is null && q.Span.Contains(s[child].Span)))
            {
                return child;
            }
        }

        return -1;
    }

    private static int Subject(SentenceView s, int verb)
    {
        if (Strayed(s, verb) is >= 0 and var named)
        {
            return named;
        }

        int who = Clause.SurfaceSubject(s, verb);
        return who >= 0 && who < verb && Elided(s, verb) is >= 0 and var nearer && nearer > who ? nearer : who;
    }

    /// <summary>"one was killed and a civilian injured", "… and another hurt": no auxiliary repeats, and the parser hangs the person on the participle as its modifier.</summary>
    private static int Elided(SentenceView s, int participle)
    {
        foreach (int child in s.Children(participle))
        {
            if (child < participle && s.Relation(child) is "amod" or "compound" or "det" or "nmod" && (s.PartyNoun(child) is { Kind: "person" } || s.Lexicon.In("one-person", s.Lemma(child))))
            {
                return child;
            }
        }

        return -1;
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
        if (token > 0 && s.PartyNoun(token - 1) is { Kind: "person" } && ((s.Relation(token) is "amod" or "acl" or "advmod" && s.Head(token) > token) || (s.Relation(token) == "obj" && s.Head(token - 1) == token)))
        {
            // "left one official dead and two others hurt": the parser hangs "dead" on the others, or the official on "dead".
            return token - 1;
        }

        if (s.Child(token, "nummod") is >= 0 and var among && (s.HasCase(token, "among") || s.HasCase(among, "among")))
        {
            // "two children were among | five dead |"
            return token;
        }

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
            "xcomp" or "advmod" or "amod" when s.IsVerb(head) => Clause.DeepObject(s, head) is >= 0 and var obj ? obj : Clause.SurfaceSubject(s, head),
            "amod" or "acl" => head < token ? First(s, head) : head,
            "conj" when s.Children(token).Length > 0 => Numbered(s, token),
            // "put the | dead | at 16"
            "obj" when s.IsVerb(head) && s.Lexicon.In("puts-count", s.Lemma(head)) => ReachedUnder(s, head, token),
            // "put the number of | dead | at 16"
            "nmod" when s.HasCase(token, "of") && s.Lexicon.In("number-of", s.Lemma(head)) => Reached(s, head),
            _ => -1,
        };
    }

    /// <summary>"left a guard and another man dead": the adjective behind the last of several is said of all that have none of their own.</summary>
    private static int First(SentenceView s, int head)
    {
        int first = s.Relation(head) == "conj" ? s.Head(head) : -1;
        if (first < 0 || !s.IsNoun(first))
        {
            return head;
        }

        foreach (int child in s.Children(first))
        {
            if (s.Relation(child) is "amod" or "acl" && s.Lexicon.TollWords(s.Lemma(child)).Length > 0)
            {
                return head;
            }
        }

        return first;
    }

    private static int Numbered(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s[child].Upos == "NUM" || s.QuantityAt(child) is not null || (s.Relation(child) == "det" && s.Lexicon.In("one-person", s.Lemma(child))))
            {
                return child;
            }
        }

        return Elided(s, token);
    }

    private static int OfNoun(SentenceView s, int noun)
    {
        if (s.Relation(noun) == "obl" && s.Case(noun) == "to" && s.Head(noun) is >= 0 and var verb && s.IsVerb(verb))
        {
            // "stabbed to death"
            return s.Lexicon.In("condemn-verbs", s.Lemma(verb)) ? -1 : Clause.DeepObject(s, verb);
        }

        if (s.Deprel(noun) == "nmod" && s.Case(noun) == "to" && s.Head(noun) is >= 0 and var slain && s.Relation(slain) == "obj" && !s.Lexicon.In("condemn-verbs", s.Lemma(s.Head(slain))))
        {
            // The tree may hang "to death" on them.
            return slain;
        }

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

    /// <summary>"revised the toll to nine", "lowered the toll": what was counted before does not hold.</summary>
    public static bool Corrects(SentenceView s, int token, TollWord word) =>
        word.Path == "to" && s.Head(token) is >= 0 and var verb && s.IsVerb(verb) && s.Lexicon.In("correct-verb", s.Lemma(verb));

    /// <summary>"a toll of 12", "the toll rose from nine to 12", "taking the toll to 12".</summary>
    private static int Reached(SentenceView s, int noun)
    {
        if (ReachedUnder(s, noun, noun) is >= 0 and var own)
        {
            return own;
        }

        return s.Head(noun) is >= 0 and var verb && s.IsVerb(verb) ? ReachedUnder(s, verb, noun) : -1;
    }

    private static int ReachedUnder(SentenceView s, int word, int noun)
    {
        foreach (int child in s.Children(word))
        {
            if (child <= noun || s.Relation(child) is not ("nmod" or "obl") || (s[child].Upos != "NUM" && s.QuantityAt(child) is null && s[child].Form != "%"))
            {
                continue;
            }

            if (s.Lexicon.In("reached", s.Case(child)))
            {
                return child;
            }

            if (ReachedUnder(s, child, noun) is >= 0 and var further)
            {
                return further;
            }
        }

        return -1;
    }

    /// <summary>Who "received injuries" or "lost their lives": the subject of the verb, also where the parser takes the verb for a participle beside the noun.</summary>
    private static int Bearer(SentenceView s, int harm)
    {
        if (s.Relation(harm) == "obj" && s.Head(harm) is >= 0 and var verb && s.Lexicon.In("harm-verbs", s.Lemma(verb)))
        {
            int subject = Clause.SurfaceSubject(s, verb);
            return subject >= 0 && s.Head(subject) == verb && HasStrayed(s, subject) ? Next(s, verb, subject) : subject;
        }

        foreach (int child in s.Children(harm))
        {
            if (child > 0 && child < harm && s.Relation(child) is "amod" or "acl" && s.Lexicon.In("harm-verbs", s.Lemma(child)) && (s[child - 1].Upos is "NOUN" or "PROPN" or "NUM" or "DET" or "PRON" || s.PartyNoun(child - 1) is { Kind: "person" }))
            {
                return child - 1;
            }

            if (child < harm && s.Relation(child) is "amod" && s.Lexicon.In("harm-verbs", s.Lemma(child)) && s.Relation(harm) == "conj" && s.IsNoun(s.Head(harm)))
            {
                return s.Head(harm);
            }
        }

        // "four bullet wounds" are one man's.
        return s.Lemma(harm) == "wound" ? -1 : OfNoun(s, harm);
    }
}
