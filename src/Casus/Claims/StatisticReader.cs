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
    internal const int Many = 20;

    /// <summary>Steps in the tree within which a count stands beside a figure ("rose to 699, killing 1,034").</summary>
    private const int Beside = 3;

    /// <summary>What the sentence counts over a period: a change or an amount, deeds, and people by what befell them.</summary>
    public static List<StatisticFound> Read(SentenceView s, List<TollFound> tolls)
    {
        List<StatisticFound> found = [];
        if (StatisticChange.Read(s, tolls) is { } change)
        {
            found.Add(change);
        }

        found.AddRange(CountedDeeds.Read(s, found));
        found.AddRange(Counts(s, tolls, found));
        return found;
    }

    /// <summary>Tolls over months or years, one of each kind; those told beside a figure, or beside each other, are of its period.</summary>
    private static List<StatisticFound> Counts(SentenceView s, List<TollFound> tolls, List<StatisticFound> figures)
    {
        List<StatisticFound> counts = [];
        if (Count(s, tolls) is { } first && !figures.Exists(f => f.Covered.Contains(first.Token)))
        {
            counts.Add(first);
        }

        foreach (TollFound toll in tolls)
        {
            string measure = toll.Toll.Kind.ToString().ToLowerInvariant();
            if (toll.Toll.Min < 3 || !IsCounted(toll) || counts.Exists(c => c.Measure == measure || c.Token == toll.Token) || figures.Exists(f => f.Measure == measure || f.Covered.Contains(toll.Token)))
            {
                continue;
            }

            if (figures.Concat(counts).FirstOrDefault(f => f.Period is not null && s.Distance(f.Token, toll.Token) <= Beside) is { } beside)
            {
                counts.Add(Of(s, toll, beside.Period!, []));
            }
        }

        return counts;
    }

    private static bool IsCounted(TollFound toll) =>
        toll.Toll.Kind is TollKind.Killed or TollKind.Injured or TollKind.Displaced or TollKind.Arrested or TollKind.Abducted or TollKind.Expelled;

    private static StatisticFound Of(SentenceView s, TollFound toll, ClaimTime period, List<int> deeds) => new(
        s, toll.Toll.Kind.ToString().ToLowerInvariant(), null, period, null, null, toll.Toll.Min, toll.Toll.Max, Parts(s), Covered(s, [toll.Token, .. deeds]), toll.Token, [Compiler(s, toll.Token)]);

    /// <summary>A toll over months or years, with no single happening named.</summary>
    private static StatisticFound? Count(SentenceView s, List<TollFound> tolls)
    {
        foreach (TollFound toll in tolls)
        {
            if (!IsCounted(toll) || toll.Toll.Min < 3)
            {
                continue;
            }

            List<int> deeds = Deeds(s, toll.Token);
            // "have been put | to death"
            int verb = !s.IsVerb(toll.Token) && s.Head(toll.Token) is >= 0 and var over && s.IsVerb(over) ? over : toll.Token;
            if (InOne(s, deeds) || InOneByRelative(s, toll.Token) || WhenSomebody(s, toll.Token) || ByThose(s, toll) || WithOneNamed(s, toll) || ByOne(s, toll.Token) || AtOneSite(s, toll))
            {
                continue;
            }

            foreach (TimeMention time in s.Times)
            {
                int head = s.HeadOf(time.Span);
                if (head < 0 || s.Distance(head, toll.Token) > 4 || Recurrence.Counts(s, time) || InOtherClause(s, head, toll.Token) || IsOfADay(s, time))
                {
                    continue;
                }

                if (toll.Toll.Kind == TollKind.Expelled && time.Precision != "year")
                {
                    // Whom a state sends away in a month it sends away by one decision.
                    continue;
                }

                bool since = s.Lexicon.In("since", s.Case(head)) || (s.Relation(head) is "obl" && s.Lexicon.In("since", Before(s, time)));
                bool wide = IsWide(time) || (time.Precision is "month" && s.Lexicon.In("during", s.Case(head)) && Perfect(s, verb));
                bool during = s.Lexicon.In("during", Before(s, time)) || (time.Precision == "year" && s.Deprel(head) == "obl:unmarked");
                bool wholesale = time.Precision == "month" && time.Span.Begin > s[toll.Token].Span.Begin && s.Lexicon.In("during", s.Case(head)) && Wholesale(s, toll);
                wholesale |= time.Precision == "month" && s.Lexicon.In("during", s.Case(head)) && InMany(s, deeds);
                TimeMention? last = Until(s, time);
                if (!(since && Perfect(s, verb)) && !(wide && time.Precision != "day" && during) && !wholesale && last is null)
                {
                    continue;
                }

                return Of(s, toll, Stretch(s, time, last), deeds);
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

    /// <summary>"| a suicide bomber | killed 22 people in 2017", "| the attack | in 1994 left 85 dead".</summary>
    private static bool ByOne(SentenceView s, int counting)
    {
        int verb = counting;
        for (int i = 0; i < 2 && verb >= 0 && !s.IsVerb(verb) && s[counting].Upos != "NOUN"; i++)
        {
            verb = s.Head(verb);
        }

        while (verb >= 0 && s.Relation(verb) == "conj" && (Clause.SurfaceSubject(s, verb) is var own && (own < 0 || s[own].Upos == "NUM" || s.Lemma(own) is "hundred" or "dozen" or "score" or "thousand")))
        {
            verb = s.Head(verb);
        }

        if (verb >= 0 && s.Lemma(verb) == "massacre")
        {
            return true;
        }

        if (verb < 0 || !s.IsVerb(verb) || Clause.SurfaceSubject(s, verb) is not (>= 0 and var doer) || s[doer].Xpos != "NN" || s.Child(doer, "det") is not (>= 0 and var article) || s.PartyNoun(doer) is { Kind: "body" })
        {
            return false;
        }

        return s.Lemma(article) is "a" or "one" || (s.Lexicon.In("definite", s.Lemma(article)) && s.Lexicon.In("at-once", s.Lemma(doer)));
    }

    /// <summary>"| the leader of the clan | was shot along with ten others in 2008".</summary>
    private static bool WithOneNamed(SentenceView s, TollFound toll) =>
        toll.Counted >= 0 && s[toll.Counted].Xpos is "NN" or "NNP" && s.Child(toll.Counted, "nummod") < 0 && s.PartyNoun(s.Content(toll.Counted)) is { Kind: "person" };

    /// <summary>"the men who killed nine people in 2019": of those it is known what they did.</summary>
    private static bool ByThose(SentenceView s, TollFound toll) =>
        toll.Toll.Min < Many && s.Deprel(toll.Token) == "acl:relcl" && s.Head(toll.Token) is >= 0 and var who && s.PartyNoun(s.Content(who)) is { Kind: "person" or "group" } && s.Child(who, "det") is >= 0 and var the && s.Lexicon.In("definite", s.Lemma(the));

    /// <summary>"on Christmas Day | last year |", "on this day in | 2015 |", "| a year ago | today": a day of that year.</summary>
    private static bool IsOfADay(SentenceView s, TimeMention time)
    {
        int first = s.TokensIn(time.Span).From;
        return time.Quote.Contains(" ago", StringComparison.Ordinal) || (first > 0 && s.Lemma(first - 1) == "day") || (first > 1 && s.Lemma(first - 1) == "in" && s.Lemma(first - 2) == "day");
    }

    /// <summary>"killed 141 people at | a school | in 2014", "attacked | a school | and killed 141": where one thing happened.</summary>
    private static bool AtOneSite(SentenceView s, TollFound toll)
    {
        int verb = toll.Token, beside = s.IsVerb(verb) && s.Relation(verb) == "conj" ? s.Head(verb) : -1;
        return HasSite(s, verb) || (toll.Counted >= 0 && HasSite(s, toll.Counted)) || (beside >= 0 && HasSite(s, beside));
    }

    private static bool HasSite(SentenceView s, int word)
    {
        foreach (int child in s.Children(word))
        {
            if (s.Relation(child) is "obl" or "nmod" or "obj" && s[child].Xpos == "NN" && s.Child(child, "det") is >= 0 and var article && s.Lemma(article) is "a" or "one"
                && (s.Lexicon.In("site", s.Lemma(child)) || s.PartyNoun(child) is { Kind: "facility" or "vehicle" }))
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

    /// <summary>So long that nobody means one happening in it.</summary>
    internal static bool IsWide(TimeMention time) =>
        time.Precision is "year" or "quarter" or "season" or "decade" || (time.Type == TimeType.Duration && !Short(time));

    /// <summary>"between 1 January | and 30 June": the end of a stretch of more than two months; null when none begins here.</summary>
    internal static TimeMention? Until(SentenceView s, TimeMention first) =>
        s.Lexicon.In("from-day", Before(s, first)) && first.Earliest is { } from
            ? s.Times.FirstOrDefault(t => t.Span.Begin >= first.Span.End && t.Span.Begin - first.Span.End <= " until ".Length && t.Latest is { } to && to > from.AddMonths(2))
            : null;

    /// <param name="last">Null where the stretch is one time.</param>
    internal static ClaimTime Stretch(SentenceView s, TimeMention first, TimeMention? last) => last is null ? TimeOf(s, first) :
        new($"{first.Value}/{last.Value}", first.Precision, first.Earliest, last.Latest, s.Analysis.Article.Quote(first.Span.Cover(last.Span)), Rule);

    /// <summary>Days and weeks may hold one happening; months and years hold many.</summary>
    private static bool Short(TimeMention time) => time.Value.EndsWith('D') || time.Value.EndsWith('W') || time.Value.StartsWith("PT", StringComparison.Ordinal);

    internal static bool Perfect(SentenceView s, int verb)
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

    internal static string Before(SentenceView s, TimeMention time)
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

    internal static ClaimTime TimeOf(SentenceView s, TimeMention time) =>
        new(time.Value, time.Precision, time.Earliest, time.Latest, s.Analysis.Article.Quote(time.Span), Rule);

    internal static ImmutableArray<StatisticPart> Parts(SentenceView s)
    {
        var parts = ImmutableArray.CreateBuilder<StatisticPart>();
        foreach (QuantityMention quantity in s.Quantities)
        {
            if (quantity is not { Unit: null, Counted: { } counted, Min: { } min })
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

    internal static int Compiler(SentenceView s, int token)
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

    internal static ImmutableHashSet<int> Covered(SentenceView s, IEnumerable<int> roots)
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
