using System.Collections.Immutable;
using System.Numerics;

namespace Casus.Language;

/// <summary>What is looked at in one reference: whether it refers at all, what kind of thing it is, whether it is new.</summary>
internal sealed class ReferenceFeatures(ReferenceWords words)
{
    public const int MostRefers = 32 * FeatureRows.Parts, MostKind = 24 * FeatureRows.Parts, MostNew = 40 * FeatureRows.Parts;

    public void Refers(ref FeatureRows rows, in Reference r, Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        Token head = tokens[r.Head];
        uint form = (uint)r.Form, relation = TextHash.Of(head.Deprel), tag = TextHash.Of(head.Xpos);
        uint governor = r.Governor < 0 ? 0u : TextHash.Of(tokens[r.Governor].Xpos);
        uint before = r.First > 0 ? TextHash.Of(tokens[r.First - 1].Form) : 3u;
        uint after = r.Last + 1 < tokens.Length ? TextHash.Of(tokens[r.Last + 1].Form) : 3u;
        uint length = (uint)Math.Min(r.Length, 4);
        rows.Add(1, form, relation);
        rows.Add(2, relation, tag, governor);
        rows.Add(3, r.Lemma, relation);
        rows.Add(4, r.Lemma, form, length);
        rows.Add(5, before, relation);
        rows.Add(6, after, relation);
        rows.Add(7, before, r.Lemma);
        rows.Add(8, r.GovernorLemma, relation);
        rows.Add(9, length, relation, form);
        rows.Add(10, TextHash.Of(tokens[r.First].Form), relation);
        rows.Add(11, r.Lemma, before, after);
        rows.Add(12, r.GovernorLemma, r.Lemma);
        rows.Add(13, Case(sentence, r.Head), relation, form);
        rows.Add(14, Case(sentence, r.Head), r.Lemma);
        rows.Add(15, TextHash.Of(tokens[r.First].Xpos), form, relation);
        rows.Add(16, r.Head + 1 < tokens.Length ? TextHash.Of(tokens[r.Head + 1].Form) : 3u, r.Lemma);
        rows.Add(17, form, governor, char.IsUpper(head.Form[0]) ? 1u : 0u);
        rows.Add(18, (uint)Math.Min(tokens.Length, 6), relation, form);
        rows.Add(19, after, form, length);
        uint inner = Phrase(sentence, r.Inner), beyond = Phrase(sentence, r.Beyond);
        rows.Add(20, inner, relation, beyond);
        rows.Add(21, inner, r.Lemma);
        rows.Add(22, beyond, r.Lemma, 7);
        rows.Add(23, inner, r.GovernorLemma, form);
        rows.Add(24, beyond, r.GovernorLemma, form);
        rows.Add(25, inner, r.Inner < 0 ? 0u : TextHash.Of(tokens[r.Inner].Lemma));
        rows.Add(26, beyond, r.Beyond < 0 ? 0u : TextHash.Of(tokens[r.Beyond].Lemma), 8);
        rows.Add(27, inner, r.Borrowed ? 1u : 0u, form);
    }

    public void Kind(ref FeatureRows rows, in Reference r, Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        Token head = tokens[r.Head];
        uint form = (uint)r.Form, relation = TextHash.Of(head.Deprel);
        ReadOnlySpan<char> word = head.Lemma.Length == 0 ? head.Form : head.Lemma;
        uint cue = 0;
        for (int i = r.First; i <= r.Last && i <= r.Head + 2; i++)
        {
            if (tokens[i].Upos == "PROPN" && cue == 0)
            {
                cue = words.Cue(tokens[i].Form, "");
            }
        }

        rows.Add(31, form);
        rows.Add(32, r.Lemma);
        rows.Add(33, TextHash.Of(word[Math.Max(0, word.Length - 3)..]), head.Upos == "PROPN" ? 1u : 0u);
        rows.Add(34, TextHash.Of(word[Math.Max(0, word.Length - 4)..]), head.Upos == "PROPN" ? 1u : 0u);
        rows.Add(35, TextHash.Of(word[Math.Max(0, word.Length - 2)..]), form);
        rows.Add(36, r.GovernorLemma, relation);
        rows.Add(37, Case(sentence, r.Head), form);
        rows.Add(38, TextHash.Of(tokens[r.First].Form), form);
        rows.Add(39, cue, head.Upos == "PROPN" ? 1u : 0u);
        rows.Add(40, words.Cue(head.Form, word.ToString()), form);
        rows.Add(41, r.Head > 0 ? TextHash.Of(tokens[r.Head - 1].Form) : 3u, 1);
        rows.Add(42, relation, TextHash.Of(head.Xpos), form);
        rows.Add(43, Shape(head.Form), (uint)Math.Min(r.Length, 3));
        rows.Add(44, r.Last > r.Head ? TextHash.Of(tokens[r.Last].Form) : 3u, 2);
        rows.Add(45, (uint)r.Number, form);
        rows.Add(46, Case(sentence, r.Head), r.GovernorLemma);
    }

