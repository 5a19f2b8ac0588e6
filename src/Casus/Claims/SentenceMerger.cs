using System.Collections.Immutable;

namespace Casus.Claims;

/// <summary>Several triggers of one happening in a sentence become one draft ("carried out an attack that killed 16").</summary>
internal static class SentenceMerger
{
    private const int LongestPath = 5;

    public static List<Draft> Merge(List<Draft> drafts, List<(int From, int To)> apart)
    {
        // What a tree says outright goes first: "strikes followed an attack which killed" joins the killing to the attack, and only then asks what else is near.
        return Round(Round([.. drafts], apart, near: false), apart, near: true);
    }

    private static List<Draft> Round(List<Draft> merged, List<(int From, int To)> apart, bool near)
    {
        for (bool again = true; again;)
        {
            again = false;
            for (int i = 0; i < merged.Count && !again; i++)
            {
                for (int j = i + 1; j < merged.Count && !again; j++)
                {
                    if (One(merged[i], merged[j], apart, near))
                    {
                        merged[i] = Join(merged[i], merged[j]);
                        merged.RemoveAt(j);
                        again = true;
                    }
                }
            }
        }

        return merged;
    }

    private static bool One(Draft a, Draft b, List<(int From, int To)> apart, bool near)
    {
        if (Carries(a, b) || Carries(b, a) || Worth(a, b) || Worth(b, a) || Fails(a, b) || Leaves(a, b) || Leaves(b, a))
        {
            return true;
        }

        if (a.Type != b.Type)
        {
            return false;
        }

        if (TimeOfEvent.AreOfTwoDays(a.View, a.Token, b.Token))
        {
            return false;
        }

        if (a.Tokens.Contains(b.Anchor) || b.Tokens.Contains(a.Anchor) || a.Anchor == b.Anchor)
        {
            return true;
        }

        if ((GoesFor(a, b) || GoesFor(b, a) || IsObject(a, b) || IsObject(b, a)) && Compatible(a, b))
        {
            return true;
        }

        if (near && (Consequence(a, b) || Consequence(b, a)) && a.Composed == b.Composed && Compatible(a, b))
        {
            return true;
        }

        if (a.Composed != b.Composed || apart.Any(p => (IsOf(a, p.From, b) && IsOf(b, p.To, a)) || (IsOf(a, p.To, b) && IsOf(b, p.From, a))))
        {
            return false;
        }

        if ((Subject(a, b) || Subject(b, a)) && Compatible(a, b))
        {
            // "the ceasefire took effect"
            return true;
        }

        return a.Type is "ASSAULT" or "ACCUSE" or "CONSULT" or "SUPPORT" or "AGREE" or "MOBILIZE" or "REQUEST" or "PROTEST" or "AID"
            && Compatible(a, b)
            // "shelled the airport; last week they stormed a hotel": two deeds.
            && (Coordinated(a, b) || Trails(a, b) || (near && !a.View.IsParted(a.Token, b.Token) && a.Tokens.Any(x => b.Tokens.Any(y => Connected(a.View, x, y, SameDoer(a, b))))));
    }

    /// <summary>The draft is of the trigger, or told within its phrase, where the other is not ("the killing set off | riots in which mobs burned shops").</summary>
    private static bool IsOf(Draft draft, int trigger, Draft other) =>
        draft.Tokens.Contains(trigger) || (draft.View.IsNoun(trigger) && draft.View.Dominates(trigger, draft.Token) && !draft.View.Dominates(trigger, other.Token));

    /// <summary>A verb and the noun that completes it are one ("imposed | restrictions", "suspended | aid").</summary>
    private static bool Carries(Draft verb, Draft noun) =>
        noun.Noun && !verb.Noun && !(noun.Composed && noun.Type != verb.Type && noun.Anchor != verb.Token) && (noun.Match.Support == verb.Token || (noun.Composed && noun.Anchor == verb.Token)) && (verb.Type == noun.Type || verb.Match.Frame == noun.Token);

    /// <summary>"approved 30 million euros in | military aid": the sum and what it is for are one gift.</summary>
    private static bool Worth(Draft verb, Draft aid)
    {
        SentenceView s = verb.View;
        if (verb.Type is not ("AGREE" or "AID") || verb.Noun || aid is not { Noun: true, Composed: false, Type: "AID" } || !s.HasCase(aid.Token, "in") || s.Head(aid.Token) is not (>= 0 and var sum))
        {
            return false;
        }

        return s.Relation(aid.Token) == "obl" ? verb.Tokens.Contains(sum) && s.Child(sum, "obj") is >= 0 and var money && s.Child(money, "nummod") >= 0
            : s.Relation(aid.Token) == "nmod" && s.Relation(sum) == "obj" && verb.Tokens.Contains(s.Head(sum));
    }

