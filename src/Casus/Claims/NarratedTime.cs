using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>
/// The day of an event whose sentence tells none, from the sentences about it: what a narrative goes on to tell in the simple
/// past, or takes up again with "the", is of the one day it has named.
/// </summary>
internal static class NarratedTime
{
    private const int NearSentences = 3;
    private static readonly RuleId Narrated = new("time.narrated");
    private static readonly RuleId Continued = new("time.continued");

    /// <summary>Whether a time is no more than that of a narrative: a day that the words themselves tell says more.</summary>
    public static bool IsGuess(ClaimTime? time) => time is not null && (time.Rule == Narrated || time.Rule == Continued || time.Rule == ClaimTime.Said);

    /// <summary>Null unless the paragraph has named exactly one day before, near by.</summary>
    public static ClaimTime? Of(SentenceView s, int trigger)
    {
        if (HasTime(s) || !Narrates(s, trigger))
        {
            return null;
        }

        ImmutableArray<Sentence> sentences = s.Analysis.Sentences;
        int index = s.Index;
        if (!IsClosed(s.Analysis, sentences[index]) && index + 1 < sentences.Length && sentences[index + 1].Block == sentences[index].Block)
        {
            // The sentence was cut in two: its day stands in the next.
            return Only(s, index + 1, index + 1) is TimeMention after ? Claim(s, after, Continued) : null;
        }

        int first = index;
        while (first > 0 && index - first < NearSentences && sentences[first - 1].Block == sentences[index].Block)
        {
            first--;
        }

        return first < index && Only(s, first, index - 1) is TimeMention before ? Claim(s, before, Narrated) : null;
    }

    /// <summary>Any time of its own, even a vague one, leads away from the day named before.</summary>
    private static bool HasTime(SentenceView s)
    {
        foreach (TimeMention time in s.Times)
        {
            if (time.Type is TimeType.Date or TimeType.Time && time.Value != "PRESENT_REF" && time.Precision != "time")
            {
                return true;
            }
        }

        for (int i = 0; i < s.Count; i++)
        {
            if (TimeOfEvent.IsShift(s, i) && (s.Relation(i) == "advmod" || s.Relation(i) == "amod" || (i > 0 && s.Lexicon.In("time-unit", s.Lemma(i - 1)))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A simple past ("was shot dead", not "had" or "has been shot"), or "the attack", which was told of before.</summary>
    private static bool Narrates(SentenceView s, int trigger)
    {
        // "They shot two guards" is at times tagged as of the present; its form tells.
        bool past = s[trigger].Xpos == "VBD" || (s[trigger].Xpos == "VBP" && !s[trigger].Form.Equals(s.Lemma(trigger), StringComparison.OrdinalIgnoreCase)), the = false;
        foreach (int child in s.Children(trigger))
        {
            if (s[child].Upos == "AUX" && (s[child].Lemma == "have" || s[child].Xpos == "MD"))
            {
                return false;
            }

            past |= s[trigger].Xpos == "VBN" && s[child] is { Upos: "AUX", Xpos: "VBD" };
            the |= s.Relation(child) == "det" && s.Lexicon.In("definite", s.Lemma(child));
        }

        return s.IsVerb(trigger) ? past : the;
    }

    private static bool IsClosed(Analysis analysis, Sentence sentence)
    {
        ReadOnlySpan<char> text = sentence.Span.In(analysis.Article.Text).TrimEnd(" \n\"'\u201d\u2019)]");
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or ':' or '\u2026';
    }

    /// <summary>The day that the sentences name, both included; null when they name none, or two.</summary>
    private static TimeMention? Only(SentenceView s, int first, int last)
    {
        ImmutableArray<TimeMention> times = s.Analysis.Times;
        int at = FirstIn(times, first);
        TimeMention? only = null;
        for (; at < times.Length && times[at].Sentence <= last; at++)
        {
            TimeMention time = times[at];
            if (time.Type is not (TimeType.Date or TimeType.Time) || time.Precision is "vague" or "none" || Dateline.Holds(s.Analysis.Article.Text, time.Span))
            {
                continue;
            }

            if (time.Precision is not ("day" or "time") || IsBackground(s.Analysis.Sentences[time.Sentence], time) || (only is not null && !SameDay(only, time)))
            {
                return null;
            }

            only = only is null || only.Type == TimeType.Time ? time : only;
        }

        return only;
    }

    /// <summary>"Protesters had thrown stones on 15 October": the day of what had gone before, from which nothing goes on.</summary>
    private static bool IsBackground(Sentence sentence, TimeMention time)
    {
        int at = 0;
        while (at + 1 < sentence.Tokens.Length && sentence.Tokens[at].Span.End < time.Span.End)
        {
            at++;
        }

        for (; at >= 0 && sentence.Tokens[at].Upos != "VERB"; at = sentence.Tokens[at].Head)
        {
        }

        foreach (int child in at < 0 ? [] : sentence.Children(at))
        {
            if (sentence.Tokens[child] is { Upos: "AUX", Lemma: "have", Xpos: "VBD" })
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Monday" and "Monday evening"; without a calendar day, the same words.</summary>
    private static bool SameDay(TimeMention a, TimeMention b) => a.Earliest is DateOnly day ? day == b.Earliest : a.Value == b.Value;

    private static int FirstIn(ImmutableArray<TimeMention> times, int sentence)
    {
        int low = 0, high = times.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = times[middle].Sentence < sentence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>The hour is of what was told there, and does not carry on.</summary>
    private static string Day(TimeMention time) => time.Type == TimeType.Time && time.Value.IndexOf('T', StringComparison.Ordinal) is > 0 and var hour ? time.Value[..hour] : time.Value;

    private static ClaimTime Claim(SentenceView s, TimeMention time, RuleId rule) =>
        new(Day(time), time.Precision == "time" ? "day" : time.Precision, time.Earliest, time.Latest, s.Analysis.Article.Quote(time.Span), rule);
}
