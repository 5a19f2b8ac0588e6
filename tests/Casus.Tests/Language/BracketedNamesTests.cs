using System.Collections.Immutable;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>Short names in brackets are left out of the tree and hung on what they name.</summary>
public sealed class BracketedNamesTests
{
    [Theory]
    [InlineData("The National Party ( NP ) leader was freed", "0 1 2 6 7 8")]
    [InlineData("Two Peoples Front ( PF - M ) fighters and one Civic Union ( CU ) clerk fled", "0 1 2 8 9 10 11 12 16 17")]
    public void Short_names_inside_of_a_phrase_are_left_out(string text, string kept) =>
        Assert.Equal(kept, string.Join(' ', BracketedNames.Kept(text.Split(' '))!));

    [Theory]
    [InlineData("He joined the National Party ( NP ) .")]
    [InlineData("The party ( founded in May ) leader fled")]
    [InlineData("Some members ( NP ) fled")]
    [InlineData("The National Party ( Accra ) leader fled")]
    [InlineData("( NP ) leaders fled")]
    [InlineData("The National Party ( NP leader fled")]
    public void What_ends_a_phrase_or_is_no_short_name_stays(string text) => Assert.Null(BracketedNames.Kept(text.Split(' ')));

    [Fact]
    public void The_person_is_killed_and_not_the_party()
    {
        ImmutableArray<Token> tokens = RepositoryModel.Parser.Parse("Civic Union Party (CUP) local leader Ade Bello was shot dead by two riders in Kaduna.")[0].Tokens;
        int shot = Find(tokens, "shot"), leader = Find(tokens, "leader"), cup = Find(tokens, "CUP"), open = Find(tokens, "(");

        Assert.Equal(shot, tokens[leader].Head);
        Assert.Equal("appos", tokens[cup].Deprel);
        Assert.Equal("Party", tokens[tokens[cup].Head].Form);
        Assert.Equal(cup, tokens[open].Head);
        Assert.Single(tokens, t => t.Deprel.StartsWith("nsubj", StringComparison.Ordinal) && t.Head == shot);
    }

    [Fact]
    public void Every_word_keeps_its_place_and_the_tree_is_one()
    {
        const string Text = "The Peoples Front (PF) and the Civic Union (CU) said the Youth League of Boro (YLB) cadres had met Army Chief of Staff (COAS) General Musa.";
        ImmutableArray<Token> tokens = RepositoryModel.Parser.Parse(Text)[0].Tokens;

        Assert.All(tokens, t => Assert.Equal(t.Form, t.Span.Of(Text)));
        Assert.Equal(tokens.OrderBy(t => t.Span.Begin), tokens);
        AssertTree(tokens);
    }

    private static int Find(ImmutableArray<Token> tokens, string form) => tokens.Select(t => t.Form).ToList().IndexOf(form);

    internal static void AssertTree(ImmutableArray<Token> tokens)
    {
        Assert.Single(tokens, t => t.IsRoot);
        for (int i = 0; i < tokens.Length; i++)
        {
            int steps = 0;
            for (int x = i; x >= 0; x = tokens[x].Head)
            {
                Assert.True(steps++ <= tokens.Length, $"a circle at word {i}");
            }
        }
    }
}