    /// <summary>"failed | to reach a deal": what did not come about is no second event beside the failure.</summary>
    private static bool Fails(Draft failure, Draft other) =>
        failure.Type == "REJECT" && other.Factuality == Factuality.Negated && Completes(failure, other);

    /// <summary>"pulled out of | the talks", "rejected | the deal": what is left or refused is no second event, and still less one that the refuser brings about.</summary>
    private static bool Leaves(Draft refusal, Draft noun)
    {
        SentenceView s = refusal.View;
        return refusal.Type is "REJECT" or "SANCTION" or "THREATEN" && !refusal.Noun && noun.Noun && !noun.Composed && noun.Type is "CONSULT" or "AGREE" or "COOPERATE" or "AID" or "SUPPORT"
            && refusal.Tokens.Contains(s.Head(noun.Token))
            && (s.Relation(noun.Token) == "obj" || s.Deprel(noun.Token) == "nsubj:pass" || (s.Relation(noun.Token) == "obl" && (s.HasCase(noun.Token, "from") || s.HasCase(noun.Token, "of"))));
    }

    /// <summary>"set | a deadline": both say the same.</summary>
    private static bool IsObject(Draft verb, Draft noun) => !verb.Noun && noun is { Noun: true, Composed: false } && !verb.Composed && noun.View.Relation(noun.Token) == "obj" && noun.View.Head(noun.Token) == verb.Token && verb.Type is not ("ASSAULT" or "COERCE");

    /// <summary>"arrived | for a visit": who goes somewhere for it does it there.</summary>
    private static bool GoesFor(Draft verb, Draft noun)
    {
        SentenceView s = verb.View;
        return !verb.Noun && noun.Noun && s.Relation(noun.Token) == "obl" && s.HasCase(noun.Token, "for") && verb.Tokens.Contains(s.Head(noun.Token)) && verb.Modes.Any(m => noun.Modes.Contains(m));
    }

    /// <summary>The one is the infinitive of the other ("failed | to reach").</summary>
    public static bool Completes(Draft verb, Draft infinitive) => infinitive.View.Relation(infinitive.Token) == "xcomp" && verb.Tokens.Contains(infinitive.View.Head(infinitive.Token));

    /// <summary>The one event is the grammatical subject of the other ("an attack … which killed").</summary>
    private static bool Subject(Draft noun, Draft verb) =>
        (noun.Noun && !verb.Noun && Clause.SurfaceSubject(verb.View, verb.Token) is >= 0 and var subject && noun.Tokens.Contains(subject))
        || (verb.View.Relation(noun.Token) == "csubj" && verb.View.Head(noun.Token) == verb.Token);

    /// <summary>"stormed a post and killed 16": two verbs of one clause are joined before either joins what the clause follows.</summary>
    private static bool Coordinated(Draft a, Draft b) => !a.Noun && !b.Noun && b.View.Relation(b.Token) == "conj" && b.View.Head(b.Token) == a.Token && !HasDoer(b.View, b.Token);

    /// <summary>"a bomb killed two, and | gunmen abducted | a nurse": somebody else, who did something else. Who "died" did nothing.</summary>
    private static bool HasDoer(SentenceView s, int verb) =>
        s.IsVerb(verb) && !Clause.IsPassive(s, verb) && s.Head(verb) is >= 0 and var first && s.Child(first, "nsubj") >= 0 && !Clause.IsPassive(s, first) && s.Child(verb, "nsubj") is >= 0 and var doer && (s.PartyNoun(s.Content(doer)) is { Kind: "person" or "group" or "body" } || s.MentionAt(doer) is { Kind: Language.MentionKind.MilitaryPlatform or Language.MentionKind.Organisation or Language.MentionKind.Location }) && !s.Lexicon.TollWords(s.Lemma(verb)).Any(w => w.Path == "subject");

    /// <summary>"raided | a farm |, abducting three women": what was struck stands beside whom it befell.</summary>
    private static ImmutableArray<Role> WithPlaces(Draft main, Draft other) =>
        main.Type == "ASSAULT" && main.Modes.Contains("abduct") && main.Targets.All(t => t.Party.Kind is "person" or "group" || t.Token >= 0 && main.View[t.Token].Upos == "NUM")
            ? [.. RoleReader.Except([.. other.Targets.Where(t => t.Party.Kind is "facility" or "place")], main.Targets), .. main.Targets]
            : main.Targets;

    /// <summary>"After the ambush, jets bombed a camp, killing nine": the participle goes on with its own clause, and not with what that follows.</summary>
    private static bool Trails(Draft main, Draft participle)
    {
        SentenceView s = main.View;
        return !participle.Noun && s[participle.Token].Xpos == "VBG" && s.Relation(participle.Token) == "advcl" && s.Child(participle.Token, "mark") < 0 && (main.Tokens.Contains(s.Head(participle.Token)) || (ClauseOutcome.Result(s, participle.Token) is >= 0 and var deed && main.Tokens.Contains(deed)));
    }

