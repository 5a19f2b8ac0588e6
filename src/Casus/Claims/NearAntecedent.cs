using Casus.Language;

namespace Casus.Claims;

/// <summary>"Soldiers stopped the driver, who fired on | them": whom a pronoun takes up that are named by no name, by the chains of references of the article.</summary>
internal static class NearAntecedent
{
    /// <summary>Less sure links are not followed.</summary>
    private const float Sure = 0.5f;

    /// <summary>The head of the last words for the same in the sentence before a pronoun that agree with it and are not what its own verb is said of; -1 where there are none.</summary>
    public static int Of(SentenceView s, int pronoun)
    {
        if (GoesOn(s, pronoun))
        {
            return -1;
        }

        int self = s.Head(pronoun) is >= 0 and var verb && s.IsVerb(verb) ? Clause.SurfaceSubject(s, verb) : -1;
        foreach (Chain chain in s.Analysis.Chains)
        {
            int before = -1;
            foreach (ChainLink link in chain.Links)
            {
                if (link.Sentence != s.Index)
                {
                    continue;
                }

                if (link.Head == pronoun)
                {
                    return link.Sureness >= Sure ? before : -1;
                }

                before = link.Head < pronoun && Agrees(s, link.Head, s, pronoun) && (self < 0 || s.Lemma(self) != s.Lemma(link.Head)) && !s.Dominates(link.Head, pronoun) ? link.Head : before;
            }
        }

        return -1;
    }

    /// <summary>"Ukraine's air force said | it | had shot them down", whomever "it" was taken for: a body that speaks of itself; -1 for others.</summary>
    public static int Speaking(SentenceView s, int token) =>
        s.Lemma(token) == "it" && s[token].Xpos == "PRP" && s.Relation(token) == "nsubj" && s.Head(token) is >= 0 and var deed && s.Relation(deed) == "ccomp" && s.Child(deed, "mark") < 0 && s.Head(deed) is >= 0 and var verb && verb < token
        && FitsRole.IsSpeech(s, verb) && s.Child(verb, "nsubj") is >= 0 and var speaker && speaker < verb && s[speaker].Upos is "NOUN" or "PROPN"
        && (s.PartyNoun(s.Content(speaker)) is { Kind: "group" or "body" } || s.MentionAt(speaker)?.Kind is MentionKind.Organisation or MentionKind.Location or MentionKind.Group) ? speaker : -1;

    /// <summary>"Strikes killed women, and | they | killed no commander": of two clauses side by side the second most often tells of what the first does, which may be nobody.</summary>
    private static bool GoesOn(SentenceView s, int pronoun) =>
        s.Relation(pronoun) == "nsubj" && s.Head(pronoun) is >= 0 and var verb && s.Relation(verb) == "conj" && s.Head(verb) is >= 0 and var first
        && s.Child(first, "nsubj") is >= 0 and var subject && !PartyReader.IsParty(s, subject) && (s[subject].Xpos is "NNS" or "NNPS") == (s.Lemma(pronoun) is "they");

    /// <summary>Whether a noun may be meant by a pronoun, of the same sentence or another, by number and by what it names.</summary>
    public static bool Agrees(SentenceView s, int noun, SentenceView at, int pronoun)
    {
        if (s[noun].Upos is not ("NOUN" or "PROPN"))
        {
            return false;
        }

        if (s.Relation(noun) == "nsubj" && s.Head(noun) is >= 0 and var says && s.Relation(says) == "parataxis" && FitsRole.IsSpeech(s, says))
        {
            // "They were mending the fence, | people | say, when the guards told them to stop."
            return false;
        }

        bool many = s[noun].Xpos is "NNS" or "NNPS" || s.Child(noun, "conj") >= 0;
        string? kind = s.PartyNoun(s.Content(noun))?.Kind;
        MentionKind? named = s.MentionAt(noun)?.Kind;
        bool person = named == MentionKind.Person || (named is null && kind == "person");
        return s.Lexicon.In("one-alone", at.Lemma(pronoun)) ? person && !many
            : at.Lemma(pronoun) is "it" or "its" ? !many && !person && (kind is not null || named is MentionKind.Organisation or MentionKind.Group)
            : (many && (person || kind is not null || named is MentionKind.Organisation or MentionKind.Group or MentionKind.Nationality)) || (!person && (kind == "group" || named is MentionKind.Group));
    }

    /// <summary>"France and Germany said | they | will send aid": the first of several whom the word stands for, where its own sentence names them; else the word itself.</summary>
    /// <param name="meant">What its sentence tells it to mean; the word itself or -1 where it does not.</param>
    public static int Joined(SentenceView s, int token, int meant)
    {
        int first = meant >= 0 && meant != token ? meant
            : s.MentionAt(token)?.Actor?.Antecedent is { } named && s.Mentions.Find(m => named.Contains(m.Span) || m.Span.Contains(named)) is { } told ? told.Head : -1;
        if (first >= 0 && s.Relation(first) == "conj")
        {
            first = s.Head(first);
        }

        return first >= 0 && first < token && s.IsNoun(first) && s.Child(first, "conj") is >= 0 and var second && second < token && s.IsNoun(second) && s[second].Upos is "NOUN" or "PROPN" ? first : token;
    }
}
