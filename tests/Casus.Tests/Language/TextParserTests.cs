using Casus.Language;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Casus.Tests.Language;

public class TextParserTests
{
    private const string Story = "The mayor opened a bridge in Lagos on Monday. \"It cost $4 million,\" she said, thanking workers who hadn't slept.\n\nTwo boats were damaged by the storm; nobody was hurt. Police arrested a man after the fire.";

    [Fact]
    public void ReadsSubjectsObjectsAndPassives()
    {
        var sentences = RepositoryModel.Parser.Parse(Story);
        Assert.Equal("opened", Governor(sentences[0], "mayor", "nsubj"));
        Assert.Equal("opened", Governor(sentences[0], "bridge", "obj"));
        Sentence boats = sentences.First(s => s.Tokens.Any(t => t.Form == "boats"));
        Assert.Equal("damaged", Governor(boats, "boats", "nsubj:pass"));
        Sentence arrest = sentences[^1];
        Assert.Equal("arrest", arrest.Tokens[arrest.Root].Lemma);
        Assert.Equal(("VERB", "VBD"), (arrest.Tokens[arrest.Root].Upos, arrest.Tokens[arrest.Root].Xpos));
    }

    [Fact]
    public void FindsNames()
    {
        const string Text = "Maria Gomez, who leads the Harbour Workers Union, flew from Lisbon to New York on Friday.";
        NamedText read = RepositoryModel.Parser.ParseNamed(Text, [new(Casus.Articles.BlockKind.Paragraph, new(0, Text.Length))]);
        Assert.Contains(("Maria Gomez", "person"), read.Names.Select(n => (n.Span.Of(Text), n.Kind)));
        Assert.Contains(("Lisbon", "place"), read.Names.Select(n => (n.Span.Of(Text), n.Kind)));
        Assert.Contains(("New York", "place"), read.Names.Select(n => (n.Span.Of(Text), n.Kind)));
        Assert.All(read.Names, n => Assert.True(n.Span.Contains(read.Sentences[n.Sentence].Tokens[n.Head].Span)));
    }

    [Fact]
    public void EveryTokenSequenceGetsATree()
    {
        Prop.ForAll(TokenizerTests.Texts().Generator.NonEmptyListOf().ToArbitrary(), forms =>
        {
            string[] words = [.. forms];
            AssertTree(RepositoryModel.Parser.ParseTokens([words])[0]);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void EveryTextGetsTrees() =>
        Prop.ForAll(TokenizerTests.Texts(), text =>
        {
            foreach (Sentence sentence in RepositoryModel.Parser.Parse(text))
            {
                AssertTree(sentence);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void LongSentencesAreCutAtTheLimit()
    {
        string text = string.Join(' ', Enumerable.Range(0, 5000).Select(i => i % 7 == 6 ? "and" : "stone"));
        var sentences = RepositoryModel.Parser.Parse(text);
        Assert.Equal(5000, sentences.Sum(s => s.Tokens.Length));
        Assert.All(sentences, s => Assert.InRange(s.Tokens.Length, 1, TextParser.LongestSentence));
        Sentence whole = RepositoryModel.Parser.ParseTokens([text.Split(' ')])[0];
        Assert.Equal(5000, whole.Tokens.Length);
        AssertTree(whole);
    }

    [Fact]
    public void AnalysisDependsNeitherOnCompanyNorOnThreads()
    {
        var together = RepositoryModel.Parser.Parse(Story);
        foreach (Sentence sentence in together)
        {
            Sentence alone = RepositoryModel.Parser.ParseTokens([[.. sentence.Tokens.Select(t => t.Form)]])[0];
            Assert.Equal(sentence.Tokens.Select(Annotation), alone.Tokens.Select(Annotation));
        }

        var shared = new TextParser(RepositoryModel.Model);
        string[] results = new string[16];
        Parallel.For(0, results.Length, i => results[i] = string.Join('\n', shared.Parse(i % 2 == 0 ? Story : Story + " " + Story).Take(together.Length - 1).SelectMany(s => s.Tokens)));
        Assert.Single(results.Distinct());
    }

    [Fact]
    public void DamagedAndForeignWeightsAreRefused()
    {
        byte[] bytes = RepositoryModel.Bytes;
        bytes[bytes.Length / 2] ^= 1;
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => LanguageModel.Load(bytes)).Message, StringComparison.Ordinal);
        Assert.Contains("damaged", Assert.Throws<InvalidDataException>(() => LanguageModel.Load(RepositoryModel.Bytes.AsMemory(0, 5000))).Message, StringComparison.Ordinal);
        Assert.Contains("no language weights", Assert.Throws<InvalidDataException>(() => LanguageModel.Load("%PDF-1.4 and so on, at some length, to fill the header"u8.ToArray())).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => LanguageModel.Load(default));
        Assert.Equal(LanguageModel.Load(RepositoryModel.Bytes).Hash, RepositoryModel.Model.Hash);
    }

    internal static void AssertTree(Sentence sentence)
    {
        Assert.Single(sentence.Tokens, t => t.IsRoot);
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            Assert.Equal(sentence.Tokens[i].IsRoot, sentence.Tokens[i].Deprel == "root");
            int at = i, steps = 0;
            while (!sentence.Tokens[at].IsRoot)
            {
                at = sentence.Tokens[at].Head;
                Assert.True(++steps <= sentence.Tokens.Length, "a circle");
            }
        }
    }

    private static (string, string, string, int, string) Annotation(Token t) => (t.Lemma, t.Upos, t.Xpos, t.Head, t.Deprel);

    private static string? Governor(Sentence sentence, string form, string relation)
    {
        Token token = sentence.Tokens.First(t => t.Form == form);
        return token.Deprel == relation ? sentence.Tokens[token.Head].Form : $"{token.Deprel} of {(token.IsRoot ? "nothing" : sentence.Tokens[token.Head].Form)}";
    }
}
