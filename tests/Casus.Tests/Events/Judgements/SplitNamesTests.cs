using Casus.Claims;
using Casus.Events;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.Events.Judgements;

/// <summary>After a split the larger part keeps the id by which the event was known.</summary>
public class SplitNamesTests
{
    private static readonly string[] Texts =
    [
        "The northern mill was hit from the air on Tuesday and rescuers dug until dawn for those below the stones.",
        "Officials of the river council said that bombs fell on the mill and that nobody had warned the workers inside.",
        "A miller who lost two brothers told reporters how the roof came down while the evening shift was having bread.",
        "From abroad came words of regret over the dead of the mill, yet no promise that the flights would come to an end.",
    ];

    private static readonly EventClaim[] Told = [.. Texts.Select((_, i) => Claim($"{i}", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 12, quote: "The northern mill was hit."))];

    private static readonly Judgement[] One = [.. Told[1..].Select((c, i) => new Judgement($"j-one{i}", i + 1, "", "anna", JudgementVerb.Same, Of(SubjectKind.Claim, Told[0].Id, Told[0]), Of(SubjectKind.Claim, c.Id, c)))];

    private static string Id => Event.IdOf(Told[0].Id);

    [Fact]
    public void TheEarliestClaimLeavesAloneAndTheRestKeepsTheId()
    {
        Event[] parts = Split(Told[..1]);
        Assert.Equal(3, parts.Single(e => e.Id == Id).Claims.Length);
        Assert.Equal(Event.IdOf(Told[1].Id), parts.Single(e => e.Id != Id).Id);
        Assert.Equal([Told[0].Id], parts.Single(e => e.Id != Id).Claims);
        Assert.Equal(parts.Select(e => e.Id).Order(StringComparer.Ordinal), parts.Select(e => e.Id));
    }

    [Fact]
    public void WhatLeavesTakesTheIdAlongWhereItIsTheLarger()
    {
        Event[] parts = Split(Told[1..]);
        Assert.Equal(3, parts.Single(e => e.Id == Id).Claims.Length);
    }

    [Fact]
    public void OfEqualPartsTheOneThatStaysKeepsIt()
    {
        Assert.Contains(Told[2].Id, Split(Told[..2]).Single(e => e.Id == Id).Claims);
        Assert.Contains(Told[0].Id, Split(Told[2..]).Single(e => e.Id == Id).Claims);
    }

    [Fact]
    public void APartThatIsSplitAgainHandsTheIdToItsLargerPart()
    {
        Judgement again = new("j-again", 9, "", "anna", JudgementVerb.Split, Of(SubjectKind.Event, Id, Told[1..]), Of(SubjectKind.Claim, Told[1].Id, Told[1]));
        Event[] parts = Split(Told[..1], again);
        Assert.Equal(3, parts.Length);
        Assert.Equal([Told[2].Id, Told[3].Id], parts.Single(e => e.Id == Id).Claims.Order(StringComparer.Ordinal).OrderBy(c => Array.FindIndex(Told, t => t.Id == c)));
    }

    private static Event[] Split(EventClaim[] leaving, params Judgement[] more)
    {
        // What is judged to be one holds no more where it is judged to be two.
        Judgement[] kept = [.. One.Where(j => leaving.Any(c => c.Id == j.Other!.Id) == leaving.Contains(Told[0]))];
        Judgement split = new("j-split", 8, "", "anna", JudgementVerb.Split, Of(SubjectKind.Event, Id, Told), Of(SubjectKind.Claim, leaving[0].Id, leaving));
        LinkArticle[] articles = [.. Texts.Select((t, i) => Article($"{i}", t, $"2024-03-0{i + 2}", Told[i]))];
        return [.. new Linker(Known).Link(articles, JudgementBook.Of([.. kept, split, .. more])).Events];
    }

    private static JudgementSubject Of(SubjectKind kind, string id, params EventClaim[] claims) => new(kind, id, [.. claims.Select(ClaimAnchor.Of)], []);
}
