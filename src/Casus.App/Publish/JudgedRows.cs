using System.Collections.Immutable;
using Casus.App.Store;
using Casus.Events;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Judgements as rows to learn from: one a claim that was judged, one a pair of claims where two are compared, one where no claim is meant.</summary>
internal static class JudgedRows
{
    /// <param name="all">Every judgement in the order of judging: pseudonyms hang on it.</param>
    /// <param name="asked">Those that are wanted.</param>
    public static IEnumerable<JudgedLine> Of(IReadOnlyList<Judgement> all, Func<Judgement, bool> asked, IReadOnlyDictionary<string, JudgementOutcome> outcomes, bool named)
    {
        Reviewers reviewers = Reviewers.Of(all, named);
        return all.Where(j => j.Verb != JudgementVerb.Withdraw && asked(j)).SelectMany(j => Pairs(j).Select(p => Line(j, p.One, p.Other, reviewers.Told(j.By), outcomes.GetValueOrDefault(j.Id))));
    }

    private static IEnumerable<(ClaimAnchor? One, ClaimAnchor? Other)> Pairs(Judgement judgement)
    {
        ImmutableArray<ClaimAnchor> first = judgement.Subject.Claims, second = judgement.Other?.Claims ?? [];
        // What leaves in a split is compared with what stays.
        ImmutableArray<ClaimAnchor> stays = judgement.Verb == JudgementVerb.Split ? [.. first.Where(c => !second.Any(s => s.ClaimId == c.ClaimId))] : first;
        return stays.IsEmpty ? [(null, null)]
            : second.IsEmpty ? stays.Select(c => ((ClaimAnchor?)c, (ClaimAnchor?)null))
            : stays.SelectMany(a => second.Select(b => ((ClaimAnchor?)a, (ClaimAnchor?)b)));
    }

    private static JudgedLine Line(Judgement judgement, ClaimAnchor? one, ClaimAnchor? other, string by, JudgementOutcome? outcome)
    {
        (int? begin, int? end) = Place(one);
        (int? otherBegin, int? otherEnd) = Place(other);
        string? right = judgement.Verb switch { JudgementVerb.Correct => judgement.Value, JudgementVerb.Accept => judgement.Said, _ => null };
        return new(
            judgement.Id, judgement.At, by, Json.Word(judgement.Verb), Json.Word(judgement.Subject.Kind), judgement.Subject.Id, judgement.Other?.Id, judgement.Field, judgement.Said, right,
            one?.ClaimId, one?.Type, one?.Text.Value, one?.Sentence, begin, end, one?.Words,
            other?.ClaimId, other?.Type, other?.Sentence, otherBegin, otherEnd, other?.Words,
            judgement.Reason, outcome is null ? null : Json.Word(outcome.State));
    }

    /// <summary>In code points of the sentence. The first place where the words stand whole.</summary>
    private static (int? Begin, int? End) Place(ClaimAnchor? claim)
    {
        int at = claim is null ? -1 : claim.Sentence.IndexOf(claim.Words, StringComparison.Ordinal);
        if (at < 0)
        {
            return (null, null);
        }

        var offsets = new CodePoints(claim!.Sentence);
        return (offsets.FromUtf16(at), offsets.FromUtf16(at + claim.Words.Length));
    }
}
