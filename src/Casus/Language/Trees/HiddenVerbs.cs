using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Past tenses that the tree takes for participles before a noun: "China voiced support", where the tag says that it is a finite verb, "Chad eased sanctions", where the noun has a subject, and "arrested two men and seized rifles",
/// where a deed is told and joined to another, or "had struck camps". Such a tree is built anew about that verb, whose object the noun is.
/// </summary>
internal sealed class HiddenVerbs
{
    private readonly FrozenDictionary<string, (string Lemma, bool Joined)> words;
    private readonly FrozenSet<string> deeds;

    public HiddenVerbs(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/joined-deeds"];
        int word = table.Column("word"), lemma = table.Column("lemma"), may = table.Column("joined");
        words = table.Rows.ToFrozenDictionary(r => r[word], r => (r[lemma], r[may] == "yes"), StringComparer.Ordinal);
        deeds = table.Words("lemma");
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        // Each verb that is found tells more of those behind it.
        for (int i = 1; i + 1 < sentence.Tokens.Length; i++)
        {
            Token word = sentence.Tokens[i];
            if (word is { Upos: "NOUN", Deprel: "xcomp" or "advcl" or "ccomp" } && word.Form.EndsWith("ing", StringComparison.Ordinal) && TreeShape.Has(sentence, i, (_, t) => t.Deprel == "obj"))
            {
                // "denied | bombing | the port": a clause, and only the tag has it for a noun.
                sentence = sentence.Rebuilt(sentence.Tokens.SetItem(i, word with { Upos = "VERB", Xpos = "VBG" }));
            }
            else if (word.Deprel is "amod" or "compound" && word.Head > i && (word.Xpos == "VBD" || IsBehindSubject(sentence, i) ? Told(sentence, i) : word.Xpos == "VBN" ? Joined(sentence, i) ?? Had(sentence, i) : null) is { } mended)
            {
                sentence = sentence.Rebuilt(mended);
            }
        }

        return sentence;
    }

