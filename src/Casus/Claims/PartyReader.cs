using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Makes a party of the words that stand in a role: their full phrase, who they are, and what sort they are.</summary>
internal static class PartyReader
{
    public static Party? Read(SentenceView s, int token, RuleId rule, bool implied = false)
    {
        if (token < 0 || s[token].Upos is "PUNCT" or "VERB" or "ADP" or "ADV" or "SCONJ" or "SYM" && s.MentionAt(token) is null || InTime(s, token) || (s[token].Upos is "ADJ" && s.Head(token) is >= 0 and var number && s[number].Upos is "NUM"))
        {
            return null;
        }

        Mention? mention = s.MentionAt(token);
        if (IsThoseWho(s, token))
        {
            // "promised to punish those responsible": they are told by these words, and are nobody named before.
            return Phrase(s, token) is var those && those != s[token].Span ? Named(s, s.Analysis.Article.Quote(those), token, null, rule, implied) : null;
        }

        if (s[token].Upos is "PRON" or "DET" || s[token].Xpos is "PRP" or "PRP$")
        {
            // "It" is no person, whomever it was taken for.
            return mention?.Actor is { Antecedent: { } antecedent } resolution && !(s.Lemma(token) == "it" && IsPerson(s, resolution, antecedent))
                ? Named(s, s.Analysis.Article.Quote(antecedent), token, resolution, rule, true)
                : null;
        }

        if (OnlyDescribes(s, token) || (s.Lemma(token) is "other" or "latter" or "former" && s.Child(token, "nmod") < 0 && s.MentionAt(token)?.Actor is null && s[token].Xpos is "JJ" or "NN"))
        {
            // "accused the other of firing first": which of the two is for the verb to say.
            return null;
        }

        TextSpan span = NamedFurther.Cover(s, token, Phrase(s, token));
        if (mention is not null && mention.Span.Overlaps(span))
        {
            span = Within(s, span.Cover(mention.Span));
        }

        // "Bulgaria's neighbours" are not Bulgaria; "former Russian leader Boris Yeltsin" is he, and not Russia.
        // "The Sudan Doctors Network" is a body of its own.
        Resolution? who = mention?.Actor is not { } said ? mention?.Provisional is { Kind: "organisation" } && s.Lexicon.In("civil-body", s.Lemma(token).ToLowerInvariant()) ? null : Inherited(s, token)
            : said.Rule.Value is not ("actor.noun-of-country" or "actor.noun-of-owner") ? said
            : IsOther(s, token) ? Inherited(s, token)
            : NamedBeside(s, token) ?? said;
        if (who is { Antecedent: not null } && who.Rule != Resolution.Both && IsNew(s, token))
        {
            who = null;
        }

        Party party = Named(s, s.Analysis.Article.Quote(span), token, who, rule, implied);
        return who is null ? party with { Provisional = Unknown(s, token, span) } : party;
    }

    private static bool IsPerson(SentenceView s, Resolution who, TextSpan words) =>
        s.Lexicon.Knowledge.Actors.Find(who.ActorId) is { } actor ? actor.Kind == "person" : s.Analysis.Mentions.Any(m => m.Kind == MentionKind.Person && m.Span == words);

    private static bool IsThoseWho(SentenceView s, int token) =>
        s.Lemma(token) is "those" or "that" && s[token] is { Upos: "PRON" or "DET", Form: "those" or "Those" } && (s.Child(token, "amod") > token || s.Child(token, "nmod") > token);

    /// <summary>The same words as somebody else of whom they tell, or as somebody where they were nobody known.</summary>
    public static Party As(SentenceView s, Party party, Resolution other)
    {
        if (other.Rule != Resolution.Both || party.Resolution is not { } said)
        {
            return party with { Resolution = other, Provisional = null };
        }

        Actor? one = s.Lexicon.Knowledge.Actors.Find(said.ActorId), actor = s.Lexicon.Knowledge.Actors.Find(other.ActorId);
        DateOnly? day = s.Analysis.Article.Published?.Value.Day;
        return party with
        {
            Resolution = other with { Rule = said.Rule },
            Kind = one is not null && actor is not null && party.Kind == KindOf(one) ? KindOf(actor) : party.Kind,
            Class = one is not null && actor is not null && party.Class == ClassOn(one, day) ? ClassOn(actor, day) : party.Class,
        };
    }

