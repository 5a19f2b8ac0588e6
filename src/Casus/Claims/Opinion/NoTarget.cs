using Casus.Language;

namespace Casus.Claims;

/// <summary>To whom or what the second opinion may not have something done, whatever its rows would have it: the words say that it is somewhere else in what is told.</summary>
internal static class NoTarget
{
    /// <param name="type">What the draft is taken for; empty where nothing is known yet.</param>
    /// <param name="deed">Something was done, and not only said.</param>
    public static bool Is(SentenceView s, int token, Draft draft, string type, bool deed) =>
        (type == "REQUEST" && !PartyReader.CanAct(s, token))
        || (deed && (IsNotTheOwner(s, token, draft) || IsWhomItStirs(s, token, draft)))
        || (type == "THREATEN" && s.Lexicon.In("not-threatened", s.Lemma(token)))
        || (((!deed && type.Length > 0) || type == "SANCTION") && IsBuilding(s, token))
        || (draft.Type is "RETREAT" or "MOBILIZE" && IsOfClauseBeside(s, token, draft)) || IsOfNextVerb(s, token, draft) || IsOfVerbAbove(s, token, draft) || NoDoer.IsOfAnotherTime(s, token, draft) || IsSite(s, token, draft) || RoleReader.IsBroker(s, token) || RoleReader.IsWish(s, token)
        || (draft.Type == "ASSAULT" && (!FitsRole.AsStruck(s, token) || NoDoer.IsKeptApart(s, token, draft) || IsOfSaying(s, token, draft) || IsAddressee(s, token, draft)));

    /// <summary>"the murder of a nurse angered | the town |": whom the news of it moved.</summary>
    private static bool IsWhomItStirs(SentenceView s, int token, Draft draft) =>
        draft.Noun && s.Relation(token) == "obj" && s.Head(token) is >= 0 and var verb && s.Lexicon.In("stirs", s.Lemma(verb)) && s.Relation(draft.Token) == "nsubj" && s.Head(draft.Token) == verb;

    /// <summary>"left | Venezuela | after a judge ordered his arrest": it is his, whoever he is.</summary>
    private static bool IsNotTheOwner(SentenceView s, int token, Draft draft) =>
        draft.Noun && draft.Type is "COERCE" or "ASSAULT" or "SANCTION" && s.Child(draft.Token, "nmod") is >= 0 and var owner && s[owner].Xpos == "PRP$" && s.Lexicon.In("one-alone", s.Lemma(owner)) && token != owner && s.Relation(token) is "obj" or "obl" or "nmod" && !s.Dominates(draft.Token, token);

    /// <summary>"protests in seven states": where they are, and not against whom.</summary>
    private static bool IsSite(SentenceView s, int token, Draft draft) => draft.Type == "PROTEST" && s.Lexicon.In("held-in", s.Case(Grammar.FirstConjunct(s.Sentence, token)));

    /// <summary>"after an attack on a base the president suspended the talks": nobody talks with a building.</summary>
    private static bool IsBuilding(SentenceView s, int token) => s.MentionAt(token)?.Actor is null && s.PartyNoun(s.Content(token)) is { Kind: "facility" };

    /// <summary>"demanded an inquiry and told | its citizens | to leave": whom the next verb is told of, where the deed has its own object.</summary>
    private static bool IsOfNextVerb(SentenceView s, int token, Draft draft) =>
        s.Relation(token) is "obj" or "iobj" && s.Head(token) is >= 0 and var verb && !draft.Tokens.Contains(verb) && s.Relation(verb) == "conj" && s.Head(verb) == draft.Token && s.Child(draft.Token, "obj") is >= 0 and var own && own < verb && own != token;

    /// <summary>"turned | to Russia | since it took power": of the verb that a clause with its own object hangs on.</summary>
    private static bool IsOfVerbAbove(SentenceView s, int token, Draft draft)
    {
        int clause = draft.Token;
        while (clause >= 0 && s.Relation(clause) != "advcl")
        {
            clause = s.Head(clause);
        }

        return clause >= 0 && s.Child(clause, "mark") >= 0 && s.Child(clause, "obj") >= 0 && s.Relation(token) == "obl" && s.Head(token) == s.Head(clause) && !s.Dominates(clause, token);
    }

    /// <summary>"resigned a day after | police | fired on a crowd": who gives way does so to nobody who only acts at another time.</summary>
    private static bool IsOfClauseBeside(SentenceView s, int token, Draft draft) =>
        s.Relation(token) == "nsubj" && s.Head(token) is >= 0 and var verb && !draft.Tokens.Contains(verb) && s.Relation(verb) == "advcl" && s.Child(verb, "mark") is >= 0 and var mark && s.Lexicon.In("other-time", s.Lemma(mark)) && s.Dominates(draft.Token, verb);

    /// <summary>"said | on its channel | that it had carried out the attack": where it was said.</summary>
    private static bool IsOfSaying(SentenceView s, int token, Draft draft) =>
        s.Relation(token) == "obl" && s.Head(token) is >= 0 and var verb && !draft.Tokens.Contains(verb) && FitsRole.IsSpeech(s, verb) && s.Child(verb, "ccomp") is >= 0 and var content && s.Dominates(content, draft.Token);

    /// <summary>"voiced concern to | the council | that violence had spread": to whom the deed is told.</summary>
    private static bool IsAddressee(SentenceView s, int token, Draft draft) =>
        s.Head(token) is >= 0 and var words && !draft.Tokens.Contains(words) && (s.Relation(token) == "iobj" || (s.Relation(token) is "nmod" or "obl" && s.Case(token) == "to"))
        && ((s.Child(words, "acl") is >= 0 and var told && s.Child(told, "mark") >= 0 && s.Dominates(told, draft.Token)) || (s.Child(words, "ccomp") is >= 0 and var content && s.Dominates(content, draft.Token)));
}
