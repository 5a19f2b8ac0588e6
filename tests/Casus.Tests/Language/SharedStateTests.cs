using System.Collections.Immutable;
using Casus.Language;
using Casus.Tests.Corpus;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>"left two guards and a driver dead": one state of all of them.</summary>
public sealed class SharedStateTests
{
    [Theory]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root guards:NOUN:NNS:1:obj and:CCONJ:CC:4:cc drivers:NOUN:NNS:2:conj dead:ADJ:JJ:4:amod")]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root guards:NOUN:NNS:1:obj and:CCONJ:CC:4:cc drivers:NOUN:NNS:2:conj dead:ADJ:JJ:2:conj")]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root guards:NOUN:NNS:1:obj and:CCONJ:CC:5:cc drivers:NOUN:NNS:5:nsubj injured:VERB:VBD:1:conj")]
    public void A_state_behind_several_is_that_of_all(string tree)
    {
        ImmutableArray<Token> tokens = new SharedState(WholeEngine.Knowledge).Mended(WrittenTree.Sentence(tree)).Tokens;

        Assert.Equal((1, "xcomp"), (tokens[5].Head, tokens[5].Deprel));
        Assert.Equal((2, "conj"), (tokens[4].Head, tokens[4].Deprel));
        Assert.Equal(4, tokens[3].Head);
        Assert.NotEqual("VBD", tokens[5].Xpos);
    }

    [Theory]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root guards:NOUN:NNS:1:obj dead:ADJ:JJ:1:xcomp")]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root town:NOUN:NN:1:obj and:CCONJ:CC:5:cc rebels:NOUN:NNS:5:nsubj killed:VERB:VBD:1:conj two:NUM:CD:5:obj")]
    [InlineData("It:PRON:PRP:1:nsubj saw:VERB:VBD:-1:root guards:NOUN:NNS:1:obj and:CCONJ:CC:4:cc drivers:NOUN:NNS:2:conj dead:ADJ:JJ:4:amod")]
    public void Other_words_stay(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, new SharedState(WholeEngine.Knowledge).Mended(sentence));
    }
}
