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
    [InlineData("Flood water reached Mercer and Holmes counties in Ohio.", "Mercer", "us.oh.mercer-county", "admin2")]
    [InlineData("The mill stands in Brindleford, Ohio.", "Brindleford", "US-OH", "admin1")]
    [InlineData("A farmer of Brindleford, Tenn., was hurt.", "Tenn.", "US-TN", "admin1")]
    [InlineData("Senator Ann Brook, D-N.D., spoke.", "N.D.", "US-ND", "admin1")]
    [InlineData("A shop burned in Zarkhel village of Bermal district in Paktika.", "Zarkhel", "af.pka.barmal", "admin2")]
    [InlineData("Deputies of the Mercer County Jail in Ohio were trained.", "Mercer County", "us.oh.mercer-county", "admin2")]
    [InlineData("Shops in Mexico and Brazil were closed.", "Mexico", "MX", "country")]
    [InlineData("The body was found near the town of Aquila in Michoacan.", "Aquila", "MX-MIC", "admin1")]
    public void What_stands_around_a_name_tells_which_place(string text, string quote, string? id, string precision)
    {
        PlaceMention found = Assert.Single(Read(text), p => p.Quote == quote);
        Assert.Equal((id, precision), (found.PlaceId, found.Precision));
    }

    [Fact]
    public void What_is_as_likely_as_another_is_not_chosen()
    {
        PlaceMention found = Assert.Single(Read("The road through Washington County was closed."));
        Assert.Null(found.PlaceId);
        Assert.All(found.Rejected, r => Assert.Equal("another of the name is as likely", r.Reason));
        Assert.NotEmpty(found.Rejected);
    }

    [Fact]
    public void Every_abbreviation_means_a_division() =>
        Assert.All(Real.Knowledge.Tables["cues/place-abbreviations"].Rows, r => Assert.Equal("admin1", Real.Knowledge.Places.Find(r[1])?.Kind));

    [Theory]
    [InlineData("Chelsea Norwood and Jack London signed the letter.")]
    [InlineData("Santos Rivera was arrested on Friday.")]
    [InlineData("Police said that most of the boats were found.")]
    [InlineData("\"Most of them were nice,\" said Lincoln Harper.")]
    [InlineData("Paris Whitfield was released.")]
    [InlineData("Mr. London spoke.")]
    [InlineData("Reading the letter took an hour.")]
    [InlineData("Bath towels and soap were handed out.")]
    [InlineData("Of the nine wounded, two died.")]
    [InlineData("Mobile clinics were set up near the river.")]
    [InlineData("Police Chief Orlando Reyes denied the report.")]
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
