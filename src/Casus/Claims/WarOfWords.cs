using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// "The senator attacked the president in an interview", "Trump and Harris battled for swing states": what those in politics do to each other in words of violence, where nobody is hurt and no
/// weapon is named. To attack somebody is to denounce them then, and to fight is no event.
/// </summary>
internal sealed class WarOfWords
{
    /// <summary>Different words of a contest for office that an article on one has at the least, and their share of all its tokens.</summary>
    private const int DistinctWords = 4;
    private const double Density = 0.01;

    private static readonly RuleId Rule = new("register.words");

    private readonly bool contest;

    /// <param name="views">Of the whole article: in one on a contest for office whoever is named is taken to stand in it.</param>
    public WarOfWords(IReadOnlyList<SentenceView> views, Lexicon lexicon) => contest = Register.IsOf("contest", views, lexicon, DistinctWords, Density);

    /// <returns>The draft, what it is in words, or null for no event.</returns>
    public Draft? Read(Draft draft, IReadOnlyCollection<TollFound> tolls)
    {
        SentenceView s = draft.View;
        if (IsCampaigning(draft))
        {
            return null;
        }

        if (draft.Type != "ASSAULT" || tolls.Count > 0)
        {
            return draft;
        }

        if (draft.Means.All(m => m.Evidence.Quote.Contains("shot", StringComparison.OrdinalIgnoreCase)) && IsInDebate(s, draft))
        {
            return null;
        }

        Draft? meant = draft.Means.IsEmpty && draft.Victims.IsEmpty && !draft.Initiators.IsEmpty ? InWords(draft) : draft;
        // "his poll numbers shot up", "a battle between good and evil"
        return meant == draft && contest && IsLoose(draft) && !ToldViolence.IsHard(draft, s.Lexicon) ? null : meant;
    }

    /// <summary>A word that is of violence or not, of nobody who is hurt, no place, and not of what others than those in politics do to somebody.</summary>
    private bool IsLoose(Draft draft)
    {
        SentenceView s = draft.View;
        string lemma = s.Lemma(draft.Token);
        bool versus = s.Lexicon.In("vies", lemma);
        if (!draft.Victims.IsEmpty)
        {
            return false;
        }

        if (!versus && !s.Lexicon.In("strikes-by-words", lemma))
        {
            // "the numbers shot up"; but whoever was shot was.
            return s.Lexicon.In("loosely-violent", lemma) && draft.Targets.All(r => !IsNamed(s, r) && !PartyReader.IsParty(s, r.Token));
        }

        return draft.Targets.All(r => IsOfPolitics(s, r) || (versus && !PartyReader.IsParty(s, r.Token)))
            || (!draft.Initiators.IsEmpty && draft.Initiators.All(r => IsOfPolitics(s, r) || (draft.Noun && !PartyReader.IsParty(s, r.Token))));
    }

    private Draft? InWords(Draft draft)
    {
        SentenceView s = draft.View;
        // "launched an attack on": the deed of a light verb is its object.
        int deed = draft.Noun || !s.Lexicon.In("light-verb", s.Lemma(draft.Token)) || s.Child(draft.Token, "obj") is not (>= 0 and var thing) ? draft.Token : thing;
        string lemma = s.Lemma(deed);
        bool attacks = s.Lexicon.In("strikes-by-words", lemma);
        if (!attacks && !s.Lexicon.In("vies", lemma))
        {
            return draft;
        }

        if (attacks && !draft.Initiators.Any(r => IsArmed(s, r)) && (IsOnWords(s, deed, draft.Noun || deed != draft.Token) || (draft.Match.Support >= 0 && IsOnWords(s, draft.Match.Support, true))))
        {
            return draft.Targets.IsEmpty ? null : Denounced(draft);
        }

        if (!attacks && !draft.Initiators.Any(r => IsArmed(s, r)) && (IsTold(s, draft) || (!draft.Targets.IsEmpty && draft.Targets.All(r => r.Token >= 0 && s.Lexicon.In("ailments", s.Lemma(r.Token))))))
        {
            // "battled cancer", "battles two rivals in a debate"
            return null;
        }

        bool any = draft.Initiators.Any(r => IsOfPolitics(s, r));
        bool among = any && draft.Initiators.All(r => IsOfPolitics(s, r) || (!attacks && IsNamed(s, r))) && draft.Targets.All(r => IsOfPolitics(s, r) || IsNamed(s, r) || !(attacks || PartyReader.IsParty(s, r.Token)));
        if (!attacks && !draft.Targets.IsEmpty && draft.Initiators.All(r => IsNamed(s, r) || IsOfPolitics(s, r)) && draft.Targets.All(r => r.Token >= 0 && s[r.Token].Upos == "NOUN" && s.PartyNoun(s.Content(r.Token)) is null && s.MentionAt(r.Token) is null))
        {
            // "has been battling anxiety"
            return null;
        }

        return attacks && !draft.Targets.IsEmpty && (among || IsTold(s, draft)) ? Denounced(draft)
            : !attacks && among ? null
            : draft;
    }

