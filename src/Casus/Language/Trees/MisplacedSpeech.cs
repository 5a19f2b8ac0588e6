using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "Jets bombed a camp, the ministry said, a day after …": where words of speech stand inside a sentence the parser may take them for its verb and hang what was done on
/// the doer like a clause that describes it. Such a tree is built anew about the deed: a verb of speech has one subject, the one beside it.
/// </summary>
internal sealed class MisplacedSpeech
{
    private readonly FrozenSet<string> speech;
    private readonly FrozenSet<string> outcomes;

    public MisplacedSpeech(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/speech"];
        int word = table.Column("word"), frames = table.Column("frames");
        speech = table.Rows.Where(r => r[frames].Contains('c')).Select(r => r[word]).ToFrozenSet(StringComparer.Ordinal);
        KnowledgeTable came = knowledge.Tables["cues/outcome-verbs"];
        int outcome = came.Column("word");
        outcomes = came.Rows.Select(r => r[outcome]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Upos == "VERB" && IsFinite(tokens[i]) && speech.Contains(tokens[i].Lemma) && (Between(sentence, i) ?? Joined(sentence, i) ?? AndMore(sentence, i) ?? Relative(sentence, i) ?? That(sentence, i) ?? Believed(sentence, i) ?? CameOf(sentence, i)) is { } mended)
            {
                return sentence.Rebuilt(mended);
            }
        }

