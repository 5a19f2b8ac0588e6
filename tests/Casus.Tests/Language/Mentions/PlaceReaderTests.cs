using System.Collections.Immutable;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class PlaceReaderTests
{
    private static readonly PlaceReader Reader = new(Real.Knowledge);

    [Theory]
    [InlineData("Shells fell in Paktika province on Monday.", "Paktika", "AF-PKA", "admin1")]
    [InlineData("Fighting spread in eastern Afghanistan.", "Afghanistan", "AF", "region")]
    [InlineData("Troops left Pakistan in spring.", "Pakistan", "PK", "country")]
    [InlineData("A mine went off in Zarkhel village overnight.", "Zarkhel", null, "town")]
    public void Names_are_found_and_placed_no_finer_than_told(string text, string quote, string? id, string precision)
    {
        PlaceMention found = Assert.Single(Read(text));
        Assert.Equal((quote, id, precision), (found.Quote, found.PlaceId, found.Precision));
    }

    [Theory]
    [InlineData("Paris Whitfield was released.")]
    [InlineData("Mr. London spoke.")]
    [InlineData("They marched in May and in August.")]
    public void Names_of_people_and_months_are_no_places(string text) => Assert.Empty(Read(text));

    [Fact]
    public void A_demonym_says_so() =>
        Assert.Equal("place.demonym", Assert.Single(Read("An Afghan trader was freed.")).Rule.Value);

    [Fact]
    public void Every_quote_is_the_text_under_its_span()
    {
        const string Text = "Kabul — “Khost, Herat’s east”; Peshawar (Pakistan). Lake Qargha, Torkham/Chaman, U.S. and the UK.";
        Assert.All(Read(Text), p => Assert.Equal(p.Span.Of(Text), p.Quote));
    }

    private static ImmutableArray<PlaceMention> Read(string text)
    {
        ImmutableArray<Sentence> sentences = Real.Parse(text);
        return Reader.Read(text, sentences, new TimeReader(Real.Knowledge).Read(text, Real.Tuesday, sentences));
    }
}
