using Casus.Articles;
using Casus.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>Whatever the text holds, it ends in trees over all of it.</summary>
public class HostileTextTests
{
    [Fact]
    public void AnyUnicodeAtAllGetsTrees() =>
        Prop.ForAll(Unicode(), text => AssertAnalysed(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void MutatedNewsGetsTrees()
    {
        string[] pages = [.. Directory.EnumerateFiles(Path.Combine(RepositoryModel.Root(), "samples"), "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText)];
        for (int seed = 0; seed < 150; seed++)
        {
            AssertAnalysed(Mutated(pages[seed % pages.Length], new Random(seed)));
        }
    }

    [Theory]
    [InlineData("a", 1_000_000)]
    [InlineData("\ud83d\ude00", 100_000)]
    [InlineData("\ud800", 100_000)]
    [InlineData("\u202e\u0627", 60_000)]
    [InlineData("Ab.\"", 60_000)]
    [InlineData("A'S", 60_000)]
    [InlineData("(", 60_000)]
    public void OneStretchWithoutASpaceGetsTrees(string piece, int characters) => AssertAnalysed(string.Concat(Enumerable.Repeat(piece, characters / piece.Length)));

    [Fact]
    public void AHundredThousandSentencesGetTrees()
    {
        // No clock is read, but with a square in it this would not end.
        string text = string.Concat(Enumerable.Repeat("It rained again. ", 100_000));
        Assert.Equal(100_000, RepositoryModel.FastParser.Parse(text).Length);
    }

    [Theory]
    [InlineData("THE MAYOR OF LISBON SAID TUESDAY THAT TWO BOATS SANK. NOBODY WAS HURT.", "The mayor of Lisbon said Tuesday that two boats sank. Nobody was hurt.")]
    [InlineData("POLICE IN NEW YORK ARRESTED MARIA GOMEZ ON FRIDAY, THE FBI SAID.", "Police in New York arrested Maria Gomez on Friday, the FBI said.")]
    [InlineData("The FBI said so.", "The FBI said so.")]
    [InlineData("WHO KNOWS", "WHO KNOWS")]
    public void CapitalsAreReadInTheCaseOfPrint(string text, string expected) =>
        Assert.Equal(expected, RepositoryModel.Parser.InPrint(text, [new(BlockKind.Paragraph, new(0, text.Length))]));

    [Fact]
    public void CaseAloneIsChanged() =>
        Prop.ForAll(TokenizerTests.Texts(), text =>
        {
            string upper = text.ToUpperInvariant(), printed = RepositoryModel.Parser.InPrint(upper, [new(BlockKind.Paragraph, new(0, text.Length))]);
            Assert.Equal(upper.Length, printed.Length);
            Assert.Equal(upper.ToLowerInvariant(), printed.ToLowerInvariant());
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void CapitalsKeepTheTextsOwnOffsets()
    {
        const string Text = "Quiet night\n\nTWO BOATS SANK NEAR LISBON ON MONDAY.";
        var sentences = RepositoryModel.Parser.Parse(Text, [new(BlockKind.Headline, new(0, 11)), new(BlockKind.Paragraph, new(13, Text.Length))]);
        Token lisbon = Assert.Single(sentences[1].Tokens, t => t.Form == "Lisbon");
        Assert.Equal("LISBON", lisbon.Span.Of(Text));
        Assert.Equal("PROPN", lisbon.Upos);
    }

    [Theory]
    [InlineData("Two boats sank near the harbour on Monday reports The Daily Mirror The crew was saved by fishermen Earlier on Sunday another boat had sunk near the same place", 3)]
    [InlineData("Two boats sank near the harbour on Monday, the mayor said, and the crew was saved by fishermen who had seen the boats from afar", 1)]
    public void TextWithoutSignsIsCutWhereSentencesBegin(string text, int sentences) =>
        Assert.Equal(sentences, RepositoryModel.Parser.Parse(text).Length);

    private static void AssertAnalysed(string text)
    {
        int at = 0;
        foreach (Sentence sentence in RepositoryModel.FastParser.Parse(text))
        {
            TextParserTests.AssertTree(sentence);
            foreach (Token token in sentence.Tokens)
            {
                Assert.True(token.Span.Begin >= at && token.Span.End > token.Span.Begin && token.Span.End <= text.Length);
                Assert.Equal(token.Form.Length, token.Span.Length);
                Assert.NotEmpty(token.Lemma);
                at = token.Span.End;
            }
        }

        Assert.True(string.IsNullOrWhiteSpace(text[at..]) || text[at..].All(CharKinds.IsSpace));
    }

    /// <summary>Every kind of code unit: letters of many scripts, marks of direction, halves of pairs, controls, private use.</summary>
    private static Arbitrary<string> Unicode() => Arb.From(
        Gen.OneOf(
            Gen.Choose(0, 0xFFFF).Select(c => ((char)c).ToString()),
            Gen.Choose(32, 126).Select(c => ((char)c).ToString()),
            Gen.Elements("\u200f", "\u202e", "\u2066", "\ufeff", "\u0000", "\ud83d\ude00", "\ud83d", "\ude00", "e\u0301\u0301", "\u0628\u0646", "\u4e2d\u6587", " ", "\n\n", "THE ", "U.S. "))
            .ListOf().Select(string.Concat));

    private static string Mutated(string text, Random random)
    {
        var chars = new List<char>(text);
        for (int i = 0; i < 60; i++)
        {
            int at = random.Next(chars.Count), length = Math.Min(random.Next(1, 40), chars.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    chars.RemoveRange(at, length);
                    break;
                case 1:
                    chars.InsertRange(random.Next(chars.Count), chars.GetRange(at, length));
                    break;
                case 2:
                    chars[at] = (char)random.Next(0x10000);
                    break;
                case 3:
                    for (int j = at; j < at + length; j++)
                    {
                        chars[j] = char.ToUpperInvariant(chars[j]);
                    }

                    break;
                default:
                    chars.RemoveAll(c => c == chars[at] && !char.IsLetter(c) && random.Next(3) == 0);
                    break;
            }

            if (chars.Count < 100)
            {
                break;
            }
        }

        return new string([.. chars]);
    }
}
