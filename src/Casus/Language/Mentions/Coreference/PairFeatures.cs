using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// What is looked at in two references: do their words, heads and initials match, do number and kind agree, how far apart and in what
/// places of their sentences do they stand (the surface features of Durrett and Klein 2013, with the syntax of Lappin and Leass 1994).
/// </summary>
internal sealed class PairFeatures(References references, ImmutableArray<Sentence> sentences)
{
    /// <summary>Room for the features of a pair.</summary>
    public const int Most = 96 * FeatureRows.Parts;

    /// <param name="later">Index of the reference that is to be linked.</param>
    /// <param name="earlier">Index of the one it may take up.</param>
    /// <param name="size">How many references stand in the chain of the earlier one.</param>
    /// <param name="naming">Index of the reference in that chain which names it best: a name or noun where there is one.</param>
    /// <param name="chain">What stands in the chain of the earlier one, as bits (<see cref="ChainState.FormsOf"/>).</param>
    /// <param name="rivals">How many between the two agree with the later one in number and kind.</param>
    public void Fill(ref FeatureRows rows, int later, int earlier, int size, int naming, uint chain, int rivals)
    {
        ref Reference b = ref references[later];
        ref Reference a = ref references[earlier];
        ref Reference n = ref references[naming];
        uint fb = (uint)b.Form, fa = (uint)a.Form;
        uint forms = fb * 32 + fa;
        uint sentencesApart = Steps(b.Sentence - a.Sentence);
        uint apart = Steps(later - earlier);
        bool near = b.Sentence == a.Sentence;
        bool pronoun = b.IsPronoun;

        rows.Add(101, forms);
        rows.Add(102, forms, sentencesApart);
        rows.Add(103, fb, apart, near ? 1u : 0u);
        rows.Add(104, fb, sentencesApart, (uint)b.Role * 16 + (uint)a.Role);
        rows.Add(105, fb, (uint)a.Number * 4 + (uint)b.Number, fa);
        rows.Add(106, fb, (uint)a.Kind * 16 + b.Kind);
        rows.Add(107, forms, (uint)n.Kind * 16 + b.Kind, (uint)n.Number * 4 + (uint)b.Number);
        rows.Add(108, fb, ReferenceFeatures.Bucket(size), sentencesApart);
        rows.Add(109, fb, ReferenceFeatures.Bucket(rivals), near ? 1u : 0u);
        rows.Add(110, forms, Nesting(later, earlier, b, a));
        rows.Add(111, fb, ReferenceFeatures.Confidence(a.Refers));
        rows.Add(112, fb, (uint)a.Role, ReferenceFeatures.Bucket(rivals));
        rows.Add(113, (uint)n.Form, fb, sentencesApart);
        rows.Add(142, fb * 4 + (uint)b.Number, chain);
        rows.Add(143, fb, (b.Quoted ? 1u : 0u) | (a.Quoted ? 2u : 0u), fa);
        rows.Add(150, fb, chain, sentencesApart);
        if (b.Form <= ReferenceForm.Second)
        {
            uint talk = references.Talk * 4 + (b.Quoted ? 1u : 0u) + (a.Quoted ? 2u : 0u);
            rows.Add(144, forms, talk, sentencesApart);
            rows.Add(145, b.Lemma, a.Lemma, talk);
            rows.Add(146, forms, talk, (uint)a.Number * 4 + (uint)b.Number);
        }

        uint syntax = Syntax(b, a);
        if (syntax != 0)
        {
            rows.Add(114, syntax, fb, fa);
            rows.Add(115, syntax, (uint)a.Kind * 16 + b.Kind);
        }

        if (pronoun)
        {
            rows.Add(116, b.Lemma, n.Lemma);
            rows.Add(117, b.Lemma, (uint)a.Role * 16 + (uint)b.Role, sentencesApart);
            rows.Add(118, b.Lemma, a.IsPronoun ? a.Lemma : 1u, sentencesApart);
            rows.Add(119, b.Lemma, n.Kind, (uint)n.Number);
            rows.Add(120, fb, b.GovernorLemma, n.Lemma);
            rows.Add(147, b.GovernorLemma, n.Kind, (uint)b.Role);
            rows.Add(148, fb, (uint)n.Kind * 16 + (uint)a.Role, ReferenceFeatures.Bucket(rivals));
            rows.Add(121, b.GovernorLemma == a.GovernorLemma ? 1u : 0u, forms, b.Role == a.Role ? 1u : 0u);
            rows.Add(122, fb, (uint)Math.Min(a.Length, 5), fa);
            rows.Add(130, fb, a.Outer >= 0 ? 1u : 0u, (uint)a.Role);
            foreach (uint word in references.Content(n))
            {
                rows.Add(123, fb, word);
            }

            return;
        }

        bool head = b.Lemma == a.Lemma || b.Lemma == n.Lemma;
        bool whole = b.Words == a.Words || b.Words == n.Words;
        uint extra = Missing(b, a), less = Missing(a, b);
        uint match = (head ? 1u : 0u) | (whole ? 2u : 0u) | extra << 2 | less << 4;
        rows.Add(124, forms, match);
        rows.Add(125, fb, match, sentencesApart);
        rows.Add(126, match, (uint)b.Kind, fb);
        rows.Add(127, fb, head ? 1u : 0u, whole ? 1u : 0u);
        rows.Add(128, match, (uint)a.Number * 4 + (uint)b.Number, ReferenceFeatures.Bucket(size));
        rows.Add(149, match, chain, fb);
        rows.Add(129, match, (uint)b.Role * 16 + (uint)a.Role);
        if (head)
        {
            rows.Add(131, b.Lemma, whole ? 1u : 0u);
            rows.Add(132, b.Lemma, fb, fa);
            rows.Add(133, forms, whole ? 1u : 0u, apart);
            rows.Add(134, Differing(b, a), Differing(a, b), forms);
        }
        else
        {
            rows.Add(135, b.Lemma, n.Lemma);
            rows.Add(136, b.Lemma, n.Kind, fb);
            rows.Add(137, fb, a.IsPronoun ? a.Lemma : 1u, b.Kind);
            rows.Add(138, Overlap(b, a), forms);
            rows.Add(139, Initials(b, a), forms);
            rows.Add(140, Ends(b, n), forms);
            rows.Add(141, Overlap(b, n), (uint)b.Kind * 16 + n.Kind);
        }
    }

