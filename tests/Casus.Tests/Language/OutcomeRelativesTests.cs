using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>Relative clauses, trades and disguises that the tree hangs on the wrong noun.</summary>
public sealed class OutcomeRelativesTests
{
    private static readonly OutcomeRelatives Outcomes = new(RepositoryKnowledge.Base);
    private static readonly GerundCompounds Trades = new(RepositoryKnowledge.Base);
    private static readonly LatePredicates Late = new(RepositoryKnowledge.Base);

    [Theory]
    [InlineData("An:DET:DT:1:det ambush:NOUN:NN:6:nsubj on:ADP:IN:3:case soldiers:NOUN:NNS:1:nmod that:PRON:WDT:5:nsubj killed:VERB:VBD:3:acl:relcl shook:VERB:VBD:-1:root Lima:PROPN:NNP:6:obj", 5, 1)]
    [InlineData("They:PRON:PRP:1:nsubj launched:VERB:VBD:-1:root a:DET:DT:3:det raid:NOUN:NN:1:obj on:ADP:IN:5:case Lima:PROPN:NNP:1:obl that:PRON:WDT:7:nsubj left:VERB:VBD:5:acl:relcl nine:NUM:CD:7:obj dead:ADJ:JJ:7:xcomp", 7, 3)]
    [InlineData("An:DET:DT:1:det ambush:NOUN:NN:6:nsubj on:ADP:IN:3:case soldiers:NOUN:NNS:1:nmod who:PRON:WP:5:nsubj killed:VERB:VBD:3:acl:relcl shook:VERB:VBD:-1:root Lima:PROPN:NNP:6:obj", 5, 3)]
    [InlineData("An:DET:DT:1:det attack:NOUN:NN:7:nsubj by:ADP:IN:4:case a:DET:DT:4:det group:NOUN:NN:1:nmod that:PRON:WDT:6:nsubj killed:VERB:VBD:4:acl:relcl shook:VERB:VBD:-1:root Lima:PROPN:NNP:7:obj", 6, 4)]
    public void What_came_of_it_is_of_the_deed(string tree, int harm, int above) => Assert.Equal(above, Outcomes.Mended(WrittenTree.Sentence(tree)).Tokens[harm].Head);

    [Fact]
    public void A_network_launders_money()
    {
        var tokens = Trades.Mended(WrittenTree.Sentence("Police:NOUN:NNS:1:nsubj broke:VERB:VBD:-1:root a:DET:DT:3:det money:NOUN:NN:1:obj laundering:VERB:VBG:3:acl network:NOUN:NN:4:obj")).Tokens;

        Assert.Equal((1, "obj"), (tokens[5].Head, tokens[5].Deprel));
        Assert.Equal((5, "compound"), (tokens[3].Head, tokens[3].Deprel));
        Assert.Equal(5, tokens[2].Head);
    }

    [Fact]
    public void Whom_gunmen_look_like_is_nobody_who_acts()
    {
        var tokens = Disguises.Mended(WrittenTree.Sentence("Gunmen:NOUN:NNS:1:nsubj:pass dressed:VERB:VBN:-1:root as:SCONJ:IN:4:mark soldiers:NOUN:NNS:4:nsubj abducted:VERB:VBD:1:advcl nine:NUM:CD:4:obj .:PUNCT:.:1:punct")).Tokens;

        Assert.Equal((-1, "root"), (tokens[4].Head, tokens[4].Deprel));
        Assert.Equal((4, "nsubj"), (tokens[0].Head, tokens[0].Deprel));
        Assert.Equal((1, "obl"), (tokens[3].Head, tokens[3].Deprel));
    }

    [Fact]
    public void Who_is_wanted_is_who_was_arrested()
    {
        var tokens = Late.Mended(WrittenTree.Sentence("A:DET:DT:1:det man:NOUN:NN:2:nsubj wanted:VERB:VBD:-1:root over:ADP:IN:4:case theft:NOUN:NN:2:obl of:ADP:IN:6:case gold:NOUN:NN:4:nmod was:AUX:VBD:8:aux:pass arrested:VERB:VBN:6:acl:relcl .:PUNCT:.:2:punct")).Tokens;

        Assert.Equal((-1, "root"), (tokens[8].Head, tokens[8].Deprel));
        Assert.Equal((8, "nsubj:pass"), (tokens[1].Head, tokens[1].Deprel));
        Assert.Equal((1, "acl"), (tokens[2].Head, tokens[2].Deprel));
    }
}
