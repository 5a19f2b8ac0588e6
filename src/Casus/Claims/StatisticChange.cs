using System.Collections.Immutable;
using Casus.Language;

namespace Casus.Claims;

/// <summary>"Attacks rose by 34% in 2025 to 699", "a 56% rise in fatalities", "kidnappings doubled last year", "deaths reached 383 in 2024": how a figure changed or what it came to.</summary>
internal static class StatisticChange
{
    public static StatisticFound? Read(SentenceView s, List<TollFound> tolls) => Changed(s, tolls) ?? Came(s);

    private static StatisticFound? Changed(SentenceView s, List<TollFound> tolls)
    {
        for (int token = 0; token < s.Count; token++)
        {
            bool fall = s.Lexicon.In("fall", s.Lemma(token));
            double? times = s.IsVerb(token) ? s.Lexicon.Multiple(s.Lemma(token)) : null;
            if ((!s.Lexicon.In("rise", s.Lemma(token)) && !fall && times is null) || (!s.IsNoun(token) && !s.IsVerb(token)))
            {
                continue;
            }

            int measure = MeasureOf(s, token);
            double? percent = measure < 0 ? null : times ?? Percent(s, token, fall);
            if (measure < 0 || (percent is null && Period(s, null) is null))
            {
                continue;
            }

            ClaimTime? baseline = Compared(s);
            ClaimTime? period = Period(s, baseline);
            QuantityMention? amount = AmountTo(s, token);
            // People are counted in the figure of their deaths; of attacks they are another figure.
            TollFound? total = amount is null && !s.Lexicon.In("deed-measure", s.Lemma(measure)) ? tolls.FirstOrDefault(t => !TollParts.InPart(s, t.Token)) : null;
            int cause = CauseOf(s, measure);
            IEnumerable<int> counted = total is null ? [] : tolls.Select(t => t.Token);
            var covered = StatisticReader.Covered(s, [measure, .. cause < 0 ? [] : new[] { cause }, .. counted]).Add(token);
            return new StatisticFound(
                s, Name(s, measure), cause < 0 ? null : Words(s, cause), period, baseline, percent,
                amount?.Min ?? total?.Toll.Min, amount is null ? total?.Toll.Max : amount.Max, StatisticReader.Parts(s), covered, token, [StatisticReader.Compiler(s, token)]);
        }

        return null;
    }

    /// <summary>"Deaths of aid workers reached a record of 383 in 2024": an amount, with no change told.</summary>
    private static StatisticFound? Came(SentenceView s)
    {
        for (int verb = 1; verb < s.Count; verb++)
        {
            if (!s.IsVerb(verb) || !s.Lexicon.In("comes-to", s.Lemma(verb)) || Clause.SurfaceSubject(s, verb) is not (>= 0 and var subject) || Measured(s, subject) is not (>= 0 and var measure) || s.Child(verb, "obj") is not (>= 0 and var what)
                || Period(s, null) is not { } period)
            {
                continue;
            }

            if ((s.QuantityAt(what) ?? (s.Child(what, "nmod") is >= 0 and var of ? s.QuantityAt(of) : null)) is { Unit: null, Min: { } least } amount)
            {
                return new StatisticFound(s, Name(s, measure), null, period, null, null, least, amount.Max, StatisticReader.Parts(s), StatisticReader.Covered(s, [measure]).Add(verb), verb, [StatisticReader.Compiler(s, verb)]);
            }
        }

        return null;
    }

    /// <summary>"by 34%", "by a third", "a 56% rise"; falls are negative.</summary>
    private static double? Percent(SentenceView s, int token, bool fall)
    {
        if (s.Quantities.FirstOrDefault(q => q.Unit == "percent" && q.Min is not null) is { } percent)
        {
            return (percent.Change is { } way ? way == "fall" : fall) ? -percent.Min : percent.Min;
        }

        foreach (int child in s.Children(token))
        {
            if (s.Relation(child) == "obl" && s.HasCase(child, "by") && s.Lexicon.Fraction(s.Lemma(child)) is { } part)
            {
                return fall ? -part : part;
            }
        }

        return null;
    }

    /// <summary>"to 699"; null where no number is told.</summary>
    private static QuantityMention? AmountTo(SentenceView s, int token)
    {
        foreach (int child in s.Children(token))
        {
            if (child > token && s.HasCase(child, "to") && s.QuantityAt(child) is { Unit: null, Min: not null } amount)
            {
                return amount;
            }

            // "by 20% | to 1,800 |", hung on the share
            if (child > token && s[child].Form is "%" or "percent" && AmountTo(s, child) is { } behind)
            {
                return behind;
            }
        }

        return null;
    }

    /// <summary>What a noun measures: itself, or what is numbered ("the number of | kidnappings"); -1 for none.</summary>
    private static int Measured(SentenceView s, int noun)
    {
        if (s.Lexicon.In("measure", s.Lemma(noun)))
        {
            return noun;
        }

        return s.Lexicon.In("number-of", s.Lemma(noun)) && s.Child(noun, "nmod") is >= 0 and var what && s.Lexicon.In("measure", s.Lemma(what)) ? what : -1;
    }

    private static bool IsPlace(SentenceView s, int token) => s.Places.Exists(p => p.Head == token);

    private static int MeasureOf(SentenceView s, int change)
    {
        if (s.IsVerb(change))
        {
            int subject = Clause.SurfaceSubject(s, change);
            int root = Verbless(s, change);
            return root >= 0 ? root : subject >= 0 ? Measured(s, subject) : -1;
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

    /// <summary>"Fatalities from attacks rose", "strikes more than tripled": some trees take the only verb for a participle of a noun before it; the measure is the noun above all.</summary>
    private static int Verbless(SentenceView s, int change)
    {
        int above = s.Relation(change) == "acl" || (s.Relation(change) == "advcl" && s.Head(change) is >= 0 and var more && s.Lemma(more) == "more") ? s.Head(change) : -1, measure = -1;
        for (; above >= 0 && (s.IsNoun(above) || s.Lemma(above) == "more"); above = s.Head(above))
        {
            measure = above < change && s.IsNoun(above) && s.Lexicon.In("measure", s.Lemma(above)) ? above : measure;
        }

        return measure;
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
            if (s.Relation(child) == "nmod" && s.Lexicon.In("cause", s.Case(child)) && !IsPlace(s, child))
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
        return noun > preposition && s.Relation(noun) == "obl" && s.Head(noun) is >= 0 and var verb && s.Dominates(verb, measure) && !IsPlace(s, noun) ? noun : -1;
    }

    private static ClaimTime? Compared(SentenceView s)
    {
        foreach (TimeMention time in s.Times)
        {
            (int from, _) = s.TokensIn(time.Span);
            for (int i = from - 1; i >= Math.Max(0, from - 3); i--)
            {
                // "more than tripled in March" compares nothing with March.
                if (s.Lexicon.In("compared", s.Lemma(i)) && !s.IsVerb(i + 1))
                {
                    return StatisticReader.TimeOf(s, time);
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
                return StatisticReader.TimeOf(s, time);
            }
        }

        return null;
    }
}
