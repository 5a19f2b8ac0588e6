using System.Collections.Immutable;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>Finds numbers with their bounds, their unit and the word they count. Numbers inside time expressions are left to those.</summary>
public sealed class QuantityReader
{
    private static readonly RuleId Counted = new("quantity.count");
    private static readonly RuleId WithUnit = new("quantity.unit");
    private static readonly RuleId Money = new("quantity.money");
    private static readonly RuleId Fraction = new("quantity.fraction");
    private static readonly RuleId Ordinal = new("quantity.ordinal");
    private readonly Numerals numerals;
    private readonly QuantityWords words;
    private readonly QuantityChanges changes;

    public QuantityReader(KnowledgeBase knowledge)
    {
        numerals = new Numerals(knowledge);
        words = new QuantityWords(knowledge);
        changes = new QuantityChanges(knowledge);
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
                if (!timed && Share(sentence, atoms, at) is { } share)
                {
                    found.Add(Measured(sentence, share.Mention, share.Next - 1, atoms, times));
                    at = share.Next;
                    continue;
                }

                if (!timed && InRow(sentence, atoms, at) is { } place)
                {
                    found.Add(place);
                    at++;
                    continue;
                }

                if (timed || !numerals.TryRead(atoms, at, out Numeral numeral) || !Stands(sentence, atoms, at, numeral))
                {
                    at++;
                    continue;
                }

                QuantityMention mention = Mention(sentence, atoms, at, numeral, out at);
                found.Add(mention.Unit == "percent" ? Measured(sentence, mention, at - 1, atoms, times) : mention);
            }
        }

        return found.DrainToImmutable();
    }

    private (QuantityMention Mention, int Next)? Share(Sentence sentence, AtomBuffer atoms, int at)
    {
        if (!numerals.TryFraction(atoms, at, out double value, out int last))
        {
            return null;
        }

        double? min = value, max = value;
        bool approximate = false;
        Bound(words.Before(atoms, at, out int begin), ref min, ref max, ref approximate);
        var span = new TextSpan(atoms[begin].Begin, atoms[last].End);
        int head = atoms[last].Token;
        return (new QuantityMention(sentence.Index, span, span.Of(atoms.Text), min, max, approximate, "fraction", head, CountedNoun.Of(sentence, head), Fraction), last + 1);
    }

    private QuantityMention? InRow(Sentence sentence, AtomBuffer atoms, int at)
    {
        if (sentence.Tokens[atoms[at].Token].Upos is not ("ADJ" or "NUM" or "NOUN") || !numerals.TryOrdinal(atoms, at, out double value))
        {
            return null;
        }

        TextSpan span = atoms[at].Span;
        return new QuantityMention(sentence.Index, span, span.Of(atoms.Text), value, value, false, "ordinal", atoms[at].Token, null, Ordinal);
    }

    /// <summary>A percentage or fraction with the way it changed and what it is measured by.</summary>
    /// <param name="end">Its last atom.</param>
    private QuantityMention Measured(Sentence sentence, QuantityMention share, int end, AtomBuffer atoms, ImmutableArray<TimeMention> times)
    {
        int last = atoms[end].Token, first = share.Head;
        while (first > 0 && sentence.Tokens[first - 1].Span.Begin >= share.Span.Begin)
        {
            first--;
        }

        if (changes.ChangeOf(sentence, first, last) is { } change)
        {
            return share with { Change = change, Base = changes.ComparedWith(sentence, last, times) };
        }

        return CountedNoun.Of(sentence, last) is int noun && noun > last
            ? share with { Base = new TextSpan(sentence.Tokens[last + 1].Form == "of" && last + 2 <= noun ? sentence.Tokens[last + 2].Span.Begin : sentence.Tokens[last + 1].Span.Begin, sentence.Tokens[noun].Span.End) }
            : share;
    }

    /// <summary>False for digits of a name (F-16), a ratio, a date with slashes, "one" as a pronoun and ages.</summary>
    private static bool Stands(Sentence sentence, AtomBuffer atoms, int at, Numeral numeral)
    {
        if (at > 0 && atoms.Word(at - 1) is "/" or "#")
        {
            return false;
        }

        // "-5 killed": nobody counts below nought.
        if (at > 0 && atoms.Word(at - 1) is "-" or "–" or "−" && atoms[at - 1].End == atoms[at].Begin && (at == 1 || atoms[at - 2].End < atoms[at - 1].Begin))
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
