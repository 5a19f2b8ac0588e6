using System.Collections.Immutable;
using Casus.Knowledge;
using Casus.Language;

namespace Casus.Claims;

/// <summary>Triggers of a sentence → drafts with type, roles, means and modality.</summary>
internal static class Drafter
{
    public static List<Draft> Read(SentenceView s, List<TriggerMatch> matches, Lexicon lexicon)
    {
        // "protesters" may open an event and yet be the people in another's role.
        HashSet<int> events = [.. matches.Where(m => m.Noun && s.PartyNoun(m.Token) is null).Select(m => m.Token)];
        Func<int, int> nearest = Nearest(s, matches);
        List<Draft> drafts = [];
        foreach (TriggerMatch match in matches)
        {
            Draft draft = One(s, match, events, nearest, lexicon.Knowledge.Ontology);
            draft = draft.Type == "PROTEST" && OfOtherDeed(s, draft, matches) ? draft with { Initiators = [] } : draft;
            if (!BefellNobody(s, draft) && !FellByItself(s, draft) && !IsOnlyTheWar(s, draft) && !TollReader.IsOfThose(s, draft.Token) && !(s.Lemma(draft.Token) == "dead" && TollReader.IsOfMany(s, draft.Token)) && !OnlyDescribes(s, draft) && !IsOfCourts(s, draft) && !IsSaidOfIt(s, draft) && !(draft.BaseType is "ASSAULT" or "COERCE" or "MOBILIZE" or "RETREAT" && Fiction.Tells(s, match.Token)))
            {
                drafts.Add(draft);
            }
        }

        return drafts;
    }

    /// <summary>A question asserts nothing, and what is told of many times or of anybody is no single happening.</summary>
    private static Factuality Told(SentenceView s, TriggerMatch match, Factuality factuality) =>
        factuality is not (Factuality.Asserted or Factuality.Reported) ? factuality
        : Singularity.IsAsked(s, match.Token) ? Factuality.Hypothetical
        : factuality == Factuality.Asserted && Blame.On(s, match) >= 0 ? Factuality.Reported
        : Singularity.IsOfAny(s, match) || (factuality == Factuality.Asserted && Singularity.IsHabit(s, match)) ? Factuality.Habitual
        : factuality;

    /// <summary>"rebels ambushed their patrol": somebody else's, whomever "their" was taken for.</summary>
    private static ImmutableArray<Role> Theirs(SentenceView s, TriggerMatch match, ImmutableArray<Role> targets, ImmutableArray<Role> initiators) => match.Pattern.Pattern.Type != "ASSAULT" ? targets :
    [
        .. targets.Select(t => t.Party.ActorId is { } id && t.Token >= 0 && initiators.Any(i => i.Party.ActorId == id) && s.Child(t.Token, "nmod") is >= 0 and var owner && s[owner].Xpos == "PRP$"
            ? t with { Party = t.Party with { Resolution = null } } : t),
    ];

    /// <summary>"It was the second such attack since May": told before.</summary>
    private static bool IsSaidOfIt(SentenceView s, Draft draft) =>
        draft.Noun && s.Child(draft.Token, "cop") >= 0 && s.Child(draft.Token, "nsubj") is >= 0 and var it && s.Lemma(it) is "it" or "this" or "that"
        && IsOrdered(s, draft.Token);

