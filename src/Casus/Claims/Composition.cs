using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>
/// What the words above a trigger make of it. PLOVER codes a future meeting as AGREE, a refused one as REJECT, a demanded one
/// as REQUEST and a threatened attack as THREATEN; other controls change only how far the event is vouched for.
/// </summary>
/// <param name="Anchor">Outermost word that changed the type; the trigger when none did.</param>
internal sealed record Composition(string Type, string? Mode, Factuality Factuality, int Anchor, bool Presupposed, ImmutableArray<int> Words)
{
    public static Composition Of(SentenceView s, TriggerMatch match, Ontology ontology)
    {
        string type = match.Pattern.Pattern.Type;
        var result = new Composition(type, null, type == "REQUEST" ? Asking(s, match.Token) : Factuality.Asserted, match.Token, false, []);
        Effect below = Effect.None;
        bool said = ontology.Find(type)?.Quad == 3;
        foreach ((Effect governs, int word) in ControlChain.Above(s, match))
        {
            if (said && Required(s, match, word))
            {
                continue;
            }

            if (governs == Effect.Stop && ((type == "CONSULT" && match.Pattern.Pattern.Modes.Contains("visit")) || (type == "COOPERATE" && s.Lexicon.In("runs-out", s.Lemma(word)) && s.Lexicon.In("timed", s.Lemma(match.Token)))))
            {
                // "is ending a three-day visit", "ended joint drills": it was paid, they were held.
                continue;
            }

            if (governs == Effect.Stop && type == "CONSULT" && match.Noun && s.Relation(match.Token) == "nmod" && s.Head(match.Token) is >= 0 and var held && s.Lexicon.In("round-of", s.Lemma(held)))
            {
                // "ended a third round of talks": it was held to its end.
                continue;
            }

            if (governs is Effect.Plan or Effect.Purpose && s.Lexicon.In("performative", s.Lemma(match.Token)))
            {
                // "I want to thank them": that is the thanks.
                continue;
            }

            if (governs == Effect.Reject && type == "CONSULT" && !match.Noun && s.Lexicon.In("no-comment", s.Lemma(match.Token)))
            {
                // "declined to discuss the charges": a comment that was not made.
                result = result with { Factuality = Factuality.Negated };
                continue;
            }

            if (governs == Effect.Reject && type == "ASSAULT" && (s.Lexicon.In("excludes", s.Lemma(word)) || s.Lexicon.In("calls-off", s.Lemma(word))))
            {
                // "Police ruled out an attack", "called off the raid": there was none, or there will be none.
                result = result with { Factuality = Factuality.Negated };
                continue;
            }

            if (governs == Effect.Request && type == "ASSAULT" && s.Lemma(word) == "expect")
            {
                // "Analysts expect Israel to strike": nobody asks for it.
                result = result with { Factuality = result.Weaker(Factuality.Planned) };
                continue;
            }

            // "rejected the accusation that it had shelled the town": a denial.
            Effect effect = governs == Effect.Reject && (below is Effect.Accuse or Effect.Report) ? Effect.Deny : governs;
            below = governs;
            result = effect == Effect.Request ? result.Become("REQUEST", result.RequestOf(), word) with { Factuality = Asking(s, word) } : result.Apply(effect, word, ontology);
            if (governs == Effect.Accuse && s.IsVerb(word) && s.Lexicon.In("deplores", s.Lemma(word)))
            {
                // "refused to condemn the invasion": it took place, whoever condemns it.
                break;
            }
        }

        return result is { Factuality: Factuality.Asserted or Factuality.Reported, Presupposed: false } && result.Words.IsEmpty && Irrealis.Over(s, match)
            ? result with { Factuality = Factuality.Hypothetical }
            : result;
    }

    /// <summary>"will never accept": where a pattern asks for the negation or the auxiliary, what it tells stands as it is.</summary>
    private static bool Required(SentenceView s, TriggerMatch match, int word) =>
        s.Head(word) == match.Token && match.Pattern.Pattern.Require.Any(c => c.Path is "advmod" or "aux" && c.Path == s.Relation(word) && c.Words.Contains(s.Lemma(word)));

    /// <summary>Who urges or appeals only asks (CAMEO 02); who demands or orders has acted on the other side (CAMEO 10).</summary>
    private static Factuality Asking(SentenceView s, int word) => s.Lexicon.In("appeal", s.Lemma(word)) ? Factuality.Requested : Factuality.Asserted;

