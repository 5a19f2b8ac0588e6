using Casus.Language;

namespace Casus.Claims;

/// <summary>Since when and until when a relation holds, by the times beside its word.</summary>
internal static class RelationTime
{
    /// <summary>Steps in the tree within which a time belongs to the word.</summary>
    private const int Near = 3;

    private static readonly RuleId Rule = new("relation.time");

    /// <param name="change">"In 2023" dates a change; of a state it tells that it held then.</param>
    public static (ClaimTime? From, ClaimTime? To) Read(SentenceView s, int token, bool change)
    {
        foreach (TimeMention time in s.Times)
        {
            int head = s.HeadOf(time.Span);
            if (head < 0 || time.Type is not (TimeType.Date or TimeType.Time) || time.Earliest is null || s.Distance(head, token) > Near)
            {
                continue;
            }

            ClaimTime told = new(time.Value, time.Precision, time.Earliest, time.Latest, s.Analysis.Article.Quote(time.Span), Rule);
            string word = s.Case(head);
            if (s.Lexicon.In("since", word) || change)
            {
                return (told, null);
            }

            if (s.Lexicon.In("until", word))
            {
                return (null, told);
            }

            if (s.Lexicon.In("during", word))
            {
                return (told, told);
            }
        }

        return (null, null);
    }
}
