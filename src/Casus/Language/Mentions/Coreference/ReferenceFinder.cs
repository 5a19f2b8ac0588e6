using System.Collections.Immutable;

namespace Casus.Language;

/// <summary>
/// Finds what may refer: noun phrases with all that belongs to them, names inside of names, pronouns, possessives, phrases joined by
/// "and". Spans follow the guidelines of GUM (Zeldes 2017): clauses and "of" phrases belong to a phrase; prepositions, appositions,
/// a copula with its subject and what is only joined do not.
/// </summary>
internal sealed class ReferenceFinder(ReferenceWords words)
{
    public const int MostContent = 8;

    /// <summary>So many phrases and clauses behind a noun are weighed one by one.</summary>
    private const int MostBehind = 3;

    public References Find(ImmutableArray<Sentence> sentences)
    {
        var found = new References();
        var left = new int[Longest(sentences)];
        var right = new int[left.Length];
        bool quoted = false;
        int block = -1;
        foreach (Sentence sentence in sentences)
        {
            int from = found.Count;
            Reach(sentence, left, right);
            // A quotation that nobody closed ends with its paragraph.
            quoted &= sentence.Block == block;
            block = sentence.Block;
            for (int i = 0; i < sentence.Tokens.Length; i++)
            {
                quoted = sentence.Tokens[i].Form switch { "\"" or "''" => !quoted, "“" or "``" or "«" => true, "”" or "»" => false, _ => quoted };
                if (MayRefer(sentence, i))
                {
                    Add(found, sentence, i, left, right, quoted);
                }
            }

            found.Close(from);
        }

        return found;
    }

    private static int Longest(ImmutableArray<Sentence> sentences)
    {
        int longest = 0;
        foreach (Sentence sentence in sentences)
        {
            longest = Math.Max(longest, sentence.Tokens.Length);
        }

        return longest;
    }