    private Composition Apply(Effect effect, int word, Ontology ontology)
    {
        int quad = ontology.Find(Type)?.Quad ?? 0;
        bool friendly = quad is 1 or 2;
        bool hostile = quad == 4;
        switch (effect)
        {
            case Effect.Report:
                return this with { Factuality = Weaker(Factuality.Reported) };
            case Effect.Deny:
                return this with { Factuality = Factuality.Denied };
            case Effect.Purpose:
                return this with { Factuality = Weaker(Factuality.Planned) };
            case Effect.Negate when Type == "AGREE" && Words.Length > 0:
                return Become("REJECT", null, word) with { Anchor = Anchor };
            case Effect.Negate or Effect.Fail:
                return this with { Factuality = Factuality == Factuality.Negated ? Factuality.Asserted : Factuality.Negated };
            case Effect.Consider:
                return this with { Factuality = Factuality.Hypothetical };
            case Effect.Accuse:
                return this with { Factuality = Weaker(Factuality.Reported), Presupposed = true };
            case Effect.Presuppose:
                return this with { Presupposed = true };
            case Effect.Past:
                return this with { Presupposed = true, Factuality = Factuality is Factuality.Asserted or Factuality.Reported ? Factuality.Historical : Factuality };
            case Effect.Plan:
                return friendly && Factuality != Factuality.Negated ? Become("AGREE", null, word) : this with { Factuality = Weaker(Factuality.Planned) };
            case Effect.Will:
                return Future(word, friendly, hostile);
            case Effect.Agree:
                return friendly && Factuality != Factuality.Negated ? Become("AGREE", null, word) : this with { Factuality = Weaker(Factuality.Planned), Words = Words.Add(word) };
            case Effect.Vow when hostile && Factuality == Factuality.Negated:
                // "promised not to attack the airport"
                return Become("AGREE", null, word);
            case Effect.Vow when Type == "THREATEN" && Factuality == Factuality.Negated:
                // "promised that nobody would threaten them"
                return this;
            case Effect.Vow or Effect.Threaten when Type == "THREATEN":
                return Become(Type, Mode, word);
            case Effect.Vow:
                return hostile ? Become("THREATEN", ThreatOf(), word)
                    : friendly && Factuality == Factuality.Negated ? Become("REJECT", RefusalOf(), word)
                    : friendly ? Become("AGREE", null, word)
                    : this with { Factuality = Weaker(Factuality.Planned) };
            case Effect.Threaten:
                return Become("THREATEN", hostile ? ThreatOf() : friendly ? "relations" : null, word);
            case Effect.Warn:
                return hostile && Type != "THREATEN" ? this with { Factuality = Factuality.Hypothetical } : this;
            case Effect.Reject:
                return Become("REJECT", RefusalOf(), word);
            case Effect.Stop:
                return friendly ? Become("SANCTION", "discontinue", word)
                    : hostile ? Become("RETREAT", Type == "ASSAULT" ? "ceasefire" : null, word)
                    : this with { Factuality = Factuality.Negated };
            default:
                return this;
        }
    }

    private Composition Future(int word, bool friendly, bool hostile)
    {
        if (Factuality == Factuality.Negated)
        {
            return friendly ? Become("REJECT", RefusalOf(), word) : this;
        }

        return friendly ? Become("AGREE", null, word)
            : hostile && Type is not "MOBILIZE" ? Become("THREATEN", ThreatOf(), word)
            : this with { Factuality = Weaker(Factuality.Planned) };
    }

    private Composition Become(string type, string? mode, int word) =>
        this with { Type = type, Mode = mode, Factuality = Factuality.Asserted, Anchor = word, Words = Words.Add(word) };

    private Factuality Weaker(Factuality other) => Factuality is Factuality.Asserted or Factuality.Reported ? other : Factuality;

    private string ThreatOf() => Type switch
    {
        "ASSAULT" or "MOBILIZE" => "violence",
        "COERCE" => Mode == "arrest" ? "arrest" : "restrict",
        "SANCTION" => Mode == "expel" ? "expel" : "relations",
        _ => "relations",
    };

    private string RequestOf() => Type switch
    {
        "AID" or "COOPERATE" or "SUPPORT" => "assist",
        "CONSULT" or "AGREE" => "meet",
        "RETREAT" or "CONCEDE" => "yield",
        _ => "change",
    };

    private string RefusalOf() => Type switch
    {
        "AID" or "COOPERATE" or "SUPPORT" => "assist",
        "CONSULT" or "AGREE" => "meet",
        "RETREAT" or "CONCEDE" => "yield",
        _ => "change",
    };
}
