using System.Collections.Frozen;
using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// "Rebel commander surrenders in Goma", "Fighting rages in Khartoum": a headline whose only verb has no object and looks like a noun, so that the tree takes who does it for a part of its name.
/// Such a tree is built anew about that verb.
/// </summary>
internal sealed class LoneVerbs
{
    private const int LongestSubject = 6;

    private readonly FrozenDictionary<string, string> lemmas;
    private readonly FrozenSet<string> plurals, people;

    public LoneVerbs(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables["cues/lone-verbs"];
        int word = table.Column("word"), lemma = table.Column("lemma");
        lemmas = table.Rows.ToFrozenDictionary(r => r[word], r => r[lemma], StringComparer.Ordinal);
        plurals = HeadlineVerbs.Plurals(knowledge);
        people = HeadlineVerbs.People(knowledge, "person");
    }

    /// <summary>The same sentence where nothing is to be mended.</summary>
    public Sentence Mended(Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 1; i < tokens.Length && i <= LongestSubject; i++)
        {
            if (lemmas.TryGetValue(tokens[i].Form, out string? lemma) && (tokens[i].Upos is "NOUN" or "PROPN" || tokens[i].Head == i - 1) && IsSubject(tokens, i - 1) && EndsThere(tokens, i)
                && IsSeveral(tokens[i - 1]) == (tokens[i].Form == lemma) && IsOnly(tokens, i) && Built([.. tokens], i, lemma) is var mended && TreeShape.IsTree(mended))
            {
                return sentence.Rebuilt([.. mended]);
            }

            if (!(tokens[i].Upos is "NOUN" or "PROPN" or "ADJ" or "NUM" or "DET" || tokens[i].Xpos is "POS" or "HYPH"))
            {
                return sentence;
            }
        }

        return sentence;
    }

    private bool IsSubject(ImmutableArray<Token> tokens, int word) => tokens[word] is { Upos: "NOUN" or "PROPN" } || people.Contains(tokens[word].Form) || (word > 0 && tokens[word].Upos == "ADJ" && tokens[word - 1].Upos is "NOUN" or "PROPN") || (word == 0 && (tokens[word].Form.EndsWith("ing", StringComparison.Ordinal) || IsPeople(tokens[word])));

    /// <summary>"| Sudanese | flee to Chad"</summary>
    private static bool IsPeople(Token word) => word.Upos == "ADJ" && char.IsUpper(word.Form[0]) && (word.Form.EndsWith("ese", StringComparison.Ordinal) || word.Form.EndsWith("ish", StringComparison.Ordinal));

    private bool IsSeveral(Token word) => IsPeople(word) || plurals.Contains(word.Form) || HeadlineVerbs.EndsAsSeveral(word);

    /// <summary>Nothing that it could have for an object stands behind it, or only what somebody does: "Kremlin denies | sending troops".</summary>
    private static bool EndsThere(ImmutableArray<Token> tokens, int verb) => verb + 1 == tokens.Length || (tokens[verb + 1] is { Xpos: "VBG", Deprel: "acl" or "advcl" or "xcomp" } deed && deed.Head == verb) || (tokens[verb + 1] is { Upos: "ADP" or "SCONJ" or "ADV" or "PUNCT" or "PART" } next && next.Form is not ("of" or "-" or "'s"));

    /// <summary>No other verb tells what happened, but in a clause that is marked as one beside it.</summary>
    internal static bool IsOnly(ImmutableArray<Token> tokens, int verb)
    {
        bool marked = false;
        for (int i = 0; i < tokens.Length; i++)
        {
            marked |= i > verb && HeadlineVerbs.Opens(tokens[i]);
            if (i != verb && tokens[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD" && !marked)
            {
                return false;
            }
        }

        return true;
    }

    private static Token[] Built(Token[] tokens, int verb, string lemma)
    {
        int subject = verb - 1;
        tokens[verb] = tokens[verb] with { Upos = "VERB", Xpos = tokens[verb].Form == lemma ? "VBP" : "VBZ", Lemma = lemma, Head = -1, Deprel = "root" };
        for (int i = 0; i < tokens.Length; i++)
        {
            Token token = tokens[i];
            tokens[i] = i == verb ? token
                : i == subject ? token with { Head = verb, Deprel = "nsubj", Upos = token.Upos == "PROPN" ? "PROPN" : "NOUN", Xpos = token.Xpos is "NN" or "NNS" or "NNP" or "NNPS" ? token.Xpos : "NN" }
                : i < verb ? token.Head >= 0 && token.Head < verb ? token : token with { Head = subject, Deprel = HeadlineVerbs.Describing(token) }
                : token.Head < i && token.Head > verb ? token
                : token.Head > i ? token
                : token with { Head = verb, Deprel = token.Deprel == "nmod" ? "obl" : i == verb + 1 && token.Xpos == "VBG" ? "xcomp" : HeadlineVerbs.Beside(token) };
        }

        return tokens;
    }
}
