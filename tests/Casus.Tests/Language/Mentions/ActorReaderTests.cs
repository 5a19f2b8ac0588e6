using System.Collections.Immutable;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language.Mentions;

public sealed class ActorReaderTests
{
    private static readonly MentionReader Reader = new(Real.Knowledge, RepositoryModel.Mentions);

    [Theory]
    [InlineData("The Taliban seized two posts.", "The Taliban", "AFG.TALIBAN")]
    [InlineData("Pakistani soldiers fired at a truck.", "Pakistani soldiers", "PAK.MIL")]
    [InlineData("Taliban fighters fired at a truck.", "Taliban fighters", "AFG.TALIBAN")]
    [InlineData("A spokesman for the Taliban denied it.", "A spokesman", "AFG.TALIBAN")]
    [InlineData("Islamabad summoned the envoy.", "Islamabad", "PAK.GOV")]
    [InlineData("Afghan villagers buried the dead.", "Afghan villagers", "AFG")]
    public void Who_is_meant_is_known_by_name_owner_and_role(string text, string quote, string actor)
    {
        Mention found = Assert.Single(Read(text).Mentions, m => m.Quote == quote);
        Assert.Equal(actor, found.Actor?.ActorId);
    }

    [Theory]
    [InlineData("Dominican police arrested eight men in Santo Domingo.", "Dominican police", "DOM.COP")]
    [InlineData("The Dominican government in Roseau banned the sect. Dominica is small.", "The Dominican government", "DMA.GOV")]
    public void A_peoples_word_of_two_countries_is_of_the_one_that_the_places_tell(string text, string quote, string actor) =>
        Assert.Equal(actor, Assert.Single(Read(text).Mentions, m => m.Quote == quote).Actor?.ActorId);

    [Theory]
    [InlineData("The US protested. Brazil's Congress opened an inquiry.", "Brazil's Congress", "BRA")]
    [InlineData("The US protested. The Congress of Peru met.", "The Congress of Peru", "PER")]
    [InlineData("Nigeria protested. The US Congress met.", "The US Congress", "USA.CONGRESS")]
    public void A_countrys_parliament_is_no_other_countrys(string text, string quote, string actor) =>
        Assert.Equal(actor, Assert.Single(Read(text).Mentions, m => m.Quote == quote).Actor?.ActorId);

    [Fact]
    public void Latin_America_is_not_America() => Assert.DoesNotContain(Read("Uruguay is one of Latin America's safest countries.").Mentions, m => m.Actor?.ActorId.StartsWith("USA", StringComparison.Ordinal) == true);

    [Fact]
    public void A_capital_is_a_place_where_it_tells_one() =>
        Assert.DoesNotContain(Read("Two men were shot in Islamabad on Friday.").Mentions, m => m.Actor?.ActorId == "PAK.GOV");

    [Theory]
    [InlineData("Pakistan accused the Taliban. The group denied it.", "The group", "AFG.TALIBAN")]
    [InlineData("The Pakistani army fired first. The army said so itself.", "The army", "PAK.MIL")]
    [InlineData("The Taliban left the town. They had held it for a month.", "They", "AFG.TALIBAN")]
    public void Later_words_take_up_earlier_ones(string text, string quote, string actor)
    {
        Resolution? found = Assert.Single(Read(text).Mentions, m => m.Quote == quote && m.Sentence == 1).Actor;
        Assert.Equal(actor, found?.ActorId);
        Assert.NotNull(found!.Antecedent);
    }

    [Fact]
    public void The_two_neighbours_are_both()
    {
        ImmutableArray<Mention> mentions = Read("Pakistan and Afghanistan closed their border. The two neighbours blamed each other.").Mentions;
        Assert.Equal(["AFG", "PAK"], mentions.Where(m => m.Quote == "The two neighbours").Select(m => m.Actor!.ActorId).Order());
    }

    [Fact]
    public void Nobody_is_guessed()
    {
        ImmutableArray<Mention> mentions = Read("The group met on Friday. It agreed on nothing.").Mentions;
        Assert.All(mentions.Where(m => m.Kind is not MentionKind.Temporal), m => Assert.Null(m.Actor));
    }

    [Fact]
    public void Names_without_entry_are_typed_by_their_company()
    {
        ImmutableArray<Mention> mentions = Read("Gen. Orlin Vasko met members of the Harbour Workers Union.").Mentions;
        Assert.Contains(mentions, m => m.Kind == MentionKind.Person && m.Quote.EndsWith("Orlin Vasko", StringComparison.Ordinal));
        Assert.Contains(mentions, m => m.Kind == MentionKind.Organisation && m.Quote.EndsWith("Harbour Workers Union", StringComparison.Ordinal));
    }

    [Fact]
    public void The_index_answers_by_token()
    {
        Analysis analysis = Read("Pakistani soldiers killed 12 villagers in Khost.");
        var index = new MentionIndex(analysis);
        ImmutableArray<Token> tokens = analysis.Sentences[0].Tokens;
        int soldiers = tokens.IndexOf(tokens.First(t => t.Form == "soldiers")), villagers = tokens.IndexOf(tokens.First(t => t.Form == "villagers"));
        int khost = tokens.IndexOf(tokens.First(t => t.Form == "Khost"));

        Assert.Equal("PAK.MIL", index.At(0, soldiers)!.Actor!.ActorId);
        Assert.Equal("Pakistani soldiers", index.Covering(0, 0)!.Quote);
        Assert.Equal(12, index.CountOf(0, villagers)!.Min);
        Assert.Equal("Khost", index.PlaceCovering(0, khost)!.Quote);
    }

    private static Analysis Read(string text) => Reader.Read(Real.Article(text, Real.Tuesday), Real.Parse(text));
}
