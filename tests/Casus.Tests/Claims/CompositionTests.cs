using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>What control words make of an event, on trees written by hand.</summary>
public class CompositionTests
{
    [Theory]
    [InlineData("Kenya/Kenya/PROPN/NNP/2/nsubj held/hold/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case Norway/Norway/PROPN/NNP/3/nmod", "CONSULT")]
    [InlineData("Kenya/Kenya/PROPN/NNP/3/nsubj will/will/AUX/MD/3/aux hold/hold/VERB/VB/0/root talks/talk/NOUN/NNS/3/obj with/with/ADP/IN/6/case Norway/Norway/PROPN/NNP/4/nmod", "AGREE")]
    [InlineData("Kenya/Kenya/PROPN/NNP/2/nsubj refused/refuse/VERB/VBD/0/root to/to/PART/TO/4/mark hold/hold/VERB/VB/2/xcomp talks/talk/NOUN/NNS/4/obj with/with/ADP/IN/7/case Norway/Norway/PROPN/NNP/5/nmod", "REJECT")]
    [InlineData("Kenya/Kenya/PROPN/NNP/2/nsubj demanded/demand/VERB/VBD/0/root talks/talk/NOUN/NNS/2/obj with/with/ADP/IN/5/case Norway/Norway/PROPN/NNP/3/nmod", "REQUEST")]
    [InlineData("Kenya/Kenya/PROPN/NNP/2/nsubj threatened/threaten/VERB/VBD/0/root to/to/PART/TO/4/mark bomb/bomb/VERB/VB/2/xcomp Norway/Norway/PROPN/NNP/4/obj", "THREATEN")]
    public void The_words_above_an_event_decide_its_type(string tree, string type)
    {
        EventClaim claim = Trees.Code(tree).Claims.OfType<EventClaim>().OrderBy(c => c.Rank).First();
        Assert.Equal(type, claim.Type);
        Assert.Contains(claim.Initiators, p => p.Evidence.Quote == "Kenya");
        Assert.Contains(claim.Targets, p => p.Evidence.Quote == "Norway");
    }

    [Fact]
    public void A_denied_event_did_not_happen_by_that_account()
    {
        EventClaim claim = Trees.Event(Trees.Code("Kenya/Kenya/PROPN/NNP/2/nsubj denied/deny/VERB/VBD/0/root bombing/bomb/VERB/VBG/2/xcomp Norway/Norway/PROPN/NNP/3/obj"), "ASSAULT");
        Assert.Equal(Factuality.Denied, claim.Factuality);
    }
}