    /// <summary>"the group that had made the bomb", "both sides": told here for the first time, whoever was named before.</summary>
    private static bool IsNew(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if ((s.Deprel(child) == "acl:relcl" && s.IsNoun(token) && token + 1 < s.Count && s[token + 1].Form != ",") || (s.Relation(child) == "det" && s.Lexicon.In("all-of-several", s.Lemma(child))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whom the words name that knowledge lacks: the word itself, the name behind its title ("the commander Orlin Vasko"), or the body whose people they are.</summary>
    private static ProvisionalName? Unknown(SentenceView s, int token, TextSpan span)
    {
        ProvisionalActor? named = s.MentionAt(token)?.Provisional;
        bool people = s.PartyNoun(s.Content(token)) is { Kind: "person" or "group" };
        foreach (int child in s.Children(token))
        {
            if (named is not null || !span.Contains(s[child].Span) || s.MentionAt(child)?.Provisional is not { } other)
            {
                continue;
            }

            bool self = s.Relation(child) is "flat" or "appos";
            bool owner = s.Relation(child) is "compound" || s.Deprel(child) is "nmod:poss" or "nmod:desc" || (s.Relation(child) == "nmod" && s.Lexicon.In("owner-preposition", s.Case(child)));
            // "Fighters of the Crimson Brigade" are the brigade; "Orlin Vasko's guards" are not he.
            named = self || (owner && people && other.Kind != "person") ? other : null;
        }

        return named is null ? null : new ProvisionalName(named.Id, named.Name);
    }

    /// <summary>"powerful" and "remote-controlled" of a bomb, "separate" of attacks: a word that only says what a thing is like.</summary>
    private static bool OnlyDescribes(SentenceView s, int token) =>
        s.PartyNoun(token) is null && s.MentionAt(token) is null or { Kind: MentionKind.Weapon }
        && (s[token].Upos == "ADJ" ? s.Relation(token) == "amod" : s.Relation(token) is "compound" or "amod" && s.MentionOver(token)?.Kind == MentionKind.Weapon);

    /// <summary>"security_forces", "militant", "civilian" …; null when the word tells none.</summary>
    public static string? ClassOf(SentenceView s, int token)
    {
        string? byNoun = s.PartyNoun(s.Content(token))?.Class;
        if (byNoun is not (null or "unknown"))
        {
            return byNoun;
        }

        if (Inherited(s, token, withSelf: true) is { } resolution && s.Lexicon.Knowledge.Actors.Find(resolution.ActorId) is { } actor)
        {
            return ClassOn(actor, s.Analysis.Article.Published?.Value.Day);
        }

        return byNoun;
    }

    /// <summary>Does the word name or describe somebody, or something that can be struck?</summary>
    public static bool IsParty(SentenceView s, int token) =>
        s.PartyNoun(s.Content(token)) is not null
        || s.MentionAt(token) is { Kind: not (MentionKind.Weapon or MentionKind.Money) }
        || s[token].Upos == "PROPN";

    /// <summary>Parties act, and so does any noun that does not look like an idea ("escalation", "policy").</summary>
    public static bool CanAct(SentenceView s, int token)
    {
        if (IsParty(s, token))
        {
            return true;
        }

        string lemma = s.Lemma(token);
        if (s.Lexicon.In("abstract", lemma) || s.Lexicon.IsIdea(lemma))
        {
            return false;
        }

        foreach (string ending in s.Lexicon.List("abstract-ending"))
        {
            if (lemma.Length > ending.Length && lemma.EndsWith(ending, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The party whose plan, policy or weapon a noun is; -1 when none is named.</summary>
    public static int Owner(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s.Deprel(child) == "nmod:poss" || (s.Relation(child) is "compound" or "amod" && s.MentionAt(child) is not null))
            {
                if (IsParty(s, child) || s[child].Upos == "PRON")
                {
                    return child;
                }
            }
        }

        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) == "nmod" && s.Lexicon.In("owner-preposition", s.Case(child)) && IsParty(s, child))
            {
                return child;
            }

        }

        return Author(s, token);
    }

    /// <summary>"a petition filed by the senator", "proposals put forward by the union": whose it is; -1 where it is not told so.</summary>
    public static int Author(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) == "acl" && s.Lexicon.In("puts-forward", s.Lemma(child)) && Clause.Agent(s, child) is >= 0 and var author && IsParty(s, author))
            {
                return author;
            }
        }

