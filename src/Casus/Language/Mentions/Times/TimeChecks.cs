namespace Casus.Language;

/// <summary>What the grammar cannot see: words that only look like times.</summary>
internal static class TimeChecks
{
    public static bool Holds(TimeRule rule, in TimeFields f, Direction direction, Sentence sentence, AtomBuffer atoms, int at, int end)
    {
        string name = rule.Id.Value;
        return name switch
        {
            "time.year" when end == at + 1 => IsYear(sentence, atoms, at),
            "time.month" when end == at + 1 => IsMonth(sentence, atoms, at),
            "time.soon" => direction != Direction.Past,
            "time.current" => sentence.Tokens[atoms[at].Token].Upos == "ADJ",
            "time.duration-one" or "time.duration-plain" => f.Unit != TimeUnit.Second || sentence.Tokens[atoms[end - 1].Token].Upos is not "ADJ",
            "time.set-adverb" => IsSet(sentence, atoms, at, f.Unit),
            "time.lunar-month" when end == at + 1 => !IsInName(sentence, atoms[at].Token),
            _ => true,
        };
    }

    /// <summary>A quarterly dividend is a kind of dividend, and a daily may be a newspaper: neither tells how often something happens.</summary>
    private static bool IsSet(Sentence sentence, AtomBuffer atoms, int at, TimeUnit unit)
    {
        Token token = sentence.Tokens[atoms[at].Token];
        if (at > 0 && char.IsUpper(atoms.Word(at)[0]) && at + 1 < atoms.Count && char.IsUpper(atoms.Word(at + 1)[0]))
        {
            return false;
        }

        return token.Upos switch
        {
            "ADJ" => unit is not (TimeUnit.Month or TimeUnit.Quarter or TimeUnit.Year),
            "PROPN" => false,
            _ => true,
        };
    }

    private static bool IsInName(Sentence sentence, int token)
    {
        if (sentence.Tokens[token].Deprel is "flat" or "appos")
        {
            return true;
        }

        foreach (int child in sentence.Children(token))
        {
            if (sentence.Tokens[child].Deprel is "flat" || sentence.Tokens[child] is { Upos: "PROPN", Deprel: "compound" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Four digits are a year unless they count something, cost something or continue a longer number.</summary>
    private static bool IsYear(Sentence sentence, AtomBuffer atoms, int at)
    {
        if (at > 0)
        {
            ReadOnlySpan<char> before = atoms.Word(at - 1);
            if (before is "$" or "€" or "£" or "₹" or "+" or "#" || (before is "/" && at > 1 && !atoms.Word(at - 2).ContainsAnyInRange('0', '9')))
            {
                return false;
            }
        }

        if (at + 1 >= atoms.Count)
        {
            return true;
        }

        if (atoms.Word(at + 1) is "%")
        {
            return false;
        }

        Token token = sentence.Tokens[atoms[at].Token];
        int next = atoms[at + 1].Token;
        return token.Deprel is not ("nummod" or "nummod:gov") || token.Head <= atoms[at].Token || sentence.Tokens[next].Xpos is not "NNS";
    }

    /// <summary>A bare "May" or "March" that is a verb by its tag, or a part of a name, is none.</summary>
    private static bool IsMonth(Sentence sentence, AtomBuffer atoms, int at)
    {
        int token = atoms[at].Token;
        if (sentence.Tokens[token].Upos is "AUX" or "VERB")
        {
            return false;
        }

        // "Jan Kavan", "the March of Mothers": part of a name.
        bool name = atoms.Word(at).Length == 3 && atoms.Word(at) is not "May" && token + 1 < sentence.Tokens.Length && sentence.Tokens[token + 1].Upos == "PROPN";
        return !name && !(at + 2 < atoms.Count && sentence.Tokens[atoms[at + 1].Token].Upos == "ADP" && token > 0 && sentence.Tokens[token - 1].Upos is "DET" or "ADJ" && char.IsUpper(atoms.Word(at + 2)[0]));
    }
}
