using System.Collections.Immutable;
using Casus.Articles;
using Casus.Knowledge;

namespace Casus.Language;

/// <summary>
/// Finds time expressions and gives them TIMEX3 types and values (Pustejovsky et al., TimeML 1.2.1), spans as TimeML draws
/// them: with determiner and modifier, without the preposition.
/// </summary>
public sealed class TimeReader
{
    /// <summary>A dateline stands in one of the first sentences: title and byline may come before it.</summary>
    private const int DatelineSentences = 4;
    private readonly TimeGrammar grammar;
    private readonly Tense tense;
    private readonly FiscalYears fiscal;

    public TimeReader(KnowledgeBase knowledge)
    {
        grammar = new TimeGrammar(knowledge, new Numerals(knowledge));
        tense = new Tense(knowledge);
        fiscal = new FiscalYears(knowledge);
    }

    public ImmutableArray<TimeMention> Read(string text, DateOnly? published, ImmutableArray<Sentence> sentences)
    {
        var found = ImmutableArray.CreateBuilder<TimeMention>();
        var atoms = new AtomBuffer();
        var values = new TimeValues(published, fiscal);
        int[] ids = new int[128];
        foreach (Sentence sentence in sentences)
        {
            atoms.Fill(text, sentence);
            if (ids.Length < atoms.Count)
            {
                ids = new int[atoms.Count * 2];
            }

            for (int i = 0; i < atoms.Count; i++)
            {
                ids[i] = grammar.Words.Find(atoms.Word(i));
            }

            ReadSentence(sentence, atoms, ids.AsSpan(0, atoms.Count), values, found);
        }

        return found.DrainToImmutable();
    }

    private void ReadSentence(Sentence sentence, AtomBuffer atoms, ReadOnlySpan<int> ids, TimeValues values, ImmutableArray<TimeMention>.Builder found)
    {
        int before = found.Count;
        bool bareClock = false;
        values.Begin(sentence.Index);
        for (int at = 0; at < atoms.Count;)
        {
            if (!grammar.TryMatch(atoms, ids, at, out TimeRule rule, out int end, out TimeFields fields))
            {
                at++;
                continue;
            }

            Direction direction = tense.At(sentence, atoms[at].Token, atoms[end - 1].Token);
            if (!TimeChecks.Holds(rule, fields, direction, sentence, atoms, at, end))
            {
                at++;
                continue;
            }

            if (rule.Value.StartsWith("fiscal", StringComparison.Ordinal))
            {
                fields.Country = fiscal.CountryIn(sentence, atoms[at].Token);
            }

            if (rule.Type is TimeType type && values.Make(rule, fields, direction) is TimeValue value)
            {
                var span = new TextSpan(atoms[at].Begin, atoms[end - 1].End);
                found.Add(new TimeMention(sentence.Index, span, span.Of(atoms.Text), type, value.Value, value.Precision, value.Earliest, value.Latest, rule.Id));
                bareClock |= TimeValues.IsBareClock(rule, fields);
                if (sentence.Index < DatelineSentences && value is { Precision: "day", Earliest: DateOnly day } && type == TimeType.Date && Dateline.Holds(atoms.Text, span))
                {
                    values.Dateline(day);
                }
            }

            at = end;
        }

        if (bareClock)
        {
            DateClocks(found, before);
        }
    }

    /// <summary>"at 10:35 a.m. (0735 GMT) Friday": a clock time is of the one day that its sentence names.</summary>
    private static void DateClocks(ImmutableArray<TimeMention>.Builder found, int from)
    {
        DateOnly? day = null;
        for (int i = from; i < found.Count; i++)
        {
            if (found[i] is not { Type: TimeType.Date, Precision: "day", Earliest: DateOnly named })
            {
                continue;
            }

            if (day is not null && day != named)
            {
                return;
            }

            day = named;
        }

        for (int i = from; i < found.Count && day is DateOnly only; i++)
        {
            if (found[i] is { Precision: "time", Rule.Value: "time.clock" or "time.clock-part" } clock)
            {
                found[i] = clock with { Value = Periods.Iso(only) + clock.Value[clock.Value.IndexOf('T', StringComparison.Ordinal)..], Earliest = only, Latest = only };
            }
        }
    }
}
