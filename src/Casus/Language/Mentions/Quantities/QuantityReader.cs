using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Finds numbers with their bounds, their unit and the word they count. Numbers inside time expressions are left to those.</summary>
public sealed class QuantityReader
{
    private static readonly RuleId Counted = new("quantity.count");
    private static readonly RuleId WithUnit = new("quantity.unit");
    private static readonly RuleId Money = new("quantity.money");
    private readonly Numerals numerals;
    private readonly QuantityWords words;

    public QuantityReader(KnowledgeBase knowledge)
    {
        numerals = new Numerals(knowledge);
        words = new QuantityWords(knowledge);
    }

    /// <param name="times">Time expressions of the same text, in text order.</param>
    public ImmutableArray<QuantityMention> Read(string text, ImmutableArray<Sentence> sentences, ImmutableArray<TimeMention> times)
    {
        var found = ImmutableArray.CreateBuilder<QuantityMention>();
        var atoms = new AtomBuffer();
        int time = 0;
        foreach (Sentence sentence in sentences)
        {
            atoms.Fill(text, sentence);
            for (int at = 0; at < atoms.Count;)
            {
                while (time < times.Length && times[time].Span.End <= atoms[at].Begin)
                {
                    time++;
                }

                bool timed = time < times.Length && times[time].Span.Begin < atoms[at].End;
                if (timed || !numerals.TryRead(atoms, at, out Numeral numeral) || !Stands(sentence, atoms, at, numeral))
                {
                    at++;
                    continue;
                }

                found.Add(Mention(sentence, atoms, at, numeral, out at));
            }
        }

        return found.DrainToImmutable();
    }

    /// <summary>False for digits of a name (F-16), a ratio, a date with slashes, "one" as a pronoun and ages.</summary>
    private static bool Stands(Sentence sentence, AtomBuffer atoms, int at, Numeral numeral)
    {
        if (at > 0 && atoms.Word(at - 1) is "/" or "#")
        {
            return false;
        }

        bool touches = at > 1 && atoms.Word(at - 1) is "-" or "–" && atoms[at - 1].End == atoms[at].Begin && atoms[at - 2].End == atoms[at - 1].Begin;
        if (touches && !char.IsAsciiDigit(atoms.Word(at - 2)[^1]))
        {
            return false;
        }

        if (numeral.End < atoms.Count && atoms.Word(numeral.End) is "/")
        {
            return false;
        }

        if (IsAge(atoms, numeral.End))
        {
            return false;
        }

        Token token = sentence.Tokens[atoms[at].Token];
        bool one = numeral is { InWords: true, Min: 1, Max: 1 };
        return !one || token.Deprel.StartsWith("nummod", StringComparison.Ordinal);
    }

    /// <summary>"-year-old", "10 year old": after hyphens or none the unit of time, then "old".</summary>
    private static bool IsAge(AtomBuffer atoms, int end)
    {
        int unit = Past(atoms, end);
        int old = Past(atoms, unit + 1);
        return old < atoms.Count && unit > 0 && atoms.Word(old).StartsWith("old", StringComparison.OrdinalIgnoreCase) && char.IsAsciiLetter(atoms.Word(unit)[0]);

        static int Past(AtomBuffer atoms, int at) => at < atoms.Count && atoms.Word(at) is "-" ? at + 1 : at;
    }

    private QuantityMention Mention(Sentence sentence, AtomBuffer atoms, int at, Numeral first, out int next)
    {
        int begin = at, end = first.End;
        double? min = first.Min, max = first.Max;
        bool approximate = first.Vague;
        if (Range(atoms, at, first) is Numeral second)
        {
            max = second.Max;
            end = second.End;
            if (at > 0 && atoms.Word(at - 1).Equals("between", StringComparison.OrdinalIgnoreCase))
            {
                begin = at - 1;
            }
        }

        int last = end - 1;
        int afterFirst = end;
        QuantityUnit? unit = words.Unit(atoms, begin - 1) is { Kind: "money-before" } currency ? currency : null;
        if (unit is not null)
        {
            begin--;
        }
        else
        {
            (unit, end) = UnitAfter(atoms, end);
        }

        Bound(words.Before(atoms, begin, out begin), ref min, ref max, ref approximate);
        Bound(words.After(atoms, end, out int afterBound), ref min, ref max, ref approximate);
        end = afterBound;
        next = Math.Max(end, afterFirst);
        var span = new TextSpan(atoms[begin].Begin, atoms[end - 1].End);
        RuleId rule = unit is null ? Counted : unit.Kind.StartsWith("money", StringComparison.Ordinal) ? Money : WithUnit;
        int head = atoms[last].Token;
        int? counted = unit is null ? CountedNoun.Of(sentence, head) : null;
        return new QuantityMention(sentence.Index, span, span.Of(atoms.Text), min, max, approximate, unit?.Unit, head, counted, rule);
    }

    /// <summary>The second number of "20-30", "20 to 30", "between 20 and 30".</summary>
    private Numeral? Range(AtomBuffer atoms, int at, Numeral first)
    {
        if (first.End + 1 >= atoms.Count)
        {
            return null;
        }

        ReadOnlySpan<char> link = atoms.Word(first.End);
        bool between = at > 0 && atoms.Word(at - 1).Equals("between", StringComparison.OrdinalIgnoreCase);
        bool change = at > 0 && atoms.Word(at - 1).Equals("from", StringComparison.OrdinalIgnoreCase);
        bool links = link is "-" or "–" || (link is "to" or "or" && !change) || (link is "and" && between);
        if (!links || !numerals.TryRead(atoms, first.End + 1, out Numeral second) || second.Vague || first.Vague || second.Min <= first.Min)
        {
            return null;
        }

        return second;
    }

    private (QuantityUnit? Unit, int End) UnitAfter(AtomBuffer atoms, int end)
    {
        int at = end < atoms.Count && atoms.Word(end) is "-" ? end + 1 : end;
        if (words.Unit(atoms, at) is { Kind: not "money-before" } unit)
        {
            return (unit, at + 1);
        }

        // "per cent" in two words; "10 US dollars".
        if (at + 1 < atoms.Count && atoms.Word(at) is "per" && atoms.Word(at + 1) is "cent" or "centum")
        {
            return (new QuantityUnit("percent", "share"), at + 2);
        }

        return at + 1 < atoms.Count && words.Unit(atoms, at + 1) is { Kind: "money-after" } money && char.IsUpper(atoms.Word(at)[0]) ? (money, at + 2) : (null, end);
    }

    private static void Bound(BoundEffect effect, ref double? min, ref double? max, ref bool approximate)
    {
        switch (effect)
        {
            case BoundEffect.Min:
                max = null;
                break;
            case BoundEffect.Max:
                max ??= min;
                min = null;
                break;
            case BoundEffect.About:
                approximate = true;
                break;
        }
    }
}