        return -1;
    }

    /// <summary>The words of the phrase without what only describes it further (relative clauses, appositions, other conjuncts).</summary>
    public static TextSpan Phrase(SentenceView s, int token)
    {
        TextSpan span = s[token].Span;
        foreach (int child in s.Children(token))
        {
            bool belongs = s.Relation(child) switch
            {
                // "Hours later militants fired rockets"
                "amod" when s.Child(child, "obl") >= 0 && child < token => false,
                // "shot a rapper | dead outside a club"
                "amod" when child > token && !s.Lexicon.TollWords(s.Lemma(child)).IsEmpty => false,
                "amod" => child == 0 || !s.IsVerb(child - 1) || s.Lexicon.TollWords(s.Lemma(child)).IsEmpty,
                "compound" or "nummod" or "flat" or "fixed" or "goeswith" => true,
                "appos" => Named(s, token, child),
                "det" => child < token,
                "obl" => s.CountMoreThan(token) == child,
                "advmod" => child < token && s[token].Upos == "NUM",
                "nmod" => s.Deprel(child) is "nmod:poss" or "nmod:desc" || (s.Lexicon.In("party-preposition", s.Case(child)) && !Country(s, token) && (s.Case(child) is not "for" || IsParty(s, child)) && !s.Lexicon.In("no-target", s.Lemma(child)) && !(s.Case(child) == "in" && s.Lexicon.In("time-unit", s.Lemma(child)))),
                _ => false,
            };
            if (belongs && !InTime(s, child))
            {
                span = span.Cover(Whole(s, child, 0));
            }
        }

        TextSpan own = FromNoun(s, token, span);
        // "the Israel-Hamas war": two parties.
        return s.Child(token, "conj") is >= 0 and var other && HyphenedPairs.IsPair(s.Sentence.Tokens, token, other) ? own : Hyphenated(s.Analysis.Article.Text, own);
    }

    /// <summary>"think back | to | the reporter", "led by the union | and | its head": a preposition or a conjunction that the tree hangs within a phrase is none of its words.</summary>
    private static TextSpan FromNoun(SentenceView s, int token, TextSpan span)
    {
        int first = token;
        while (first > 0 && s[first - 1].Span.Begin >= span.Begin)
        {
            first--;
        }

        while (first < token && (s.Relation(first) == "cc" || (s.Relation(first) == "case" && s[first].Upos == "ADP" && s.Head(first) is >= 0 and var head && s[head].Upos is "NOUN" or "PROPN")))
        {
            first++;
        }

        return new TextSpan(Math.Max(span.Begin, s[first].Span.Begin), span.End);
    }

    /// <summary>"a passer-by" to its end, though the tree has its last part elsewhere.</summary>
    private static TextSpan Hyphenated(string text, TextSpan span)
    {
        int end = span.End;
        while (end + 1 < text.Length && text[end] == '-' && char.IsLetter(text[end + 1]))
        {
            for (end++; end < text.Length && char.IsLetter(text[end]); end++)
            {
            }
        }

        return end == span.End ? span : new TextSpan(span.Begin, end);
    }

    /// <summary>"The former president Ilo Brandt": a name right behind a title, with no sign between.</summary>
    private static bool Named(SentenceView s, int title, int name)
    {
        if (name <= title || s[name].Upos != "PROPN")
        {
            return false;
        }

        for (int i = title + 1; i < name; i++)
        {
            if (s[i].Upos == "PUNCT" && s[i].Form is "," or "(" or "-" or "–")
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A country's name is a whole phrase; what follows it belongs to the clause.</summary>
    private static bool Country(SentenceView s, int token) =>
        s[token].Upos == "PROPN" && s.MentionAt(token) is { Actor: { } actor } && s.Lexicon.Knowledge.Actors.Find(actor.ActorId) is { Kind: "country" or "government" };

    private static TextSpan Whole(SentenceView s, int token, int depth)
    {
        TextSpan span = s[token].Span;
        if (depth > 12)
        {
            return span;
        }

        foreach (int child in s.Children(token))
        {
            if ((s.Relation(child) is not ("acl" or "appos" or "parataxis" or "punct" or "advcl") && !(s.Relation(child) == "nmod" && InTime(s, child))) || (s.Relation(child) == "punct" && s[child].Form is "-" or "–"))
            {
                span = span.Cover(Whole(s, child, depth + 1));
            }
        }

        return span;
    }

    private static TextSpan Within(SentenceView s, TextSpan span) =>
        new(Math.Max(span.Begin, s.Sentence.Span.Begin), Math.Min(span.End, s.Sentence.Span.End));

    internal static bool InTime(SentenceView s, int token)
    {
        foreach (TimeMention time in s.Times)
        {
            if (time.Span.Contains(s[token].Span))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Bulgaria's neighbours": somebody else than the owner.</summary>
    private static bool IsOther(SentenceView s, int token) => s.Lexicon.In("relational", s.Lemma(token));

    /// <summary>"her prime minister", "the warlord's son": one person is not another; "the warlord's fighters" are his side.</summary>
    private static bool IsOfPerson(SentenceView s, int owner, int token) =>
        s[token].Xpos is "NN" or "NNP" && s.PartyNoun(s.Content(token)) is { Kind: "person" }
        && s.MentionAt(owner)?.Actor is { } whose && s.Lexicon.Knowledge.Actors.Find(whose.ActorId) is { Kind: "person" };

    /// <summary>The noun that the clause around a word describes; -1 for none.</summary>
    private static int Described(SentenceView s, int word)
    {
        while (word >= 0 && s.Deprel(word) != "acl:relcl")
        {
            word = s.Head(word);
        }

        return word < 0 ? -1 : s.Head(word);
    }

    /// <summary>Whose people or things: "Taliban officials" are the Taliban's, "the Pakistani envoy" is Pakistan's.</summary>
    private static Resolution? Inherited(SentenceView s, int token, bool withSelf = false)
    {
        if (withSelf && s.MentionAt(token)?.Actor is { } own)
        {
            return own;
        }

        if (s.MentionOver(token) is { Actor: { } over } mention && !IsOther(s, token) && mention.Head >= 0 && s.Dominates(token, mention.Head))
        {
            return over;
        }

        if (NamedBeside(s, token) is { } named)
        {
            return named;
        }

        foreach (int child in s.Children(token))
        {
            if (s.Deprel(child) == "nmod:poss" && s[child].Xpos == "WP$" && Described(s, token) is >= 0 and var noun && (s.MentionAt(noun)?.Actor ?? Inherited(s, noun)) is { } holder)
            {
                // "Kyiv, whose drones had struck a terminal"
                return new Resolution(holder.ActorId, new RuleId("party.modifier"), holder.Rejected, holder.Antecedent);
            }

            if (s.Deprel(child) == "nmod:poss" && s.Lexicon.In("homeland", s.Lemma(token)) && s.MentionAt(child)?.Actor is { } citizen && s.Lexicon.Knowledge.Actors.Find(citizen.ActorId) is { Kind: "person", Country: { } land } && s.Lexicon.Knowledge.Actors.Find(land) is { } state)
            {
                // "the president said his country would strike": the state, and not its president.
                return new Resolution(state.Id, new RuleId("party.modifier"), citizen.Rejected, citizen.Antecedent);
            }

            if (((s.Deprel(child) == "nmod:poss" && !IsOther(s, token) && !IsOfPerson(s, child, token)) || s.Deprel(child) == "nmod:desc" || s.Relation(child) is "compound" or "amod") && s.MentionAt(child)?.Actor is { } owner && !s.Lexicon.In("waters", s.Lemma(token).ToLowerInvariant()))
            {
                return new Resolution(owner.ActorId, new RuleId("party.modifier"), owner.Rejected, owner.Antecedent);
            }
        }

        if (MeansReader.IsWeapon(s, token) && s.Child(token, "nmod") is >= 0 and var whose && s.HasCase(whose, "of") && s.MentionAt(whose)?.Actor is { } bearer)
        {
            // "drones of the Rapid Support Forces"
            return new Resolution(bearer.ActorId, new RuleId("party.modifier"), bearer.Rejected, bearer.Antecedent);
        }

        bool camp = s.PartyNoun(token) is { Kind: "facility" };
        if (camp || s.PartyNoun(token) is { Kind: "vehicle" } || s.MentionAt(token) is { Kind: MentionKind.MilitaryPlatform or MentionKind.Vehicle })
        {
            foreach (int child in s.Children(token))
            {
                if (s.Relation(child) == "nmod" && s.Case(child) is "of" && s.MentionAt(child)?.Actor is { } fleet && !(camp && s.Lexicon.Knowledge.Actors.Find(fleet.ActorId) is not { Kind: "armed-group" or "faction" or "force" }))
                {
                    return new Resolution(fleet.ActorId, new RuleId("party.modifier"), fleet.Rejected, fleet.Antecedent);
                }
            }
        }

        // "one of its members"
        return s.Content(token) is var people && people != token && s.PartyNoun(people) is { Kind: "person" or "group" } ? Inherited(s, people, withSelf: !IsOther(s, people)) : null;
    }

    private static Resolution? NamedBeside(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            // "Dale Pruitt, 44, | Lebanon |, was arrested": where somebody lives.
            if (s.MentionAt(child)?.Actor is not { } named || (s.MentionAt(child)!.Kind == MentionKind.Location && s.MentionAt(token)?.Kind == MentionKind.Person))
            {
                continue;
            }

            // "Colombian rebels | of the ELN"
            if (s.Relation(child) is "flat" or "appos" || (s.Deprel(child) == "nmod" && s.Case(child) == "of" && s.PartyNoun(s.Content(token)) is { Class: "militant" } && s.Lexicon.Knowledge.Actors.Find(named.ActorId) is { Kind: "armed-group" or "faction" }))
            {
                return named;
            }
        }

        return null;
    }

    private static Party Named(SentenceView s, Evidence evidence, int token, Resolution? who, RuleId rule, bool implied)
    {
        Actor? actor = who is null ? null : s.Lexicon.Knowledge.Actors.Find(who.ActorId);
        (string Kind, string? Class)? noun = s.PartyNoun(s.Content(token));
        MentionKind? mention = s.MentionAt(token)?.Kind;
        string kind = noun?.Kind switch
        {
            "body" => "organisation",
            { } known => known,
            null when actor is { Kind: "country" } && IsSomeOfIts(s, token) => "person",
            null when actor is not null => KindOf(actor),
            null => mention switch
            {
                MentionKind.Person => "person",
                MentionKind.Organisation => "organisation",
                MentionKind.Location => "place",
                MentionKind.Nationality or MentionKind.Group => "group",
                MentionKind.Facility => "facility",
                MentionKind.Vehicle or MentionKind.MilitaryPlatform => "vehicle",
                _ => s[token].Upos == "PROPN" ? "organisation" : "group",
            },
        };
        string? ofActor = actor is null ? null : ClassOn(actor, s.Analysis.Article.Published?.Value.Day);
        string? @class = Armed(s, noun?.Class, ofActor) ?? (s[token].Upos == "PROPN" && who is { Antecedent: null } && s.MentionAt(token)?.Actor == who ? ofActor ?? noun?.Class : noun?.Class is "unknown" ? ofActor ?? noun?.Class : noun?.Class ?? ofActor);
        return new Party(evidence, who, kind, @class ?? (noun is null && kind == "person" && actor is { Kind: "country" } ? "civilian" : ByPost(s, token, kind)), rule, implied);
    }

    /// <summary>"three Haitians", "a Pakistani", "the Ukrainian hacker": some of a country's people, and not the country as "the Israelis" are.</summary>
    private static bool IsSomeOfIts(SentenceView s, int token) =>
        s.MentionAt(token)?.Actor?.Rule.Value == "actor.demonym"
            ? s.Child(token, "nummod") >= 0 || (s.Child(token, "det") is >= 0 and var det && s.Lexicon.In("some-of-people", s.Lemma(det)))
            : s[token].Upos == "NOUN" && IsOfPeople(s, token) && LooksLikeSomebody(s, token) && !NoDeed.IsInanimate(s, token) && !FitsRole.IsLand(s, token);

    private static bool IsOfPeople(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) is "amod" or "compound" && s.MentionAt(child)?.Actor?.Rule.Value == "actor.demonym")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"beekeepers", "a ventriloquist": no list has all that people are called by.</summary>
    public static bool LooksLikeSomebody(SentenceView s, int token)
    {
        string lemma = s.Lemma(token);
        foreach (string ending in s.Lexicon.List("person-ending"))
        {
            if (lemma.Length > ending.Length + 2 && lemma.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (int child in s.Children(token))
        {
            if (s.Deprel(child) == "acl:relcl" && s.Child(child, "nsubj") is >= 0 and var who && s.Lemma(who) == "who")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Ilo Brandt, a rebel | leader |": what the words beside a name say that they are; null where they say nothing.</summary>
    private static string? ByPost(SentenceView s, int token, string kind) =>
        kind == "person" && s[token].Upos == "PROPN" && s.Child(token, "appos") is >= 0 and var post && post > token && s.PartyNoun(post) is { Kind: "person", Class: { } known } ? known : null;

    /// <summary>A "commander" or an "army" of rebels is one of them, whatever the noun says of others; null where not both are armed.</summary>
    private static string? Armed(SentenceView s, string? byNoun, string? byActor) =>
        byNoun is not null && byActor is not null && s.Lexicon.In("armed-class", byNoun) && s.Lexicon.In("armed-class", byActor) ? byActor : null;

    private static string KindOf(Actor actor) => actor.Kind switch
    {
        "country" => "country",
        "person" => "person",
        "armed-group" or "force" or "faction" => "group",
        _ => "organisation",
    };

    public static string? ClassOn(Actor actor, DateOnly? day) => actor.RoleOn(day).Class ?? actor.Class;
}
