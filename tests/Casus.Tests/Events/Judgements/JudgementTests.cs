using Casus.Claims;
using Casus.Events;
using Xunit;
using static Casus.Tests.Events.ClaimMaker;

namespace Casus.Tests.Events.Judgements;

public class JudgementTests
{
    private const string Text = "The northern mill was hit from the air on Tuesday and rescuers dug until dawn for those below the stones.";

    private static readonly EventClaim Hit = Claim("a", initiator: "RUR", target: "REBELS", day: "2024-03-01", place: "RU-N", killed: 12, quote: "The northern mill was hit.");

    private static Judgement Make(long seq, JudgementVerb verb, JudgementSubject subject, string by = "anna", string? field = null, string? value = null, JudgementSubject? other = null, string? withdraws = null) =>
        new($"j-{seq}", seq, "2024-04-01T00:00:00Z", by, verb, subject, other, field, value, Withdraws: withdraws);

    private static JudgementSubject One(Claim claim, string? id = null) => new(SubjectKind.Claim, id ?? claim.Id, [ClaimAnchor.Of(claim) with { ClaimId = id ?? claim.Id }], []);

    private static JudgementSubject Whole(string id, params Claim[] claims) => new(SubjectKind.Event, id, [.. claims.Select(ClaimAnchor.Of)], []);

    private static Linked Link(params Judgement[] judgements) => new Linker(Known).Link([Article("a", Text, "2024-03-02", Hit)], JudgementBook.Of(judgements));

    [Fact]
    public void ACorrectionChoosesAndTheOldValueBecomesDissent()
    {
        Linked linked = Link(Make(1, JudgementVerb.Correct, Whole("e-old", Hit), field: "killed", value: "14"));
        Resolved<Toll> toll = Assert.Single(Assert.Single(linked.Events).Tolls);
        Assert.Equal((14L, 14L, "judgement.j-1"), (toll.Value.Min, toll.Value.Max, toll.Rule.Value));
        Assert.Equal("12", Assert.Single(toll.Dissent).Value);
        Assert.Equal((JudgementState.Applied, linked.Events[0].Id), (linked.Outcomes[0].State, linked.Outcomes[0].EventId));
    }

    [Fact]
    public void ARejectedClaimMakesNoEventUntilItIsWithdrawn()
    {
        Judgement reject = Make(1, JudgementVerb.Reject, One(Hit)), undo = Make(2, JudgementVerb.Withdraw, One(Hit), withdraws: "j-1"), redo = Make(3, JudgementVerb.Withdraw, One(Hit), withdraws: "j-2");
        Assert.Empty(Link(reject).Events);
        Assert.Single(Link(reject, undo).Events);
        Assert.Empty(Link(reject, undo, redo).Events);
    }

    [Fact]
    public void AClaimWhoseIdIsGoneIsFoundByItsWordsAndElseWaits()
    {
        Assert.Empty(Link(Make(1, JudgementVerb.Reject, One(Hit, "c-of-before"))).Events);
        Linked linked = Link(Make(1, JudgementVerb.Reject, One(Claim("elsewhere", quote: "Other words."), "c-gone")));
        Assert.Single(linked.Events);
        Assert.Equal(JudgementState.Waiting, Assert.Single(linked.Outcomes).State);
    }

    [Fact]
    public void TheLaterHoldsAndTheDisputeIsTold()
    {
        Linked linked = Link(Make(1, JudgementVerb.Correct, One(Hit), "anna", "killed", "14"), Make(2, JudgementVerb.Correct, One(Hit), "boris", "killed", "15"));
        Assert.Equal(15, Assert.Single(linked.Events[0].Tolls).Value.Min);
        Assert.Equal([JudgementState.Overruled, JudgementState.Applied], linked.Outcomes.Select(o => o.State));
        Assert.Equal("j-2", Assert.Single(linked.Disputes).Holds);
        Assert.Empty(Link(Make(1, JudgementVerb.Accept, One(Hit)), Make(2, JudgementVerb.Reject, One(Hit))).Disputes);
    }

    [Fact]
    public void ACircleOfSameAroundADifferentIsTold()
    {
        JudgementSubject a = JudgementSubject.Actor("NEW.A"), b = JudgementSubject.Actor("NEW.B"), c = JudgementSubject.Actor("NEW.C");
        JudgementBook book = JudgementBook.Of([Make(1, JudgementVerb.Same, a, other: b), Make(2, JudgementVerb.Same, b, other: c), Make(3, JudgementVerb.Different, a, other: c)]);
        JudgementContradiction circle = Assert.Single(book.Contradictions);
        Assert.Equal(["j-1", "j-2", "j-3"], circle.Judgements);
    }

    [Fact]
    public void OrderOfTheListDoesNotMatter()
    {
        Judgement[] judgements = [Make(1, JudgementVerb.Correct, One(Hit), "anna", "killed", "14"), Make(2, JudgementVerb.Correct, Whole("e", Hit), "boris", "place", "ru.mill"), Make(3, JudgementVerb.Accept, One(Hit))];
        Assert.Equal(Link(judgements).Events[0].Place!.Value.PlaceId, Link([.. judgements.Reverse()]).Events[0].Place!.Value.PlaceId);
        Assert.Equal(Link(judgements).Outcomes, Link([.. judgements.Reverse()]).Outcomes);
    }

    [Theory]
    [InlineData("killed", "46-50", true)]
    [InlineData("killed", "46+", true)]
    [InlineData("killed", "50-46", false)]
    [InlineData("killed", "many", false)]
    [InlineData("time", "2024-02/2024-03", true)]
    [InlineData("time", "2024-13", false)]
    [InlineData("place", "ru.mill", true)]
    [InlineData("place", "Nowhere", false)]
    [InlineData("initiators", "RUR; =local millers", true)]
    [InlineData("initiators", "Strangers", false)]
    [InlineData("colour", "red", false)]
    public void ValuesAreChecked(string field, string value, bool good) => Assert.Equal(good, Correction.Parse(field, value, Known).Problem is null);

    /// <summary>Cohen: 20 and 15 of 50 agreed, 5 and 10 not (κ = 0.4); Krippendorff's two-coder example of 2011 has α = 0.095.</summary>
    [Fact]
    public void AgreementIsAsInTheLiterature()
    {
        var labels = new List<ReviewLabel>();
        foreach ((string a, string b, int count) in new[] { ("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15) })
        {
            for (int i = 0; i < count; i++)
            {
                labels.AddRange([new($"{labels.Count / 2}", "anna", a), new($"{labels.Count / 2}", "boris", b)]);
            }
        }

        Assert.Equal(0.4, Agreement.Cohen(labels, "anna", "boris").Kappa!.Value, 6);
        string first = "0100000000", second = "1110010100";
        ReviewLabel[] binary = [.. first.SelectMany((l, i) => new[] { new ReviewLabel($"{i}", "a", $"{l}"), new ReviewLabel($"{i}", "b", $"{second[i]}") })];
        Assert.Equal(0.095, Agreement.Krippendorff(binary).Alpha!.Value, 3);
    }
}
