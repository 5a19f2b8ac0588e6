using Casus.Articles;
using Casus.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Language;

public class TokenizerTests
{
    [Theory]
    [InlineData("The clerk didn't pay the baker's $5 fee.", "The clerk did n't pay the baker 's $ 5 fee .")]
    [InlineData("They cannot say who'll come.", "They can not say who 'll come .")]
    [InlineData("The bakers' union met on Feb. 3 in St. Albans.", "The bakers ' union met on Feb. 3 in St. Albans .")]
    [InlineData("Doors open at 4:30 pm (local time).", "Doors open at 4:30 pm ( local time ) .")]
    [InlineData("A well-known 12-year-old sang.", "A well - known 12 - year - old sang .")]
    [InlineData("He paid Rs 5,00,000 for 2.5 acres.", "He paid Rs 5,00,000 for 2.5 acres .")]
    [InlineData("“We’re late,” said J. R. Hill.", "“ We ’re late , ” said J. R. Hill .")]
    [InlineData("The U.S. envoy, H. Lee, left.", "The U.S. envoy , H. Lee , left .")]
    [InlineData("Write to desk@example.org today.", "Write to desk@example.org today .")]
    [InlineData("Five people—two of them children—slept.", "Five people — two of them children — slept .")]
    [InlineData("It met Maj. Gen. A. K. Singh (retd.) of Lashkar-e-Noor.", "It met Maj. Gen. A. K. Singh ( retd . ) of Lashkar - e - Noor .")]
    [InlineData("Fares rose by Rs.50 on Jan. 12-13, i.e. in winter.", "Fares rose by Rs. 50 on Jan. 12 - 13 , i.e. in winter .")]
    [InlineData("Monday's raid and Tuesday’s strike hit Lowe's.", "Monday 's raid and Tuesday ’s strike hit Lowe 's .")]
    public void CutsLikeTheTreebanks(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Forms(text)));

    [Theory]
    [InlineData("The judge recognisedit at once.", "The judge recognised it at once .")]
    [InlineData("Rivers flow inthe north.", "Rivers flow in the north .")]
    [InlineData("MariaLuisaGomez won.", "Maria Luisa Gomez won .")]
    [InlineData("Pakistanis and Israelis met a bandit in YouTube's hall.", "Pakistanis and Israelis met a bandit in YouTube 's hall .")]
    public void RepairsLostSpacesOnlyWhereSure(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Forms(text)));

    [Theory]
    [InlineData("It rained. Nobody came.", 2)]
    [InlineData("Dr. Hill met Gen. Price on Jan. 4. They talked.", 2)]
    [InlineData("\"Stop!\" she said. He did.", 2)]
    [InlineData("The bus was late.The train was not.", 2)]
    [InlineData("A headline without a stop\n\nThe story begins here.", 2)]
    [InlineData("One line.\nAnother line.", 2)]
    [InlineData("The clerk told Maj. Gen. A. K. Singh of the plan. Nobody spoke.", 2)]
    [InlineData("The shop closed at 6 p.m. He went home.", 2)]
    [InlineData("They flew to the U.S. They stayed there.", 2)]
    [InlineData("The U.S. Army band played.", 1)]
    [InlineData("By the record, officers with the Marlow (Iowa) Police Department arrested him on 3 May.", 1)]
    [InlineData("The minister fell ill (doctors said). Nobody else did.", 2)]
    public void EndsSentences(string text, int count) =>
        Assert.Equal(count, RepositoryModel.Parser.Parse(text).Length);

    [Fact]
    public void TokensTileEveryText()
    {
        Prop.ForAll(Texts(), text =>
        {
            List<Written> tokens = RepositoryModel.Model.Tokenizer.Tokens(text, new(0, text.Length));
            int at = 0;
            foreach (Written token in tokens)
            {
                Assert.False(token.Span.IsEmpty);
                Assert.True(Blank(text, at, token.Span.Begin), "only spaces lie between tokens");
                Assert.DoesNotContain(token.Span.Of(text), CharKinds.IsSpace);
                Assert.True(token.Cut == 0 || (token.Cut > token.Span.Begin && token.Cut < token.Span.End));
                at = token.Span.End;
            }

            Assert.True(Blank(text, at, text.Length));
            List<TokenRange> sentences = RepositoryModel.Model.Tokenizer.Sentences(text, new(0, text.Length), tokens);
            Assert.Equal(tokens.Count, sentences.Sum(s => s.End - s.Begin));
            Assert.All(sentences, s => Assert.True(s.End > s.Begin));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void OffsetsAreTrueInsideBlocks()
    {
        const string Text = "Head line\n\nThe guard's dog barked. It ran.\n\nEnd.";
        Block[] blocks = [new(BlockKind.Headline, new(0, 9)), new(BlockKind.Paragraph, new(11, 42)), new(BlockKind.Paragraph, new(44, 48))];
        var sentences = RepositoryModel.Parser.Parse(Text, [.. blocks]);
        Assert.Equal([0, 1, 1, 2], sentences.Select(s => s.Block));
        Assert.All(sentences, s => Assert.All(s.Tokens, t => Assert.Equal(t.Form, t.Span.Of(Text))));
        Assert.Equal("It ran.", sentences[2].Span.Of(Text));
    }

    [Fact]
    public void AMillionCharactersWithoutASpaceAreCut()
    {
        foreach (string piece in new[] { "a", "1.", "'s", "\ud83d\ude00", "\ud800", "-x", "Ab", "/?", ".\"" })
        {
            string text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));
            List<Written> tokens = RepositoryModel.Model.Tokenizer.Tokens(text, new(0, text.Length));
            Assert.Equal(text.Length, tokens.Sum(t => t.Span.Length));
            Assert.NotEmpty(RepositoryModel.Model.Tokenizer.Sentences(text, new(0, text.Length), tokens));
        }
    }

    [Fact]
    public void AHundredThousandSentencesAreCut()
    {
        string text = string.Concat(Enumerable.Repeat("It rained again. ", 100_000));
        List<Written> tokens = RepositoryModel.Model.Tokenizer.Tokens(text, new(0, text.Length));
        Assert.Equal(400_000, tokens.Count);
        Assert.Equal(100_000, RepositoryModel.Model.Tokenizer.Sentences(text, new(0, text.Length), tokens).Count);
    }

    internal static Arbitrary<string> Texts() => Arb.From(
        Gen.Elements('a', 'B', 's', '7', ' ', '\n', '.', ',', '\'', '’', '"', '“', '-', '—', '(', ')', '$', '%', '@', '/', 'é', '中', '\u0301', '\u200b', '\ud83d', '\ude00', '\0', '\u00a0')
            .ListOf().Select(cs => new string([.. cs])));

    private static IEnumerable<string> Forms(string text) => RepositoryModel.Parser.Parse(text).SelectMany(s => s.Tokens).Select(t => t.Form);

    private static bool Blank(string text, int from, int to)
    {
        for (int i = from; i < to; i++)
        {
            if (!CharKinds.IsSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
