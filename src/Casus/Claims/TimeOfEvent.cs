using System.Globalization;
using Casus.Language;

namespace Casus.Claims;

/// <summary>The time of an event: the mention nearest to its trigger in the tree, else what bounds it.</summary>
internal static class TimeOfEvent
{
    /// <summary>Pages are brought up to date after the day they bear: up to so many days a past may lie behind it.</summary>
    private const int FarthestAhead = 14;

    private static readonly RuleId NearestTime = new("time.nearest");
    private static readonly RuleId PublicationBound = new("time.published");

    /// <summary>
    /// The time told nearest to an event. Where its clause tells none, "in the past two weeks" bounds it; else what follows is
    /// <see cref="NarratedTime"/>. Null when nothing dates it.
    /// </summary>
    public static ClaimTime? Of(SentenceView s, string type, int trigger, Func<int, int> nearestTrigger, Func<int, bool> reaches)
    {
        TimeMention? best = null, span = null, reported = null;
        int least = int.MaxValue, bestHead = -1;
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            // "froze the talks until 2028", "told troops to leave by May": how long it is to last, or a term that is set.
            if (head < 0 || time.Type is TimeType.Set || IsOfAYear(s, time) || s.Lexicon.In("until", s.Case(head)) || (s.Case(head) == "by" && !IsDeed(s, type)) || Shifted(s, trigger, head) || Recurrence.Counts(s, time) || Dateline.Holds(s.Analysis.Article.Text, time.Span))
            {
                continue;
            }

            int at = OfParty(s, time, head);
            // "had mediated; the junta tore up the accord last year"
            if (!reaches(at) || s.IsParted(trigger, at) || OfClaiming(s, trigger, head) || OfOther(s, trigger, time, head) || OfEarlier(s, trigger, head) || OfPlacing(s, head) || TimeApart.IsOther(s, trigger, head) || OfThing(s, trigger, time, head) || OfAside(s, trigger, head) || (time.Precision == "year" && ClauseScope.IsOfTopic(s, trigger, head)))
            {
                continue;
            }

            if (time.Type is TimeType.Duration || time.Precision is "vague" or "none")
            {
                span ??= time is { Type: TimeType.Duration, Earliest: not null } && s.Lexicon.In("during", s.Case(head)) && nearestTrigger(head) == trigger ? time : null;
                continue;
            }

            if (OfReport(s, trigger, head))
            {
                reported ??= time.Latest is null ? null : time;
                continue;
            }

            if (s.Lexicon.In("since", s.Case(head)) && ClauseScope.InRelative(s, head, trigger))
            {
                // "protect engineers, 21 of whom have died since 2021"
                continue;
            }

            if (s.Lexicon.In("since", s.Case(head)) && nearestTrigger(head) is var near && near != trigger && s.Dominates(near, head) && !s.Dominates(near, trigger))
            {
                // "the group, at war with the army since April, denied it": how long the war has lasted.
                continue;
            }

            int distance = (s.Distance(trigger, at) * 4) + (nearestTrigger(head) == trigger ? 0 : 6) + (time.Precision is "day" or "time" ? 0 : 2);
            if (distance < least)
            {
                (best, least, bestHead) = (time, distance, head);
            }
        }

        if (Behind(s, trigger) is { } own)
        {
            return Told(s, own, NearestTime);
        }

        if (best is null && (TimeApart.Of(s, trigger) ?? TimeApart.FromOther(s, trigger)) is { } apart)
        {
            return apart;
        }

        if ((best is null || IsOfTelling(s, trigger, bestHead)) && IsDeed(s, type) && InCause(s, trigger) is { } cause)
        {
            return Told(s, cause, NearestTime);
        }

        if (best is null)
        {
            return span is not null ? Between(s, span, span.Earliest, span.Latest)
                : IsDeed(s, type) && NarratedTime.Of(s, trigger) is ClaimTime narrated ? narrated
                : reported is null ? null
                : new ClaimTime($"../{Day(reported.Latest!.Value)}", "vague", null, reported.Latest, s.Analysis.Article.Quote(reported.Span), NearestTime);
        }