    /// <summary>"Dozens dead after air strikes", "four hurt when gunmen fired": who suffered, then by what; "days after" tells of two.</summary>
    private static bool Consequence(Draft suffered, Draft cause)
    {
        SentenceView s = suffered.View;
        if (suffered.Type != "ASSAULT" || !suffered.Initiators.IsEmpty || suffered.Tokens.Length != 1 || s.Lexicon.TollWords(s.Lemma(suffered.Token)).IsEmpty || s.Lexicon.TollWords(s.Lemma(cause.Token)).Length > 0)
        {
            return false;
        }

        int top = cause.Match.Support >= 0 ? cause.Match.Support : cause.Token;
        for (int i = 0; i < 3 && top >= 0 && s.Relation(top) is not ("obl" or "advcl" or "nmod"); i++)
        {
            top = s.Relation(top) is "nsubj" or "obj" ? s.Head(top) : -1;
        }

        return top >= 0 && s.Head(top) == suffered.Token && !ClauseScope.Later(s, top)
            && (s.HasCase(top, "after") || s.HasMark(top, "after") || s.HasCase(top, "following"));
    }

    private static bool Compatible(Draft a, Draft b)
    {
        if (a.Factuality != b.Factuality && a.Factuality is Factuality.Denied or Factuality.Negated or Factuality.Hypothetical or Factuality.Habitual)
        {
            return false;
        }

        if (b.Factuality != a.Factuality && b.Factuality is Factuality.Denied or Factuality.Negated or Factuality.Hypothetical or Factuality.Habitual)
        {
            return false;
        }

        if (a.Factuality != b.Factuality && (a.Factuality == Factuality.Historical || b.Factuality == Factuality.Historical || (a.Type == "ASSAULT" && (a.Factuality == Factuality.Planned || b.Factuality == Factuality.Planned))))
        {
            return false;
        }

        if (a.Type == "ASSAULT" && (Suffers(a, b) || Suffers(b, a)))
        {
            // "killed a man who had fought": another deed, by whom this one was done to.
            return false;
        }

        return a.Initiators.IsEmpty || b.Initiators.IsEmpty || a.Initiators.Any(x => b.Initiators.Any(y => RoleReader.Same(x.Party, y.Party)));
    }

    private static bool Suffers(Draft deed, Draft other) =>
        deed.Initiators.IsEmpty && !IsMutual(other) && other.Initiators.Any(x => deed.Targets.Concat(deed.Victims).Any(y => RoleReader.Same(x.Party, y.Party)));

    /// <summary>"Thai and Lao soldiers exchanged fire, and a Lao soldier was killed": among those who did it are those to whom it was done.</summary>
    private static bool IsMutual(Draft deed) =>
        deed.Initiators.Length > 1 || deed.Initiators.Any(r => r.Token >= 0 && deed.View.Child(r.Token, "amod") is >= 0 and var people && deed.View.Child(people, "conj") >= 0);

    /// <summary>The tree path between the two stays inside one telling: no connective, no new sentence.</summary>
    /// <param name="same">The same did both: then the one may stand in a relative clause on somebody of the other.</param>
    private static bool Connected(SentenceView s, int a, int b, bool same)
    {
        int distance = s.Distance(a, b);
        if (distance > LongestPath)
        {
            return false;
        }

        int top = a;
        while (!s.Dominates(top, b))
        {
            top = s.Head(top);
        }

        return Climb(s, a, top, same) && Climb(s, b, top, same);
    }

    private static bool SameDoer(Draft a, Draft b) => a.Type != "ASSAULT" || a.Initiators.Any(x => b.Initiators.Any(y => RoleReader.Same(x.Party, y.Party)));