    /// <param name="seen">How often the head's lemma stood before.</param>
    /// <param name="whole">How often all the words stood before.</param>
    public void New(ref FeatureRows rows, in Reference r, Sentence sentence, int seen, int whole)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        Token head = tokens[r.Head];
        uint form = (uint)r.Form, relation = (uint)r.Role, kind = r.Kind;
        uint lemmas = Bucket(seen), texts = Bucket(whole);
        rows.Add(51, form);
        rows.Add(52, form, lemmas);
        rows.Add(53, form, texts);
        rows.Add(54, r.Lemma, form);
        rows.Add(55, r.Lemma, lemmas > 0 ? 1u : 0u);
        rows.Add(56, form, relation);
        rows.Add(57, form, kind);
        rows.Add(58, form, kind, lemmas);
        rows.Add(59, form, (uint)Math.Min(r.Length, 6), lemmas > 0 ? 1u : 0u);
        rows.Add(60, form, (uint)Math.Min(r.Sentence, 6));
        rows.Add(61, form, Confidence(r.Refers));
        rows.Add(62, TextHash.Of(tokens[r.First].Form), lemmas > 0 ? 1u : 0u);
        rows.Add(63, form, r.Last > r.Head ? TextHash.Of(tokens[r.Head + 1].Upos) : 3u, lemmas > 0 ? 1u : 0u);
        rows.Add(64, r.GovernorLemma, relation, r.IsPronoun ? form : 30u);
        rows.Add(65, Case(sentence, r.Head), form);
        rows.Add(66, form, r.Outer >= 0 ? 1u : 0u, relation);
        rows.Add(67, r.IsPronoun ? r.Lemma : 0u, relation);
        rows.Add(68, TextHash.Of(head.Xpos), form, texts);
        rows.Add(69, r.First > 0 ? TextHash.Of(tokens[r.First - 1].Form) : 3u, form);
        rows.Add(70, r.Last + 1 < tokens.Length ? TextHash.Of(tokens[r.Last + 1].Form) : 3u, form);
        rows.Add(72, form, r.Quoted ? 1u : 0u, (uint)r.Number);
        rows.Add(71, form, (uint)Math.Min(r.ContentCount, 4), lemmas);
    }

    public static uint Bucket(int count) => count < 4 ? (uint)Math.Max(0, count) : 2 + (uint)BitOperations.Log2((uint)count);

    public static uint Confidence(float score) => (uint)(Math.Clamp(score, -2, 4) + 2);

    private static uint Shape(string form)
    {
        uint upper = 0, digits = 0;
        foreach (char c in form)
        {
            upper += char.IsUpper(c) ? 1u : 0;
            digits |= char.IsDigit(c) ? 1u : 0;
        }

        return Math.Min(upper, 2) << 3 | digits << 2 | (uint)Math.Min(form.Length / 3, 3);
    }

    /// <summary>Relation and preposition of a phrase behind a noun, and whether a comma or the like parts it off; 1 for none.</summary>
    private static uint Phrase(Sentence sentence, int token)
    {
        if (token < 0)
        {
            return 1;
        }

        int begin = token;
        while (begin > 0 && sentence.Tokens[begin - 1].Head == token)
        {
            begin--;
        }

        uint sign = sentence.Tokens[begin].Upos == "PUNCT" ? TextHash.Of(sentence.Tokens[begin].Form) : 2u;
        return TextHash.Join(TextHash.Join(TextHash.Of(sentence.Tokens[token].Deprel), Case(sentence, token)), TextHash.Join(sign, TextHash.Of(sentence.Tokens[token].Upos)));
    }

    private static uint Case(Sentence sentence, int head)
    {
        foreach (int child in sentence.Children(head))
        {
            if (sentence.Tokens[child].Deprel == "case" && child < head)
            {
                return TextHash.Of(sentence.Tokens[child].Lemma);
            }
        }

        return 5;
    }
}
