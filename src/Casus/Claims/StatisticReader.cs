using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>A figure about a period and the words it covers: an event word among them opens no event.</summary>
internal sealed record StatisticFound(
    SentenceView View, string Measure, string? Cause, ClaimTime? Period, ClaimTime? Baseline, double? ChangePercent,
    double? Min, double? Max, ImmutableArray<StatisticPart> Breakdown, ImmutableHashSet<int> Covered, int Token, ImmutableArray<int> Compilers);

/// <summary>"a 56% rise in fatalities in 2023", "at least 900 people have been killed since January", "attacks rose by a third".</summary>
internal static class StatisticReader
{
    private static readonly RuleId Rule = new("statistic.period");

    /// <summary>From so many on that nobody in particular kills within a month.</summary>
    private const int Many = 20;

    public static StatisticFound? Read(SentenceView s, List<TollFound> tolls) => Change(s, tolls) ?? Count(s, tolls);

    private static StatisticFound? Change(SentenceView s, List<TollFound> tolls)
    {
        QuantityMention? percent = s.Quantities.FirstOrDefault(q => q.Unit == "percent" && q.Min is not null);
        for (int token = 0; token < s.Count; token++)
        {
            bool rise = s.Lexicon.In("rise", s.Lemma(token));
            bool fall = s.Lexicon.In("fall", s.Lemma(token));
            if ((!rise && !fall) || (!s.IsNoun(token) && !s.IsVerb(token)))
            {
                continue;
            }

            int measure = MeasureOf(s, token);
            if (measure < 0 || (percent is null && Period(s, null) is null))
            {
                continue;
            }

            ClaimTime? baseline = Compared(s);
            ClaimTime? period = Period(s, baseline);
            double? change = percent is null ? null : (percent.Change is { } way ? way == "fall" : fall) ? -percent.Min : percent.Min;
            TollFound? total = tolls.FirstOrDefault(t => !TollParts.InPart(s, t.Token));
            int cause = CauseOf(s, measure);
            var covered = Covered(s, [token, measure, .. cause < 0 ? [] : new[] { cause }, .. tolls.Select(t => t.Token)]);
            return new StatisticFound(
                s, Name(s, measure), cause < 0 ? null : Words(s, cause), period, baseline, change,
                total?.Toll.Min, total?.Toll.Max, Parts(s), covered, token, [Compiler(s, token)]);
        }

        return null;
    }

    /// <summary>A toll over months or years, with no single happening named.</summary>
    private static StatisticFound? Count(SentenceView s, List<TollFound> tolls)
    {
        foreach (TollFound toll in tolls)
        {
            if (toll.Toll.Kind is not (TollKind.Killed or TollKind.Injured or TollKind.Displaced or TollKind.Arrested or TollKind.Abducted) || toll.Toll.Min < 3)
            {
                continue;
            }

            List<int> deeds = Deeds(s, toll.Token);
            // "have been put | to death"
            int verb = !s.IsVerb(toll.Token) && s.Head(toll.Token) is >= 0 and var over && s.IsVerb(over) ? over : toll.Token;
            if (InOne(s, deeds) || InOneByRelative(s, toll.Token) || WhenSomebody(s, toll.Token))
            {
                continue;
            }

            foreach (TimeMention time in s.Times)
            {
                int head = s.HeadOf(time.Span);
                if (head < 0 || s.Distance(head, toll.Token) > 4 || Recurrence.Counts(s, time) || InOtherClause(s, head, toll.Token))
                {
                    continue;
                }

                bool since = s.Lexicon.In("since", s.Case(head)) || (s.Relation(head) is "obl" && s.Lexicon.In("since", Before(s, time)));
                bool wide = time.Precision is "year" or "quarter" or "season" or "decade" || (time.Type == TimeType.Duration && !Short(time)) || (time.Precision is "month" && s.Lexicon.In("during", s.Case(head)) && Perfect(s, verb));
                bool during = s.Lexicon.In("during", Before(s, time)) || (time.Precision == "year" && s.Deprel(head) == "obl:unmarked");
                bool wholesale = time.Precision == "month" && time.Span.Begin > s[toll.Token].Span.Begin && s.Lexicon.In("during", s.Case(head)) && Wholesale(s, toll);
                wholesale |= time.Precision == "month" && s.Lexicon.In("during", s.Case(head)) && InMany(s, deeds);
                TimeMention? last = Until(s, time);
                if (!(since && Perfect(s, verb)) && !(wide && time.Precision != "day" && during) && !wholesale && last is null)
                {
                    continue;
                }

                return new StatisticFound(
                    s, toll.Toll.Kind.ToString().ToLowerInvariant(), null, last is null ? TimeOf(s, time) : Both(s, time, last), null, null, toll.Toll.Min, toll.Toll.Max,
                    Parts(s), Covered(s, [toll.Token, .. deeds]), toll.Token, [Compiler(s, toll.Token)]);
            }
        }

        return null;
    }