    private static bool Climb(SentenceView s, int from, int top, bool same)
    {
        for (int x = from; x != top && x >= 0; x = s.Head(x))
        {
            bool open = s.Relation(x) switch
            {
                // "struck a man who took part in the attack of May": what is told of people beside it is another matter.
                "acl" when s.Deprel(x) == "acl:relcl" && !same => s.Head(x) is >= 0 and var noun && (s.EventNouns.Contains(noun) || s.PartyNoun(s.Content(noun)) is not { Kind: "person" or "group" }),
                // "repulsed the attack and killed twelve": who beats a deed back did another.
                "obj" when s.Head(x) is >= 0 and var verb && s.Lexicon.In("beats-back", s.Lemma(verb)) => false,
                "acl" or "nsubj" or "obj" or "xcomp" or "compound" or "parataxis" or "appos" => true,
                "conj" => same || !HasDoer(s, x),
                "advcl" => s.Child(x, "mark") is var mark && (mark < 0 || s[mark].Upos == "PART" || s.Lexicon.In("same-event", s.Lemma(mark))) && !ClauseScope.Later(s, x) && !GoesOnMeanwhile(s, x),
                // "an attack that left nine people dead"
                "amod" => s.Head(s.Head(x)) is >= 0 and var verb && s.Lexicon.In("leaves-so", s.Lemma(verb)),
                // "a raid on a school | in which nine died"
                "nmod" when s.Case(x) is "on" or "against" or "at" && s.Head(x) is >= 0 and var deed && s.EventNouns.Contains(deed) => true,
                "obl" or "nmod" => s.Lexicon.In("same-event", s.Case(x)),
                _ => false,
            };
            if (!open)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"the blast killed nine as troops | were battling | rebels": what goes on while another deed, named by its noun, is done.</summary>
    private static bool GoesOnMeanwhile(SentenceView s, int verb) =>
        s[verb].Xpos == "VBG" && Clause.Bears(s, verb, x => s.Lemma(x) == "be") && s.Head(verb) is >= 0 and var main && s.Child(main, "nsubj") is >= 0 and var cause && s.EventNouns.Contains(cause);

    public static Draft Join(Draft a, Draft b)
    {
        (Draft main, Draft other) = Leads(a, b) ? (a, b) : (b, a);
        return main with
        {
            Anchor = a.Tokens.Contains(b.Anchor) ? b.Anchor : a.Anchor,
            Modes = [.. main.Modes.Concat(other.Modes).Distinct(StringComparer.Ordinal)],
            Cameo = CameoReader.Finer(main.Cameo, other.Cameo),
            Weight = Math.Max(main.Weight, other.Weight),
            Factuality = main.Factuality == Factuality.Planned ? other.Factuality : main.Factuality,
            Rules = [.. main.Rules.Concat(other.Rules).Distinct()],
            Initiators = main.Initiators.IsEmpty ? RoleReader.Except(other.Initiators, main.Targets) : main.Initiators,
            // "Hutu and Tutsi militias clashed, leaving 37 dead": they did it to each other.
            Targets = main.Targets.IsEmpty && IsMutual(main) && main.View.Lexicon.In("fight-of-two", main.View.Lemma(main.Token)) ? []
                : main.Targets.IsEmpty ? RoleReader.Except(other.Targets, main.Initiators) : WithPlaces(main, other),
            Victims = [.. main.Victims.Concat(RoleReader.Except(other.Victims, main.Victims))],
            Means = [.. main.Means.Concat(other.Means).DistinctBy(m => m.Evidence.Span)],
            Tokens = [.. main.Tokens.Concat(other.Tokens).Distinct()],
            Composed = main.Composed || other.Composed,
        };
    }

    /// <summary>"drones hit a depot, | in the first attack | on the city since May": what the deed was among others.</summary>
    private static bool SumsUp(Draft deed, Draft other) => deed.Noun && !other.Noun && !other.Initiators.IsEmpty && deed.View.HasCase(deed.Token, "in") && Drafter.IsOrdered(deed.View, deed.Token);

    /// <summary>Composed drafts and finer patterns lead; then the surer; then the earlier.</summary>
    private static bool Leads(Draft a, Draft b)
    {
        if (a.Type != b.Type)
        {
            return !a.Noun;
        }

        if (a.Composed != b.Composed)
        {
            return a.Composed;
        }

        if (SumsUp(a, b) != SumsUp(b, a))
        {
            return SumsUp(b, a);
        }

        // "the strikes targeted": the noun says what it was and may be spoken of again.
        if (a.Noun != b.Noun && (Subject(a, b) || Subject(b, a)))
        {
            return a.Noun;
        }

        if (WentBefore(a, b) != WentBefore(b, a))
        {
            return WentBefore(b, a);
        }

        if (a.Weight != b.Weight)
        {
            return a.Weight > b.Weight;
        }

        return a.Token <= b.Token;
    }

    /// <summary>"seized the town after a day of | fighting |": what led to a deed of somebody's is told with it, and not it with that.</summary>
    private static bool WentBefore(Draft earlier, Draft deed)
    {
        SentenceView s = deed.View;
        if (deed.Noun || deed.Initiators.IsEmpty)
        {
            return false;
        }

        for (int x = earlier.Token; x >= 0 && x != deed.Token; x = s.Head(x))
        {
            if (s.Relation(x) is "obl" && s.Head(x) == deed.Token)
            {
                return s.HasCase(x, "after") || s.HasCase(x, "following");
            }
        }

        return false;
    }
}
