using Casus.Language;

namespace Casus.Claims;

/// <summary>How many people one nominal stands for, without what is joined to it.</summary>
/// <param name="Head">The noun that says what they are: "cadre" of "an Action Party (AP) cadre", whichever word the parser makes the head.</param>
/// <param name="Told">A number is among the words; else the count is read off noun, name or article.</param>
internal readonly record struct HeadCount(int Head, long Min, long? Max, bool Approximate, TextSpan Span, bool Told)
{
    /// <summary>No count of people in one happening is larger; a larger number is a misprint or no count.</summary>
    private const double Most = 100_000_000;

    private const int LongestPhrase = 60;

    private const int LongestName = 14;

    /// <param name="numbersOnly">Only a number counts: "lives", "fatalities".</param>
    /// <returns>Null when the words count nobody.</returns>
    public static HeadCount? Of(SentenceView s, int head, bool numbersOnly = false)
    {
        int named = Described(s, head);
        if ((Number(s, named) ?? (named == head ? null : Number(s, head))) is { } quantity)
        {
            double least = quantity.Min ?? Math.Min(1, quantity.Max ?? 1);
            if (quantity.Unit is not null || IsThing(s, named) || s.Lexicon.In("counted-thing", s.Lemma(named)) || (quantity.Min is null && quantity.Max is null) || least < 0 || least > Most || quantity.Max > Most)
            {
                return null;
            }

            // "23 of its soldiers": they are no bare number.
            int whole = s.Content(named) is var of && s.IsNoun(of) ? of : named;
            TextSpan cover = quantity.Span.Cover(s[whole].Span);
            return new HeadCount(named, (long)least, (long?)quantity.Max, quantity.Approximate, cover.Length < LongestPhrase ? cover : quantity.Span, true);
        }

        return OfMany(s, named) ?? (numbersOnly ? null : Unnumbered(s, named, head));
    }

    /// <summary>"a family | of four", "its crew of 21": how many they are.</summary>
    private static HeadCount? OfMany(SentenceView s, int group)
    {
        if (s[group].Xpos != "NN" || s.PartyNoun(group) is not { Kind: "group" or "person" } || s.Child(group, "nmod") is not (>= 0 and var number) || s[number].Upos != "NUM" || !s.HasCase(number, "of") || Own(s, number) is not { Unit: null, Min: { } least } quantity || least is < 1 or > Most)
        {
            return null;
        }

        return new HeadCount(group, (long)least, (long?)quantity.Max, quantity.Approximate, s[group].Span.Cover(quantity.Span), true);
    }

    /// <summary>Behind the name of a body, past its short form in brackets, the noun of its person: "a Border Force (BF) trooper", "a Party of the Poor cadre".</summary>
    private static int Described(SentenceView s, int head)
    {
        if (s[head].Upos != "PROPN" || s.PartyNoun(head) is { Kind: "person" } || s.MentionAt(head)?.Kind == MentionKind.Person)
        {
            return head;
        }

        bool inside = false, past = false;
        for (int i = head + 1; i < s.Count && i <= head + LongestName; i++)
        {
            string form = s[i].Form;
            if (form is "(" or ")")
            {
                inside = form is "(";
                past |= form is ")";
            }
            else if (!inside && (s[i].Upos == "NOUN" || char.IsLower(form[0]) && s[i].Upos == "PROPN"))
            {
                return past || s.PartyNoun(i) is { Kind: "person" } ? i : head;
            }
            else if (!inside && s[i].Upos == "PROPN" && s.PartyNoun(i) is { Kind: "person" })
            {
                return i;
            }
            else if (!inside && s[i].Upos is not "PROPN" && s.Case(s.Head(i) < 0 ? i : s.Head(i)) != s.Lemma(i))
            {
                return head;
            }
        }

        return head;
    }

    /// <param name="written">The word that the parser makes the head of the same phrase.</param>
    private static HeadCount? Unnumbered(SentenceView s, int head, int written)
    {
        string lemma = s.Lemma(head);
        TextSpan span = PartyReader.Phrase(s, written).Cover(s[head].Span);
        if (s[head].Upos is "PRON" or "DET" or "NUM")
        {
            return s.Lexicon.In("one-person", lemma) || s.Lexicon.In("one-person", s[head].Form.ToLowerInvariant()) ? new HeadCount(head, 1, 1, false, s[head].Span, false) : null;
        }

        (string Kind, string? Class)? noun = s.PartyNoun(head);
        if (s.Lexicon.In("not-people", lemma) || IsThing(s, head))
        {
            return null;
        }

        string tag = s[head].Xpos;
        bool collective = s.Lexicon.In("collectives", lemma);
        if (tag is "NNS" or "NNPS" || (collective && !Article(s, head) && s[head].Upos == "NOUN"))
        {
            return noun is { Kind: "person" or "group" } || collective ? new HeadCount(head, 2, null, true, span, false) : null;
        }

        if (s.Lexicon.In("mass-people", lemma) && OneOfMany(s, head))
        {
            return new HeadCount(head, 1, 1, false, span, false);
        }

        if (collective || s.Lexicon.In("quantity-head", lemma))
        {
            return s.Content(head) is var content && content != head ? Of(s, content) : null;
        }

        bool one = tag == "NNP" && noun is null ? Named(s, head) : noun is { Kind: "person" } || (noun is { Kind: "group" } && OneOfMany(s, head)) || (noun is null && Personal(s, head)) || (head != written && OneOfMany(s, written));
        return one ? new HeadCount(head, 1, 1, false, span, false) : null;
    }

    /// <summary>"captured 25 posts"</summary>
    private static bool IsThing(SentenceView s, int head) =>
        s.PartyNoun(head) is { Kind: "facility" or "place" or "body" or "country" or "vehicle" or "property" } && s.MentionAt(head)?.Kind != MentionKind.Person;

    /// <summary>A name of one person: read as such, explained by a noun for one, of several words that name nothing else, or suffering in the passive.</summary>
    private static bool Named(SentenceView s, int head) => s.MentionAt(head) switch
    {
        { Kind: MentionKind.Person } => true,
        null => OneOfMany(s, head) || s.Deprel(head) is "nsubj:pass" or "obj" || s.Child(head, "flat") >= 0 || s.Child(head, "compound") >= 0,
        { Actor: null, Kind: MentionKind.Organisation } => Titled(s, head) || OneOfMany(s, head),
        { Kind: MentionKind.Organisation } => Titled(s, head),
        _ => false,
    };

    /// <summary>"Malik Karim, a member of the jirga", "Action Front president Omar Jan": a name that a noun for one person, or a person's name, explains.</summary>
    private static bool Titled(SentenceView s, int head)
    {
        foreach (int child in s.Children(head))
        {
            if (s.Relation(child) == "appos" && s[child].Xpos is "NN" or "NNP" && !s.Lexicon.In("collectives", s.Lemma(child))
                && (s.PartyNoun(child) is { Kind: "person" } || s.MentionAt(child)?.Kind == MentionKind.Person || (s[child].Xpos == "NN" && OneOfMany(s, child) && s.PartyNoun(child) is null)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A noun that knowledge/ does not list names a person where its words treat it so: "a sarpanch, identified as …", "killed a ward member", "his nephew".</summary>
    private static bool Personal(SentenceView s, int head)
    {
        if (s.MentionAt(head)?.Kind == MentionKind.Person)
        {
            return true;
        }

        foreach (int child in s.Children(head))
        {
            if ((s.Relation(child) is "appos" or "flat" && s[child].Upos == "PROPN") || (s.Relation(child) == "acl" && s.Lexicon.In("naming", s.Lemma(child))))
            {
                return PartyReader.CanAct(s, head);
            }
        }

        return (OneOfMany(s, head) || s.Deprel(head) == "nsubj:pass") && PartyReader.CanAct(s, head) && !s.Lexicon.In("generic-event", s.Lemma(head)) && s.Lexicon.MeansOf(s.Lemma(head)) is null;
    }

    /// <summary>"a", "another", "his": one of several.</summary>
    private static bool OneOfMany(SentenceView s, int head)
    {
        foreach (int child in s.Children(head))
        {
            if ((s.Relation(child) == "det" && s.Lexicon.In("one-of-many", s.Lemma(child))) || (s.Deprel(child) == "nmod:poss" && s[child].Upos == "PRON"))
            {
                return true;
            }
        }

        return false;
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

        if (s.Quantities.Find(q => q.Unit is null && q.Span.Contains(s[head].Span)) is { } held)
        {
            return held;
        }

        if (OneOfMany(s, head))
        {
            // "two, among them a guard"
            return null;
        }

        if (s.QuantityAt(head) is { } told)
        {
            return told;
        }

        foreach (int child in s.Children(head))
        {
            if (s.Relation(child) is "nummod" or "amod" or "det" or "compound" && Own(s, child) is { } number)
            {
                return number;
            }
        }

        // "10 Police and Border Force men": the number hangs on a name inside.
        TextSpan phrase = PartyReader.Phrase(s, head);
        int first = s.TokensIn(phrase).From;
        return first < head ? Own(s, first) : null;
    }

    private static QuantityMention? Own(SentenceView s, int token) => s.QuantityAt(token) is { } number && number.Head == token ? number : null;

    private static bool Runs(SentenceView s, int token, int head) =>
        token == head || s[token].Upos is "ADJ" or "NOUN" or "PROPN" or "NUM" || s[token].Form is "-" or "(" or ")"
        || (s[token].Upos == "VERB" && s[token].Xpos is "VBN" or "VBG" && s.Relation(token) == "amod");
}
