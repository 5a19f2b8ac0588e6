using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"carried out 67,023 operations this year", "of 521 attacks last year": deeds that are counted over months or years, none of which is told.</summary>
internal static class CountedDeeds
{
    /// <summary>Steps in the tree within which a time bounds what is counted.</summary>
    private const int Farthest = 5;

    /// <param name="told">What is found of the sentence already.</param>
    public static IEnumerable<StatisticFound> Read(SentenceView s, List<StatisticFound> told)
    {
        foreach (QuantityMention quantity in s.Quantities)
        {
            if (quantity is not { Unit: null, Counted: { } deeds, Min: >= StatisticReader.Many and var least } || s[deeds].Xpos != "NNS" || !s.Lexicon.TollWords(s.Lemma(deeds)).IsEmpty || !s.IsNoun(deeds) || !(s.Lexicon.In("measure", s.Lemma(deeds)) || s.Lexicon.In("deed-measure", s.Lemma(deeds)))
                || told.Exists(t => t.Covered.Contains(deeds)) || Period(s, deeds) is not { } period)
            {
                continue;
            }

            yield return new StatisticFound(
                s, s[deeds].Form.ToLowerInvariant(), null, StatisticReader.Stretch(s, period, StatisticReader.Until(s, period)), null, null, least, quantity.Max, [], With(s, deeds), deeds, [StatisticReader.Compiler(s, deeds)]);
        }
    }

    /// <summary>The deeds and the verb that carries them: "carried out | 24 strikes".</summary>
    private static ImmutableHashSet<int> With(SentenceView s, int deeds) =>
        s.Relation(deeds) == "obj" && s.Head(deeds) is >= 0 and var verb ? StatisticReader.Covered(s, [deeds]).Add(verb) : StatisticReader.Covered(s, [deeds]);

    private static TimeMention? Period(SentenceView s, int deeds)
    {
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            bool wide = StatisticReader.Until(s, time) is not null || StatisticReader.IsWide(time) || s.Lexicon.In("since", StatisticReader.Before(s, time));
            if (head >= 0 && wide && s.Distance(head, deeds) <= Farthest && !Recurrence.Counts(s, time) && !ClauseScope.InRelative(s, head, deeds))
            {
                return time;
            }
        }

        return null;
    }
}
