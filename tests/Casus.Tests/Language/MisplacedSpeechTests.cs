using System.Collections.Immutable;
using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>"Jets bombed a camp, officials said, a day after …", where the parser took the words of speech for the sentence's verb.</summary>
public sealed class MisplacedSpeechTests
{
    private static readonly MisplacedSpeech Speech = new(RepositoryKnowledge.Base);

    [Fact]
    public void Of_two_subjects_the_first_has_the_deed()
    {
        ImmutableArray<Token> tokens = Mended("Jets:NOUN:NNS:6:nsubj bombed:VERB:VBN:0:acl a:DET:DT:3:det camp:NOUN:NN:1:obj ,:PUNCT:,:1:punct officials:NOUN:NNS:6:nsubj say:VERB:VBD:-1:root ,:PUNCT:,:8:punct killing:VERB:VBG:6:ccomp nine:NUM:CD:8:obj .:PUNCT:.:6:punct");

        Assert.Equal((-1, "root", "VBD"), (tokens[1].Head, tokens[1].Deprel, tokens[1].Xpos));
        Assert.Equal((1, "nsubj"), (tokens[0].Head, tokens[0].Deprel));
        Assert.Equal((1, "parataxis"), (tokens[6].Head, tokens[6].Deprel));
        Assert.Equal(6, tokens[5].Head);
        Assert.Equal((1, "advcl"), (tokens[8].Head, tokens[8].Deprel));
    }

    [Fact]
    public void What_has_an_object_describes_nobody()
    {
        ImmutableArray<Token> tokens = Mended("Men:NOUN:NNS:1:nsubj believe:VERB:VBD:-1:root to:PART:TO:3:mark join:VERB:VB:1:xcomp a:DET:DT:5:det gang:NOUN:NN:3:obj took:VERB:VBN:5:acl a:DET:DT:8:det nurse:NOUN:NN:6:obj .:PUNCT:.:1:punct");

        Assert.Equal((-1, "root"), (tokens[6].Head, tokens[6].Deprel));
        Assert.Equal((6, "nsubj"), (tokens[0].Head, tokens[0].Deprel));
        Assert.Equal((0, "acl"), (tokens[1].Head, tokens[1].Deprel));
        Assert.Equal(1, tokens[3].Head);
        Assert.Equal(6, tokens[9].Head);
    }

    [Fact]
    public void Who_says_it_is_none_of_those_before_the_comma()
    {
        ImmutableArray<Token> tokens = Mended("Jets:NOUN:NNS:1:nsubj killed:VERB:VBD:6:ccomp nine:NUM:CD:1:obj ,:PUNCT:,:4:punct medics:NOUN:NNS:2:conj there:ADV:RB:4:advmod say:VERB:VBD:-1:root");

        Assert.Equal((6, "nsubj"), (tokens[4].Head, tokens[4].Deprel));
        Assert.Equal(6, tokens[3].Head);
    }

    [Fact]
    public void Of_whom_it_is_said_is_who_did_it()
    {
        ImmutableArray<Token> tokens = Mended("Oslo:PROPN:NNP:1:nsubj fined:VERB:VBD:4:ccomp firms:NOUN:NNS:1:obj it:PRON:PRP:4:nsubj say:VERB:VBD:-1:root shipped:VERB:VBD:4:ccomp arms:NOUN:NNS:5:obj .:PUNCT:.:4:punct");

        Assert.Equal((-1, "root"), (tokens[1].Head, tokens[1].Deprel));
        Assert.Equal((2, "acl:relcl"), (tokens[4].Head, tokens[4].Deprel));
        Assert.Equal((4, "ccomp"), (tokens[5].Head, tokens[5].Deprel));
        Assert.Equal(1, tokens[7].Head);
    }

    [Fact]
    public void What_is_said_in_a_letter_is_not_what_the_letter_is() =>
        Assert.Equal((1, "ccomp"), Mended("She:PRON:PRP:1:nsubj say:VERB:VBD:-1:root in:ADP:IN:3:case letters:NOUN:NNS:1:obl that:SCONJ:IN:6:mark men:NOUN:NNS:6:nsubj came:VERB:VBD:3:acl")[6] is var came ? (came.Head, came.Deprel) : default);

    [Theory]
    [InlineData("Men:NOUN:NNS:4:nsubj held:VERB:VBN:0:acl there:ADV:RB:1:advmod ,:PUNCT:,:1:punct say:VERB:VBD:-1:root little:ADJ:JJ:4:obj")]
    [InlineData("Jets:NOUN:NNS:6:nsubj that:PRON:WDT:2:nsubj bombed:VERB:VBD:0:acl:relcl camps:NOUN:NNS:2:obj ,:PUNCT:,:2:punct officials:NOUN:NNS:6:nsubj say:VERB:VBD:-1:root")]
    public void Where_nothing_is_misplaced_the_tree_stays(string tree) => Assert.Equal(WrittenTree.Tokens(tree), Mended(tree));

    [Fact]
    public void Of_any_tree_comes_a_tree()
    {
        var random = new Random(5);
        string[] tags = ["NOUN:NN", "VERB:VBD", "VERB:VBN", "VERB:VBZ", "PUNCT:,", "PRON:PRP", "VERB:VBG"], relations = ["nsubj", "obj", "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "nmod", "punct", "conj", "obl", "mark", "appos"];
        for (int round = 0; round < 4000; round++)
        {
            int count = random.Next(3, 12);
            int[] heads = WrittenTree.Heads(random, count);
            BracketedNamesTests.AssertTree(Mended(string.Join(' ', Enumerable.Range(0, count).Select(i =>
                tags[random.Next(tags.Length)] is var tag && tag == "PUNCT:," ? $",:{tag}:{heads[i]}:{(heads[i] < 0 ? "root" : "punct")}" : $"{(random.Next(2) == 0 ? "say" : "word")}:{tag}:{heads[i]}:{(heads[i] < 0 ? "root" : relations[random.Next(relations.Length)])}"))));
        }
    }

    private static ImmutableArray<Token> Mended(string tree) => Speech.Mended(WrittenTree.Sentence(tree)).Tokens;
}