        return s.Lexicon.In("since", s.Case(bestHead))
            ? Between(s, best, best.Earliest, s.Analysis.Article.Published?.Value.Day)
            : Told(s, best, IsOfTelling(s, trigger, bestHead) ? ClaimTime.Said : NearestTime);
    }

    /// <summary>"Gunmen who abducted a priest | on Friday | killed nine | on Monday |": each verb has a day of its own.</summary>
    public static bool AreOfTwoDays(SentenceView s, int one, int other) =>
        OwnDay(s, one) is { } first && OwnDay(s, other) is { } second && (first.Latest < second.Earliest || second.Latest < first.Earliest);

    private static TimeMention? OwnDay(SentenceView s, int verb)
    {
        foreach (TimeMention time in s.IsVerb(verb) ? s.Times : [])
        {
            int over = time.Type is TimeType.Duration or TimeType.Set || time.Precision is not ("day" or "time") ? -1 : s.HeadOf(time.Span);
            while (over >= 0 && !s.IsVerb(over))
            {
                over = s.Head(over);
            }

            if (over == verb)
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>"a year ago | today |", "on | this day | in 2015": which day of another year.</summary>
    private static bool IsOfAYear(SentenceView s, TimeMention time)
    {
        (int first, int end) = s.TokensIn(time.Span);
        return time.Precision == "day" && ((first > 0 && s.Lemma(first - 1) == "ago") || (s.Lemma(first) == "this" && end + 1 < s.Count && s.Lemma(end) == "in" && s[end + 1].Xpos == "CD"));
    }

    /// <summary>"a bomb planted | on Sunday | went off": when it was put there.</summary>
    private static bool OfPlacing(SentenceView s, int time) =>
        s.Head(time) is >= 0 and var placed && s.Relation(placed) == "acl" && s[placed].Xpos is "VBN" or "VBD" && s.Head(placed) is >= 0 and var bomb && bomb < placed && MeansReader.IsWeapon(s, bomb);

    private static ClaimTime Told(SentenceView s, TimeMention time, RuleId rule) =>
        TimeStretch.Of(s, time, rule) ?? new(time.Value, time.Precision, time.Earliest, time.Latest, s.Analysis.Article.Quote(time.Span), rule);

    /// <summary>What has happened did so by the day of publication: a day that names no year is of the last one that fits ("killed nine on December 12", printed in November).</summary>
    public static ClaimTime NotAhead(ClaimTime time, DateOnly published) =>
        time is { Earliest: { } first, Latest: { } last, Precision: "day" or "month" or "time", Value: [>= '0' and <= '9', _, _, _, '-', ..] value, Evidence: { } words } && first > published.AddDays(FarthestAhead) && !words.Quote.Contains(value[..4], StringComparison.Ordinal)
            ? time with { Value = first.AddYears(-1).Year.ToString("0000", CultureInfo.InvariantCulture) + value[4..], Earliest = first.AddYears(-1), Latest = last.AddYears(-1) }
            : time;

    /// <summary>"Nine people died, the police | said on Sunday |": the day on which it was told, where no other is.</summary>
    private static bool IsOfTelling(SentenceView s, int trigger, int time) => s.Head(time) is >= 0 and var telling && s.IsVerb(telling) && telling != trigger && FitsRole.IsSpeech(s, telling);

    /// <summary>"condemned on Thursday the killing of nine farmers | on Tuesday |": of two days that a verb has the one behind a deed is the deed's, and the other is that of the verb.</summary>
    private static TimeMention? Behind(SentenceView s, int trigger)
    {
        int verb = s.Head(trigger);
        if (!s.IsNoun(trigger) || s.Relation(trigger) != "obj" || verb < 0 || verb > trigger || !s.IsVerb(verb) || s.Lexicon.Controls.Find(s.Lemma(verb), "object") == Effect.None && !FitsRole.IsSpeech(s, verb))
        {
            return null;
        }

        bool before = false;
        TimeMention? behind = null;
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            if (head < 0 || time.Precision is not ("day" or "time") || time.Type is TimeType.Set or TimeType.Duration || Dateline.Holds(s.Analysis.Article.Text, time.Span))
            {
                continue;
            }

            before |= head < trigger && (s.Head(head) == verb || (s.Head(head) is >= 0 and var subject && s.Relation(subject) == "nsubj" && s.Head(subject) == verb));
            behind ??= head > trigger && s.Head(head) == verb ? time : null;
        }

        return before ? behind : null;
    }

    /// <summary>"20 fighters were killed | when the army repulsed an attack on the night of 11 March |, it said on Sunday": the day of what it was done by.</summary>
    private static TimeMention? InCause(SentenceView s, int trigger)
    {
        int main = s.Relation(trigger) == "conj" && s.IsVerb(trigger) ? s.Head(trigger) : trigger;
        foreach (TimeMention time in s.Times)
        {
            int clause = s.HeadOf(time.Span);
            while (clause >= 0 && !(s.Deprel(clause) == "advcl" && (s.Head(clause) == main || s.Head(clause) == trigger)))
            {
                clause = s.Head(clause);
            }

            if (clause > trigger && time.Precision is "day" or "time" && s.Child(clause, "nsubj") is >= 0 and var doer && doer > 0 && s.Lemma(FirstOf(s, clause)) == "when")
            {
                return time;
            }
        }

        return null;
    }

    /// <summary>The first word that hangs on the verb.</summary>
    private static int FirstOf(SentenceView s, int verb)
    {
        int first = verb;
        foreach (int child in s.Children(verb))
        {
            first = Math.Min(first, child);
        }

        return first;
    }

    /// <summary>Whether one stands there, as in "a village, located near the park, | on Monday": behind the aside again.</summary>
    public static bool Comma(SentenceView s, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (s[i].Form == ",")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"released the crew of the ship, | seized 14 months earlier |, after talks": what befell it before.</summary>
    private static bool OfAside(SentenceView s, int trigger, int head)
    {
        for (int x = head; x > 0 && !s.Dominates(x, trigger); x = s.Head(x))
        {
            // Taggers take such a participle for a past tense.
            bool aside = s.Deprel(x) == "acl" || (s.Relation(x) == "advcl" && s.Child(x, "mark") < 0 && s.Child(x, "nsubj") < 0 && s.Child(x, "obj") < 0);
            if (aside && (s.Lexicon.In("done-to", s.Lemma(x)) || !s.Lexicon.TollWords(s.Lemma(x)).IsEmpty) && s[x].Xpos is "VBN" or "VBD" && s[x - 1].Form == "," && s.Head(x) is >= 0 and var what && what < x && !s.EventNouns.Contains(what) && !Comma(s, x, head))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What is done goes on from what was done; what is said may be said on any day.</summary>
    private static bool IsDeed(SentenceView s, string type) => s.Lexicon.Knowledge.Ontology.Find(type) is { Quad: 2 or 4 };

    /// <summary>A span on some day of which it happened: open at the end where no day of publication closes it.</summary>
    private static ClaimTime Between(SentenceView s, TimeMention told, DateOnly? first, DateOnly? last)
    {
        string from = first is null || told.Type != TimeType.Duration ? told.Value : Day(first.Value);
        return new ClaimTime($"{from}/{(last is null ? ".." : Day(last.Value))}", "vague", first, last < first ? null : last, s.Analysis.Article.Quote(told.Span), NearestTime);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"Militants on October 4 killed": the day is of what they did, though the tree hangs it on them.</summary>
    private static int OfParty(SentenceView s, TimeMention time, int head)
    {
        int party = s.Head(head);
        return time.Precision is "day" or "time" && party >= 0 && s.Relation(head) == "nmod" && s.Relation(party) == "nsubj" && s.PartyNoun(party) is { Kind: "person" or "group" or "body" }
            ? s.Head(party)
            : head;
    }

    /// <summary>"…, reports the paper on November 26": the day of the report, by which it had happened.</summary>
    private static bool OfReport(SentenceView s, int trigger, int time)
    {
        int verb = s.Head(time);
        if (verb < 0 || verb == trigger || !s.IsVerb(verb) || s.EventNouns.Contains(verb))
        {
            return false;
        }

        foreach (Attribution attribution in s.Analysis.Attributions)
        {
            if (attribution.Sentence == s.Index && attribution.OutletCited && attribution.CueHead == verb)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"On June 2 they claimed responsibility for the ambush": the day of the claim, unless it stands after what is claimed.</summary>
    private static bool OfClaiming(SentenceView s, int trigger, int time)
    {
        int verb = s.Head(time);
        return verb >= 0 && verb != trigger && time < trigger && ResponsibilityReader.Claims(s, verb) && s.Dominates(verb, trigger)
            && s.Child(verb, "obj") is >= 0 and var owned && owned != trigger && s.Lexicon.In("responsibility", s.Lemma(owned));
    }

    /// <summary>"the treaty of 1951 binds them": how old a thing is that is no deed.</summary>
    private static bool OfThing(SentenceView s, int trigger, TimeMention time, int head) =>
        // "killed a ringleader of the | October 7 rampage |"
        (time.Precision == "day" && (s.Relation(head) == "compound" || s.HasCase(head, "of")) && s.Head(head) is >= 0 and var other && other != trigger && s.Relation(other) == "nmod" && s.HasCase(other, "of") && s.Head(other) is >= 0 and var whose && whose != trigger && s.PartyNoun(whose) is { Kind: "person" or "group" }) ||
        time.Precision == "year" && s.Relation(head) == "nmod" && s.HasCase(head, "of") && s.Head(head) is >= 0 and var thing && thing != trigger && s.IsNoun(thing) && !s.EventNouns.Contains(thing) && !s.Lexicon.In("deeds", s.Lemma(thing));

    /// <summary>"released the crew, whom they had seized in 2023": the day of what had gone before, told of somebody in passing.</summary>
    private static bool OfEarlier(SentenceView s, int trigger, int time)
    {
        int verb = s.Head(time);
        while (verb >= 0 && !s.IsVerb(verb))
        {
            verb = s.Head(verb);
        }

        if (verb < 0 || s.Relation(verb) != "acl" || s.Head(verb) == trigger || s.Dominates(verb, trigger))
        {
            return false;
        }

        if (s.Deprel(verb) == "acl" && s.Child(verb, "nsubj") >= 0 && ClauseScope.IsPastPerfect(s, verb))
        {
            // "broke a truce that they had agreed last month", where the tree has no relative clause
            return true;
        }

        if (s.Deprel(verb) == "acl" && s.Child(verb, "mark") is >= 0 and var mark && s.Lemma(mark) == "since")
        {
            // "the first attack since the war began in April 2023"
            return true;
        }

        if (s.Deprel(verb) == "acl")
        {
            // "killed a candidate, the seventh to be murdered since May"
            return s.Lexicon.In("since", s.Case(time));
        }

        return ClauseScope.IsPastPerfect(s, verb)
            // "agreed to go on with talks on the shelf, which were broken off in 2016"
            || (s.Head(time) == verb && time > verb && !Enumerable.Range(verb, time - verb).Any(x => s[x].Form == ",") && s.Head(verb) is >= 0 and var noun && s.Relation(noun) is "obj" or "obl" or "nmod" && s.IsNoun(noun) && s[noun].Upos != "PROPN" && !s.EventNouns.Contains(noun) && Clause.Bears(s, verb, x => s[x].Xpos is "VBD"));
    }

    /// <summary>"sentenced him over the 2016 coup attempt": the year names the other thing.</summary>
    private static bool OfOther(SentenceView s, int trigger, TimeMention time, int head) =>
        (s.Deprel(head) == "nmod:poss" && s.Head(head) is >= 0 and var of && of != trigger && !s.Dominates(of, trigger) && !s.EventNouns.Contains(of))
        || time.Precision == "year" && s.Relation(head) is "compound" or "nummod" or "amod" or "nmod:desc" && s.Head(head) != trigger && s.Head(head) > head;

    /// <summary>"They fired on Saturday, four days after the strikes": what lies beyond the shift has another day.</summary>
    private static bool Shifted(SentenceView s, int trigger, int time)
    {
        for (int i = Math.Min(trigger, time) + 1; i < Math.Max(trigger, time); i++)
        {
            if (IsShift(s, i) && s.Lexicon.In("time-unit", s.Lemma(i - 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"later" is its own lemma to the list and "late" to the tagger.</summary>
    public static bool IsShift(SentenceView s, int word) => s.Lexicon.In("time-shift", s.Lemma(word)) || s.Lexicon.In("time-shift", s[word].Form);

    /// <summary>No words date it: what has happened did so by the day of publication.</summary>
    public static ClaimTime Bound(Analysis analysis, bool happened) =>
        new(null, "none", null, happened ? analysis.Article.Published?.Value.Day : null, null, PublicationBound);
}
