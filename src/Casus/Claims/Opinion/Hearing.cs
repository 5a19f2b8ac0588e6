using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// Where the second opinion is heard on a sentence's drafts: it completes their parts, corrects a part or a code of which it is sure,
/// lowers what it takes for no event, and codes a clause on which the patterns are silent.
/// </summary>
internal sealed class Hearing(SecondOpinion opinion, Lexicon lexicon)
{
    /// <summary>How likely a word must play a part to be given it; to take it from another word; below what it may lose it to a surer one, or to nobody.</summary>
    private const float Enough = 0.5f, Sure = 0.75f, Hardly = 0.06f, Never = 0.03f;

    /// <summary>A code is changed, a clause coded, or a draft taken for nothing, from these likelihoods on.</summary>
    private const float Change = 0.7f, Least = 0.12f, New = 0.6f, Void = 0.6f, SureOfViolence = 0.9f, SureOfVerbs = 0.97f;

    /// <summary>The weight from which a pattern's verb is doubted only late.</summary>
    private const double SureVerb = 0.65, SureOfCode = 0.85;

    private readonly ClauseDrafter clauses = new(lexicon);

    public List<Draft> On(PatternsTold told)
    {
        List<Draft> heard = [];
        foreach (Draft draft in told.Drafts)
        {
            heard.Add(Judged(WithParts(draft, draft.Type, told), told, heard));
        }

        foreach (Draft clause in clauses.Silent(told.View, told.Drafts))
        {
            if (Coded(WithParts(clause, "", told), told) is { } found && !heard.Exists(h => Tells(h, found) || IsAbout(h, found) || Sees(h, found)) && !OnlySays(found, heard))
            {
                heard.Add(found);
            }
        }

        return heard;
    }

    /// <summary>"said it would send food": the clause that governs an event tells no second one of the same sort between the same two, and its infinitive none beside the verb that is coded with it.</summary>
    private static bool Tells(Draft known, Draft found) =>
        known.Type == found.Type && Share(known.Initiators, found.Initiators) && (Share(known.Targets, found.Targets) || SentenceMerger.Completes(known, found));

    /// <summary>"repelled an attack on the base", "issued a warrant for the general": the clause says something of a deed that is coded, and is none between the same parties.</summary>
    private static bool IsAbout(Draft known, Draft found) =>
        known.Noun && known.Token >= 0 && known.Sentence == found.Sentence && Clause.DeepObject(found.View, found.Token) == known.Token && Share([.. known.Initiators, .. known.Targets], [.. found.Initiators, .. found.Targets]);

    /// <summary>"stayed silent during | protests | against his plan": the model has seen the deed that a phrase below tells of, and not one of its own.</summary>
    private static bool Sees(Draft known, Draft found) =>
        known.Noun && known.Type == found.Type && known.Sentence == found.Sentence && known.Match.Support < 0 && found.View.Dominates(found.Token, known.Token) && NoDoer.IsOfAnotherTime(found.View, found.Token, known);

