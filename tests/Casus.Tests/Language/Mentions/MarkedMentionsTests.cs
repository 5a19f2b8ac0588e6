using System.Collections.Immutable;
using Casus.Articles;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public class MarkedMentionsTests
{
    [Theory]
    [InlineData("Talks between the Foreign Minister of Norway and Kenya's president began in Geneva on Monday.", "Geneva", MentionKind.Location)]
    [InlineData("Fighters of the Free Valley Brigade attacked a convoy in the Kesh district.", "the Kesh district", MentionKind.Location)]
    [InlineData("Commander Tavi Orlu told reporters that the raid was over.", "Commander Tavi Orlu", MentionKind.Person)]
    [InlineData("The Orvale Relief Committee said it had sent food to the city of Tessaly.", "The Orvale Relief Committee", MentionKind.Organisation)]
    [InlineData("Soldiers found a machine gun under the floor.", "machine gun", MentionKind.Weapon)]
    public void UnknownNamesAreKnownByTheirCompany(string text, string quote, MentionKind kind)
    {
        Assert.Contains(Read(text).Marked, m => m.Quote == quote && m.Kind == kind);
    }

    [Fact]
    public void TheActorOfTheHeadGoesToTheStretch()
    {
        Mention found = Assert.Single(Read("The United Nations said it would send observers to Damascus.").Marked, m => m.Quote == "The United Nations");
        Assert.Equal("UN", found.Actor?.ActorId);
    }

    [Fact]
    public void ABuildingThatIsAPlaceIsAFacilityToo()
    {
        ImmutableArray<Mention> marked = Read("Doctors at the hospital in Aleppo treated the wounded.").Marked;
        Assert.Contains(marked, m => m.Quote == "the hospital" && m.Kind == MentionKind.Location);
        Assert.Contains(marked, m => m.Quote == "the hospital" && m.Kind == MentionKind.Facility);
    }

    [Fact]
    public void MarkedStretchesOfPeopleBodiesAndPlacesDoNotOverlap()
    {
        const string Text = "The members of the Harbour Workers Union met Gen. Orlin Vasko, the commander of the coast guard, near the port of Selan in northern Iraq. He told them that Iraqi forces and two Syrian brigades "
            + "had left the city of Mosul, where residents of the old town, aid workers and journalists from Jordan and Egypt waited.";
        Mention[] marked = [.. Read(Text).Marked.Where(m => m.Kind is MentionKind.Person or MentionKind.Organisation or MentionKind.Location)];
        Assert.True(marked.Length > 5);
        for (int i = 1; i < marked.Length; i++)
        {
            Assert.False(marked[i].Span != marked[i - 1].Span && marked[i].Span.Overlaps(marked[i - 1].Span), $"{marked[i - 1].Quote} / {marked[i].Quote}");
        }

        Assert.All(marked, m => Assert.Equal(m.Span.Of(Text), m.Quote));
    }

    [Fact]
    public void WithoutWeightsTheReadersMentionsArePublished()
    {
        const string Text = "Gen. Orlin Vasko met members of the Harbour Workers Union.";
        Analysis analysis = new MentionReader(Real.Knowledge, MentionModels.None).Read(Real.Article(Text), Real.ParseNamed(Text));
        Assert.Equal(analysis.Mentions, analysis.Marked);
    }

    [Fact]
    public void AnEmptyTextHasNoMentions()
    {
        Assert.Empty(new MentionReader(Real.Knowledge, MentionModels.None with { Names = Real.Marking }).Read(Real.Article("."), new NamedText([], [])).Marked);
    }

    [Theory]
    [InlineData("\"\" '' ( ) -- … ;;; ???")]
    [InlineData("the the the of of of , , , and and")]
    [InlineData("U.S.-U.K.-U.N.-E.U. 12/13/14 @@@ http://example.org/a?b=c#d")]
    [InlineData("Ministry of Ministry of Ministry of Ministry of Ministry of Ministry of Ministry of Ministry")]
    public void AnyTextIsReadWithQuotesThatAreItsOwn(string text)
    {
        Assert.All(Read(text).Marked, m => Assert.Equal(m.Span.Of(text), m.Quote));
    }

    private static Analysis Read(string text) => Real.MarkingReader.Read(Real.Article(text), Real.ParseNamed(text));
}
