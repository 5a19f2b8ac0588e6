using System.Collections.Immutable;
using System.Globalization;
using Casus.Language;

namespace Casus.Claims;

/// <summary>A relation found → its claim, with its time and who says so.</summary>
internal static class RelationWriter
{
    private static readonly RuleId EndedRule = new("relation.former");

    public static RelationClaim Write(Analysis analysis, RelationFound found, ILookup<int, Attribution> attributions)
    {
        SentenceView s = found.View;
        ImmutableArray<Speaker> speakers = SpeakerReader.At(s, s[found.Token].Span, attributions[s.Index]);
        (ClaimTime? from, ClaimTime? to) = RelationTime.Read(s, found.Token, found.Change is not null);
        return new RelationClaim(
            ClaimIds.Of(analysis.Article.Id, "relation", found.Relation, s[found.Token].Span, [found.A], [found.B], [], Factuality.Asserted),
            analysis.Article.Id,
            s.Index,
            [found.Rule],
            [analysis.Article.Quote(s.Sentence.Span)],
            speakers,
            speakers.IsEmpty ? Factuality.Asserted : Factuality.Reported,
            found.Relation,
            found.A,
            found.B,
            from,
            to ?? Ended(s, found))
        {
            Change = found.Change,
        };
    }

    /// <summary>"denied that it backs the rebels": nobody says that it is so.</summary>
    public static bool IsDenied(RelationFound found, ILookup<int, Attribution> attributions) =>
        attributions[found.View.Index].Any(a => a.Strength == "denied" && a.Content.Any(c => c.Contains(found.View[found.Token].Span)));

    /// <summary>"a former ally of", "once an enemy": it had ended when it was told.</summary>
    private static ClaimTime? Ended(SentenceView s, RelationFound found)
    {
        if (found.Change is not null || s.Analysis.Article.Published?.Value.Day is not { } told)
        {
            return null;
        }

        foreach (int child in s.Children(found.Token))
        {
            if (s.Lexicon.In("former", s.Lemma(child)))
            {
                return new ClaimTime("../" + told.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "day", null, told, s.Analysis.Article.Quote(s[child].Span), EndedRule);
            }
        }

        return null;
    }
}