    /// <summary>"France said its forces had killed him": to say so is no deed, and no second telling of what is said.</summary>
    private bool OnlySays(Draft found, List<Draft> heard)
    {
        foreach (Attribution said in found.View.Analysis.Attributions)
        {
            if (said.Sentence == found.Sentence && said.CueHead == found.Token
                && (lexicon.Knowledge.Ontology.Find(found.Type) is { Quad: 2 or 4 } || heard.Exists(h => h.Type == found.Type && said.Content.Any(c => c.Contains(h.View[h.Token].Span)))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Share(ImmutableArray<Role> a, ImmutableArray<Role> b) => a.Any(x => b.Any(y => RoleReader.Same(x.Party, y.Party)));

    private Draft WithParts(Draft draft, string type, PatternsTold told)
    {
        SentenceView s = draft.View;
        if (s.Relation(draft.Token) == "amod" && draft.Token == draft.Anchor)
        {
            // "took 20 wounded men to hospital": what somebody is tells of no deed of those around.
            return draft;
        }

        List<int> candidates = RoleCandidates.Of(s, draft.Match, draft.Anchor);
        Choice initiator = new(-1, 0), target = new(-1, 0);
        bool deed = lexicon.Knowledge.Ontology.Find(type) is { Quad: 2 or 4 };
        Span<float> likely = stackalloc float[RoleFeatures.Answers.Length];
        var parts = new Dictionary<int, (float Initiator, float Target)>();
        for (int i = 0; i < candidates.Count; i++)
        {
            using (HashedRows features = RoleFeatures.Of(s, draft, type, candidates, i))
            {
                opinion.Roles.Likelihoods(features, likely);
            }

            parts[candidates[i]] = (likely[0], likely[1]);
            if (likely[0] > initiator.Likely && !(draft.Initiators.IsEmpty && draft.Targets.Any(t => t.Token == candidates[i])) && !(deed && RoleCandidates.Tells(s, candidates[i], draft)) && !RoleCandidates.IsAnothers(draft, candidates[i], told.Drafts, below: true)
                && !NoDoer.Is(s, candidates[i], draft, deed))
            {
                initiator = new(candidates[i], likely[0]);
            }

            if (likely[1] > target.Likely && !NoTarget.Is(s, candidates[i], draft, type, deed) && !RoleCandidates.Tells(s, candidates[i], draft) && !RoleCandidates.IsAnothers(draft, candidates[i], told.Drafts, below: false))
            {
                target = new(candidates[i], likely[1]);
            }
        }

        ImmutableArray<Role> initiators = Settled(s, draft.Initiators, IsPronoun(draft, subject: true) ? new(-1, 0) : initiator, t => parts.TryGetValue(t, out var p) && !IsAuthor(s, t) && !IsDoersName(draft, t) ? p.Initiator : null, IsViolence(draft));
        ImmutableArray<Role> targets = draft.Victims.IsEmpty || !draft.Targets.IsEmpty
            ? Settled(s, draft.Targets, IsPronoun(draft, subject: false) ? new(-1, 0) : target, t => parts.TryGetValue(t, out var p) && !(draft.Type == "REJECT" && IsAuthor(s, t)) ? p.Target : null, IsViolence(draft))
            : draft.Targets;
        targets = RoleReader.Except(targets, initiators);
        return initiators == draft.Initiators && targets == draft.Targets ? draft : draft with { Initiators = initiators, Targets = targets };
    }

    /// <summary>"has accused it of neglect": the words name the part, by a pronoun that nobody could resolve; no other word may take it.</summary>
    private static bool IsPronoun(Draft draft, bool subject)
    {
        SentenceView s = draft.View;
        if (draft.Noun || !s.IsVerb(draft.Token) || draft.Anchor != draft.Token)
        {
            return false;
        }

        int word = subject ? Clause.DeepSubject(s, draft.Token) : Clause.DeepObject(s, draft.Token);
        return word >= 0 && s[word].Xpos == "PRP" && s.MentionAt(word)?.Actor is null;
    }

    /// <summary>"a UN report": whose words they are, which the rows mark with the word itself.</summary>
    private static bool IsAuthor(SentenceView s, int token) => s.Relation(token) is "compound" or "amod" or "nmod" && s.Head(token) is >= 0 and var words && s.Lexicon.In("utterance", s.Lemma(words));

    /// <summary>"Russian sanctions on Poland": who does what the noun tells; the rows mark whole phrases, and seldom a word before a deed.</summary>
    private static bool IsDoersName(Draft draft, int token) =>
        draft.Noun && draft.View.Relation(token) is "amod" or "compound" && draft.View.Head(token) == draft.Token && draft.View.MentionAt(token)?.Actor is not null && !MeansReader.IsWeapon(draft.View, draft.Token);

    /// <summary>The patterns' part stands unless the model gives it hardly a chance and is sure of another, or none and it is no party that the verb itself has; an empty one is filled when a word is likely enough.</summary>
    /// <param name="bound">The part is never taken away without a better one.</param>
    private static ImmutableArray<Role> Settled(SentenceView s, ImmutableArray<Role> roles, Choice choice, Func<int, float?> likely, bool bound) =>
        roles.IsEmpty ? choice.Likely >= Enough ? Of(s, choice.Token) : roles
        : choice.Likely >= Sure && roles.All(r => likely(r.Token) is < Hardly) && Of(s, choice.Token) is { IsEmpty: false } better ? better
        : !bound && roles.All(r => likely(r.Token) is < Never && !IsNamed(s, r)) ? []
        : roles;

    /// <summary>A party that the grammar names: "Hezbollah said | it | had been accused", and not where it was or what was agreed on.</summary>
    private static bool IsNamed(SentenceView s, Role role) =>
        !(s.Relation(role.Token) is "obl" or "nmod" && s.Case(role.Token) is "in" or "over" or "inside" or "near" or "during") && (role.Party.ActorId is not null || role.Party.Implied || PartyReader.IsParty(s, role.Token));

    /// <summary>"The Israeli charity": the modifier tells whose it is, the party is the noun.</summary>
    private static ImmutableArray<Role> Of(SentenceView s, int token)
    {
        while (s.Relation(token) is "amod" or "compound" && s.Head(token) is >= 0 and var noun && s.PartyNoun(s.Content(noun)) is { Kind: "person" or "group" or "body" or "organisation" })
        {
            token = noun;
        }

        return RoleReader.Parties(s, [token], SecondOpinion.Rule, []);
    }

    private Draft Judged(Draft draft, PatternsTold told, List<Draft> before)
    {
        using HashedRows features = Features(draft, told);
        float nothing = opinion.NothingPasses(features);
        if (IsToAll(draft) || draft.Factuality is Factuality.Denied or Factuality.Negated)
        {
            // What is said not to have been is told as such.
            return draft;
        }

        if (IsKnown(draft) ? nothing >= SureOfVerbs && draft.Weight < SureOfCode : IsViolence(draft) ? nothing >= (CountsThem(draft) ? SureOfVerbs : SureOfViolence) && ResponsibilityReader.Read(draft.View, SecondOpinion.Rule) is null && Blame.On(draft.View, draft.Match) < 0 : nothing >= Void)
        {
            // Kept, so that people can see and overrule it; what is hypothetical makes no event.
            return draft with { Factuality = Factuality.Hypothetical, Weight = draft.Weight * (1 - nothing), Rules = draft.Rules.Add(SecondOpinion.Rule) };
        }

        if (draft.Initiators.IsEmpty || (draft.Targets.IsEmpty && draft.Victims.IsEmpty))
        {
            return draft;
        }

        Heard heard = opinion.Hear(features);
        float own = opinion.Types.IndexOf(draft.Type) is >= 0 and var at ? heard.All[at] : 0;
        draft = draft with { Weighed = opinion.Weighing(draft, heard) };
        return heard.Type != draft.Type && heard.Likelihood >= (IsViolence(draft) || IsSureOfOther(draft, heard) ? SureOfViolence : Change) && own < Least && Recoded(draft, heard) is var other
            && !before.Exists(d => Tells(d, other)) && !told.Drafts.Exists(d => d.Type == heard.Type && d.Token >= 0 && d.Token != draft.Token && draft.View.Dominates(d.Token, draft.Token) && !d.Noun) ? other : draft;
    }

    /// <summary>"wounding | 12 people |": whoever counts those who were harmed tells of a deed.</summary>
    private static bool CountsThem(Draft draft) => draft.Victims.Any(v => v.Token >= 0 && (draft.View[v.Token].Upos == "NUM" || draft.View.Child(v.Token, "nummod") >= 0));

    /// <summary>"The ministers urged Minsk to …": a sure verb between two who hold office or arms, or are known; one of the two must be, where the verb is less sure.</summary>
    private bool IsKnown(Draft draft) =>
        !IsViolence(draft) && (!draft.Noun || IsUrged(draft)) && draft.Weight >= SureVerb && (draft.Initiators.Any(Acts) || (IsOfDeal(draft) && draft.Initiators.Any(r => r.Party.Class is not null))) && (draft.Targets.Any(Acts) || (draft.Weight >= SureOfCode && !draft.Targets.IsEmpty) || IsOfDeal(draft))
        && (draft.Weight >= SureOfCode || IsOfDeal(draft) || draft.Initiators.Concat(draft.Targets).Any(r => r.Party.ActorId is not null));

    /// <summary>"urged Israel to resume | talks |": the verb above asks for it.</summary>
    private static bool IsUrged(Draft draft) =>
        draft.Type == "REQUEST" && draft.Rules.Any(r => r.Value == "control.request") && draft.View.Head(draft.Token) is >= 0 and var act && draft.View.IsVerb(act) && draft.View.Child(act, "mark") is >= 0 and var to && draft.View.Lemma(to) == "to";

    /// <summary>"rejected | the accord"</summary>
    private bool IsOfDeal(Draft draft) =>
        draft.Type == "REJECT" && Clause.DeepObject(draft.View, draft.Token) is >= 0 and var what && lexicon.List("agreements").Contains(draft.View.Lemma(what));

    /// <summary>"Oman and Norway urged restraint": said to nobody in particular by those who are known, which the rows, all of two parties, do not hold.</summary>
    private static bool IsToAll(Draft draft) =>
        draft is { Noun: false, Targets.IsEmpty: true, Victims.IsEmpty: true, Type: "REQUEST" } && draft.Weight >= SureOfCode && !draft.Initiators.IsEmpty && draft.Initiators.All(r => r.Party.ActorId is not null);

    private bool Acts(Role role) => role.Party.ActorId is not null || (role.Party.Class is { } known && lexicon.In("acting-class", known));

    /// <summary>"killed two and | arrested | three": a sure verb is no violence for what is told beside it; what armed groups do is most often some.</summary>
    private static bool IsSureOfOther(Draft draft, Heard heard) => heard.Type == "ASSAULT" && !draft.Noun && draft.Weight >= SureOfCode && !draft.Initiators.Any(r => r.Party.Class == "militant");

    /// <summary>Patterns know violence better than rows that hold little of it: reports of incidents are made of it.</summary>
    private static bool IsViolence(Draft draft) => draft.Type == "ASSAULT";

    private Draft Recoded(Draft draft, Heard heard) => draft with
    {
        Type = heard.Type,
        Modes = [],
        Cameo = null,
        Weight = heard.Likelihood,
        Rules = [SecondOpinion.Rule, .. draft.Rules],
        Weighed = [.. draft.Weighed.OrderByDescending(w => w.Type == heard.Type)],
    };

    private Draft? Coded(Draft clause, PatternsTold told)
    {
        if (clause.Initiators.IsEmpty || clause.Targets.IsEmpty)
        {
            return null;
        }

        using HashedRows features = Features(clause, told);
        Heard heard = opinion.Hear(features);
        if (heard.Likelihood < New || clause.Initiators.All(r => r.Token >= 0 && lexicon.In("nature", clause.View.Lemma(r.Token))))
        {
            // "Flash floods killed nine": what the patterns keep silent on, nobody did.
            return null;
        }

        if (PairTie.IsTie(clause.View, clause.Token))
        {
            // "named a governor", "told the court": known words for what is no event.
            return null;
        }

        if (lexicon.Knowledge.Ontology.Find(heard.Type) is { Quad: 2 or 4 } && (FitsRole.IsSpeech(clause.View, clause.Token) || clause.Initiators.All(r => r.Token >= 0 && !FitsRole.AsDoer(clause.View, r.Token))))
        {
            // "police said that …", "suspicion fell on the rebels": words and ideas, whatever they tell of.
            return null;
        }

        Draft coded = clauses.As(clause, heard);
        return coded with { Weighed = opinion.Weighing(coded, heard) };
    }

    private static HashedRows Features(Draft draft, PatternsTold told) =>
        OpinionFeatures.Of(told, Spans(draft.Initiators), Spans(draft.Targets.IsEmpty ? draft.Victims : draft.Targets));

    /// <summary>The words of the parties.</summary>
    internal static TextSpan[] Spans(ImmutableArray<Role> roles) => [.. roles.Select(r => r.Party.Evidence.Span).OfType<TextSpan>()];

    /// <param name="Token">-1: no word yet.</param>
    private readonly record struct Choice(int Token, float Likely);
}
