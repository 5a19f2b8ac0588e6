using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Claims;

/// <summary>The CAMEO code of an event: that of its pattern, made finer by what the event is about, and what was promised, demanded, refused, threatened or ended of it.</summary>
internal static class CameoReader
{
    private const string Assassinate = "186";
    private const string AttemptToAssassinate = "185";
    private const int MaterialConflict = 4;
    private const int Deepest = 4;

    /// <summary>Null where neither the pattern nor what became of the deed has a code.</summary>
    public static string? Read(SentenceView s, TriggerMatch match, Composition composed, Ontology ontology)
    {
        Pattern pattern = match.Pattern.Pattern;
        string? code = pattern.Cameo is { } given ? Finest(s, match, given) : null;
        if (composed.Type != pattern.Type)
        {
            code = Root(composed.Type, ontology) is { } root ? (code is not null && (ontology.Find(pattern.Type)?.Quad != MaterialConflict || OfItsEnd(composed)) ? s.Lexicon.Cameo.Composed(code, root) : null) ?? Unspecified(root) : null;
        }

        if (code == Assassinate && composed.Factuality is Factuality.Planned or Factuality.Negated)
        {
            return AttemptToAssassinate;
        }

        return composed is { Type: "REQUEST", Factuality: Factuality.Requested } && code is ['1', '0', ..] ? "02" + code[2..] : code;
    }

    /// <summary>"warplanes struck": where the code says only that there was violence, the mode tells by what means.</summary>
    /// <param name="draft">Modes of its pattern are left out: whoever gave both meant the code.</param>
    public static string? WithMode(Draft draft, EventType? type)
    {
        string? code = draft.Cameo;
        foreach (string name in draft.Modes)
        {
            if (!draft.Match.Pattern.Pattern.Modes.Contains(name) && code is "180" or "190" && type?.Mode(name) is { Crosswalk.Cameo: [var finer, .. var more] } && more.All(m => CameoTable.Refines(m, finer)))
            {
                return finer;
            }
        }

        return code;
    }

    /// <summary>Of two codes of one event the finer; the first where neither refines the other.</summary>
    public static string? Finer(string? one, string? other) => one is null || (other is not null && CameoTable.Refines(other, one)) ? other : one;

    private static string? Root(string type, Ontology ontology) => type is "RETREAT" or "CONCEDE" ? "08" : ontology.Find(type)?.Cameo;

    private static string? Unspecified(string root) => root == "08" ? null : root + "0";

    /// <summary>"agreed to stop the shelling", "threatened to shell": what was asked for, promised or refused is not the deed but its end, and what is threatened is the deed.</summary>
    private static bool OfItsEnd(Composition composed) => composed.Type is "AGREE" or "THREATEN" or "RETREAT" or "CONCEDE" || composed.Mode == "yield";

    private static string Finest(SentenceView s, TriggerMatch match, string code)
    {
        code = Told(s, match.Token, code, trigger: true) ?? code;
        if (match.Noun && match.Support >= 0 && match.Support != match.Token)
        {
            code = Matter(s, match.Support, match.Token, code, 1) ?? code;
        }

        // "military aid worth two million dollars": the nearest word tells.
        return Matter(s, match.Token, -1, code, 1) ?? code;
    }

    private static string? Matter(SentenceView s, int of, int but, string code, int depth)
    {
        foreach (int child in s.Children(of))
        {
            if (child == but || !IsMatter(s, child, code))
            {
                continue;
            }

            if ((Told(s, child, code, trigger: false) ?? (depth < Deepest ? Matter(s, child, but, code, depth + 1) : null)) is { } finer)
            {
                return finer;
            }
        }

        return null;
    }

    /// <summary>The word with the one before it, as in "war crimes", else alone.</summary>
    private static string? Told(SentenceView s, int token, string code, bool trigger)
    {
        foreach (int child in s.Children(token))
        {
            if (child < token && s.Relation(child) is "compound" or "amod" && s.Lexicon.Cameo.Finer(code, s.Lemma(child) + " " + s.Lemma(token), trigger) is { } finer)
            {
                return finer;
            }
        }

        // "step down", else "step".
        return s.Lexicon.Cameo.Finer(code, TriggerIndex.WithParticle(s, token), trigger) ?? s.Lexicon.Cameo.Finer(code, s.Lemma(token), trigger);
    }

    private static bool IsMatter(SentenceView s, int token, string code) => s.Relation(token) switch
    {
        "obj" or "iobj" or "xcomp" or "ccomp" or "amod" or "compound" or "conj" or "acl" => true,
        "advcl" => s[token].Xpos == "VB",
        "nsubj" => s.Deprel(token) == "nsubj:pass" || code.StartsWith("18", StringComparison.Ordinal),
        "obl" or "nmod" => s.Deprel(token) != "nmod:poss" && !s.Lexicon.In("other-time", s.Case(token)),
        _ => false,
    };
}