        return sentence;
    }

    /// <summary>"Jets bombed a camp, the ministry said": two subjects, of which the first has the deed.</summary>
    private static ImmutableArray<Token>? Between(Sentence sentence, int said)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int first = -1, speaker = -1;
        foreach (int child in sentence.Children(said))
        {
            if (child < said && tokens[child].Deprel is "nsubj" or "nsubj:pass")
            {
                (first, speaker) = (first < 0 ? child : first, child);
            }
        }

        int begin = first < 0 ? -1 : sentence.Leftmost(speaker);
        if (speaker == first || begin < 1 || tokens[begin - 1].Form != ",")
        {
            return null;
        }

        foreach (int child in sentence.Children(first))
        {
            if (child > first && child < begin && tokens[child].Deprel is "acl" or "acl:relcl" && IsFinite(tokens[child]) && !IsRelative(sentence, child))
            {
                return Built([.. tokens], child, first, said, "parataxis", speaker);
            }
        }

        return null;
    }

    /// <summary>"…, killing 34 patients and staff, | the army and a medic said": who says it, taken for more of those before the comma.</summary>
    private static ImmutableArray<Token>? Joined(Sentence sentence, int said)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        bool told = false;
        foreach (int child in sentence.Children(said))
        {
            if (tokens[child].Deprel is "nsubj" or "nsubj:pass" or "aux:pass" or "expl" or "cop")
            {
                return null;
            }

            told |= child < said && tokens[child].Deprel is "ccomp" or "parataxis";
        }

        // ", the minister, Ana Silva, | said"
        int end = tokens[said - 1].Form == "," ? said - 2 : said - 1, comma = end, name = -1;
        for (; comma > 0 && (tokens[comma].Form != "," || (end < said - 1 && name < 0)); comma--)
        {
            name = tokens[comma].Form == "," ? comma : name;
        }

        if (!told || comma <= 0 || comma == end || (name > 0 && tokens[TreeShape.Top(tokens, end, name + 1, said)] is not { Upos: "PROPN", Deprel: "appos" }))
        {
            return null;
        }

        int speaker = TreeShape.Top(tokens, end, comma + 1, said);
        if (tokens[speaker] is not { Upos: "NOUN" or "PROPN", Deprel: "conj" or "appos" } || tokens[speaker].Head >= comma || sentence.Leftmost(speaker) > comma + 1)
        {
            return null;
        }

        Token[] built = [.. tokens];
        built[speaker] = tokens[speaker] with { Head = said, Deprel = "nsubj" };
        built[comma] = tokens[comma] with { Head = said };
        return TreeShape.IsTree(built) ? [.. built] : null;
    }

    /// <summary>"said | 23 of its men | and 200 rebels had been killed": the first of those killed, taken for what is said.</summary>
    private static ImmutableArray<Token>? AndMore(Sentence sentence, int said)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int first = -1, content = -1, second = -1;
        foreach (int child in sentence.Children(said))
        {
            first = child > said && content < 0 && tokens[child].Deprel == "obj" ? child : first;
            content = child > said && tokens[child].Deprel == "ccomp" ? child : content;
        }

        foreach (int child in content < 0 ? [] : sentence.Children(content))
        {
            second = child > first && child < content && tokens[child].Deprel is "nsubj" or "nsubj:pass" ? child : second;
        }

        if (first < 0 || second < 0 || !TreeShape.Has(sentence, second, (c, t) => c < second && c == sentence.Leftmost(second) && t.Deprel == "cc"))
        {
            return null;
        }

        Token[] built = [.. tokens];
        built[first] = tokens[first] with { Head = content, Deprel = tokens[second].Deprel };
        built[second] = tokens[second] with { Head = first, Deprel = "conj" };
        return TreeShape.IsTree(built) ? [.. built] : null;
    }

    /// <summary>"said on its channel | that one of its men had done it": what is said, taken for what the channel is.</summary>
    private static ImmutableArray<Token>? That(Sentence sentence, int said)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int content = -1;
        foreach (int child in sentence.Children(said))
        {
            if (tokens[child].Deprel is "ccomp" or "obj" or "xcomp")
            {
                return null;
            }

            if (child > said && tokens[child].Deprel == "obl")
            {
                foreach (int clause in sentence.Children(child))
                {
                    content = tokens[clause].Deprel == "acl" && TreeShape.Has(sentence, clause, (_, t) => t is { Deprel: "mark", Form: "that" }) && TreeShape.Has(sentence, clause, (_, t) => t.Deprel is "nsubj" or "nsubj:pass") ? clause : content;
                }
            }
        }

        return content < 0 ? null : tokens.SetItem(content, tokens[content] with { Head = said, Deprel = "ccomp" });
    }

    /// <summary>"fined two firms | it said | had shipped arms": the firms had, and the fine is what is told.</summary>
    private static ImmutableArray<Token>? Relative(Sentence sentence, int said)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int deed = -1, content = -1;
        foreach (int child in sentence.Children(said))
        {
            if (tokens[child].Deprel == "ccomp")
            {
                (deed, content) = child < said ? (child, content) : (deed, child);
            }
        }

        if (said < 3 || deed < 0 || content < 0 || tokens[said - 1] is not { Upos: "PRON", Deprel: "nsubj" } || tokens[said - 1].Head != said || !IsFinite(tokens[content]) && !TreeShape.Has(sentence, content, (_, t) => t.Deprel == "aux" && IsFinite(t))
            || TreeShape.Has(sentence, content, (_, t) => t.Deprel is "nsubj" or "nsubj:pass" or "mark" or "expl"))
        {
            return null;
        }

        int those = TreeShape.Top(tokens, said - 2, deed + 1, said - 1);
        if (tokens[those] is not { Deprel: "obj", Upos: "NOUN" or "PROPN" } || tokens[those].Head != deed)
        {
            return null;
        }

        Token[] built = [.. tokens];
        foreach (int child in sentence.Children(said))
        {
            built[child] = child == content || child == said - 1 ? tokens[child] : tokens[child] with { Head = deed };
        }

        built[deed] = tokens[deed] with { Head = tokens[said].Head, Deprel = tokens[said].Deprel };
        built[said] = tokens[said] with { Head = those, Deprel = "acl:relcl" };
        return TreeShape.IsTree(built) ? [.. built] : null;
    }

    /// <summary>"Gunmen believed to belong to a gang abducted a nurse": what seems to describe the gang has an object, as only a verb that acts can.</summary>
    private static ImmutableArray<Token>? Believed(Sentence sentence, int believed)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int doer = -1, what = -1;
        foreach (int child in sentence.Children(believed))
        {
            doer = child < believed && tokens[child].Deprel == "nsubj" ? child : doer;
            what = child > believed && tokens[child].Deprel == "xcomp" ? child : what;
            if (tokens[child].Deprel is "aux" or "aux:pass" or "ccomp" or "obj")
            {
                return null;
            }
        }

        for (int deed = what + 1; doer >= 0 && what >= 0 && deed < tokens.Length; deed++)
        {
            if (tokens[deed] is { Deprel: "acl", Xpos: "VBD" or "VBN" } && IsWithin(tokens, deed, what) && !IsRelative(sentence, deed) && HasObject(sentence, deed))
            {
                return Built([.. tokens], deed, doer, believed, "acl", doer);
            }
        }

        return null;
    }

    /// <summary>"Two rockets landed near the gates, the ministry said, | injuring | nine": what came of the deed, and not of its being told.</summary>
    private ImmutableArray<Token>? CameOf(Sentence sentence, int said)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int deed = tokens[said].Deprel == "parataxis" && tokens[said].Head < said ? tokens[said].Head : -1, harm = -1;
        foreach (int child in sentence.Children(said))
        {
            deed = deed < 0 && child < said && tokens[child] is { Deprel: "ccomp", Upos: "VERB" } ? child : deed;
            harm = child > said && tokens[child] is { Xpos: "VBG", Deprel: "advcl" or "ccomp" or "xcomp" or "conj" } && tokens[child - 1].Form == "," && outcomes.Contains(tokens[child].Form) ? child : harm;
        }

        return deed < 0 || harm < 0 || tokens[said + 1].Form is not "," || TreeShape.HasSubject(sentence, harm) ? null : tokens.SetItem(harm, tokens[harm] with { Head = deed, Deprel = "advcl" });
    }

    /// <param name="kept">Of what hangs on the verb of speech, what stays there; what stands between it and that verb does too.</param>
    private static ImmutableArray<Token> Built(Token[] tokens, int deed, int doer, int said, string relation, int kept)
    {
        tokens[deed] = tokens[deed] with { Upos = "VERB", Xpos = tokens[deed].Xpos == "VBN" ? "VBD" : tokens[deed].Xpos, Head = tokens[said].Head, Deprel = tokens[said].Deprel };
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == said && i != kept && i != deed && (i > Math.Max(said, deed) || i < Math.Min(kept, said)))
            {
                bool describes = tokens[i].Deprel is "ccomp" && tokens[i].Xpos == "VBG";
                tokens[i] = tokens[i] with { Head = deed, Deprel = describes ? "advcl" : tokens[i].Deprel };
            }
        }

        tokens[doer] = tokens[doer] with { Head = deed, Deprel = "nsubj" };
        tokens[said] = tokens[said] with { Head = relation == "acl" ? doer : deed, Deprel = relation, Xpos = relation == "acl" ? "VBN" : tokens[said].Xpos };
        return [.. tokens];
    }

    private static bool IsFinite(Token verb) => verb.Xpos is "VBD" or "VBN" or "VBZ" or "VBP";

    private static bool IsRelative(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (sentence.Tokens[child] is { Xpos: "WDT" or "WP" or "WP$" or "WRB" or "TO" } or { Deprel: "nsubj" or "nsubj:pass" or "aux:pass" or "mark" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasObject(Sentence sentence, int verb)
    {
        foreach (int child in sentence.Children(verb))
        {
            if (child > verb && sentence.Tokens[child].Deprel == "obj")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWithin(ImmutableArray<Token> tokens, int token, int of)
    {
        for (; token >= 0; token = tokens[token].Head)
        {
            if (token == of)
            {
                return true;
            }
        }

        return false;
    }
}
