using System.Collections.Immutable;
using Casus.Claims;

namespace Casus.Events;

public enum JudgementVerb
{
    /// <summary>It is right as it stands.</summary>
    Accept,

    /// <summary>It is no event, no actor, or not what the text says.</summary>
    Reject,

    /// <summary>A field has another value.</summary>
    Correct,

    /// <summary>Two tell one happening, are one actor or one story.</summary>
    Same,
    Different,

    /// <summary>Some claims of an event, or articles of a story, are another one.</summary>
    Split,

    /// <summary>An earlier judgement holds no more. Withdrawing a withdrawal brings it back.</summary>
    Withdraw,
}

public enum SubjectKind
{
    Claim,
    Event,
    Actor,
    Story,
}

/// <summary>A person's decision. It is appended and never changed; a later one may replace or withdraw it.</summary>
/// <param name="Id">"j-" and a hash.</param>
/// <param name="Seq">Place in the order of judging, from 1: what "later" means. Instants of two machines may disagree.</param>
/// <param name="At">When it was made, ISO 8601 in universal time.</param>
/// <param name="Other">The second of "same" and "different"; what leaves in a split; else null.</param>
/// <param name="Field">Of "correct": one of <see cref="Correction.Fields"/>; else null.</param>
/// <param name="Value">Of "correct": as <see cref="Correction.Parse"/> reads it; else null.</param>
/// <param name="Said">What the record said when it was judged, in words; null where it said nothing.</param>
/// <param name="Withdraws">Id of the judgement that holds no more; null for all other verbs.</param>
public sealed record Judgement(string Id, long Seq, string At, string By, JudgementVerb Verb, JudgementSubject Subject, JudgementSubject? Other = null, string? Field = null, string? Value = null, string? Said = null, string? Reason = null, string? Withdraws = null)
{
    /// <summary>Named as the rule behind every value that it gives.</summary>
    public RuleId Rule => new(RulePrefix + Id);

    public const string RulePrefix = "judgement.";
}

/// <summary>
/// What is judged, named so that it is found again when knowledge or models have changed: ids of claims are hashes of what they say, and
/// events are known by their claims.
/// </summary>
/// <param name="Id">As it was when it was judged.</param>
/// <param name="Claims">The claim, or all claims of the event; empty for actors and stories.</param>
/// <param name="Articles">Of a story; else empty.</param>
public sealed record JudgementSubject(SubjectKind Kind, string Id, ImmutableArray<ClaimAnchor> Claims, ImmutableArray<ArticleAnchor> Articles)
{
    public static JudgementSubject Actor(string id) => new(SubjectKind.Actor, id, [], []);
}

/// <summary>A claim by its id and, for when that is gone, by the words that it stands on.</summary>
/// <param name="Span">Of the trigger, or of the first words of a claim without one, in UTF-16 units of the text; null where markup says it.</param>
/// <param name="Words">What stands under the span.</param>
/// <param name="Sentence">The first words of evidence: the whole sentence.</param>
/// <param name="Type">Event type, measure or relation.</param>
public sealed record ClaimAnchor(string ClaimId, TextId Text, TextSpan? Span, string Words, string Sentence, string Type)
{
    public static ClaimAnchor Of(Claim claim)
    {
        Evidence sentence = claim.Evidence[0], words = claim is EventClaim told ? told.Trigger : sentence;
        return new(claim.Id, words.Text, words.Span, words.Quote, sentence.Quote, TypeOf(claim));
    }

    public static string TypeOf(Claim claim) => claim switch
    {
        EventClaim told => told.Type,
        StatisticClaim statistic => statistic.Measure,
        RelationClaim relation => relation.Relation,
        _ => throw new InvalidOperationException($"A claim of no known kind: {claim.GetType().Name}."),
    };
}

/// <summary>An article by its id and, for when that is gone (another headline or day was read), by its text.</summary>
public sealed record ArticleAnchor(string ArticleId, TextId Text);

/// <summary>What became of a judgement when linking last ran.</summary>
/// <param name="EventId">The event that it bears on; null where it bears on none.</param>
/// <param name="Detail">Why it waits, or by which judgement it is overruled or withdrawn; null when it is applied.</param>
public sealed record JudgementOutcome(string JudgementId, JudgementState State, string? EventId, string? Detail);

public enum JudgementState
{
    Applied,

    /// <summary>What it names is not in the record now; it is kept and applied when that comes back.</summary>
    Waiting,

    /// <summary>A later one says otherwise of the same.</summary>
    Overruled,
    Withdrawn,
}

/// <summary>Judgements that cannot all hold.</summary>
/// <param name="Judgements">Their ids, in the order of judging.</param>
/// <param name="Holds">The one that holds.</param>
/// <param name="Says">The matter in plain words.</param>
public sealed record JudgementContradiction(ImmutableArray<string> Judgements, string Holds, string Says);