    /// <summary>"The president held a rally in Ohio": who asks for votes protests against nobody.</summary>
    private bool IsCampaigning(Draft draft) =>
        draft is { Type: "PROTEST", Targets.IsEmpty: true, Initiators.IsEmpty: false } && draft.View.Lemma(draft.Match.Noun ? draft.Token : Clause.DeepObject(draft.View, draft.Token) is >= 0 and var what ? what : draft.Token) == "rally"
        && draft.Initiators.All(r => r.Party.Kind == "person" && r.Token >= 0 && draft.View[r.Token].Xpos is "NN" or "NNP" && IsOfPolitics(draft.View, r) && (contest || r.Party.Class == "government"));

    private static Draft Denounced(Draft draft) => draft with { Type = "ACCUSE", BaseType = "ACCUSE", Modes = ["disapprove"], Cameo = "111", Rules = draft.Rules.Add(Rule) };

    /// <summary>"attacked the army | in a speech |": where words are said and nothing else is done.</summary>
    private static bool IsTold(SentenceView s, Draft draft)
    {
        if (draft.Initiators.Any(r => IsArmed(s, r)))
        {
            return false;
        }

        foreach (int child in s.Children(draft.Token))
        {
            if (s.Relation(child) is "obl" or "nmod" && s.Case(child) is "in" or "on" or "during" or "with" && s.Lexicon.In("words-are-said-in", s.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"fired the most shots | at the debate |": struck is where words are said.</summary>
    private static bool IsInDebate(SentenceView s, Draft draft) =>
        !draft.Targets.IsEmpty && !draft.Initiators.Any(r => IsArmed(s, r)) && draft.Targets.All(r => r.Token >= 0 && s[r.Token].Upos == "NOUN" && s.Lexicon.In("words-are-said-in", s.Lemma(r.Token)));

    /// <summary>"an attack on | the independence of the courts |", "attacked her | record |": what only words can be at.</summary>
    private static bool IsOnWords(SentenceView s, int deed, bool noun)
    {
        foreach (int child in s.Children(deed))
        {
            if ((s.Relation(child) == "obj" ? !noun : s.Relation(child) is "nmod" or "obl" && s.Case(child) is "on" or "against") && s.Lexicon.In("attacked-by-words", s.Lemma(child)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether they are of a class that bears arms; false for those of none.</summary>
    public static bool IsArmed(SentenceView s, Role role) => role.Party.Class is { } known && s.Lexicon.In("armed-class", known);

    private bool IsOfPolitics(SentenceView s, Role role)
    {
        if (IsArmed(s, role))
        {
            return false;
        }

        if (role.Party.ActorId is { } id)
        {
            return s.Lexicon.Knowledge.Actors.Find(id) is { Kind: "party" } or { Kind: "person", Class: "politician" or "government" or "opposition" };
        }

        return role.Party.Class is "politician" or "opposition" || (role.Party is { Class: "government", Kind: "person" })
            || (contest && IsNamed(s, role));
    }

    /// <summary>Somebody by name of whom nothing else is known.</summary>
    private static bool IsNamed(SentenceView s, Role role) =>
        role.Party is { ActorId: null, Class: null } && role.Token >= 0 && s.MentionAt(role.Token)?.Kind == MentionKind.Person;
}
