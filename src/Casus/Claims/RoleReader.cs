using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Fills the roles of a trigger by its pattern's paths, or by its type's usual ones.</summary>
internal static class RoleReader
{
    public static ImmutableArray<Role> Read(SentenceView s, TriggerMatch match, string role, HashSet<int> events)
    {
        List<int> found = [];
        ImmutableArray<Role> things = [];
        int accused = match.Pattern.Pattern.Type == "ASSAULT" ? Blame.On(s, match) : -1;
        if (accused >= 0 && role == "initiator")
        {
            return Parties(s, [accused], match.Rule, events);
        }

        foreach (TreePath path in Paths(s, match, role))
        {
            if (path.IsFrame && !things.IsEmpty)
            {
                break;
            }

            if (path.EndsInOwner && s.IsVerb(match.Token) && Clause.DeepObject(s, match.Token) is >= 0 and var whole && s.PartyNoun(s.Content(whole)) is { Kind: "person" or "group" or "body" })
            {
                // "the president of the republic" is praised, and not the republic.
                continue;
            }

            if (role == "initiator" && path.StartsAbove && LivedThrough.IsBeside(s, match))
            {
                continue;
            }

            found.Clear();
            path.Find(s, match, found);
            if (!path.IsFrame && !path.IsSelf)
            {
                Playing(s, match, found);
            }

            if (accused >= 0)
            {
                found.RemoveAll(t => t == accused || s.Dominates(accused, t));
            }

            if (path.EndsInModifier)
            {
                found.RemoveAll(t => !Names(s.MentionAt(t)) && !Names(s.MentionOver(t)) && (s[t].Upos == "ADJ" || !PartyReader.IsParty(s, t) || s.PartyNoun(t) is { Kind: not ("person" or "group" or "body" or "organisation") }));
                // "a | European | Union statement": the name stands by its head.
                found.RemoveAll(t => !Names(s.MentionAt(t)) && s.MentionOver(t) is { } name && found.Contains(name.Head) && name.Head != t);
                if (found.Exists(t => Names(s.MentionAt(t))))
                {
                    // "the UN resident coordinator"
                    found.RemoveAll(t => !Names(s.MentionAt(t)) && !Names(s.MentionOver(t)) && s.PartyNoun(t) is { Kind: "person" });
                }

                found.RemoveAll(t => role == "initiator" && (BeforeDeed.IsMerePlace(s, t) || BeforeDeed.IsStruck(s, t)));
            }

            found.RemoveAll(t => IsGoBetween(s, t) || IsWish(s, t));
            if (role == "initiator")
            {
                Acting(s, found, match.Pattern.Pattern.Type == "ASSAULT");
                found.Remove(LivedThrough.By(s, match));
                if (match.Noun && LivedThrough.SeenBy(s, match.Token) is >= 0 and var seer)
                {
                    found.RemoveAll(t => t == seer || (s.Relation(t) == "conj" && s.Head(t) == seer));
                }

                if (match.Noun && s.Head(match.Token) is >= 0 and var between && s.Lexicon.In("mediates", s.Lemma(between)))
                {
                    // "elders brokered the release": those who held them released them.
                    found.Remove(Clause.DeepSubject(s, between));
                }

                found.RemoveAll(t => IsBroker(s, t) && !match.Words.Contains(s.Head(t)));
                // "mortar fire from Afrin", "an attack from the north": whence it came, and not who did it.
                found.RemoveAll(t => match.Pattern.Pattern.Type == "ASSAULT" && s.HasCase(t, "from") && (!PartyReader.CanAct(s, t) || s.Lexicon.In("compass", s.Lemma(t)) || (s[t].Upos == "PROPN" && s.MentionAt(t)?.Actor is null)));
                // "a bomb left on a bus wounded seven", "a mine exploded": what is only owned or built harms nobody.
                found.RemoveAll(t => match.Pattern.Pattern.Type == "ASSAULT" && IsThing(s, t));
            }
            else if (match.Pattern.Pattern.Type == "PROTEST" && s.IsVerb(match.Token))
            {
                // "demonstrated in Latakia": where they were, and not against whom.
                found.RemoveAll(t => s.HasCase(t, "in") && s.Places.Exists(p => p.Head == t));
            }
            else if (match.Noun && s.Relation(match.Token) == "obj" && s.Lexicon.In("signs", s.Lemma(s.Head(match.Token))))
            {
                // "signed a truce in Doha"
                found.RemoveAll(t => s.HasCase(t, "in") && s.Places.Exists(p => p.Head == t || (p.Head >= 0 && s.Head(p.Head) == t)));
            }
            else if (match.Pattern.Pattern.Type == "ASSAULT")
            {
                found.RemoveAll(t => !FitsRole.AsStruck(s, t));
            }
            else if (match.Pattern.Pattern.Type == "THREATEN")
            {
                // "threatened reciprocal measures"
                found.RemoveAll(t => s.Lexicon.In("not-threatened", s.Lemma(t)));
            }

            ImmutableArray<Role> roles = role == "target" && !path.IsFrame && Concerned(s, found) is { Count: > 0 } owners ? Parties(s, owners, match.Rule, events) : [];
            if (roles.IsEmpty)
            {
                roles = Parties(s, found, match.Rule, events);
            }

            if (roles.IsEmpty && path.IsObject && found is [var someone] && s[someone].Xpos == "PRP")
            {
                // "shot him dead on the road": somebody, whoever it is, and not the road.
                return roles;
            }

            if (roles.Any(r => role != "target" || path.IsFrame || PartyReader.IsParty(s, r.Token)))
            {
                return roles;
            }

            // "captured the town from the north"
            if (things.IsEmpty && !(path.IsOrigin && match.Pattern.Pattern.Type == "ASSAULT"))
            {
                things = roles;
            }
        }

        if (things.IsEmpty && role == "target" && match.Frame >= 0 && match.Pattern.Pattern.Type is "ASSAULT" or "COERCE" or "PROTEST" or "RETREAT"
            && PartyReader.CanAct(s, match.Frame) && (match.Pattern.Pattern.Type != "ASSAULT" || FitsRole.AsStruck(s, match.Frame)) && Paths(s, match, role).Any(p => p.IsObject))
        {
            // "released the ship": the thing that a condition named is what it is done to.
            return Parties(s, [match.Frame], match.Rule, events);
        }

        if (role == "target" && things.All(r => r.Party.Kind is "country" or "place") && LivedThrough.By(s, match) is >= 0 and var struck)
        {
            return Parties(s, [struck], match.Rule, events);
        }

        if (things.IsEmpty && role == "target" && match.Noun && match.Pattern.Pattern.Type == "ASSAULT")
        {
            // "the embassy bombing"
            found.Clear();
            foreach (int child in s.Children(match.Token))
            {
                if (s.Relation(child) == "compound" && (BeforeDeed.IsPremises(s, child) || BeforeDeed.IsDoneTo(s, child)))
                {
                    found.Add(child);
                }
            }

            return Parties(s, found, match.Rule, events);
        }

        if (match.Pattern.Pattern.Type == "AID" && role == "target" && !things.Any(r => PartyReader.IsParty(s, r.Token) || s.Head(r.Token) == match.Token) && Country(s, match) is >= 0 and var land)
        {
            // "paid for wells in Malawi"
            return Parties(s, [land], match.Rule, events);
        }

        // "set up a hospital in the town": a thing is the target only where no party is.
        return things;
    }

