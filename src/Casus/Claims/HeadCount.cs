using Casus.Language;

namespace Casus.Claims;

/// <summary>How many people one nominal stands for, without what is joined to it.</summary>
/// <param name="Told">A number is among the words; else the count is read off noun, name or article.</param>
internal readonly record struct HeadCount(long Min, long? Max, bool Approximate, TextSpan Span, bool Told)
{
    /// <summary>No count of people in one happening is larger; a larger number is a misprint or no count.</summary>
    private const double Most = 100_000_000;

    private const int LongestPhrase = 60;

    /// <param name="numbersOnly">Only a number counts: "lives", "fatalities".</param>
    /// <returns>Null when the words count nobody.</returns>
    public static HeadCount? Of(SentenceView s, int head, bool numbersOnly = false)
    {
        int named = Described(s, head);
        if (Number(s, named) is { } quantity)
        {
            double least = quantity.Min ?? Math.Min(1, quantity.Max ?? 1);
            if (quantity.Unit is not null || (quantity.Min is null && quantity.Max is null) || least < 0 || (quantity.Max ?? least) > Most || least > Most)
            {
                return null;
            }

            TextSpan cover = quantity.Span.Cover(s[named].Span);
            return new HeadCount((long)least, (long?)quantity.Max, quantity.Approximate, cover.Length < LongestPhrase ? cover : quantity.Span, true);
        }

        return numbersOnly ? null : Unnumbered(s, named) ?? (named != head && s[named].Xpos == "NN" && Article(s, head) ? new HeadCount(1, 1, false, PartyReader.Phrase(s, head).Cover(s[named].Span), false) : null);
    }

    /// <summary>"A Border Force (BF) trooper": of a name and the noun right behind it the noun says how many, whichever of the two the parser puts first.</summary>
    private static int Described(SentenceView s, int head)
    {
        if (s[head].Upos != "PROPN" || s.PartyNoun(head) is { Kind: "person" })
        {
            return head;
        }

        foreach (int child in s.Children(head))
        {
            if (s.Relation(child) == "appos" && s[child].Upos == "NOUN" && s[child - 1].Form is not "," && (s[child - 1].Form is ")" || child == head + 1 || child < head))
            {
                return child;
            }
        }

        return head;
    }

    private static HeadCount? Unnumbered(SentenceView s, int head)
    {
        string lemma = s.Lemma(head);
        TextSpan span = PartyReader.Phrase(s, head);
        if (s[head].Upos is "PRON" or "DET" or "NUM")
        {
            return s.Lexicon.In("one-person", lemma) || s.Lexicon.In("one-person", s[head].Form.ToLowerInvariant()) ? new HeadCount(1, 1, false, s[head].Span, false) : null;
        }

        (string Kind, string? Class)? noun = s.PartyNoun(head);
        if (s.Lexicon.In("beasts", lemma) || noun is { Kind: "facility" or "place" or "body" or "country" or "vehicle" or "property" } && s.MentionAt(head)?.Kind != MentionKind.Person)
        {
            return null;
        }

        string tag = s[head].Xpos;
        bool collective = s.Lexicon.In("collectives", lemma);
        if (tag is "NNS" or "NNPS" || (collective && !Article(s, head) && s[head].Upos == "NOUN"))
        {
            return noun is { Kind: "person" or "group" } || collective ? new HeadCount(2, null, true, span, false) : null;
        }

        if (collective || s.Lexicon.In("quantity-head", lemma))
        {
            return s.Content(head) is var content && content != head ? Of(s, content) : null;
        }

        bool one = tag == "NNP" && noun is null
            ? s.MentionAt(head)?.Kind switch { MentionKind.Person => true, null => s.Child(head, "flat") >= 0 || s.Child(head, "compound") >= 0, _ => Titled(s, head) }
            : noun is { Kind: "person" } or { Kind: "group" } || Personal(s, head);
        return one ? new HeadCount(1, 1, false, span, false) : null;
    }

    /// <summary>"Malik Karim, a member of the jirga": a name that a noun for one person explains.</summary>
    private static bool Titled(SentenceView s, int head) =>
        s.MentionAt(head)?.Actor is null && s.Child(head, "appos") is >= 0 and var noun && s[noun].Xpos == "NN" && s.PartyNoun(noun) is { Kind: "person" };

    /// <summary>A noun that knowledge/ does not list names a person where its words treat it so: "a sarpanch, identified as …", "a ward member was shot", "his nephew".</summary>
    private static bool Personal(SentenceView s, int head)
    {
        if (s.MentionAt(head)?.Kind == MentionKind.Person)
        {
            return true;
        }

        bool suffers = s.Deprel(head) == "nsubj:pass", named = false, one = false;
        foreach (int child in s.Children(head))
        {
            named |= (s.Relation(child) is "appos" or "flat" && s[child].Upos == "PROPN") || (s.Relation(child) == "acl" && s.Lexicon.In("naming", s.Lemma(child)));
            one |= s.Relation(child) == "det" && s.Lexicon.In("one-of-many", s.Lemma(child)) || s.Deprel(child) == "nmod:poss" && s[child].Upos == "PRON";
        }

        return PartyReader.CanAct(s, head) && (named || (suffers && one));
    }

    private static bool Article(SentenceView s, int head)
    {
        foreach (int child in s.Children(head))
        {
            if (s.Relation(child) == "det" || s.Deprel(child) == "nmod:poss")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The number of a phrase: the nearest one to the left in the run of words that ends in its noun, else what the tree hangs on it.</summary>
    private static QuantityMention? Number(SentenceView s, int head)
    {
        if (s[head].Upos is "NUM" or "PRON" or "DET")
        {
            return Own(s, head);
        }

        for (int i = head; i >= 0 && Runs(s, i, head); i--)
        {
            if (Own(s, i) is { } near)
            {
                return near;
            }
        }

        if (s.QuantityAt(head) is { } told && (told.Head > head || Free(s, told)))
        {
            return told;
        }

        foreach (int child in s.Children(head))
        {
            if (s.Relation(child) is "nummod" or "amod" or "det" or "compound" && Own(s, child) is { } number && Free(s, number))
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>A number that stands in the run of another noun counts that one.</summary>
    private static bool Free(SentenceView s, QuantityMention number)
    {
        int at = number.Head + 1;
        return at >= s.Count || !s.IsNoun(at) || number.Counted is null || at == number.Counted || s.Dominates(number.Counted.Value, at);
    }

    private static QuantityMention? Own(SentenceView s, int token) => s.QuantityAt(token) is { } number && number.Head == token ? number : null;

    private static bool Runs(SentenceView s, int token, int head) =>
        token == head || s[token].Upos is "ADJ" or "NOUN" or "PROPN" or "NUM" || s[token].Form is "-" or "(" or ")"
        || (s[token].Upos == "VERB" && s[token].Xpos is "VBN" or "VBG" && s.Relation(token) == "amod");
}
