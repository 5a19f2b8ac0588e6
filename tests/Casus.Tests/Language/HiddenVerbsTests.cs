using System.Collections.Immutable;
using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>"arrested two men and seized rifles", "Oslo voiced support": past tenses that the tree takes for participles.</summary>
public sealed class HiddenVerbsTests
{
    private static readonly HiddenVerbs Verbs = new(RepositoryKnowledge.Base);

    [Theory]
    [InlineData("Police:NOUN:NNS:1:nsubj arrested:VERB:VBD:-1:root men:NOUN:NNS:1:obj and:CCONJ:CC:5:cc seized:VERB:VBN:5:amod rifles:NOUN:NNS:2:conj", 4, 1, 5)]
    [InlineData("Rebels:NOUN:NNS:1:nsubj killed:VERB:VBD:-1:root guards:NOUN:NNS:1:obj ,:PUNCT:,:5:punct burned:VERB:VBN:5:amod shops:NOUN:NNS:2:conj and:CCONJ:CC:7:cc fled:VERB:VBD:1:conj", 4, 1, 5)]
    public void A_deed_joined_to_another_is_told(string tree, int verb, int before, int noun)
    {
        ImmutableArray<Token> tokens = Mended(tree);

        Assert.Equal((before, "conj", "VERB", "VBD"), (tokens[verb].Head, tokens[verb].Deprel, tokens[verb].Upos, tokens[verb].Xpos));
        Assert.Equal((verb, "obj"), (tokens[noun].Head, tokens[noun].Deprel));
    }

    [Fact]
    public void A_finite_verb_before_the_noun_of_a_clause_is_its_verb()
    {
        ImmutableArray<Token> tokens = Mended("Oslo:PROPN:NNP:2:compound voiced:VERB:VBD:2:amod support:NOUN:NN:-1:root for:ADP:IN:4:case Lima:PROPN:NNP:2:nmod .:PUNCT:.:2:punct");

        Assert.Equal(("nsubj", 1), (tokens[0].Deprel, tokens[0].Head));
        Assert.Equal(("root", -1), (tokens[1].Deprel, tokens[1].Head));
        Assert.Equal(("obj", 1), (tokens[2].Deprel, tokens[2].Head));
        Assert.Equal(1, tokens[5].Head);
    }

    [Theory]
    [InlineData("Chad:PROPN:NNP:1:nsubj eased:VERB:VBN:2:amod curbs:NOUN:NNS:-1:root on:ADP:IN:4:case Togo:PROPN:NNP:2:nmod", "nsubj", true)]
    [InlineData("Chad:PROPN:NNP:1:nsubj cut:NOUN:NN:2:compound ties:NOUN:NNS:-1:root with:ADP:IN:4:case Togo:PROPN:NNP:2:nmod", "nsubj", true)]
    [InlineData("Chad:PROPN:NNP:1:compound eased:VERB:VBN:2:amod curbs:NOUN:NNS:-1:root on:ADP:IN:4:case Togo:PROPN:NNP:2:nmod", "compound", false)]
    [InlineData("Those:PRON:DT:3:nsubj are:AUX:VBP:3:cop eased:VERB:VBN:3:amod curbs:NOUN:NNS:-1:root", "nsubj", false)]
    public void A_participle_behind_its_own_subject_is_the_verb(string tree, string subject, bool mended)
    {
        ImmutableArray<Token> tokens = Mended(tree);
        int noun = tokens.ToList().FindIndex(t => t.Form is "curbs" or "ties");

        Assert.Equal(subject, tokens[0].Deprel);
        Assert.Equal(mended ? "obj" : "root", tokens[noun].Deprel);
    }

    [Fact]
    public void What_seems_to_be_had_is_what_was_done()
    {
        ImmutableArray<Token> tokens = Mended("they:PRON:PRP:1:nsubj have:VERB:VBP:-1:root struck:VERB:VBN:3:amod camps:NOUN:NNS:1:obj");

        Assert.Equal(("aux", 2), (tokens[1].Deprel, tokens[1].Head));
        Assert.Equal(("root", -1), (tokens[2].Deprel, tokens[2].Head));
        Assert.Equal(2, tokens[0].Head);
    }

    [Theory]
    [InlineData("It:PRON:PRP:1:nsubj hosted:VERB:VBD:-1:root refugees:NOUN:NNS:1:obj and:CCONJ:CC:5:cc abducted:VERB:VBN:5:amod girls:NOUN:NNS:2:conj")]
    [InlineData("It:PRON:PRP:1:nsubj killed:VERB:VBD:-1:root guards:NOUN:NNS:1:obj and:CCONJ:CC:5:cc wounded:VERB:VBN:5:amod civilians:NOUN:NNS:2:conj")]
    [InlineData("They:PRON:PRP:4:nsubj are:AUX:VBP:4:cop the:DET:DT:4:det lost:VERB:VBD:4:amod tribe:NOUN:NN:-1:root")]
    [InlineData("the:DET:DT:3:det Israeli:ADJ:JJ:2:advmod occupied:VERB:VBN:3:amod heights:NOUN:NNS:-1:root")]
    public void Other_participles_stay(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, Verbs.Mended(sentence));
    }

    [Fact]
    public void Any_tree_stays_a_tree()
    {
        var random = new Random(7);
        string[] words = ["Police:NOUN:NNS", "killed:VERB:VBD", "seized:VERB:VBN", "and:CCONJ:CC", ",:PUNCT:,", "had:VERB:VBD", "rifles:NOUN:NNS", "voiced:VERB:VBD", "burned:VERB:VBN"];
        string[] relations = ["amod", "conj", "obj", "nsubj", "cc", "punct", "compound", "nmod", "advcl"];
        for (int run = 0; run < 3_000; run++)
        {
            int[] heads = WrittenTree.Heads(random, random.Next(3, 12));
            string tree = string.Join(' ', heads.Select(h => $"{words[random.Next(words.Length)]}:{h}:{(h < 0 ? "root" : relations[random.Next(relations.Length)])}"));

            ImmutableArray<Token> tokens = Mended(tree);

            Assert.Single(tokens, t => t.IsRoot);
            Assert.True(TreeShape.IsTree([.. tokens]), tree);
        }
    }

    private static ImmutableArray<Token> Mended(string tree) => Verbs.Mended(WrittenTree.Sentence(tree)).Tokens;
}
