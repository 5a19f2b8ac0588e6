using System.Collections.Immutable;
using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>"Riders shot dead a clerk", where the parser took the verb for a noun: whatever tree it made, one about the verb comes out.</summary>
public sealed class MistakenVerbsTests
{
    private static readonly MistakenVerbs Verbs = new(RepositoryKnowledge.Base);

    [Fact]
    public void The_noun_before_is_the_subject_and_the_one_behind_is_struck()
    {
        ImmutableArray<Token> tokens = Mended("Riders:NOUN:-1:root shot:NOUN:0:nmod dead:ADJ:4:amod a:DET:4:det clerk:NOUN:0:nmod in:ADP:6:case Kano:PROPN:1:obl");

        Assert.Equal(("VERB", -1, "shoot"), (tokens[1].Upos, tokens[1].Head, tokens[1].Lemma));
        Assert.Equal(("nsubj", 1), (tokens[0].Deprel, tokens[0].Head));
        Assert.Equal(("xcomp", 1), (tokens[2].Deprel, tokens[2].Head));
        Assert.Equal(("obj", 1), (tokens[4].Deprel, tokens[4].Head));
        Assert.Equal(("obl", 1), (tokens[6].Deprel, tokens[6].Head));
    }

    [Fact]
    public void Other_nouns_stay() =>
        Assert.Equal("NOUN", Mended("The:DET:1:det shot:NOUN:2:nsubj killed:VERB:-1:root dead:ADJ:4:amod men:NOUN:2:obj")[1].Upos);

    [Fact]
    public void Of_any_tree_comes_a_tree()
    {
        var random = new Random(11);
        string[] tags = ["NOUN", "PROPN", "ADJ", "VERB", "ADP", "DET", "PUNCT", "PRON"], relations = ["nmod", "obl", "obj", "nsubj", "amod", "compound", "case", "det", "conj", "appos", "acl", "advcl"];
        for (int round = 0; round < 2000; round++)
        {
            int count = random.Next(3, 14), shot = random.Next(1, count - 1);
            int[] heads = WrittenTree.Heads(random, count);
            BracketedNamesTests.AssertTree(Mended(string.Join(' ', Enumerable.Range(0, count).Select(i =>
                $"{(i == shot ? "shot" : i == shot + 1 ? "dead" : "word")}:{(i == shot ? "NOUN" : i == shot + 1 ? "ADJ" : tags[random.Next(tags.Length)])}:{heads[i]}:{(heads[i] < 0 ? "root" : relations[random.Next(relations.Length)])}"))));
        }
    }

    private static ImmutableArray<Token> Mended(string tree) => Verbs.Mended(WrittenTree.Sentence(tree)).Tokens;
}
