using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Claims;

/// <summary>Sentences that a page cuts off.</summary>
public sealed class CutSentenceTests
{
    [Theory]
    [InlineData("A second count is to be held in the autumn, and the wardens have asked the villages for")]
    [InlineData("The minister said on Monday that the road would be opened by")]
    public void A_sentence_that_ends_with_a_preposition_is_read(string text) => Assert.NotNull(WholeEngine.ReadText("cut", text, null).Reading);
}
