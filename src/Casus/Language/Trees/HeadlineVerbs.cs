using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "Kenya lifts travel ban", "Gunmen raid village", "Oslo froze aid": a headline or short sentence whose only verb looks like a noun, so that the tree takes all of it for one long noun.
/// Such a tree is built anew about that verb: who stands before it does it, and the noun phrase behind it is what it is done to.
/// </summary>
internal sealed class HeadlineVerbs
{
    private const int LongestSubject = 6, LongestName = 3;

    /// <summary>What strikes in a headline, and names no list of what it strikes.</summary>
    private static readonly FrozenSet<string> Striking = new[] { "bomb", "blast", "explosion", "missile", "rocket", "drone", "attack", "strike", "airstrike", "bomber", "gunman" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, (string Lemma, bool Noun)> verbs;
    private readonly FrozenSet<string> plurals, people;

    public HeadlineVerbs(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/headline-verbs"];
        int word = table.Column("word"), lemma = table.Column("lemma"), noun = table.Column("noun");
        verbs = table.Rows.ToFrozenDictionary(r => r[word], r => (r[lemma], r[noun] == "yes"), StringComparer.OrdinalIgnoreCase);
        plurals = Plurals(knowledge);
        people = People(knowledge, "person");
    }

    /// <summary>Words of several people that have no ending to say so.</summary>
    internal static FrozenSet<string> Plurals(KnowledgeBase knowledge)
    {
        KnowledgeTable names = knowledge.Tables["cues/plural-names"];
        int name = names.Column("word");
        return names.Rows.Select(r => r[name]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>By its ending, whatever it names.</summary>
    internal static bool EndsAsSeveral(Token word) => word.Xpos is "NNS" or "NNPS" || word.Form.EndsWith("men", StringComparison.Ordinal);

    /// <summary>Makes a clause behind it one beside the first.</summary>
    internal static bool Opens(Token word) => word.Deprel == "mark" || word.Xpos is "WDT" or "WP" or "WRB" || word.Form is "," or ";" or ":" or "after" or "as";

    /// <summary>Nouns of one word for people, in the singular.</summary>
    internal static FrozenSet<string> People(KnowledgeBase knowledge, params string[] kinds)
    {
        KnowledgeTable table = knowledge.Tables["actors/generic"];
        int noun = table.Column("noun"), kind = table.Column("kind");
        return table.Rows.Where(r => kinds.Contains(r[kind]) && !r[noun].Contains(' ')).Select(r => r[noun]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence) => WithNext(WithFirst(sentence));

    /// <summary>"Gunmen kill seven|, abduct 30 |in Zamfara": what they did next, by a verb that looks like a noun.</summary>
    private Sentence WithNext(Sentence sentence)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        for (int i = 3; i + 1 < old.Length; i++)
        {
            if (old[i - 1].Form != "," || old[i].Upos is not ("NOUN" or "PROPN" or "ADJ") || !verbs.TryGetValue(old[i].Form, out (string Lemma, bool Noun) row) || row.Lemma != old[i].Form || ObjectOf(old, i) is not (> 0 and var noun))
            {
                continue;
            }

            int verb = i - 1;
            while (verb >= 0 && old[verb].Upos != "VERB")
            {
                verb--;
            }

            if (verb < 1 || old[verb] is not { Head: < 0, Xpos: "VBP" or "VB" or "VBD" })
            {
                continue;
            }

            Token[] tokens = Built([.. old], i, noun, row.Lemma);
            for (int j = 0; j < i; j++)
            {
                tokens[j] = old[j];
            }

            tokens[i] = tokens[i] with { Head = verb, Deprel = "conj" };
            if (TreeShape.IsTree(tokens))
            {
                return sentence.Rebuilt([.. tokens]);
            }
        }

        return sentence;
    }

    private Sentence WithFirst(Sentence sentence)
    {
        if (Base(sentence.Tokens) is >= 0 and var told)
        {
            Token verb = sentence.Tokens[told];
            return sentence.Rebuilt(sentence.Tokens.SetItem(told, verb with { Xpos = "VBP", Lemma = verb.Form.ToLowerInvariant() }));
        }

        if (OfVerb(sentence) is >= 0 and var doer)
        {
            return sentence.Rebuilt(sentence.Tokens.SetItem(doer, sentence.Tokens[doer] with { Deprel = "nsubj" }));
        }

        ImmutableArray<Token> tokens = WithPeople(sentence.Tokens);
        if (Pair(tokens) is { } pair && TreeShape.IsTree(pair))
        {
            return sentence.Rebuilt([.. pair]);
        }

        for (int i = 0; i + 1 < tokens.Length && i <= LongestSubject; i++)
        {
            if (i > 0 && IsVerb(tokens, i) && IsPast(tokens[i]) && TreeShape.Has(sentence, i, (_, t) => t.Deprel == "nsubj") && TreeShape.Has(sentence, i, (_, t) => t.Deprel == "obj"))
            {
                // "Kenya | lent | Togo a boat": the tree has it for the verb, and only the tag does not.
                return sentence.Rebuilt(tokens.SetItem(i, tokens[i] with { Upos = "VERB", Xpos = "VBD", Lemma = verbs[tokens[i].Form].Lemma }));
            }

            if (i > 0 && IsVerb(tokens, i) && ObjectOf(tokens, i) is > 0 and var noun && !IsToldLater(tokens, i, noun) && Suits(tokens, i, noun)
                && Built([.. tokens], i, noun, verbs[tokens[i].Form].Lemma) is var mended && TreeShape.IsTree(mended))
            {
                return sentence.Rebuilt([.. mended]);
            }

            if (!(tokens[i].Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" or "DET" || tokens[i].Xpos is "POS" or "HYPH" || (i > 0 && tokens[i] is { Deprel: "case", Form: "on" or "in" or "from" or "with" })))
            {
                return sentence;
            }
        }

        return sentence;
    }

    /// <summary>"| Army | shells village": who does it, taken for a part of the verb's name; -1: nobody.</summary>
    private static int OfVerb(Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 1; i < tokens.Length && i <= LongestSubject; i++)
        {
            if (tokens[i] is { Upos: "VERB", Head: < 0, Xpos: "VBZ" or "VBP" or "VBD" })
            {
                return tokens[i - 1] is { Upos: "NOUN" or "PROPN", Deprel: "compound" or "nmod", Head: var head } && head == i && !TreeShape.HasSubject(sentence, i) ? i - 1 : -1;
            }
        }

        return -1;
    }

    /// <summary>"Houthis | threaten | to resume attacks": a verb whose own ending looks like that of a participle; -1 where there is none.</summary>
    private int Base(ImmutableArray<Token> tokens)
    {
        for (int i = 1; i < tokens.Length && i <= LongestSubject; i++)
        {
            if (tokens[i] is { Upos: "VERB", Xpos: "VBN" or "VBD", Deprel: "root", Form: [.., 'e', 'n'] form } && verbs.TryGetValue(form, out (string Lemma, bool) row) && row.Lemma == form)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>"Boko Haram | fighters | raid village": several people before a verb that looks like a noun, whom the tree has for the verb.</summary>
    private ImmutableArray<Token> WithPeople(ImmutableArray<Token> tokens)
    {
        for (int i = 0; i + 2 < tokens.Length && i <= LongestSubject; i++)
        {
            if (tokens[i] is { Upos: "VERB", Xpos: "VBZ", Form: [.. var one, 's'] } word && people.Contains(one) && verbs.TryGetValue(tokens[i + 1].Form, out (string Lemma, bool Noun) next) && next.Lemma == tokens[i + 1].Form)
            {
                return tokens.SetItem(i, word with { Upos = "NOUN", Xpos = "NNS", Lemma = one });
            }
        }

        return tokens;
    }

    private bool IsVerb(ImmutableArray<Token> tokens, int word) =>
        verbs.ContainsKey(tokens[word].Form) && (tokens[word - 1].Upos is "NOUN" or "PROPN" || Striking.Contains(tokens[word - 1].Form))
        && (tokens[word].Upos is "NOUN" or "PROPN" or "ADJ" || tokens[word].Deprel is "nsubj" or "compound" || (tokens[word].Deprel is "discourse" or "parataxis" or "list" && !verbs[tokens[word].Form].Noun));

    /// <summary>"Israel | , | Hamas trade fire in Gaza": two names that a comma joins, as headlines have it, before a verb that looks like a noun; null for others.</summary>
    private Token[]? Pair(ImmutableArray<Token> old)
    {
        int comma = 1;
        while (comma < old.Length && comma <= LongestName && old[comma].Upos == "PROPN")
        {
            comma++;
        }

        int verb = comma + 1;
        while (verb < old.Length && verb <= comma + LongestName && old[verb].Upos == "PROPN" && !verbs.ContainsKey(old[verb].Form))
        {
            verb++;
        }

        if (verb >= old.Length || verb < comma + 2 || old[comma].Form != "," || !IsName(old, comma))
        {
            return null;
        }

        if (old[verb] is { Upos: "VERB", Xpos: "VBP" or "VB" } && (old[verb].Deprel == "root" || (old[verb].Deprel == "parataxis" && old[verb].Head == comma - 1 && old[comma - 1].Head < 0)))
        {
            // "Kenya, Somalia | agree | to talk", "Saudi Arabia, Iran | restore | ties": the verb is there, of which the tree has only one for its subject, or which it has beside a name.
            Token[] told = [.. old];
            for (int i = verb + 1; i < told.Length; i++)
            {
                told[i] = told[i].Head == comma - 1 ? told[i] with { Head = verb } : told[i];
            }

            told[verb] = told[verb] with { Head = -1, Deprel = "root" };
            return WithSubjects(told, comma, verb);
        }

        if (verb + 1 >= old.Length || !verbs.TryGetValue(old[verb].Form, out (string Lemma, bool Noun) row) || old[verb].Form != row.Lemma
            || old[verb].Upos is not ("NOUN" or "PROPN" or "VERB" or "ADJ") || (old[verb].Upos == "VERB" && old[verb].Deprel == "root") || ObjectOf(old, verb) is not (> 0 and var noun) || IsToldLater(old, verb, noun))
        {
            return null;
        }

        return WithSubjects(Built([.. old], verb, noun, row.Lemma), comma, verb);
    }

    /// <summary>"Kenya", "| Saudi | Arabia".</summary>
    private static bool IsName(ImmutableArray<Token> tokens, int end) => tokens[0].Upos == "PROPN" || (tokens[0].Upos == "ADJ" && end > 1 && char.IsUpper(tokens[0].Form[0]));

    private static Token[] WithSubjects(Token[] tokens, int comma, int verb)
    {
        int first = comma - 1, second = verb - 1;
        for (int i = 0; i < verb; i++)
        {
            tokens[i] = i == first ? tokens[i] with { Head = verb, Deprel = "nsubj" }
                : i == second ? tokens[i] with { Head = first, Deprel = "conj" }
                : i == comma ? tokens[i] with { Head = second, Deprel = "punct" }
                : tokens[i] with { Head = i < first ? first : second, Deprel = "compound" };
        }

        return tokens;
    }

    /// <summary>The last noun of the phrase that follows, or a number right behind the verb; -1 where neither does.</summary>
    private static int ObjectOf(ImmutableArray<Token> tokens, int verb)
    {
        int noun = -1;
        for (int i = verb + 1 + Particles(tokens, verb); i < tokens.Length; i++)
        {
            if (tokens[i].Upos is "NOUN" or "PROPN" || (i == verb + 1 && tokens[i].Head == -1 && tokens[verb].Head == i))
            {
                noun = i;
            }
            else if (!(tokens[i].Upos is "ADJ" or "NUM" or "DET" || tokens[i].Xpos is "POS" or "HYPH" or "PRP$"))
            {
                break;
            }
        }

        return noun < 0 && tokens[verb + 1].Xpos == "CD" ? verb + 1 : noun;
    }

    /// <summary>"hands | over | two militants"</summary>
    private static int Particles(ImmutableArray<Token> tokens, int verb) => tokens[verb].Form is "hand" or "hands" && verb + 2 < tokens.Length && tokens[verb + 1].Form == "over" ? 1 : 0;

    /// <summary>Another verb tells what happened, and no word makes its clause one beside the first.</summary>
    private static bool IsToldLater(ImmutableArray<Token> tokens, int verb, int noun)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!(i >= verb && i <= noun) && tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return !Opens(tokens, noun, i);
            }
        }

        return false;
    }

    private static bool Opens(ImmutableArray<Token> tokens, int from, int verb)
    {
        for (int i = from; i < verb; i++)
        {
            if (Opens(tokens[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A form in "-s" behind one, any other behind several; and what may be a noun itself only before what no such noun would stand before.</summary>
    private bool Suits(ImmutableArray<Token> tokens, int verb, int noun)
    {
        if (IsPast(tokens[verb]))
        {
            return true;
        }

        (string lemma, bool isNoun) = verbs[tokens[verb].Form];
        Token before = tokens[Described(tokens.AsSpan(), verb)], next = tokens[verb + 1];
        if (isNoun && Particles(tokens, verb) > 0)
        {
            return true;
        }

        bool unmarked = plurals.Contains(before.Form);
        bool several = unmarked || EndsAsSeveral(before);
        if (string.Equals(tokens[verb].Form, lemma, StringComparison.OrdinalIgnoreCase))
        {
            return several;
        }

        if (!several && Striking.Contains(before.Form) && (tokens[noun].Upos == "NOUN" || (next.Upos == "PROPN" && !next.Form.EndsWith("day", StringComparison.Ordinal))))
        {
            // "Car bomb | targets | army convoy", "Houthi drone | strikes | Eilat"
            return true;
        }

        bool titled = tokens[verb].Form[0] is var first && char.IsUpper(first);
        return (!several || unmarked)
            && (!isNoun || next.Upos is "NUM" or "DET" or "ADJ" || (noun == verb + 1 && next.Upos == "VERB" && noun + 1 < tokens.Length && tokens[noun + 1].Form == "of") || (next.Upos == "PROPN" && !titled) || tokens[noun].Xpos is "NNS");
    }

    /// <summary>"froze", "lent": rare pasts that are nothing else.</summary>
    private bool IsPast(Token word) => !word.Form.EndsWith('s') && !string.Equals(word.Form, verbs[word.Form].Lemma, StringComparison.OrdinalIgnoreCase);

    /// <summary>"| Gunmen | on motorbikes storm church": the last word of the noun that the verb is about.</summary>
    private static int Described(ReadOnlySpan<Token> tokens, int verb)
    {
        for (int i = 1; i < verb - 1; i++)
        {
            if (tokens[i] is { Deprel: "case", Upos: "ADP" })
            {
                return i - 1;
            }
        }

        return verb - 1;
    }

    private Token[] Built(Token[] tokens, int verb, int noun, string lemma)
    {
        int described = Described(tokens, verb), subject = TreeShape.Top(tokens, described, 0, described + 1);
        tokens[verb] = tokens[verb] with { Upos = "VERB", Xpos = IsPast(tokens[verb]) ? "VBD" : string.Equals(tokens[verb].Form, lemma, StringComparison.OrdinalIgnoreCase) ? "VBP" : "VBZ", Lemma = lemma, Head = -1, Deprel = "root" };
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            tokens[i] = i == verb ? token
                : i == subject ? token with { Head = verb, Deprel = "nsubj" }
                : i < verb && i > described && token.Deprel == "case" ? token with { Head = verb - 1 }
                : i < verb ? token.Head < verb && token.Head >= 0 ? token : token with { Head = subject, Deprel = i == verb - 1 && described < i ? "nmod" : Describing(token) }
                : i == noun ? token with { Head = verb, Deprel = "obj", Upos = token.Upos == "VERB" ? "NOUN" : token.Upos }
                : i == verb + 1 && i < noun && token is { Form: "over", Upos: not "NOUN" } ? token with { Head = verb, Deprel = "compound:prt" }
                : i < noun ? token.Head > verb && token.Head <= noun ? token : token with { Head = noun, Deprel = Describing(token) }
                : token.Head == noun ? token.Deprel is "nmod" or "case" or "flat" or "appos" or "acl:relcl" ? token : token with { Head = verb, Deprel = Beside(token) }
                : token.Head < noun ? token with { Head = verb, Deprel = token.Deprel is "nmod" ? "obl" : Beside(token) }
                : token;
        }

        return tokens;
    }

    internal static string Describing(Token token) => token.Deprel is "amod" or "det" or "nummod" or "nmod:poss" or "case" or "punct" ? token.Deprel : "compound";

    internal static string Beside(Token token) => token.Deprel switch
    {
        "acl" when token.Xpos == "VBG" => "advcl",
        "root" or "amod" or "compound" or "list" or "appos" or "flat" => "parataxis",
        var same => same,
    };
}
