namespace Casus.Claims;

/// <summary>"the garrison suffered a rocket attack", "the convoy survived an ambush", "the army lost nine soldiers in an ambush": who is the subject of a deed told as a noun, and had it done to them.</summary>
internal static class LivedThrough
{
    /// <returns>-1 for what nobody is told to have lived through.</returns>
    public static int By(SentenceView s, TriggerMatch match)
    {
        if (!match.Noun || match.Pattern.Pattern.Type != "ASSAULT")
        {
            return -1;
        }

        int verb = match.Support >= 0 && s.Lexicon.In("lives-through", s.Lemma(match.Support)) ? match.Support
            : s.Relation(match.Token) == "obj" && (s.Lexicon.In("lives-through", s.Lemma(s.Head(match.Token))) || (s.Lemma(match.Token) == "fire" && s.Lemma(s.Head(match.Token)) == "take")) ? s.Head(match.Token)
            : TollReader.LostIn(s, match.Token);
        return verb < 0 ? -1 : Clause.DeepSubject(s, verb);
    }

    /// <returns>"| Delhi | saw protests", "the region recorded dozens of attacks": where or by whom a deed told as a noun was seen, which has not done it; -1: nobody is told to have.</returns>
    public static int SeenBy(SentenceView s, int noun)
    {
        int seen = noun;
        while (s.Relation(seen) is "conj" or "compound" || (s.Relation(seen) == "nmod" && s.Case(seen) == "of"))
        {
            seen = s.Head(seen);
        }

        return s.Relation(seen) == "obj" && s.Head(seen) is >= 0 and var verb && s.Lexicon.In("sees", s.Lemma(verb)) ? Clause.DeepSubject(s, verb) : -1;
    }

    /// <summary>
    /// "resigned after the protests", "jailed the mayor, setting off protests", "fired a missile hours before the summit in Seoul": who did the one did not do the other.
    /// </summary>
    public static bool IsBeside(SentenceView s, TriggerMatch match) => match.Noun && match.Pattern.Pattern.Type switch
    {
        "PROTEST" => s.Lexicon.In("beside-deed", s.Case(match.Token)) || (s.Relation(match.Token) == "obj" && s.Head(match.Token) is >= 0 and var cause && s.Lexicon.In("brings-about", s.Lemma(cause))),
        // "before talks with Oman" they are those of who goes to them.
        "CONSULT" => s.Lexicon.In("yet-to-come", s.Case(match.Token)) && !IsWith(s, match.Token),
        _ => false,
    };

    /// <summary>"before talks | with Oman |": whose talks they are is told.</summary>
    private static bool IsWith(SentenceView s, int noun) => s.Child(noun, "nmod", "with") >= 0 || s.Child(noun, "obl", "with") >= 0;
}
