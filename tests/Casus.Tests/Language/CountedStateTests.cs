using System.Collections.Immutable;
using Casus.Language;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>"left at least 12 dead": the number belongs to the state behind it.</summary>
public sealed class CountedStateTests
{
    [Theory]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root at:ADP:IN:3:case least:ADJ:JJS:4:nmod 12:NUM:CD:1:obl dead:ADJ:JJ:1:xcomp", 4)]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root 12:NUM:CD:1:obj wounded:VERB:VBN:1:xcomp", 2)]
    public void A_number_before_a_state_counts_it(string tree, int number)
    {
        ImmutableArray<Token> tokens = CountedState.Mended(WrittenTree.Sentence(tree)).Tokens;

        Assert.Equal((number + 1, "nummod"), (tokens[number].Head, tokens[number].Deprel));
        Assert.Equal((1, "xcomp"), (tokens[number + 1].Head, tokens[number + 1].Deprel));
    }

    [Fact]
    public void A_number_joined_beside_its_state_counts_it()
    {
        ImmutableArray<Token> tokens = CountedState.Mended(WrittenTree.Sentence("Ten:NUM:CD:2:nsubj:pass were:AUX:VBD:2:aux:pass killed:VERB:VBN:-1:root and:CCONJ:CC:4:cc forty:NUM:CD:2:conj abducted:VERB:VBN:2:conj")).Tokens;

        Assert.Equal((5, "nummod"), (tokens[4].Head, tokens[4].Deprel));
        Assert.Equal(5, tokens[3].Head);
    }

    [Theory]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root in:ADP:IN:3:case 2014:NUM:CD:1:obl dead:ADJ:JJ:1:xcomp")]
    [InlineData("It:PRON:PRP:1:nsubj left:VERB:VBD:-1:root people:NOUN:NNS:1:obj dead:ADJ:JJ:1:xcomp")]
    [InlineData("It:PRON:PRP:1:nsubj cost:VERB:VBD:-1:root 12:NUM:CD:1:obj ,:PUNCT:,:4:punct dead:ADJ:JJ:1:xcomp")]
    public void Other_words_stay(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, CountedState.Mended(sentence));
    }
}