    /// <summary>"killed 14 people last year in an attack on a market", "in the worst attack for years": one happening, however long ago.</summary>
    private static bool InOne(SentenceView s, List<int> deeds) =>
        deeds.Exists(d => s[d].Xpos == "NN" && s.Child(d, "det") is >= 0 and var article && (s.Lemma(article) == "a" || (s.Lemma(article) == "the" && !s.Lexicon.In("goes-on", s.Lemma(d)) && s.Child(d, "nmod") is >= 0 and var of && s.HasCase(of, "of") && s[of].Upos is "NOUN" or "PROPN" && s.Child(of, "nummod") < 0 && s.PartyNoun(s.Content(of)) is not { Kind: "person" or "group" }) || (s.Child(d, "amod") is >= 0 and var most && s[most].Xpos == "JJS")));

    /// <summary>"14 people died | when gunmen fired on | a convoy": one happening, named by what was done.</summary>
    private static bool WhenSomebody(SentenceView s, int counting)
    {
        foreach (int child in s.Children(counting))
        {
            if (s.Relation(child) == "advcl" && s.Child(child, "nsubj") >= 0 && s[child].Xpos == "VBD" && (s.HasMark(child, "when") || (s.Child(child, "advmod") is >= 0 and var when && s.Lemma(when) == "when")))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"died in a town, which had been cut off | for three months", "overran it in May, and JNIM claimed to have killed 200": a time of another clause.</summary>
    private static bool InOtherClause(SentenceView s, int time, int counting)
    {
        for (int x = counting; x >= 0 && !s.Dominates(x, time); x = s.Head(x))
        {
            if (s.Relation(x) == "conj" && s.Child(x, "nsubj") >= 0)
            {
                return true;
            }
        }

        return ClauseScope.InRelative(s, time, counting);
    }

    /// <summary>"a raid on a school last year in which 42 died": one happening again, told of by a relative clause.</summary>
    private static bool InOneByRelative(SentenceView s, int counting)
    {
        if (s.Deprel(counting) != "acl:relcl")
        {
            return false;
        }

        for (int x = s.Head(counting), i = 0; x >= 0 && i < 3 && s.IsNoun(x); x = s.Head(x), i++)
        {
            if (s.Lexicon.In("deeds", s.Lemma(x)))
            {
                return InOne(s, [x]);
            }
        }

        return false;
    }

    /// <summary>"in 40 attacks"</summary>
    private static bool InMany(SentenceView s, List<int> deeds) => deeds.Exists(d => s[d].Xpos == "NNS" && s.Child(d, "nummod") >= 0);

    /// <summary>The nouns of the deeds in which people came to harm.</summary>
    private static List<int> Deeds(SentenceView s, int counting)
    {
        List<int> deeds = [];
        foreach (int child in s.Children(counting))
        {
            if (s.Relation(child) is "obl" or "nmod" && s.IsNoun(child) && s.Lexicon.In("during", s.Case(child)) && s.Lexicon.In("measure", s.Lemma(child)))
            {
                deeds.Add(child);
            }
        }

        return deeds;
    }

    /// <summary>"Security forces killed 120 militants in January": many by no one in particular within a month are no single happening.</summary>
    private static bool Wholesale(SentenceView s, TollFound toll) =>
        toll.Toll.Min >= Many && s.IsVerb(toll.Token) && Clause.DeepSubject(s, toll.Token) is >= 0 and var who && s[who].Upos == "NOUN"
        && (s.Lexicon.In("unrest", s.Lemma(who)) || (s[who].Xpos == "NNS" && s.PartyNoun(s.Content(who)) is { Kind: "group" or "person" } && s.Child(who, "det") < 0 && s.Child(who, "nummod") < 0 && s.Child(who, "acl") < 0));

    /// <summary>"between 1 January | and 30 June": the end of a stretch of more than two months; null when none begins here.</summary>
    private static TimeMention? Until(SentenceView s, TimeMention first) =>
        s.Lexicon.In("from-day", Before(s, first)) && first.Earliest is { } from
            ? s.Times.FirstOrDefault(t => t.Span.Begin >= first.Span.End && t.Span.Begin - first.Span.End <= " until ".Length && t.Latest is { } to && to > from.AddMonths(2))
            : null;

    private static ClaimTime Both(SentenceView s, TimeMention first, TimeMention last) =>
        new($"{first.Value}/{last.Value}", first.Precision, first.Earliest, last.Latest, s.Analysis.Article.Quote(first.Span.Cover(last.Span)), Rule);

    /// <summary>Days and weeks may hold one happening; months and years hold many.</summary>
    private static bool Short(TimeMention time) => time.Value.EndsWith('D') || time.Value.EndsWith('W') || time.Value.StartsWith("PT", StringComparison.Ordinal);

    private static bool Perfect(SentenceView s, int verb)
    {
        foreach (int child in s.Children(verb))
        {
            if (s.Deprel(child) == "aux" && s[child].Xpos is "VBZ" or "VBP" or "VB")
            {
                return true;
            }
        }

        return false;
    }

    private static string Before(SentenceView s, TimeMention time)
    {
        (int from, _) = s.TokensIn(time.Span);
        for (int i = from; i >= Math.Max(0, from - 2); i--)
        {
            if (s[i].Upos is "ADP" or "SCONJ")
            {
                return s.Lemma(i);
            }
        }

        return "";
    }

    private static int MeasureOf(SentenceView s, int change)
    {
        if (s.IsVerb(change))
        {
            int subject = Clause.SurfaceSubject(s, change);
            int root = Verbless(s, change);
            return root >= 0 ? root : subject >= 0 && s.Lexicon.In("measure", s.Lemma(subject)) ? subject : -1;
        }

        foreach (int child in s.Children(change))
        {
            if (s.Relation(child) is "nmod" or "obl" && s.Lexicon.In("measure", s.Lemma(child)))
            {
                return child;
            }
        }

        foreach (int child in s.Children(change))
        {
            if (s.Relation(child) is "compound" && s.Lexicon.In("measure", s.Lemma(child)))
            {
                return child;
            }
        }

        return -1;
    }

    /// <summary>"Fatalities from attacks rose": some trees take the only verb for a participle of a noun before it; the measure is the noun above all.</summary>
    private static int Verbless(SentenceView s, int change)
    {
        int noun = s.Relation(change) == "acl" ? s.Head(change) : -1;
        while (noun >= 0 && s.IsNoun(noun) && s.Head(noun) >= 0)
        {
            noun = s.Head(noun);
        }

        return noun >= 0 && noun < change && s.IsNoun(noun) && s.Lexicon.In("measure", s.Lemma(noun)) ? noun : -1;
    }

    private static string Name(SentenceView s, int measure) =>
        s.Lexicon.TollWords(s.Lemma(measure)) is [var toll, ..] ? toll.Kind.ToString().ToLowerInvariant() : s[measure].Form.ToLowerInvariant();

    private static string Words(SentenceView s, int cause)
    {
        TextSpan words = s[cause].Span;
        for (int i = cause - 1; i >= 0 && s.Head(i) == cause && s.Relation(i) is "compound" or "amod"; i--)
        {
            words = words.Cover(s[i].Span);
        }

        return words.Of(s.Analysis.Article.Text);
    }

    /// <summary>"deaths from landmine blasts": the noun behind the measure, also where the parser hangs it on the verb above; -1 for none.</summary>
    private static int CauseOf(SentenceView s, int measure)
    {
        foreach (int child in s.Children(measure))
        {
            if (s.Relation(child) == "nmod" && s.Lexicon.In("cause", s.Case(child)))
            {
                return child;
            }
        }

        int preposition = measure + 1;
        if (preposition >= s.Count || s.Relation(preposition) != "case" || !s.Lexicon.In("cause", s.Lemma(preposition)))
        {
            return -1;
        }

        int noun = s.Head(preposition);
        return noun > preposition && s.Relation(noun) == "obl" && s.Head(noun) is >= 0 and var verb && s.Dominates(verb, measure) ? noun : -1;
    }

    private static ClaimTime? Compared(SentenceView s)
    {
        foreach (TimeMention time in s.Times)
        {
            (int from, _) = s.TokensIn(time.Span);
            for (int i = from - 1; i >= Math.Max(0, from - 3); i--)
            {
                if (s.Lexicon.In("compared", s.Lemma(i)))
                {
                    return TimeOf(s, time);
                }
            }
        }

        return null;
    }

    private static ClaimTime? Period(SentenceView s, ClaimTime? baseline)
    {
        foreach (TimeMention time in s.Times)
        {
            if (time.Span != baseline?.Evidence?.Span && (time.Precision is "year" or "month" or "quarter" or "season" or "decade" || time.Type == TimeType.Duration))
            {
                return TimeOf(s, time);
            }
        }

        return null;
    }

    private static ClaimTime TimeOf(SentenceView s, TimeMention time) =>
        new(time.Value, time.Precision, time.Earliest, time.Latest, s.Analysis.Article.Quote(time.Span), Rule);

    private static ImmutableArray<StatisticPart> Parts(SentenceView s)
    {
        var parts = ImmutableArray.CreateBuilder<StatisticPart>();
        foreach (QuantityMention quantity in s.Quantities)
        {
            if (quantity.Counted is not { } counted || quantity.Min is not { } min)
            {
                continue;
            }

            int head = s.Relation(counted) == "compound" && s.Head(counted) > counted ? s.Head(counted) : counted;
            if (TollParts.InPart(s, head))
            {
                TextSpan span = PartyReader.Phrase(s, head).Cover(quantity.Span);
                string whom = s.Analysis.Article.Text[Math.Min(quantity.Span.End, span.End)..span.End].Trim();
                parts.Add(new StatisticPart(whom, min, quantity.Max, s.Analysis.Article.Quote(span)));
            }
        }

        return parts.ToImmutable();
    }

    private static int Compiler(SentenceView s, int token)
    {
        for (int x = token, i = 0; x >= 0 && i < 4; x = s.Head(x), i++)
        {
            if (s.IsVerb(x) && s.Lexicon.In("reveal", s.Lemma(x)))
            {
                return Clause.DeepSubject(s, x);
            }
        }

        return -1;
    }

    private static ImmutableHashSet<int> Covered(SentenceView s, IEnumerable<int> roots)
    {
        var covered = ImmutableHashSet.CreateBuilder<int>();
        foreach (int root in roots)
        {
            for (int i = 0; i < s.Count; i++)
            {
                if (s.Dominates(root, i))
                {
                    covered.Add(i);
                }
            }
        }

        return covered.ToImmutable();
    }
}
