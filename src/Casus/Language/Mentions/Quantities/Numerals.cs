using System.Collections.Frozen;
using System.Globalization;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>A number in digits or words.</summary>
/// <param name="End">Index of the atom after its last one.</param>
/// <param name="Min">Lower bound, included.</param>
/// <param name="Max">Upper bound, included; null for "dozens", which has none.</param>
/// <param name="Vague">True for "a few", "several", "dozens": the bounds are the words' usual sense.</param>
internal readonly record struct Numeral(int End, double Min, double? Max, bool Vague, bool InWords)
{
    public bool IsExact => !Vague && Max == Min;
}

/// <summary>
/// Reads numbers: digits with western or Indian grouping, words, scales (hundred, lakh, crore, million) and indefinite
/// amounts. Numbers of more than 15 digits before the point are refused: no count in the news is that long.
/// </summary>
internal sealed class Numerals
{
    public const string Table = "quantities/numbers";
    private const int MostDigits = 15;

    /// <summary>Scales on scales ("million million billion") beyond this are no number of the news.</summary>
    private const double Largest = 1e15;
    private readonly FrozenDictionary<string, Word>.AlternateLookup<ReadOnlySpan<char>> words;

    public Numerals(KnowledgeBase knowledge)
    {
        KnowledgeTable table = knowledge.Tables[Table];
        int word = table.Column("word"), kind = table.Column("kind"), min = table.Column("min"), max = table.Column("max");
        words = table.Rows
            .ToDictionary(
                r => r[word],
                r => new Word(
                    Enum.Parse<Kind>(r[kind].Replace("-", "", StringComparison.Ordinal), ignoreCase: true),
                    double.Parse(r[min], CultureInfo.InvariantCulture),
                    r[max].Length == 0 ? null : double.Parse(r[max], CultureInfo.InvariantCulture)),
                StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase)
            .GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private enum Kind
    {
        Unit,
        Tens,
        Hundred,
        Scale,
        Dozen,
        Many,

        /// <summary>"a few", "several".</summary>
        Few,

        /// <summary>The same with "of" behind it: "a couple of", "a handful of".</summary>
        Portion,

        /// <summary>"half", "thirds": what a fraction divides by.</summary>
        Part,

        Ordinal,

        /// <summary>"21st".</summary>
        OrdinalEnding,
    }

    private readonly record struct Word(Kind Kind, double Min, double? Max);

    /// <summary>The number that begins at <paramref name="at"/>, as long as it goes; false when none does.</summary>
    public bool TryRead(AtomBuffer atoms, int at, out Numeral numeral)
    {
        numeral = default;
        if (at >= atoms.Count)
        {
            return false;
        }

        ReadOnlySpan<char> first = atoms.Word(at);
        if (char.IsAsciiDigit(first[0]))
        {
            return TryDigits(first, out double value) && Finish(Scaled(atoms, at + 1, value, ref value), value, out numeral);
        }

        if (!char.IsAsciiLetter(first[0]))
        {
            return false;
        }

        if (IsArticle(first))
        {
            return TryAfterArticle(atoms, at + 1, out numeral);
        }

        if (!words.TryGetValue(first, out Word word))
        {
            return false;
        }

        return word.Kind switch
        {
            Kind.Few or Kind.Portion => Indefinite(atoms, at, word, out numeral),
            Kind.Many => TryMany(atoms, at, word, out numeral),
            Kind.Unit or Kind.Tens => TryCardinal(atoms, at, out numeral),
            Kind.Part => TryHalf(atoms, at, out numeral),
            _ => false,
        };
    }

    /// <summary>"two-thirds", "a third of", "half of", "half the"; not "half a million", which is a number.</summary>
    /// <param name="value">Between 0 and 1.</param>
    /// <param name="last">Index of the atom that names the part.</param>
    public bool TryFraction(AtomBuffer atoms, int at, out double value, out int last)
    {
        value = 0;
        last = at;
        double over = 1;
        ReadOnlySpan<char> first = atoms.Word(at);
        bool article = IsArticle(first);
        if (article || (Look(atoms, at, out Word unit) && unit.Kind == Kind.Unit && unit.Min > 0))
        {
            over = article ? 1 : WordAt(atoms, at).Min;
            last = at + 1 < atoms.Count && atoms.Word(at + 1) is "-" ? at + 2 : at + 1;
        }

        if (!Look(atoms, last, out Word part) || part.Kind is not (Kind.Part or Kind.Ordinal) || (part.Kind == Kind.Ordinal && (last == at || part.Min < 3)) || over >= part.Min)
        {
            return false;
        }

        // A bare "half" or "third" may be a time, a place in a row or a part of a match: of what it is a share must follow.
        bool plural = last > at && over > 1;
        if (!plural && !Is(atoms, last + 1, "of") && !(part.Min == 2 && last == at && Is(atoms, last + 1, "the")))
        {
            return false;
        }

        value = Math.Round(over / part.Min, 4);
        return true;
    }

    /// <summary>"third", "21st": a place in a row.</summary>
    public bool TryOrdinal(AtomBuffer atoms, int at, out double value)
    {
        value = 0;
        ReadOnlySpan<char> word = atoms.Word(at);
        if (char.IsAsciiDigit(word[0]))
        {
            int ending = word.IndexOfAnyExceptInRange('0', '9');
            return ending is > 0 and <= 4 && words.TryGetValue(word[ending..], out Word end) && end.Kind == Kind.OrdinalEnding && TryDigits(word[..ending], out value);
        }

        if (!words.TryGetValue(word, out Word found) || found.Kind != Kind.Ordinal)
        {
            return false;
        }

        value = found.Min;
        return true;
    }

    private Word WordAt(AtomBuffer atoms, int at) => Look(atoms, at, out Word word) ? word : default;

    /// <summary>12, 1,234.5, 5,00,000; not 1e9, not 12,34 and nothing absurdly long.</summary>
    internal static bool TryDigits(ReadOnlySpan<char> word, out double value)
    {
        value = 0;
        int point = word.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? word : word[..point];
        if (point >= 0 && (!AtomBuffer.AllDigits(word[(point + 1)..]) || word.Length - point > 7))
        {
            return false;
        }

        int digits = 0, group = 0;
        bool grouped = false;
        foreach (char c in whole)
        {
            if (char.IsAsciiDigit(c))
            {
                digits++;
                group++;
                value = (value * 10) + (c - '0');
                continue;
            }

            if (c != ',' || group == 0 || group > 3 || (grouped && group < 2))
            {
                return false;
            }

            grouped = true;
            group = 0;
        }

        if (digits == 0 || digits > MostDigits || (grouped && group != 3))
        {
            return false;
        }

        double scale = 0.1;
        for (int i = point + 1; point >= 0 && i < word.Length; i++, scale /= 10)
        {
            value += (word[i] - '0') * scale;
        }

        value = Math.Round(value, 6);
        return true;
    }

    private static bool IsArticle(ReadOnlySpan<char> word) => word is "a" or "A" or "an" or "An";

    private static bool Is(AtomBuffer atoms, int at, string word) => at < atoms.Count && atoms.Word(at).Equals(word, StringComparison.OrdinalIgnoreCase);

    private static bool Finish(int end, double value, out Numeral numeral)
    {
        numeral = new Numeral(end, value, value, false, false);
        return true;
    }

    private bool Look(AtomBuffer atoms, int at, out Word word)
    {
        word = default;
        return at < atoms.Count && words.TryGetValue(atoms.Word(at), out word);
    }

    /// <summary>What follows digits: "2 1/2", "1.5 million", "5 lakh".</summary>
    private int Scaled(AtomBuffer atoms, int at, double start, ref double value)
    {
        value = start;
        if (at + 2 < atoms.Count && atoms.Word(at + 1) is "/" && TryDigits(atoms.Word(at), out double over) && TryDigits(atoms.Word(at + 2), out double under) && under > over && under <= 10)
        {
            value += over / under;
            at += 3;
        }
        else if (at + 1 < atoms.Count && atoms.Word(at) is "/" && TryDigits(atoms.Word(at + 1), out double below) && below is > 1 and <= 10 && below > value)
        {
            value /= below;
            at += 2;
        }

        int scaleAt = at < atoms.Count && atoms.Word(at) is "-" ? at + 1 : at;
        while (Look(atoms, scaleAt, out Word word) && word.Kind is Kind.Scale or Kind.Hundred or Kind.Dozen && value * word.Min <= Largest)
        {
            value *= word.Min;
            at = ++scaleAt;
        }

        return at;
    }

    /// <summary>"a hundred", "a dozen", "a few", "a couple of", "a million".</summary>
    private bool TryAfterArticle(AtomBuffer atoms, int at, out Numeral numeral)
    {
        numeral = default;
        if (!Look(atoms, at, out Word word) || word.Kind == Kind.Part)
        {
            return Is(atoms, at, "half") && TryHalf(atoms, at, out numeral);
        }

        if (word.Kind is Kind.Few or Kind.Portion)
        {
            return Indefinite(atoms, at, word, out numeral);
        }

        return word.Kind is Kind.Hundred or Kind.Scale or Kind.Dozen && TryCardinal(atoms, at, out numeral);
    }

    private bool TryHalf(AtomBuffer atoms, int at, out Numeral numeral)
    {
        numeral = default;
        if (!Is(atoms, at, "half"))
        {
            return false;
        }

        int next = at + 1 < atoms.Count && (IsArticle(atoms.Word(at + 1)) || atoms.Word(at + 1) is "-") ? at + 2 : at + 1;
        if (!Look(atoms, next, out Word word) || word.Kind is not (Kind.Dozen or Kind.Scale))
        {
            return false;
        }

        return Finish(next + 1, word.Min / 2, out numeral);
    }

    /// <summary>"several", "a few", "a couple of", and with a scale behind it "a few thousand", "a couple of hundred".</summary>
    private bool Indefinite(AtomBuffer atoms, int at, Word word, out Numeral numeral)
    {
        int end = at + 1;
        if (word.Kind == Kind.Portion && Is(atoms, end, "of"))
        {
            end++;
        }

        (double min, double? max) = (word.Min, word.Max);
        while (Look(atoms, end, out Word scale) && scale.Kind is Kind.Hundred or Kind.Scale or Kind.Dozen && min * scale.Min <= Largest)
        {
            min *= scale.Min;
            max *= scale.Min;
            end++;
        }

        numeral = new Numeral(end, min, max, true, true);
        return true;
    }

    /// <summary>"dozens", "tens of thousands", "hundreds of millions".</summary>
    private bool TryMany(AtomBuffer atoms, int at, Word word, out Numeral numeral)
    {
        double min = word.Min;
        int end = at + 1;
        while (Is(atoms, end, "of") && Look(atoms, end + 1, out Word next) && next.Kind == Kind.Many && min * next.Min <= Largest)
        {
            min *= next.Min / 2;
            end += 2;
        }

        numeral = new Numeral(end, min, null, true, true);
        return true;
    }

    /// <summary>"twenty-four", "one hundred and thirty million", "two lakh fifty thousand", "nineteen hundred".</summary>
    private bool TryCardinal(AtomBuffer atoms, int at, out Numeral numeral)
    {
        double total = 0, current = 0, lastScale = double.MaxValue;
        int end = at;
        bool open = true;
        for (int i = at; i < atoms.Count; i++)
        {
            ReadOnlySpan<char> form = atoms.Word(i);
            if (i > at && (form is "-" || form.Equals("and", StringComparison.OrdinalIgnoreCase)))
            {
                if ((form is "-" && i == end) || (current >= 100 || total > 0))
                {
                    continue;
                }

                break;
            }

            if (!words.TryGetValue(form, out Word word))
            {
                break;
            }

            if (word.Kind == Kind.Unit && open && (current % 10 == 0) && (current % 100 == 0 || word.Min < 10))
            {
                current += word.Min;
                open = false;
            }
            else if (word.Kind == Kind.Tens && current % 100 == 0 && (open || current >= 100))
            {
                current += word.Min;
                open = true;
            }
            else if (word.Kind is Kind.Hundred or Kind.Dozen && current < 100)
            {
                current = Math.Max(1, current) * word.Min;
                open = true;
            }
            else if (word.Kind == Kind.Scale && word.Min < lastScale)
            {
                total += Math.Max(1, current) * word.Min;
                lastScale = word.Min;
                current = 0;
                open = true;
            }
            else
            {
                break;
            }

            end = i + 1;
        }

        numeral = new Numeral(end, total + current, total + current, false, true);
        return end > at;
    }
}
