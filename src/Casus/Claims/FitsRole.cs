using Casus.Language;

namespace Casus.Claims;

/// <summary>What can do a deed, and what can have it done to it: weapons and ideas do nothing, and no bomb falls on an evening.</summary>
internal static class FitsRole
{
    /// <summary>Somebody, or a thing that no list calls an idea; a weapon only where it tells whose it is ("Russian drones").</summary>
    public static bool AsDoer(SentenceView s, int token) =>
        s[token].Upos != "NOUN" ? !IsArm(s, token) && !IsOpeningIdea(s, token)
            : s.EventNouns.Contains(token) ? s.PartyNoun(token) is not null
            : PartyReader.CanAct(s, token) && !IsArm(s, token) && !IsLand(s, token) && !s.Lexicon.In("undergoes", s.Lemma(token));

    /// <summary>"| Suspicion | fell on the rebels": the first word has its capital from where it stands.</summary>
    private static bool IsOpeningIdea(SentenceView s, int token) => token == 0 && s[token].Upos == "PROPN" && s.MentionAt(token)?.Actor is null && s.Lexicon.In("abstract", s[token].Form.ToLowerInvariant());

    /// <summary>"attacks from their soil": a land does nothing, unless it is named.</summary>
    public static bool IsLand(SentenceView s, int token) => s.Lexicon.In("land", s.Lemma(token)) && s.MentionAt(token)?.Actor is null;

    /// <summary>Whether violence can be done to it.</summary>
    public static bool AsStruck(SentenceView s, int token) => !IsFromOneToNext(s, token) && IsThingOrPeople(s, token) && !IsPartIn(s, token) && !IsCarrier(s, token);

    /// <summary>"a bomb planted | on a motorcycle | exploded near a truck": what carried it.</summary>
    private static bool IsCarrier(SentenceView s, int token) =>
        s.Lexicon.In("carrier", s.Lemma(token)) && s.Relation(token) == "obl" && s.Head(token) is >= 0 and var placed && s.Relation(placed) == "acl" && s.Head(placed) is >= 0 and var bomb && MeansReader.IsWeapon(s, bomb);

    /// <summary>"denied any | part | in the bombing"</summary>
    private static bool IsPartIn(SentenceView s, int token) =>
        s.Lexicon.In("responsibility", s.Lemma(token)) && s.Head(token) is >= 0 and var verb && s.Lexicon.In("deny-verb", s.Lemma(verb));

    /// <summary>"fighting | house to house |"</summary>
    private static bool IsFromOneToNext(SentenceView s, int token) =>
        (token + 2 < s.Count && s[token + 1].Form is "to" or "by" && s[token + 2].Form == s[token].Form) || (token > 1 && s[token - 1].Form is "to" or "by" && s[token - 2].Form == s[token].Form);

    private static bool IsThingOrPeople(SentenceView s, int token) =>
        s[token].Upos != "NOUN" || s.EventNouns.Contains(token) || ((!(s.Lexicon.In("abstract", s.Lemma(token)) || s.Lexicon.In("utterance", s.Lemma(token))) || PartyReader.IsParty(s, token) || s.Child(token, "nummod") >= 0) && !IsTool(s, token) && !InArm(s, token));

    /// <summary>A verb that tells what somebody said.</summary>
    public static bool IsSpeech(SentenceView s, int verb) =>
        s.Lexicon.Controls.Find(s.Lemma(verb), "clause") is Effect.Report || s.Analysis.Attributions.Any(a => a.Sentence == s.Index && a.CueHead == verb);

    /// <summary>The words of those who speak in a sentence by its tree alone, also where it takes who says it for whom it is said to ("…, said the ministry in Nairobi").</summary>
    public static IEnumerable<TextSpan> Speaking(SentenceView s)
    {
        for (int verb = 0; verb < s.Count; verb++)
        {
            if (!s.IsVerb(verb) || !IsSpeech(s, verb))
            {
                continue;
            }

            int who = s.Child(verb, "nsubj") is >= 0 and var subject ? subject : s.Child(verb, "iobj") is >= 0 and var inverted ? inverted : s.Child(verb, "obj");
            if (who >= 0 && (who < verb || s.Child(verb, "ccomp") < 0) && s.PartyNoun(s.Content(who)) is { Kind: "person" or "group" or "body" or "organisation" })
            {
                yield return PartyReader.Phrase(s, who);
            }
        }
    }

    /// <summary>A weapon that nobody's name stands before.</summary>
    public static bool IsArm(SentenceView s, int token) => MeansReader.IsWeapon(s, token) && PartyReader.Owner(s, token) < 0;

    /// <summary>"opened fire | with heavy machine guns", "set off | his vest": the weapon of the deed.</summary>
    private static bool IsTool(SentenceView s, int token) =>
        (MeansReader.IsWeapon(s, token) || s.Lexicon.In("arm-or-other", s.Lemma(token)))
        && (s.Lexicon.In("instrument", s.Case(Leader(s, token))) || (s.Child(token, "acl") is >= 0 and var launched && s[launched].Xpos == "VBN" && s.Lexicon.In("uses-arms", s.Lemma(launched))) || (Leader(s, token) is var first && s.Relation(first) == "obj" && s.Head(first) is >= 0 and var verb && s.Lexicon.In("uses-arms", s.Lemma(verb))));

    /// <summary>"set off three | land | mines": a word of a weapon's name.</summary>
    private static bool InArm(SentenceView s, int token) => s.MentionAt(token) is null && s.MentionOver(token) is { Kind: MentionKind.Weapon };

    /// <summary>The first of conjoined nouns, which has the preposition of all.</summary>
    private static int Leader(SentenceView s, int token)
    {
        while (s.Relation(token) == "conj" && s.Head(token) is >= 0 and var head && s.IsNoun(head))
        {
            token = head;
        }

        return token;
    }
}