    /// <summary>Leftmost and rightmost token below each token.</summary>
    private static void Reach(Sentence sentence, int[] left, int[] right)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Length; i++)
        {
            left[i] = right[i] = i;
        }

        for (int i = 0; i < tokens.Length; i++)
        {
            for (int at = tokens[i].Head, steps = 0; at >= 0 && steps < tokens.Length; at = tokens[at].Head, steps++)
            {
                if (left[at] <= i && i <= right[at])
                {
                    continue;
                }

                left[at] = Math.Min(left[at], i);
                right[at] = Math.Max(right[at], i);
            }
        }
    }

    private bool MayRefer(Sentence sentence, int at)
    {
        Token token = sentence.Tokens[at];
        if (token.Deprel.StartsWith("flat", StringComparison.Ordinal) || token.Deprel is "fixed" or "goeswith")
        {
            return false;
        }

        return token.Upos switch
        {
            "NOUN" or "PROPN" or "PRON" => true,
            "NUM" => token.Deprel is not ("nummod" or "compound"),
            "DET" or "ADJ" or "SYM" or "X" => IsArgument(token.Deprel),
            "ADV" => words.Pronoun(token.Form) is not null,
            _ => false,
        };
    }

    private static bool IsArgument(string relation) =>
        Base(relation) is "nsubj" or "obj" or "iobj" or "obl" or "nmod" or "conj" or "appos";

    private static ReadOnlySpan<char> Base(string relation) => relation.IndexOf(':') is > 0 and var colon ? relation.AsSpan(0, colon) : relation;

    private void Add(References found, Sentence sentence, int head, int[] left, int[] right, bool quoted)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        int first = head, last = head, lastConjunct = -1;
        bool predicate = false;
        foreach (int child in sentence.Children(head))
        {
            predicate |= tokens[child].Deprel == "cop";
        }

        Span<int> behind = stackalloc int[MostBehind];
        int count = 0;
        foreach (int child in sentence.Children(head))
        {
            if (tokens[child].Deprel == "conj" && child > head)
            {
                lastConjunct = child;
            }
            else if (!Belongs(tokens[child], child, head, predicate) || (tokens[child].Deprel == "appos" && tokens[left[child]].Form is "(" or "["))
            {
                continue;
            }
            else if (child < head)
            {
                first = Math.Min(first, left[child]);
            }
            else if (IsFirm(tokens[child].Deprel) || count == behind.Length)
            {
                last = Math.Max(last, right[child]);
            }
            else
            {
                behind[count++] = child;
            }
        }

        Reference reference = Described(found, sentence, head, first, last);
        reference.Quoted = quoted;
        reference.Beyond = count > 0 ? behind[0] : Neighbour(sentence, head, last, left);
        Keep(found, sentence, ref reference, first, last);
        for (int i = 0; i < count; i++)
        {
            last = Math.Max(last, right[behind[i]]);
            reference.Inner = behind[i];
            reference.Beyond = i + 1 < count ? behind[i + 1] : Neighbour(sentence, head, last, left);
            Keep(found, sentence, ref reference, first, last);
        }

        // A phrase that the parser hung on the verb may belong to the noun before it.
        if (Neighbour(sentence, head, last, left) is >= 0 and int neighbour)
        {
            reference.Inner = neighbour;
            reference.Beyond = -1;
            reference.Borrowed = true;
            Keep(found, sentence, ref reference, first, right[neighbour]);
            reference.Borrowed = false;
        }

        if (lastConjunct > 0 && tokens[lastConjunct].Upos is "NOUN" or "PROPN" or "PRON" && right[lastConjunct] > last)
        {
            reference.Inner = reference.Beyond = -1;
            reference.Form = ReferenceForm.Joined;
            reference.Number = ReferenceNumber.Many;
            Keep(found, sentence, ref reference, first, right[lastConjunct]);
        }
    }

    /// <summary>What follows a noun so closely that it always belongs to it.</summary>
    private static bool IsFirm(string relation) => Base(relation) is "flat" or "compound" or "fixed" or "goeswith" or "case" or "nummod" or "det";

    /// <summary>A dependent of the noun's own verb that begins right behind the noun; -1 for none.</summary>
    private static int Neighbour(Sentence sentence, int head, int last, int[] left)
    {
        if (sentence.Tokens[head].Head is not (>= 0 and int governor) || sentence.Tokens[head].Upos is not ("NOUN" or "PROPN") || governor > head)
        {
            return -1;
        }

        foreach (int child in sentence.Children(governor))
        {
            if (child > last && left[child] == last + 1)
            {
                return sentence.Tokens[child].Deprel is "obl" or "nmod" or "acl" or "acl:relcl" or "appos" ? child : -1;
            }
        }

        return -1;
    }

    private void Keep(References found, Sentence sentence, ref Reference reference, int first, int last)
    {
        Trim(sentence.Tokens, reference.Head, ref first, ref last);
        reference.First = first;
        reference.Last = last;
        AddContent(found, sentence, ref reference);
        found.Add(reference);
    }

    private static bool Belongs(Token child, int at, int head, bool predicate)
    {
        ReadOnlySpan<char> relation = Base(child.Deprel);
        if (relation is "case")
        {
            return at > head && child.Xpos == "POS";
        }

        if (predicate && relation is "advmod" or "obl" or "ccomp" or "aux" or "mark")
        {
            return false;
        }

        if (relation is "advmod" && at < head && child.Upos == "ADV")
        {
            return false;
        }

        if (relation is "dep")
        {
            return at < head && child.Upos is "PRON" or "DET";
        }

        if (relation is "appos")
        {
            return at > head && child.Upos == "PROPN";
        }

        if (relation is "nmod" or "obl" && at < head && child.Deprel is not ("nmod:poss" or "nmod:desc" or "nmod:unmarked" or "obl:unmarked" or "nmod:npmod"))
        {
            return false;
        }

        return relation is not ("mark" or "cop" or "cc" or "nsubj" or "csubj" or "parataxis" or "discourse" or "aux" or "punct" or "list"
            or "conj" or "reparandum" or "vocative" or "expl" or "orphan" or "advcl" or "dislocated");
    }

    /// <summary>No sign or joining word at either end, no adverb before the first word that belongs.</summary>
    private static void Trim(ImmutableArray<Token> tokens, int head, ref int first, ref int last)
    {
        while (first < head && tokens[first].Upos is "PUNCT" or "CCONJ" or "ADP" or "SCONJ" && tokens[first].Head >= first)
        {
            first++;
        }

        while (last > head && tokens[last].Upos is "PUNCT")
        {
            last--;
        }
    }

    private Reference Described(References found, Sentence sentence, int head, int first, int last)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        Token token = tokens[head];
        var reference = new Reference
        {
            Sentence = sentence.Index,
            Head = head,
            First = first,
            Last = last,
            Governor = token.Head,
            Role = RoleOf(token),
            Lemma = TextHash.Of(token.Lemma.Length == 0 ? token.Form : token.Lemma),
            GovernorLemma = token.Head < 0 ? 1u : TextHash.Of(tokens[token.Head].Lemma),
            Outer = -1,
            Inner = -1,
            Beyond = -1,
        };
        (reference.Form, reference.Number) = FormOf(sentence, head, first);
        if (reference.Form == ReferenceForm.Name && token.Form.Length is > 1 and < 9 && IsUpper(token.Form))
        {
            reference.Abbreviation = Letters(token.Form);
        }

        return reference;
    }

    private (ReferenceForm, ReferenceNumber) FormOf(Sentence sentence, int head, int first)
    {
        Token token = sentence.Tokens[head];
        if (token.Upos is "PRON" or "DET" or "ADV" && words.Pronoun(token.Form) is { } pronoun)
        {
            return (pronoun, words.Number(token.Form));
        }

        ReferenceNumber number = token.Xpos is "NNS" or "NNPS" ? ReferenceNumber.Many : token.Upos is "NOUN" or "PROPN" ? ReferenceNumber.One : ReferenceNumber.Unknown;
        if (token.Upos is "PROPN")
        {
            return (ReferenceForm.Name, number);
        }

        for (int i = first; i < head; i++)
        {
            if (sentence.Tokens[i].Head != head)
            {
                continue;
            }

            if (sentence.Tokens[i].Deprel == "nmod:poss")
            {
                return (ReferenceForm.Possessed, number);
            }

            if (sentence.Tokens[i].Deprel.StartsWith("det", StringComparison.Ordinal) && words.Determiner(sentence.Tokens[i].Form) is { } form)
            {
                return (form, number);
            }
        }

        return (token.Upos == "NUM" ? ReferenceForm.Number : first < head && sentence.Tokens[first].Upos == "NUM" ? ReferenceForm.Quantified : ReferenceForm.Bare, number);
    }

    private static ReferenceRole RoleOf(Token token) => token.Deprel switch
    {
        "nsubj:pass" => ReferenceRole.PassiveSubject,
        "nmod:poss" => ReferenceRole.Possessor,
        "root" => ReferenceRole.Top,
        _ => Base(token.Deprel) switch
        {
            "nsubj" => ReferenceRole.Subject,
            "obj" or "iobj" => ReferenceRole.Object,
            "obl" => ReferenceRole.Oblique,
            "nmod" => ReferenceRole.Modifier,
            "appos" => ReferenceRole.Apposition,
            "compound" or "amod" => ReferenceRole.Part,
            "xcomp" or "ccomp" or "advcl" or "acl" => ReferenceRole.Predicate,
            "conj" => ReferenceRole.Conjunct,
            _ => ReferenceRole.Other,
        },
    };

    private void AddContent(References found, Sentence sentence, ref Reference reference)
    {
        reference.ContentBegin = found.ContentWords.Count;
        reference.ContentCount = 0;
        reference.Words = 1;
        Span<char> letters = stackalloc char[12];
        int capitals = 0;
        for (int i = reference.First; i <= reference.Last; i++)
        {
            Token token = sentence.Tokens[i];
            if (token.Upos is "PUNCT" or "PART" || token.Xpos == "POS" || (token.Upos == "DET" && i < reference.Head && words.Determiner(token.Form) is not null))
            {
                continue;
            }

            reference.Words = TextHash.Join(reference.Words, TextHash.Of(token.Form));
            if (char.IsUpper(token.Form[0]) && capitals < letters.Length)
            {
                letters[capitals++] = token.Form[0];
            }

            if (reference.ContentCount < MostContent && token.Upos is "NOUN" or "PROPN" or "NUM" or "ADJ" or "VERB" or "X")
            {
                found.ContentWords.Add(TextHash.Of(token.Form));
                reference.ContentCount++;
            }
        }

        reference.Letters = capitals > 1 ? TextHash.Of(letters[..capitals]) : 0;
    }

    private static bool IsUpper(string form)
    {
        int upper = 0;
        foreach (char c in form)
        {
            if (char.IsLower(c) && c != 's')
            {
                return false;
            }

            upper += char.IsUpper(c) ? 1 : 0;
        }

        return upper > 1;
    }

    private static uint Letters(string form)
    {
        Span<char> letters = stackalloc char[8];
        int count = 0;
        foreach (char c in form)
        {
            if (char.IsUpper(c))
            {
                letters[count++] = c;
            }
        }

        return TextHash.Of(letters[..count]);
    }
}