    /// <summary>"the country's | third | such attack", "the | worst | raid"</summary>
    public static bool IsOrdered(SentenceView s, int noun)
    {
        for (int i = noun - 1; i >= 0 && s.Dominates(noun, i); i--)
        {
            if (s.Lexicon.In("first-of", s.Lemma(i)) || s[i].Xpos == "JJS")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"lost an appeal against the sentence": an appeal to a court asks nobody else for anything.</summary>
    private static bool IsOfCourts(SentenceView s, Draft draft) =>
        draft is { Composed: true, Type: "REQUEST" } && s.Lemma(draft.Anchor) == "appeal" && s.IsNoun(draft.Anchor) && s.Head(draft.Anchor) is >= 0 and var verb && s.Lexicon.In("decides-appeal", s.Lemma(verb));

    /// <summary>"Police shot two during the march": who is told of in another deed beside it does not march, unless they are of the people.</summary>
    private static bool OfOtherDeed(SentenceView s, Draft draft, List<TriggerMatch> matches) =>
        draft.Noun && draft.Match.Support < 0
        && draft.Initiators.Any(r => r.Party.Class == "security_forces" && r.Token >= 0 && s.Head(r.Token) is var verb && verb != draft.Token && matches.Exists(m => m.Token == verb));

    /// <summary>"the ousted governor", "the visiting team": a participle before a noun that says of nobody what was done or by whom.</summary>
    private static bool OnlyDescribes(SentenceView s, Draft draft) =>
        !draft.Noun && s.Relation(draft.Token) == "amod" && s[draft.Token].Xpos == "VBN" && (IsBacked(s, draft) || (draft.Initiators.IsEmpty && draft.Targets.IsEmpty && draft.Victims.IsEmpty && s.Children(draft.Token).IsEmpty && (s.Lexicon.TollWords(s.Lemma(draft.Token)).IsEmpty || s.Lexicon.In("lasting-state", s.Lemma(draft.Token)) || (s.Head(draft.Token) is >= 0 and var whom && s.Child(whom, "nummod") < 0))));

    /// <summary>"the UN-backed government": how things stand, and no act of the day.</summary>
    private static bool IsBacked(SentenceView s, Draft draft) => draft.Type == "SUPPORT" && draft.Token > 0 && s[draft.Token - 1].Form is "-" or "–";

    /// <summary>"Nobody was hurt": it says of no one that they did it, and of no one that it was done to them.</summary>
    private static bool BefellNobody(SentenceView s, Draft draft) =>
        draft.Factuality == Factuality.Negated && draft.Initiators.IsEmpty && s.Child(draft.Match.Token, "nsubj") is >= 0 and var whom && s.Deprel(whom) == "nsubj:pass" && ControlChain.Nobody(s, whom);

    /// <summary>"the first shots that it has fired | in the war |": what goes on around, with nobody named on either side.</summary>
    private static bool IsOnlyTheWar(SentenceView s, Draft draft) =>
        draft.Noun && draft.Initiators.IsEmpty && draft.Targets.IsEmpty && draft.Victims.IsEmpty && s.Lexicon.In("wages", s.Lemma(draft.Token)) && s.Relation(draft.Token) is "obl" or "nmod"
        && (s.HasCase(draft.Token, "in") || s.HasCase(draft.Token, "as") || s.HasCase(draft.Token, "during") || s.HasCase(draft.Token, "of") || s.HasCase(draft.Token, "since")) && s.Child(draft.Token, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the));

    private static bool FellByItself(SentenceView s, Draft draft) =>
        draft.Type == "ASSAULT" && !draft.Noun && TollReader.FellByItself(s, draft.Token);

    /// <summary>For any word, the trigger it stands nearest to in the tree.</summary>
    public static Func<int, int> Nearest(SentenceView s, List<TriggerMatch> matches)
    {
        var known = new int[s.Count];
        Array.Fill(known, -2);
        return token =>
        {
            if (known[token] != -2)
            {
                return known[token];
            }

            int best = -1, least = int.MaxValue;
            foreach (TriggerMatch match in matches)
            {
                int distance = (s.Distance(match.Token, token) * 100) + Math.Min(99, Math.Abs(match.Token - token));
                if (distance < least)
                {
                    (best, least) = (match.Token, distance);
                }
            }

            return known[token] = best;
        };
    }

    private static Draft One(SentenceView s, TriggerMatch match, HashSet<int> events, Func<int, int> nearest, Ontology ontology)
    {
        Pattern pattern = match.Pattern.Pattern;
        Composition composed = Composition.Of(s, match, ontology);
        ImmutableArray<Role> initiators = RoleReader.Read(s, match, "initiator", events);
        ImmutableArray<Role> targets = RoleReader.Except(Theirs(s, match, RoleReader.Read(s, match, "target", events), initiators), initiators);
        ImmutableArray<Role> victims = RoleReader.Read(s, match, "victim", events);
        (initiators, targets) = RoleReader.UnderControl(s, match, composed, initiators, targets, events);
        if (OpposedTo(s, match) is { } opposed)
        {
            (initiators, targets) = (RoleReader.Parties(s, [s.Head(match.Token)], match.Rule, events), RoleReader.Parties(s, [opposed], match.Rule, events));
        }

        if (initiators.IsEmpty && Disown.Who(s, match.Token) is >= 0 and var who)
        {
            initiators = RoleReader.Parties(s, [RoleReader.Meant(s, who)], match.Rule, events);
        }

        if (initiators.IsEmpty && targets.IsEmpty && BeforeDeed.Pair(s, match.Noun ? match.Token : Clause.DeepObject(s, match.Token)) is >= 0 and var two)
        {
            // "a US-Taliban deal was signed", "the China-Japan summit"
            initiators = RoleReader.Parties(s, [two], match.Rule, events);
        }

        ImmutableArray<Means> means = [];
        ImmutableArray<string> modes = composed.Type == pattern.Type ? pattern.Modes : composed.Mode is { } mode ? [mode] : [];
        if (pattern.Type == "ASSAULT")
        {
            (means, ImmutableArray<string> byMeans) = MeansReader.Read(s, match, nearest);
            if (composed.Type == pattern.Type)
            {
                modes = MeansReader.ModeOfObject(s, match.Token) is { } thrown && pattern.Modes.Length == 1 && !pattern.Modes.Contains(thrown)
                    ? [thrown, .. byMeans.Where(m => m != thrown)]
                    : [.. modes.Concat(byMeans).Distinct(StringComparer.Ordinal)];
            }
        }

        if (pattern.Type == "PROTEST" && !initiators.IsEmpty && initiators.All(r => NoDeed.IsThing(s, r)))
        {
            // "Videos showed protesters"
            initiators = s.PartyNoun(match.Token) is not null ? RoleReader.Parties(s, [match.Token], match.Rule, events) : [];
        }

        if (composed.Type is "AGREE" or "CONSULT" or "SUPPORT" or "COOPERATE" && initiators.Length > 1 && !pattern.Modes.Contains("visit"))
        {
            // "agreed to extend the truce after talks | in Istanbul |": where, and with nobody.
            targets = targets.RemoveAll(r => r.Token >= 0 && s.Case(r.Token) is "in" or "at" && s.Places.Exists(p => p.Span.Contains(s[r.Token].Span)));
        }

        (initiators, targets) = Reciprocal(s, match, composed.Type, composed.Anchor, initiators, targets);
        if (pattern.Type is "ASSAULT" or "COERCE" && s.IsVerb(match.Token))
        {
            (targets, victims) = (NotThemselves(s, targets, initiators), NotThemselves(s, victims, initiators));
        }

        double weight = pattern.Weight * (composed.Presupposed ? 0.55 : 1);
        return new Draft(
            s,
            match,
            composed.Anchor,
            composed.Type,
            pattern.Type,
            modes,
            CameoReader.Read(s, match, composed, ontology),
            weight,
            Told(s, match, composed.Factuality),
            composed.Type == pattern.Type ? [match.Rule] : [new RuleId("control." + composed.Type.ToLowerInvariant()), match.Rule],
            initiators,
            targets,
            victims,
            means,
            [],
            [match.Token, .. composed.Words],
            composed.Type != pattern.Type);
    }

    /// <summary>"protesters | opposed to the government's plan |": no one opposes them; what they are against, or whose that is. Null for another deed.</summary>
    private static int? OpposedTo(SentenceView s, TriggerMatch match)
    {
        int at = match.Token;
        if (s.Lemma(at) != "oppose" || s[at].Form != "opposed" || s.Relation(at) is not ("acl" or "amod") || at + 1 >= s.Count || s[at + 1].Form != "to" || s.Head(at + 1) is not (> 0 and var what) || what < at)
        {
            return null;
        }

        return !PartyReader.IsParty(s, what) && PartyReader.Owner(s, what) is >= 0 and var owner ? owner : what;
    }

    /// <summary>"The rebels seized a base and captured its commander": "its" may be read as theirs, but he is none of them.</summary>
    private static ImmutableArray<Role> NotThemselves(SentenceView s, ImmutableArray<Role> roles, ImmutableArray<Role> initiators)
    {
        for (int i = 0; i < roles.Length; i++)
        {
            Role role = roles[i];
            if (role.Party.Resolution is { } said && role.Token >= 0 && s.Child(role.Token, "nmod") is >= 0 and var owner && s[owner].Xpos == "PRP$"
                && initiators.Any(r => r.Party.ActorId == said.ActorId))
            {
                roles = roles.SetItem(i, role with { Party = role.Party with { Resolution = null } });
            }
        }

        return roles;
    }

    /// <summary>"Pakistan and India held talks", "accused each other": of two who do together what takes two, the second is the target.</summary>
    private static (ImmutableArray<Role> Initiators, ImmutableArray<Role> Targets) Reciprocal(
        SentenceView s, TriggerMatch match, string composed, int anchor, ImmutableArray<Role> initiators, ImmutableArray<Role> targets)
    {
        if (EachOther(s, match.Token) is >= 0 and var themselves)
        {
            targets = targets.RemoveAll(r => r.Token == themselves);
        }

        return targets.IsEmpty && initiators.Length >= 2 && TakesTwo(s, match, composed, anchor, initiators) ? ([initiators[0]], initiators[1..]) : (initiators, targets);
    }

    /// <summary>Whether those who do it do it to each other.</summary>
    public static bool TakesTwo(SentenceView s, TriggerMatch match, string composed, int anchor, ImmutableArray<Role> initiators)
    {
        bool between = !initiators.IsEmpty && initiators[0].Token >= 0 && s.HasCase(initiators[0].Token, "between");
        if (composed == "ACCUSE" && (s.Lexicon.In("mutual-verb", s.Lemma(match.Token)) || (match.Support >= 0 && s.Lexicon.In("mutual-verb", s.Lemma(match.Support)))))
        {
            // "traded blame for the shelling"
            return true;
        }

        if (s.Lexicon.In("puts-forward", s.Lemma(match.Token)))
        {
            return between;
        }

        if (initiators is [{ Token: >= 0 and var one }, { Token: >= 0 and var other }] && HyphenedPairs.IsPair(s.Sentence.Tokens, one, other))
        {
            // "the Israel-Hamas war"
            return true;
        }

        bool mutual = composed == "AGREE" && match.Pattern.Pattern.Type != "AGREE" && s.Lexicon.In("mutual", s.Lemma(anchor));
        return between || mutual || EachOther(s, match.Token) >= 0 || EachOther(s, anchor) >= 0
            || (match.Pattern.Pattern is { Type: "REJECT" } refusal && refusal.Modes.Contains("meet"))
            || (composed is not ("REJECT" or "REQUEST") && match.Pattern.Pattern.Type is "CONSULT" or "COOPERATE" or "AGREE" or "SUPPORT");
    }

    /// <summary>The word by which "each other" or "one another" hangs on a deed; -1 without.</summary>
    private static int EachOther(SentenceView s, int deed)
    {
        foreach (int child in s.Children(deed))
        {
            bool mutual = child + 1 < s.Count && (s.Lemma(child), s.Lemma(child + 1)) is ("each", "other") or ("one", "another");
            // "shelled the border posts, each blaming the other"
            bool apart = s.Lemma(child) == "other" && s.Child(child, "det") is >= 0 and var the && s.Lemma(the) == "the" && s.Child(deed, "nsubj") is >= 0 and var each && s.Lemma(each) == "each";
            if (s.Relation(child) is "obj" or "iobj" or "obl" or "nmod" && (mutual || apart))
            {
                return child;
            }
        }

        return -1;
    }
}
