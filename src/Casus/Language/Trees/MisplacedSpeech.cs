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

    public MisplacedSpeech(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/speech"];
        int word = table.Column("word"), frames = table.Column("frames");
        speech = table.Rows.Where(r => r[frames].Contains('c')).Select(r => r[word]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Upos == "VERB" && tokens[i].Xpos is "VBD" or "VBN" or "VBZ" or "VBP" && speech.Contains(tokens[i].Lemma) && (Between(tokens, i) ?? Believed(tokens, i)) is { } mended)
            {
                return new Sentence(sentence.Index, sentence.Block, sentence.Span, mended);
            }
        }

        return sentence;
    }

    /// <summary>"Jets bombed a camp, the ministry said": two subjects, of which the first has the deed.</summary>
    private static ImmutableArray<Token>? Between(ImmutableArray<Token> tokens, int said)
    {
        int first = -1, speaker = -1;
        for (int i = 0; i < said; i++)
        {
            if (tokens[i].Head == said && tokens[i].Deprel is "nsubj" or "nsubj:pass")
            {
                (first, speaker) = (first < 0 ? i : first, i);
            }
        }

        if (first < 0 || speaker == first)
        {
            return null;
        }

        int begin = First(tokens, speaker), deed = -1;
        for (int i = first + 1; i < begin && deed < 0; i++)
        {
            deed = tokens[i].Head == first && tokens[i].Deprel is "acl" or "acl:relcl" && tokens[i].Xpos is "VBD" or "VBN" or "VBZ" or "VBP" && !IsRelative(tokens, i) ? i : deed;
        }

        return deed < 0 || tokens[begin - 1].Form != "," ? null : Built([.. tokens], deed, first, said, "parataxis", speaker);
    }

    /// <summary>"Gunmen believed to belong to a gang abducted a nurse": what seems to describe the gang has an object, as only a verb that acts can.</summary>
    private static ImmutableArray<Token>? Believed(ImmutableArray<Token> tokens, int believed)
    {
        int doer = -1, what = -1;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == believed)
            {
                doer = i < believed && tokens[i].Deprel == "nsubj" ? i : doer;
                what = i > believed && tokens[i].Deprel == "xcomp" ? i : what;
                if (tokens[i].Deprel is "aux" or "aux:pass" or "ccomp" or "obj")
                {
                    return null;
                }
            }
        }

        for (int deed = what + 1; doer >= 0 && what >= 0 && deed < tokens.Length; deed++)
        {
            if (tokens[deed] is { Deprel: "acl", Xpos: "VBD" or "VBN" } && IsWithin(tokens, deed, what) && !IsRelative(tokens, deed) && HasObject(tokens, deed))
            {
                return Built([.. tokens], deed, doer, believed, "acl", doer);
            }
        }

        return null;
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

    private static bool IsRelative(ImmutableArray<Token> tokens, int verb)
    {
        for (int i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head == verb && (tokens[i].Xpos is "WDT" or "WP" or "WP$" or "WRB" or "TO" || tokens[i].Deprel is "nsubj" or "nsubj:pass" or "aux:pass" or "mark"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasObject(ImmutableArray<Token> tokens, int verb)
    {
        for (int i = verb + 1; i < tokens.Length; i++)
        {
            if (tokens[i].Head == verb && tokens[i].Deprel == "obj")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first token of what hangs on one.</summary>
    private static int First(ImmutableArray<Token> tokens, int of)
    {
        int first = of;
        while (first > 0 && IsWithin(tokens, first - 1, of))
        {
            first--;
        }

        return first;
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