    /// <summary>"| Pakistan | eased sanctions": right behind what the tree itself calls a subject, where a clause has no other verb.</summary>
    private static bool IsBehindSubject(Sentence sentence, int word)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        return (tokens[word].Xpos == "VBN" || tokens[word] is { Xpos: "NN", Form: "cut" }) && tokens[word].Head is var noun && tokens[noun].Deprel is "root" or "ccomp" or "parataxis"
            && tokens[word - 1] is { Deprel: "nsubj", Upos: "PROPN" or "NOUN" or "PRON" } subject && (subject.Head == noun || subject.Head == word) && !HasVerb(sentence, noun);
    }

    /// <summary>"China voiced support for Peru": the noun stands where a clause has its verb, and a name or noun before the two has no other part in it.</summary>
    private static ImmutableArray<Token>? Told(Sentence sentence, int verb)
    {
        Token[] tokens = [.. sentence.Tokens];
        int noun = tokens[verb].Head, subject = -1;
        if (tokens[noun].Deprel is not ("root" or "conj" or "ccomp" or "parataxis" or "advcl") || tokens[noun].Upos is not ("NOUN" or "PROPN") || sentence.Tokens[verb - 1].Form == "-" || HasVerb(sentence, noun))
        {
            return null;
        }

        foreach (int child in Before(sentence, verb, noun))
        {
            if (tokens[child].Upos is "NOUN" or "PROPN" or "PRON" && tokens[child].Deprel is "nsubj" or "compound" or "nmod" or "obl" or "dep" && !HasCase(sentence, child))
            {
                subject = child;
            }
        }

        if (subject < 0)
        {
            return null;
        }

        foreach (int child in Before(sentence, verb, noun))
        {
            bool describes = child < subject && tokens[child].Deprel is "compound" or "amod" or "det" or "nummod";
            tokens[child] = child == subject ? tokens[child] with { Head = verb, Deprel = "nsubj" }
                : describes ? tokens[child] with { Head = subject }
                : tokens[child] with { Head = verb, Deprel = tokens[child].Deprel == "nmod" ? "obl" : tokens[child].Deprel };
        }

        return Built(sentence, tokens, verb, noun, tokens[noun].Head, tokens[noun].Deprel, tokens[verb].Lemma);
    }

    /// <summary>"arrested two men and seized rifles", "killed a guard, burned shops and fled": a deed known to be told after another in the past.</summary>
    private ImmutableArray<Token>? Joined(Sentence sentence, int participle)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int noun = tokens[participle].Head;
        if (tokens[participle - 1].Head != noun || tokens[noun].Deprel != "conj" || !words.TryGetValue(tokens[participle].Form, out (string Lemma, bool Joined) told))
        {
            return null;
        }

        int before = tokens[noun].Head;
        while (before >= 0 && tokens[before].Upos != "VERB")
        {
            before = tokens[before].Head;
        }

        bool listed = tokens[participle - 1].Form == ",", goesOn = before >= 0 && listed && GoesOn(sentence, before, participle);
        // "struck the village, burned a clinic and looted shops"
        bool third = before >= 0 && !listed && tokens[participle - 1].Deprel == "cc" && tokens[before] is { Deprel: "conj", Head: >= 0 and var opening } && tokens[opening].Upos == "VERB";
        if (before < 0 || before > participle || !(deeds.Contains(tokens[before].Lemma) || words.ContainsKey(tokens[before].Form)) || !IsPast(sentence, before) || !(told.Joined ? listed || tokens[participle - 1].Deprel == "cc" : goesOn || third))
        {
            return null;
        }

        Token[] built = [.. tokens];
        built[participle - 1] = built[participle - 1] with { Head = participle };
        return Built(sentence, built, participle, noun, before, "conj", told.Lemma);
    }

    /// <summary>Another verb is joined behind.</summary>
    private static bool GoesOn(Sentence sentence, int verb, int behind)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (child > behind && sentence.Tokens[child] is { Deprel: "conj", Upos: "VERB" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Oslo said it had struck camps": a deed known to be told, behind what the tree takes for a verb of having.</summary>
    private ImmutableArray<Token>? Had(Sentence sentence, int participle)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int noun = tokens[participle].Head, had = participle - 1;
        if (tokens[had].Lemma != "have" || tokens[noun].Deprel != "obj" || tokens[noun].Head != had || !words.TryGetValue(tokens[participle].Form, out (string Lemma, bool Joined) told) || !told.Joined)
        {
            return null;
        }

        Token[] built = [.. tokens];
        ImmutableArray<Token> mended = Built(sentence, built, participle, noun, tokens[had].Head, tokens[had].Deprel, told.Lemma);
        built = [.. mended];
        built[participle] = built[participle] with { Xpos = "VBN" };
        built[had] = built[had] with { Upos = "AUX", Head = participle, Deprel = "aux" };
        foreach (int child in sentence.Children(had))
        {
            if (child != noun)
            {
                built[child] = built[child] with { Head = participle };
            }
        }

        return [.. built];
    }

    private static ImmutableArray<Token> Built(Sentence sentence, Token[] tokens, int verb, int noun, int head, string relation, string lemma)
    {
        tokens[verb] = tokens[verb] with { Upos = "VERB", Xpos = "VBD", Lemma = lemma, Head = head, Deprel = relation };
        tokens[noun] = tokens[noun] with { Head = verb, Deprel = "obj" };
        foreach (int child in sentence.Children(noun))
        {
            if (tokens[child].Head == noun && tokens[child].Deprel is "punct" or "parataxis" or "advcl" or "mark" or "cc")
            {
                tokens[child] = tokens[child] with { Head = verb };
            }
        }

        return [.. tokens];
    }

    /// <summary>What hangs on either of the two and stands before them.</summary>
    private static List<int> Before(Sentence sentence, int verb, int noun)
    {
        List<int> found = [];
        for (int i = 0; i < verb; i++)
        {
            if ((sentence.Tokens[i].Head == verb || sentence.Tokens[i].Head == noun) && sentence.Tokens[i].Deprel is not ("punct" or "cc" or "mark"))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>"was an occupied town", "the talks are a stalled affair": the noun has its verb already.</summary>
    private static bool HasVerb(Sentence sentence, int noun)
    {
        foreach (int child in sentence.Children(noun))
        {
            if (sentence.Tokens[child].Deprel is "cop" or "aux")
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCase(Sentence sentence, int noun) => TreeShape.Has(sentence, noun, (_, t) => t.Deprel == "case");

    /// <summary>The tags take "shot" for a present, too.</summary>
    private bool IsPast(Sentence sentence, int verb)
    {
        if (sentence.Tokens[verb].Xpos != "VBN")
        {
            return sentence.Tokens[verb].Xpos == "VBD" || (sentence.Tokens[verb].Xpos == "VBP" && words.ContainsKey(sentence.Tokens[verb].Form));
        }

        foreach (int child in sentence.Children(verb))
        {
            if (sentence.Tokens[child] is { Deprel: "aux", Lemma: "have" })
            {
                return true;
            }
        }

        return false;
    }
}
