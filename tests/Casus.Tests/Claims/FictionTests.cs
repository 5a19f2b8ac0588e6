using Casus.Claims;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>What a work tells happened to nobody; what befalls those who make it did.</summary>
public sealed class FictionTests
{
    [Theory]
    [InlineData("In the film the rebels attack a convoy and kill two soldiers.")]
    [InlineData("The novel tells how smugglers shot a customs officer on the pier.")]
    [InlineData("The battle scene was cut from the second act.")]
    public void Deeds_in_a_work_are_no_events(string sentence) => Assert.DoesNotContain(Types(sentence), t => t == "ASSAULT");

    [Theory]
    [InlineData("Gunmen shot the author of the novel in Nairobi on Monday.")]
    [InlineData("Rebels attacked a film crew near the river on Monday and wounded two of them.")]
    public void Deeds_against_those_who_make_it_are(string sentence) => Assert.Contains(Types(sentence), t => t == "ASSAULT");

    private static IEnumerable<string> Types(string sentence) =>
        WholeEngine.ReadText("test", sentence, new DateOnly(2023, 9, 14)).Reading!.Claims.OfType<EventClaim>().Where(c => c.Factuality != Factuality.Hypothetical).Select(c => c.Type);
}
