using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "A court on Tuesday freed the pastor", "Orlov, a former champion, called for sanctions", "after a refugee at the clinic begged him": where the tree takes the verb for a participle
/// and who does it for the root, or for a phrase of the preposition before it. Such a tree is built anew about that verb.
/// </summary>
internal sealed class StrayedSubjects(KnowledgeBase knowledge)
{
    private static readonly FrozenSet<string> Days = new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Verbs whose noun tells who or what somebody is.</summary>
    private static readonly FrozenSet<string> Describing = new[] { "be", "become", "remain", "stay", "seem", "appear", "prove", "turn", "make", "name", "dub", "title", "entitle", "nickname", "elect", "appoint", "declare", "consider", "report", "claim" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Openers = new[] { "after", "before", "since", "as", "until" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private readonly FrozenDictionary<string, string> deeds = Pairs(knowledge.Tables["cues/joined-deeds"]);

    private static FrozenDictionary<string, string> Pairs(KnowledgeTable table)
    {
        int word = table.Column("word"), lemma = table.Column("lemma");
        return table.Rows.ToFrozenDictionary(r => r[word], r => r[lemma], StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        sentence = WithSomeOfThem(OnAuxiliaries(sentence));
        for (int i = 3; i + 1 < sentence.Tokens.Length; i++)
        {
            Token word = sentence.Tokens[i];
            Token[]? mended = Called(sentence, i) is { } called ? called
                : word.Xpos is not ("VBN" or "VBD" or "VBZ") ? null
                : word.Deprel is "amod" && word.Head > i ? OnADay(sentence, i) ?? BeforeNumber(sentence, i)
                : word.Deprel == "acl" ? Apart(sentence, i) ?? BehindRelative(sentence, i)
                : word.Deprel is "advcl" or "parataxis" && word.Xpos != "VBN" ? BehindOpener(sentence, i)
                : word.Deprel == "conj" ? (word.Xpos == "VBN" ? null : BothOfThem(sentence, i)) ?? BothSaidOf(sentence, i)
                : null;
            if (mended is not null && TreeShape.IsTree(mended))
            {
                return sentence.Rebuilt([.. mended]);
            }
        }

        return sentence;
    }

    /// <summary>"| Nine people |, among them two children, died": those named between commas taken for the subject, and the subject for a circumstance.</summary>
    private static Sentence WithSomeOfThem(Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 2; i + 2 < tokens.Length; i++)
        {
            if (!(tokens[i].Form == "among" && tokens[i - 1].Form == "," && tokens[i + 1] is { Form: "them" or "whom", Head: >= 0 and var verb } && verb > i + 1 && tokens[verb].Upos == "VERB"))
            {
                continue;
            }

            int whole = TreeShape.Top(tokens, i - 2, 0, i - 1), some = -1;
            for (int k = i + 2; k < verb; k++)
            {
                some = tokens[k].Head == verb && tokens[k].Deprel is "nsubj" or "nsubj:pass" ? k : some;
            }

            if (some < 0 || tokens[whole].Head != verb || tokens[whole].Deprel is not ("obl" or "dep" or "dislocated") || TreeShape.Has(sentence, whole, (_, t) => t.Deprel == "case"))
            {
                continue;
            }

            Token[] built = [.. tokens];
            built[whole] = built[whole] with { Deprel = tokens[some].Deprel };
            built[some] = built[some] with { Head = whole, Deprel = "appos" };
            built[i + 1] = built[i + 1] with { Head = some, Deprel = "nmod" };
            return sentence.Rebuilt([.. built]);
        }

        return sentence;
    }

    /// <summary>"said that | Chad | had armed the rebels": who does it, hung on the auxiliary.</summary>
    private static Sentence OnAuxiliaries(Sentence sentence)
    {
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            if (sentence.Tokens[i] is { Deprel: "nsubj", Head: >= 0 and var helper } subject && sentence.Tokens[helper] is { Deprel: "aux", Head: >= 0 and var verb } && !TreeShape.HasSubject(sentence, verb))
            {
                return sentence.Rebuilt(sentence.Tokens.SetItem(i, subject with { Head = verb }));
            }
        }

        return sentence;
    }

    /// <summary>"called | Foreign Minister Abbas Araghchi | to discuss the war", "killed | Raed Saad |": somebody to whom something is done, taken for what somebody is called or becomes.</summary>
    private static Token[]? Called(Sentence sentence, int name)
    {
        Token word = sentence.Tokens[name];
        if (word is not { Deprel: "xcomp", Upos: "PROPN", Head: >= 0 and var verb } || verb > name || sentence.Tokens[verb] is not { Upos: "VERB" } act || Describing.Contains(act.Lemma)
            || (act.Lemma != "call" && TreeShape.Has(sentence, name, (_, t) => t.Deprel is "cop" or "case" or "mark" or "punct" && t.Form != ",")))
        {
            return null;
        }

        // "a trojan called Monokle" names it.
        bool somebody = false;
        foreach (int child in sentence.Children(verb))
        {
            if (sentence.Tokens[child].Deprel is "obj" or "nsubj:pass" or "aux:pass")
            {
                return null;
            }

            somebody |= sentence.Tokens[child].Deprel == "nsubj" && child < verb;
        }

        return somebody ? TreeShape.Hung(sentence.Tokens, name, verb, "obj") : null;
    }

    /// <summary>"Gunmen | on Friday | abducted a nurse": between a day and a noun, in a sentence that has no other verb.</summary>
    private Token[]? OnADay(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = old[verb].Head, day = verb - 1;
        if (!Days.Contains(old[day].Form) || old[day - 1].Form != "on" || !deeds.TryGetValue(old[verb].Form, out string? lemma) || HasFinite(old, verb, noun))
        {
            return null;
        }

        Token[] tokens = [.. old];
        int subject = TreeShape.Top(old, day - 2, 0, day - 1);
        if (old[subject].Upos is not ("NOUN" or "PROPN" or "PRON"))
        {
            return null;
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            bool strayed = old[i].Head < 0 || (i < verb ? old[i].Head >= verb : old[i].Head < verb);
            tokens[i] = i == verb ? Told(old[i], lemma, -1, "root")
                : i == subject ? old[i] with { Head = verb, Deprel = "nsubj" }
                : i == day ? old[i] with { Head = verb, Deprel = "obl" }
                : i == day - 1 ? old[i] with { Head = day, Deprel = "case" }
                : i == noun ? old[i] with { Head = verb, Deprel = "obj" }
                : old[i].Head == verb || strayed ? old[i] with { Head = i < verb ? subject : verb }
                : old[i];
        }

        return tokens;
    }

    /// <summary>"after an attack on a bus in Lima | wounded eleven guards": no participle stands before the number of a noun.</summary>
    private Token[]? BeforeNumber(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int noun = old[verb].Head, subject = old[noun].Head;
        if (old[verb + 1] is not { Upos: "NUM", Deprel: "nummod" } || old[verb + 1].Head != noun || subject < 0 || subject >= verb || !deeds.TryGetValue(old[verb].Form, out string? lemma)
            || TreeShape.Has(sentence, noun, (c, t) => c < verb && t.Deprel is "case" or "cc" or "det" or "punct"))
        {
            return null;
        }

        while (old[subject].Deprel is "nmod" or "compound" && old[subject].Head is >= 0 and var above)
        {
            subject = above;
        }

        int opener = Opener(sentence, subject, subject);
        if (opener < 0 || subject >= verb || old[subject].Deprel != "obl" || old[subject].Upos is not ("NOUN" or "PROPN"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = Told(old[verb], lemma, old[subject].Head, "advcl");
        Open(tokens, verb, subject, opener);
        tokens[noun] = old[noun] with { Head = verb, Deprel = "obj" };
        return tokens;
    }

    /// <summary>"Orlov, a former champion, | called for sanctions": behind an apposition, with an object or what it calls for, and no other verb.</summary>
    private static Token[]? Apart(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int root = old[verb].Head, noun = old[root].Deprel == "appos" ? old[root].Head : root;
        if (noun < 0 || noun > verb || old[noun].Head >= 0 || old[verb - 1].Form != "," || old[noun].Upos is not ("NOUN" or "PROPN") || !Takes(sentence, verb) || HasFinite(old, verb, verb)
            || !TreeShape.Has(sentence, noun, (c, t) => c < verb && t.Deprel == "appos"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = Told(old[verb], old[verb].Lemma, -1, "root");
        tokens[noun] = old[noun] with { Head = verb, Deprel = "nsubj" };
        return BelowVerb(sentence, tokens, noun, verb);
    }

    /// <summary>"An airstrike on a school that sheltered families | killed 19 people": behind a relative clause, whose object the tree has it describe.</summary>
    private static Token[]? BehindRelative(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int whom = old[verb].Head, relative = old[whom].Head;
        if (old[verb].Xpos != "VBD" || relative < 0 || old[relative].Deprel != "acl:relcl" || old[relative].Head is not (>= 0 and var noun) || noun > relative || old[noun].Upos is not ("NOUN" or "PROPN")
            || old[noun].Deprel is not ("root" or "ccomp" or "parataxis") || !TreeShape.Has(sentence, verb, (c, t) => c > verb && t.Deprel is "obj" or "obl")
            || TreeShape.Has(sentence, noun, (_, t) => t.Deprel is "cop" or "nsubj" or "aux"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = Told(old[verb], old[verb].Lemma, old[noun].Head, old[noun].Deprel);
        tokens[noun] = old[noun] with { Head = verb, Deprel = "nsubj" };
        foreach (int child in sentence.Children(noun))
        {
            tokens[child] = child > verb || old[child].Deprel is "mark" or "cc" ? old[child] with { Head = verb } : old[child];
        }

        return tokens;
    }

    /// <summary>"France, which ended its mission, and the union | condemned it": the first of those who do it, taken for a sentence of its own.</summary>
    private static Token[]? BothOfThem(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int above = old[verb].Head, first = above >= 0 && old[above].Deprel == "acl:relcl" ? old[above].Head : above, second = -1, and = -1;
        foreach (int child in sentence.Children(verb))
        {
            second = child < verb && old[child].Deprel == "nsubj" ? child : second;
            and = child < verb && old[child] is { Deprel: "cc", Form: "and" } ? child : and;
        }

        if (first < 0 || first > and || and > second || old[first].Head >= 0 || old[first].Upos is not ("NOUN" or "PROPN") || !TreeShape.Has(sentence, first, (c, t) => c < and && t.Deprel == "acl:relcl")
            || TreeShape.Has(sentence, first, (_, t) => t.Deprel is "cop" or "nsubj" or "aux"))
        {
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Head = -1, Deprel = "root" };
        Together(tokens, verb, first, and, second, "nsubj");
        return BelowVerb(sentence, tokens, first, verb);
    }

    /// <summary>"said | two nurses and a child | had died": nobody says nurses.</summary>
    private static Token[]? BothSaidOf(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int said = old[verb].Head, first = -1, second = -1, and = -1;
        if (said < 0 || said > verb || old[said] is not { Lemma: "say", Upos: "VERB" } || TreeShape.Has(sentence, said, (_, t) => t.Deprel == "ccomp"))
        {
            return null;
        }

        foreach (int child in sentence.Children(said))
        {
            first = child > said && child < verb && old[child] is { Deprel: "obj", Upos: "NOUN", Xpos: "NNS" or "NN" } ? child : first;
        }

        foreach (int child in sentence.Children(verb))
        {
            if (child < verb && old[child] is { Deprel: "nsubj" or "nsubj:pass" })
            {
                (first, second) = (first < 0 ? second : first, child);
            }

            and = child < verb && old[child] is { Deprel: "cc", Form: "and" } ? child : and;
        }

        if (first < 0 || first > and || and > second || old[and - 1].Form == ",")
        {
            // "said a guard, and nobody beside him, had died": between commas stands who did not.
            return null;
        }

        Token[] tokens = [.. old];
        tokens[verb] = old[verb] with { Deprel = "ccomp" };
        Together(tokens, verb, first, and, second, old[second].Deprel);
        return tokens;
    }

    /// <summary>"first and second", below the verb.</summary>
    private static void Together(Token[] tokens, int verb, int first, int and, int second, string relation)
    {
        tokens[first] = tokens[first] with { Head = verb, Deprel = relation };
        tokens[second] = tokens[second] with { Head = first, Deprel = "conj" };
        tokens[and] = tokens[and] with { Head = second };
    }

    /// <summary>"after | a bomb | fell": what opens the clause of a verb, and its subject.</summary>
    private static void Open(Token[] tokens, int verb, int subject, int opener)
    {
        tokens[subject] = tokens[subject] with { Head = verb, Deprel = "nsubj" };
        tokens[opener] = tokens[opener] with { Head = verb, Deprel = "mark", Upos = "SCONJ" };
    }

    /// <summary>What hung on the word behind the verb hangs on the verb.</summary>
    private static Token[] BelowVerb(Sentence sentence, Token[] tokens, int word, int verb)
    {
        foreach (int child in sentence.Children(word))
        {
            tokens[child] = child > verb ? tokens[child] with { Head = verb } : tokens[child];
        }

        return tokens;
    }

    private static bool Takes(Sentence sentence, int verb)
    {
        bool takes = false;
        foreach (int child in sentence.Children(verb))
        {
            switch (sentence.Tokens[child].Deprel)
            {
                case "obj" or "ccomp":
                    takes = true;
                    break;
                case "obl:agent" or "nsubj" or "aux" or "nsubj:pass" or "aux:pass":
                    return false;
                case "obl" when sentence.Tokens[verb].Form == "called":
                    takes |= TreeShape.Has(sentence, child, (_, t) => t is { Deprel: "case", Form: "for" or "on" });
                    break;
            }
        }

        return takes;
    }

    /// <summary>"after | a refugee working at a clinic | begged the minister": who does it, taken for a phrase of the clause before.</summary>
    private static Token[]? BehindOpener(Sentence sentence, int verb)
    {
        ImmutableArray<Token> old = sentence.Tokens;
        int head = old[verb].Head, described = -1;
        foreach (int child in sentence.Children(verb))
        {
            if (old[child] is { Deprel: "nsubj" or "advcl", Xpos: "VBN" or "VBG" } && child < verb)
            {
                // "after a drone | fired from Oman | wounded 20": what describes the one who did it.
                described = child;
            }
            else if (old[child].Deprel is "nsubj" or "nsubj:pass" or "mark" or "aux" or "csubj" or "expl")
            {
                return null;
            }
        }

        if (head < 0 || head > verb)
        {
            return null;
        }

        // The word before the verb, or before the participle that describes who did it, belongs to the phrase.
        for (int noun = (described < 0 ? verb : described) - 1; noun > head && noun < verb; noun = old[noun].Head)
        {
            if (old[noun].Deprel != "obl" || old[noun].Upos is not ("NOUN" or "PROPN"))
            {
                continue;
            }

            if (Math.Max(Opener(sentence, noun, noun), Opener(sentence, described, noun)) is >= 0 and var opener)
            {
                Token[] tokens = [.. old];
                tokens[verb] = old[verb] with { Deprel = "advcl" };
                Open(tokens, verb, noun, opener);
                if (described >= 0)
                {
                    tokens[described] = old[described] with { Head = noun, Deprel = "acl" };
                }

                return tokens;
            }
        }

        return null;
    }

    /// <summary>The word below another that may open a clause before a noun; -1: none.</summary>
    private static int Opener(Sentence sentence, int above, int noun)
    {
        foreach (int child in above < 0 ? [] : sentence.Children(above))
        {
            if (child < noun && sentence.Tokens[child].Deprel is "case" or "mark" && Openers.Contains(sentence.Tokens[child].Form))
            {
                return child;
            }
        }

        return -1;
    }

    private static Token Told(Token token, string lemma, int head, string relation) => token with { Upos = "VERB", Xpos = "VBD", Lemma = lemma, Head = head, Deprel = relation };

    /// <summary>Another verb tells what happened, before the one or the other word.</summary>
    private static bool HasFinite(ImmutableArray<Token> tokens, int verb, int before)
    {
        for (int i = 0; i <= before; i++)
        {
            if (i != verb && tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
            {
                return true;
            }
        }

        return tokens[verb].Head is var noun && noun >= 0 && tokens[noun].Deprel is not ("root" or "nmod" or "appos" or "obl") && tokens[noun].Head >= 0;
    }
}
