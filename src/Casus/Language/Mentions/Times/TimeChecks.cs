namespace Casus.Language;

/// <summary>What the grammar cannot see: words that only look like times.</summary>
internal static class TimeChecks
{
    public static bool Holds(TimeRule rule, Sentence sentence, AtomBuffer atoms, int at, int end)
    {
        string name = rule.Id.Value;
        return name switch
        {
            "time.year" when end == at + 1 => IsYear(sentence, atoms, at),
            "time.month" when end == at + 1 => IsMonth(sentence, atoms, at),
            _ => true,
        };
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

    /// <summary>A bare "May" or "March" that opens a sentence or is a verb by its tag is none.</summary>
    private static bool IsMonth(Sentence sentence, AtomBuffer atoms, int at) => sentence.Tokens[atoms[at].Token].Upos is not ("AUX" or "VERB");
}