    /// <summary>The country in which something is given or helped, by the words below the trigger or the verb that completes it; -1 when none is told, or several.</summary>
    private static int Country(SentenceView s, TriggerMatch match)
    {
        int top = match.Support >= 0 ? match.Support : match.Token, found = -1;
        for (int i = match.Token + 1; i < s.Count; i++)
        {
            if (s.HasCase(i, "in") && s.Dominates(top, i) && s.MentionAt(i)?.Actor is { } named && s.Lexicon.Knowledge.Actors.Find(named.ActorId) is { Kind: "country" })
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
            }
        }

        return found;
    }

    /// <summary>"agreed to a truce mediated by Oman": who brings others together is none of them.</summary>
    public static bool IsBroker(SentenceView s, int token) => IsGoBetween(s, token) || s.Relation(token) == "obl" && s.HasCase(token, "by") && s.Head(token) is >= 0 and var verb && s.Relation(verb) == "acl" && s.Lexicon.In("mediates", s.Lemma(verb));

    /// <summary>"attacked the town on the advice | of the minister |": whose wish it was.</summary>
    public static bool IsWish(SentenceView s, int token) =>
        (s.Lexicon.In("behest", s.Lemma(token)) && s.Case(token) is "on" or "at") || (s.Relation(token) == "nmod" && s.HasCase(token, "of") && s.Head(token) is >= 0 and var wish && s.Lexicon.In("behest", s.Lemma(wish)) && s.Case(wish) is "on" or "at");

    /// <summary>"with the Emirates as go-between"</summary>
    private static bool IsGoBetween(SentenceView s, int token) =>
        s.HasCase(token, "with") && s.Child(token, "nmod") is >= 0 and var part && s.HasCase(part, "as") && s.Lexicon.In("broker", s.Lemma(part));

    /// <summary>What is owned or built, unless it is those of an armed force or is known as somebody.</summary>
    public static bool IsThing(SentenceView s, int token) =>
        s.MentionAt(token)?.Actor is null && (s.MentionAt(token)?.Kind == MentionKind.Vehicle && s.Lexicon.In("civil-vehicle", s.Lemma(token)) && !IsRidden(s, token) || s.PartyNoun(s.Content(token)) is { } noun && (noun.Class is "property" or "infrastructure" || (noun.Kind == "facility" && !(noun.Class is { } known && s.Lexicon.In("armed-class", known)))));

    /// <summary>"Gunmen riding motorbikes", of which the tree makes one name.</summary>
    private static bool IsRidden(SentenceView s, int vehicle)
    {
        foreach (int child in s.Children(vehicle))
        {
            if (child < vehicle && s.PartyNoun(child) is { Kind: "person" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool Names(Mention? mention) =>
        mention is { Kind: MentionKind.Person or MentionKind.Organisation or MentionKind.Group or MentionKind.Location or MentionKind.Nationality };

    /// <summary>Roles when a control word rules the event: who asks, refuses, threatens or promises, and to whom.</summary>
    public static (ImmutableArray<Role> Initiators, ImmutableArray<Role> Targets) UnderControl(
        SentenceView s, TriggerMatch match, Composition composed, ImmutableArray<Role> initiators, ImmutableArray<Role> targets, HashSet<int> events)
    {
        int word = composed.Anchor;
        if (composed.Words.IsEmpty || s.Relation(word) is "aux" or "advmod" or "mark")
        {
            return (initiators, targets);
        }

        bool verbal = s.IsVerb(word);
        int holder = verbal ? Clause.DeepSubject(s, word) : s.Child(word, "cop") >= 0 || s.Child(word, "nsubj") >= 0 ? Clause.SurfaceSubject(s, word) : Clause.HolderOf(s, word);
        if (holder < 0 && verbal && s.Lexicon.In("disposed", s.Lemma(word)))
        {
            // "are prepared for a truce": no passive, though it has its form.
            holder = Clause.SurfaceSubject(s, word);
        }

        if (holder >= 0 && verbal && s.Lexicon.In("agreements", s.Lemma(holder)) && s.Child(word, "obj") is >= 0 and var bound && PartyReader.IsParty(s, bound))
        {
            // "an accord that commits Kigali to withdraw": whom it binds.
            holder = bound;
        }

        if (holder < 0 && !verbal && match.Support < 0)
        {
            holder = Modifier(s, word);
        }

        List<int> holders = holder < 0 ? [] : [holder];
        Acting(s, holders, violence: false);
        ImmutableArray<Role> outer = Parties(s, holders, match.Rule, events);
        ImmutableArray<Role> who = outer.IsEmpty ? (composed.Type == "REQUEST" ? [] : initiators) : outer;
        ImmutableArray<Role> addressed = Parties(s, Addressee(s, word, match), match.Rule, events);
        ImmutableArray<Role> doers = Except(initiators, who);
        ImmutableArray<Role> whom = composed.Type switch
        {
            "REQUEST" => !addressed.IsEmpty ? addressed : !doers.IsEmpty ? doers : Except(targets, who),
            "REJECT" when verbal && match is { Noun: true, Pattern.Pattern.Type: "ACCUSE" } && PartyReader.Owner(s, match.Token) is >= 0 and var plaintiff && Except(Parties(s, [plaintiff], match.Rule, events), who) is { IsEmpty: false } those => those,
            "REJECT" when verbal && Except(Parties(s, Proposer(s, word, match), match.Rule, events), who) is { IsEmpty: false } proposer => proposer,
            "REJECT" => !Except(targets, who).IsEmpty ? Except(targets, who) : !doers.IsEmpty ? doers : addressed,
            _ => !Except(targets, who).IsEmpty ? Except(targets, who) : !addressed.IsEmpty ? addressed : doers,
        };
        return (who, whom);
    }

    public static ImmutableArray<Role> Except(ImmutableArray<Role> roles, ImmutableArray<Role> others) =>
        [.. roles.Where(r => !others.Any(o => Same(r.Party, o.Party)))];

    public static bool Same(Party a, Party b) =>
        (a.Evidence.Span is { } x && b.Evidence.Span is { } y && x.Overlaps(y))
        || (a.ActorId is not null && a.ActorId == b.ActorId && a.Class == b.Class)
        || (a.ActorId is null && b.ActorId is null && string.Equals(a.Evidence.Quote, b.Evidence.Quote, StringComparison.OrdinalIgnoreCase));

    /// <summary>The word and the nouns joined to it by "and".</summary>
    public static void Conjuncts(SentenceView s, int token, List<int> found)
    {
        if (!(SaysNot(s, token) && s.Child(token, "conj") is >= 0 and var instead && s.Child(instead, "cc") is >= 0 and var but && s.Lemma(but) == "but"))
        {
            found.Add(token);
        }

        bool aged = false;
        foreach (int child in s.Children(token))
        {
            aged |= IsAge(s, token, child);
            if (s.Relation(child) == "conj" && !SaysNot(s, child) && (s.IsNoun(child) || s[child].Upos is "PRON" or "NUM" or "ADJ") && !(aged && Describes(s, child)) && found.Count < 12)
            {
                Conjuncts(s, child, found);
            }
        }
    }

    /// <summary>"| not | by the rebels but by the army", "by the rebels, | not | by Peru".</summary>
    private static bool SaysNot(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (child < noun && s.Lemma(child) == "not" && s[child + 1].Form != "only" && s.Relation(child) is "advmod" or "cc")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Ellis, 52, and the father of four": how old somebody is, and not who was with him.</summary>
    private static bool IsAge(SentenceView s, int name, int number) =>
        number > 0 && s[number].Upos == "NUM" && s[name].Upos == "PROPN" && s[number - 1].Form == "," && number + 1 < s.Count && s[number + 1].Form is "," or "." or "of";

    private static bool Describes(SentenceView s, int word) =>
        s[word].Upos == "NUM" || (s[word].Xpos == "NN" && s.Child(word, "det") is >= 0 and var the && s.Lemma(the) == "the" && s.Child(word, "nmod") is >= 0 and var whose && s.HasCase(whose, "of"));

    /// <summary>Without the trigger's own words, and without the thing that only completes it ("paid a visit", "fired rockets").</summary>
    private static List<int> Playing(SentenceView s, TriggerMatch match, List<int> found)
    {
        // "rejected the council's offer": what is turned down tells whose it is.
        bool owned = match.Pattern.Pattern.Type == "REJECT" && match.Frame >= 0 && PartyReader.Owner(s, match.Frame) >= 0;
        found.RemoveAll(token => match.Words.Contains(token) || (token == match.Frame && !owned && s[token].Upos != "PRON" && !PartyReader.IsParty(s, token)));
        return found;
    }

    /// <summary>Whose handling, victory or decision it is; "in response to", "in relation to" name nothing.</summary>
    private static List<int> Concerned(SentenceView s, List<int> found)
    {
        found.RemoveAll(t => s[t].Upos != "PROPN" ? s.Lexicon.In("no-target", s.Lemma(t)) : s.Lexicon.In("online-site", s[t].Form.ToLowerInvariant()));
        List<int> owners = [];
        foreach (int token in found)
        {
            if (s[token].Upos == "NOUN" && (!PartyReader.CanAct(s, token) || PartyReader.Author(s, token) >= 0) && !s.EventNouns.Contains(token) && s.Child(token, "conj") < 0
                && PartyReader.Owner(s, token) is >= 0 and var owner && s[owner].Upos != "PRON")
            {
                owners.Add(owner);
            }
        }

        return owners;
    }

    /// <summary>"rejected a call by the council to free them": who made the proposal that is turned down.</summary>
    private static List<int> Proposer(SentenceView s, int word, TriggerMatch match)
    {
        int proposal = Clause.DeepObject(s, word);
        if (proposal < 0 || proposal == match.Token || (s.EventNouns.Contains(proposal) && PartyReader.Owner(s, proposal) < 0) || PartyReader.IsParty(s, proposal))
        {
            return [];
        }

        foreach (int child in s.Children(proposal))
        {
            if (s.Relation(child) == "nmod" && s.Deprel(child) != "nmod:poss" && s.Lexicon.In("proposer-preposition", s.Case(child)))
            {
                return [child];
            }
        }

        return PartyReader.Owner(s, proposal) is >= 0 and var owner ? [owner] : [];
    }

    /// <summary>Plans and policies do not act: their owner does ("Pakistan's policy of …"); what has no owner falls away.</summary>
    public static void Acting(SentenceView s, List<int> found, bool violence)
    {
        for (int i = 0; i < found.Count; i++)
        {
            int token = found[i];
            if (FitsRole.IsLand(s, token) || (violence && FitsRole.IsArm(s, token) && s.Child(token, "conj") < 0))
            {
                // "shells from their soil killed six": who fired them is not told.
                found[i] = -1;
                continue;
            }

            if (s.Lexicon.In("utterance", s.Lemma(token)) && s[token].Upos == "NOUN")
            {
                // "released a report accusing them": who says so.
                found[i] = PartyReader.Owner(s, token) is >= 0 and var author ? author : Clause.HolderOf(s, token);
                continue;
            }

            if (!violence && s.EventNouns.Contains(token) && s.Relation(token) == "obj" && s.Head(token) is >= 0 and var carrying && s.Lexicon.In("light-verb", s.Lemma(carrying)))
            {
                // "staged a sit-in demanding his release": who staged it demands it.
                found[i] = Clause.DeepSubject(s, carrying);
                continue;
            }

            if (s.EventNouns.Contains(token) && s.Lexicon.In("gives-by-name", s.Lemma(token)) && PartyReader.Owner(s, token) is >= 0 and var giver)
            {
                // "Swedish aid supported the schools"
                found[i] = giver;
                continue;
            }

            if (s[token].Upos is "PRON" or "NUM" or "DET" or "ADJ" || PartyReader.CanAct(s, token) || s.EventNouns.Contains(token) || s.Child(token, "conj") >= 0)
            {
                continue;
            }

            found[i] = PartyReader.Owner(s, token);
        }

        found.RemoveAll(t => t < 0);
    }

    private static ImmutableArray<TreePath> Paths(SentenceView s, TriggerMatch match, string role) =>
        match.Pattern.Roles.TryGetValue(role, out ImmutableArray<TreePath> own) ? own
        : s.Lexicon.Roles.Find(match.Pattern.Pattern.Type, match.Noun ? "noun" : "verb", role);

    public static ImmutableArray<Role> Parties(SentenceView s, List<int> tokens, RuleId rule, HashSet<int> events)
    {
        var roles = ImmutableArray.CreateBuilder<Role>();
        List<int> heads = [];
        foreach (int token in tokens)
        {
            heads.Clear();
            Conjuncts(s, s.Lemma(token) == "they" && s[token].Xpos == "PRP" ? NearAntecedent.Joined(s, token, Substitute(s, token)) : token, heads);
            foreach (int head in heads)
            {
                int named = events.Contains(head) ? -1 : Blamed(s, head) is >= 0 and var blamed ? blamed : Substitute(s, head);
                if (named >= 0 && (named == head || !FitsRole.IsArm(s, named)) && !ControlChain.Nobody(s, named) && PartyReader.Read(s, named, rule) is { } party && !roles.Any(r => Same(r.Party, party)))
                {
                    roles.Add(new Role(party, named));
                }
            }
        }

        return roles.ToImmutable();
    }

    /// <summary>"imposed sanctions on Iraq after | its | invasion": whose deed it is are those to whom something is done for it, and not those who do it.</summary>
    private static int Blamed(SentenceView s, int token)
    {
        if (s[token].Xpos != "PRP$" || s.Lexicon.In("one-alone", s.Lemma(token)) || s.Head(token) is not (>= 0 and var deed) || !s.EventNouns.Contains(deed) || s.Relation(deed) != "obl" || !s.Lexicon.In("for-what", s.Case(deed)))
        {
            return -1;
        }

        int verb = s.Head(deed);
        for (int i = deed - 1; i > verb; i--)
        {
            bool under = s.Head(i) == verb ? s.Relation(i) is "obj" or "obl" : s.Relation(i) == "nmod" && s.Head(i) is >= 0 and var what && s.Relation(what) == "obj" && s.Head(what) == verb;
            if (under && s.MentionAt(i) is { Actor: not null, Kind: MentionKind.Location or MentionKind.Organisation or MentionKind.Group } && !s.Dominates(i, deed))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"They fled," said a nurse: she is not they.</summary>
    private static bool IsOne(SentenceView s, int noun) => s[noun].Xpos is "NN" or "NNP" && s.Child(noun, "conj") < 0 && (s[noun].Xpos == "NNP" ? s.MentionAt(noun)?.Kind == MentionKind.Person : s.PartyNoun(noun) is { Kind: "person" });

    /// <summary>Who "it" or "they" are that do something, if their own sentence tells; the word itself for all else.</summary>
    public static int Meant(SentenceView s, int token)
    {
        if (s.Lemma(token) is not ("it" or "they") || s[token].Xpos != "PRP")
        {
            return token;
        }

        if (s.MentionAt(token)?.Actor?.Antecedent is not { } named)
        {
            return Substitute(s, token) is >= 0 and var other ? other : token;
        }

        return s.Mentions.Find(m => m.Span == named) is { Head: >= 0 } told ? told.Head : token;
    }

    /// <summary>A pronoun nobody resolved, in what somebody says, is most often the speaker ("Russia said it had expelled").</summary>
    private static int Substitute(SentenceView s, int token)
    {
        if (s.Lemma(token) == "each" && s.Relation(token) == "nsubj" && s.Head(token) is >= 0 and var deed && s.Relation(deed) == "advcl" && s.Head(deed) is >= 0 and var over)
        {
            // "traded fire, each blaming the other"
            return Clause.SurfaceSubject(s, over);
        }

        if (NearAntecedent.Speaking(s, token) is >= 0 and var speaker)
        {
            return speaker;
        }

        if (s[token].Upos != "PRON" || (s.MentionAt(token)?.Actor is { } said && !(said.Antecedent is { } named && Before(s, token) >= 0 && Clause.SurfaceSubject(s, s.Head(token)) is >= 0 and var self && named.Contains(s[self].Span))))
        {
            return token;
        }

        if (s[token].Xpos == "DT" || s[token].Form is "those" or "these")
        {
            // "promised to punish those responsible": nobody who speaks.
            return token;
        }

        if (Grammar.IsReflexive(s[token]) || s[token].Xpos.StartsWith('W') || s.Lexicon.In("unnamed", s.Lemma(token)))
        {
            // "blew himself up, police said": the subject again. "did not say who had fired": nobody is named.
            return -1;
        }

        if ((Before(s, token) is >= 0 and var before ? before : NearAntecedent.Of(s, token)) is >= 0 and var told)
        {
            return told;
        }

        for (int x = token, i = 0; x >= 0 && i < 10; x = s.Head(x), i++)
        {
            if (s.Relation(x) is "ccomp" or "advcl" or "parataxis" && s.Head(x) is >= 0 and var head && s.Child(head, "nsubj") is >= 0 and var subject && s[subject].Upos != "PRON" && subject != token && !(s.Lemma(token) == "they" && IsOne(s, subject)) && (subject < token || s.Lemma(token) == "it") && !(s.Lemma(token) == "it" && s.Relation(token) == "obj" && s[subject].Xpos == "NNS")
                && !(s.Lexicon.In("one-alone", s.Lemma(token)) && (s[subject].Xpos is "NNS" or "NNPS" || s.EventNouns.Contains(subject) || IsNobody(s, subject))))
            {
                return subject;
            }

            if (s.Relation(x) == "conj" && s.Head(x) is >= 0 and var first && s.Child(first, "nsubj") is >= 0 and var shared && s[shared].Upos != "PRON" && s.Relation(token) == "nsubj" && !(s.Lemma(token) == "they" && IsOne(s, shared))
                && !(s.Lexicon.In("one-alone", s.Lemma(token)) && IsNobody(s, shared)))
            {
                return shared;
            }
        }

        return -1;
    }

    /// <summary>"| The ransom | was paid, and he was freed", "| The army | heard her plea": neither a thing nor a body is "he".</summary>
    private static bool IsNobody(SentenceView s, int noun) =>
        s.PartyNoun(s.Content(noun)) is { } known ? known.Kind is not "person"
        : s.MentionAt(noun) is { } named ? named.Kind == MentionKind.Location || (named.Actor is { } who && s.Lexicon.Knowledge.Actors.Find(who.ActorId) is { Kind: not "person" })
        : s[noun].Upos == "NOUN" && !PartyReader.LooksLikeSomebody(s, noun);

    /// <summary>"convicted a reporter and jailed | him", "was freed after the king pardoned | her", "barred two envoys, accusing | them": whom the verb before was told of, where it is one or several as the word says; -1 for none.</summary>
    private static int Before(SentenceView s, int token)
    {
        bool one = s.Lexicon.In("one-alone", s.Lemma(token));
        if (s.Relation(token) is not ("obj" or "iobj") || s[token].Xpos != "PRP" || !(one || s.Lemma(token) is "they" or "them") || s.Head(token) is not (>= 0 and var verb))
        {
            return -1;
        }

        int first = Clause.BesideMain(s, verb) is >= 0 and var main ? main : s.Head(verb);
        if (first < 0 || first > verb || !s.IsVerb(first))
        {
            return -1;
        }

        bool beside = s.Relation(verb) == "conj" || (s.Relation(verb) == "advcl" && (s.Child(verb, "nsubj") >= 0 || (s[verb].Xpos == "VBG" && s[verb - 1].Form == ",")));
        int whom = beside ? Clause.DeepObject(s, first) : -1;
        return whom >= 0 && whom < verb && whom != Clause.SurfaceSubject(s, verb) && IsOneOf(s, whom, one) ? whom : -1;
    }

    private static bool IsOneOf(SentenceView s, int whom, bool one) => one
        ? s[whom].Xpos is "NN" or "NNP" or "CD" && (s.PartyNoun(s.Content(whom)) is { Kind: "person" } || (s[whom].Upos == "PROPN" && s.MentionAt(whom) is null or { Kind: MentionKind.Person }))
        : s[whom].Xpos is "NNS" or "NNPS" && (s.PartyNoun(s.Content(whom)) is { Kind: "person" or "group" } || s.MentionOver(s.Content(whom))?.Kind is MentionKind.Nationality or MentionKind.Group);

    private static int Modifier(SentenceView s, int noun)
    {
        foreach (int child in s.Children(noun))
        {
            if (s.Relation(child) is "compound" or "amod" && s.MentionAt(child) is not null)
            {
                return child;
            }
        }

        return -1;
    }

    private static List<int> Addressee(SentenceView s, int word, TriggerMatch match)
    {
        List<int> found = [];
        foreach (int child in s.Children(word))
        {
            bool takes = s.Relation(child) switch
            {
                "obj" or "iobj" => true,
                "nsubj" => s.Deprel(child) == "nsubj:pass",
                "obl" or "nmod" => s.Lexicon.In("addressee", s.Case(child)),
                _ => false,
            };
            if (takes && child != match.Token && (!s.Dominates(child, match.Token) || (s.IsVerb(match.Token) && Clause.SurfaceSubject(s, match.Token) == child)))
            {
                found.Add(child);
            }
        }

        if (found.Count == 0)
        {
            // "will not end the strike until the ministry pays": of whom something is expected first.
            foreach (int child in s.Children(match.Token))
            {
                if (s.Relation(child) == "advcl" && s.IsVerb(child) && s.Child(child, "mark") is >= 0 and var mark && s.Lexicon.In("condition", s.Lemma(mark)))
                {
                    found.Add(Clause.DeepSubject(s, child));
                }
            }

            found.RemoveAll(t => t < 0);
        }

        return found;
    }
}
