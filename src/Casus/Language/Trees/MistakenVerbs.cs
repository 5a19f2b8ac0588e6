using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "Gunmen on Monday shot dead an elder": words of which the first is always a verb before the second, which the parser at times takes for a noun and
/// then builds a sentence without a verb. Such a tree is built anew about that verb.
/// </summary>
internal sealed class MistakenVerbs
{
    private readonly FrozenDictionary<string, ImmutableArray<(string Next, string Lemma)>> verbs;

    public MistakenVerbs(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/mistaken-verbs"];
        int word = table.Column("word"), next = table.Column("next"), lemma = table.Column("lemma");
        verbs = table.Rows.GroupBy(r => r[word], r => (r[next], r[lemma]), StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i] is { Form: "shot", Deprel: "compound", Head: >= 0 and var whom } && ShotAtPeople(tokens, i - 1, i, whom) is { } told)
            {
                return sentence.Rebuilt([.. told]);
            }

            if (tokens[i] is { Form: "gassed", Deprel: "amod", Head: >= 0 and var gassed } && i > 2 && tokens[i - 1].Form == "-" && ShotAtPeople(tokens, i - 3, i, gassed) is { } mist)
            {
                return sentence.Rebuilt([.. mist]);
            }

            if (tokens[i].Upos is "NOUN" or "ADJ" && verbs.TryGetValue(tokens[i].Form, out ImmutableArray<(string Next, string Lemma)> readings))
            {
                foreach ((string next, string lemma) in readings)
                {
                    if (tokens[i + 1].Form == next && (tokens[i + 1].Deprel != "case" || IsClause(sentence, i)))
                    {
                        return sentence.Rebuilt([.. Built([.. tokens], i, lemma)]);
                    }
                }
            }
        }

        return sentence;
    }

    /// <summary>"Guards shot at a car" has somebody who does it; "her shot at the title", "it was a shot at goal" do not.</summary>
    private static bool IsClause(Sentence sentence, int verb)
    {
        bool subject = false;
        foreach (int child in sentence.Children(verb))
        {
            string relation = sentence.Tokens[child].Deprel;
            if (relation is "cop" or "det" or "nmod:poss" or "amod")
            {
                return false;
            }

            subject |= relation == "nsubj" && child < verb;
        }

        return subject;
    }

    /// <summary>"police | shot | protesters", "police | tear-gassed | protesters": several before it and several behind, which the tree takes for one name of things.</summary>
    private static Token[]? ShotAtPeople(ImmutableArray<Token> old, int who, int verb, int whom)
    {
        if (whom != verb + 1 || old[whom].Xpos != "NNS" || !(old[who].Xpos == "NNS" || old[who].Form.Equals("police", StringComparison.OrdinalIgnoreCase)) || old[who].Head != whom && old[who].Head != verb)
        {
            return null;
        }

        Token[] tokens = [.. old];
        bool clause = old[whom].Deprel != "nsubj";
        int head = clause ? old[whom].Head : old[old[whom].Head].Head;
        string relation = clause ? old[whom].Deprel : old[old[whom].Head].Deprel;
        int misplaced = clause ? -1 : old[whom].Head;
        tokens[verb] = old[verb] with { Upos = "VERB", Xpos = "VBD", Lemma = old[verb].Form == "shot" ? "shoot" : "gas", Head = head, Deprel = relation };
        tokens[whom] = old[whom] with { Head = verb, Deprel = "obj" };
        tokens[who] = old[who] with { Head = verb, Deprel = "nsubj" };
        for (int i = 0; i < tokens.Length; i++)
        {
            if (i < who && old[i].Head == whom)
            {
                tokens[i] = old[i] with { Head = who };
            }
            else if (i > whom && (old[i].Head == whom || (misplaced >= 0 && old[i].Head == misplaced && i != misplaced)))
            {
                tokens[i] = old[i] with { Head = verb, Deprel = old[i].Deprel == "nmod" ? "obl" : old[i].Deprel };
            }
            else if (i == misplaced)
            {
                tokens[i] = old[i] with { Head = verb, Deprel = "obl" };
            }
        }

        return tokens;
    }

    private static Token[] Built(Token[] tokens, int verb, string lemma)
    {
        int outcome = verb + 1, subject = SubjectOf(tokens, verb);
        // The verb takes the place of the highest of those that will hang on it.
        List<int> over = [];
        int top = verb;
        for (int x = tokens[verb].Head, below = verb; x >= 0 && tokens[below].Deprel != "ccomp"; below = x, x = tokens[x].Head)
        {
            if (x > verb || x == subject)
            {
                over.Add(top = x);
            }
        }

        tokens[verb] = tokens[verb] with { Upos = "VERB", Xpos = "VBD", Lemma = lemma, Head = tokens[top].Head, Deprel = tokens[top].Deprel };
        bool suffered = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (i == verb)
            {
                continue;
            }

            if (i == subject)
            {
                tokens[i] = tokens[i] with { Head = verb, Deprel = "nsubj", Upos = tokens[i].Upos == "ADJ" ? "NOUN" : tokens[i].Upos };
            }
            else if (i == outcome && tokens[i].Deprel != "case")
            {
                tokens[i] = tokens[i] with { Head = verb, Deprel = tokens[i].Xpos == "RP" ? "compound:prt" : "xcomp" };
            }
            else if (i < verb && subject > i && tokens[i].Head == verb && tokens[i].Deprel is "amod" or "compound" or "det" or "nummod" or "nmod:poss")
            {
                tokens[i] = tokens[i] with { Head = subject };
            }
            else if (i > outcome && (over.Contains(i) || tokens[i].Head == verb || tokens[i].Head == outcome || (subject >= 0 && tokens[i].Head == subject)))
            {
                bool struck = !suffered && tokens[i].Upos is "NOUN" or "PROPN" or "NUM" or "PRON" && !HasCase(tokens, i);
                suffered |= struck;
                tokens[i] = tokens[i] with { Head = verb, Deprel = struck ? "obj" : tokens[i].Deprel is "nmod" or "root" ? "obl" : tokens[i].Deprel == "acl" && !HasMark(tokens, i) ? "advcl" : tokens[i].Deprel };
            }
        }

        return tokens;
    }

    /// <summary>Its own subject, the noun it hangs on, or the word just before it; -1 for none.</summary>
    private static int SubjectOf(Token[] tokens, int verb)
    {
        int own = Array.FindIndex(tokens, t => t.Head == verb && t.Deprel.StartsWith("nsubj", StringComparison.Ordinal));
        if (own >= 0)
        {
            return own;
        }

        int above = tokens[verb].Head;
        return above >= 0 && above < verb && tokens[above].Upos is "NOUN" or "PROPN" or "PRON" ? above
            : tokens[verb - 1].Head == verb && tokens[verb - 1].Upos is "NOUN" or "PROPN" or "ADJ" ? verb - 1 : -1;
    }

    private static bool HasMark(Token[] tokens, int verb) => Array.Exists(tokens, t => t.Head == verb && t.Deprel == "mark");

    private static bool HasCase(Token[] tokens, int noun) => Array.Exists(tokens, t => t.Head == noun && t.Deprel == "case");
}