    /// <summary>
    /// True for "the prime minister" after "Prime Minister" with a name: newspapers take up people by their office, which the treebank
    /// that links are learnt from seldom shows.
    /// </summary>
    public bool IsOffice(int later, int earlier)
    {
        ref Reference b = ref references[later];
        ref Reference a = ref references[earlier];
        if (b.Form != ReferenceForm.Definite || b.Number != ReferenceNumber.One || a.Form != ReferenceForm.Name || b.ContentCount == 0 || b.ContentCount >= a.ContentCount || b.Lemma == a.Lemma)
        {
            return false;
        }

        return references.Content(a).StartsWith(references.Content(b));
    }

    private static uint Steps(int distance) => distance < 6 ? (uint)distance : distance < 9 ? 6u : distance < 14 ? 7u : distance < 24 ? 8u : distance < 60 ? 9u : 10u;

    /// <summary>One inside the other, or both inside a third.</summary>
    private static uint Nesting(int later, int earlier, in Reference b, in Reference a)
    {
        if (b.Sentence != a.Sentence)
        {
            return 0;
        }

        return b.Outer == earlier ? 1u : a.Outer == later ? 2u : b.First >= a.First && b.Last <= a.Last ? 3u : b.Outer == a.Outer ? 4u : 5u;
    }

    /// <summary>Apposition, "X is Y", the same verb.</summary>
    private uint Syntax(in Reference b, in Reference a)
    {
        if (b.Sentence != a.Sentence)
        {
            return 0;
        }

        ImmutableArray<Token> tokens = sentences[b.Sentence].Tokens;
        if (b.Governor == a.Head)
        {
            return b.Role == ReferenceRole.Apposition ? 1u : b.Role == ReferenceRole.Possessor ? 2u : b.Role == ReferenceRole.Part ? 3u : 4u;
        }

        if (a.Governor == b.Head)
        {
            return a.Role == ReferenceRole.Subject ? 5u : a.Role == ReferenceRole.Possessor ? 6u : a.Role == ReferenceRole.Part ? 7u : 8u;
        }

        if (b.Governor >= 0 && b.Governor == a.Governor)
        {
            return 9u + (uint)b.Role;
        }

        // "killed his brother": the possessor's noun hangs on the verb of the earlier one.
        if (b.Governor >= 0 && tokens[b.Governor].Head >= 0 && tokens[b.Governor].Head == a.Governor)
        {
            return 32u + (uint)b.Role;
        }

        return a.Last + 1 < tokens.Length && b.First == a.Last + 2 && tokens[a.Last + 1].Form is "(" or "," or "-" ? 30u : 0u;
    }

    /// <summary>How many words of the one the other lacks, up to 3.</summary>
    private uint Missing(in Reference one, in Reference other)
    {
        uint missing = 0;
        ReadOnlySpan<uint> others = references.Content(other);
        foreach (uint word in references.Content(one))
        {
            missing += others.Contains(word) ? 0u : 1u;
        }

        return Math.Min(missing, 3);
    }

    /// <summary>The first word of the one that the other lacks; 0 for none.</summary>
    private uint Differing(in Reference one, in Reference other)
    {
        ReadOnlySpan<uint> others = references.Content(other);
        foreach (uint word in references.Content(one))
        {
            if (!others.Contains(word))
            {
                return word;
            }
        }

        return 0;
    }

    private uint Overlap(in Reference b, in Reference a)
    {
        uint shared = 0;
        ReadOnlySpan<uint> others = references.Content(a);
        foreach (uint word in references.Content(b))
        {
            shared += others.Contains(word) ? 1u : 0u;
        }

        return Math.Min(shared, 2) | (shared == b.ContentCount ? 4u : 0u) | (shared == a.ContentCount ? 8u : 0u);
    }

    private static uint Initials(in Reference b, in Reference a) =>
        (b.Abbreviation != 0 && b.Abbreviation == a.Letters) || (a.Abbreviation != 0 && a.Abbreviation == b.Letters) ? 1u : 0u;

    /// <summary>The last and the first words are the same ("Durrani" of "Asif Durrani").</summary>
    private uint Ends(in Reference b, in Reference a)
    {
        ReadOnlySpan<uint> x = references.Content(b), y = references.Content(a);
        return x.IsEmpty || y.IsEmpty ? 0 : (x[^1] == y[^1] ? 1u : 0u) | (x[0] == y[0] ? 2u : 0u) | (x[^1] == y[0] ? 4u : 0u) | (y.Contains(x[^1]) ? 8u : 0u);
    }
}
