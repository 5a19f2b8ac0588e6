using System.Collections.Immutable;
using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>"Peru lifts travel ban", "a court on Tuesday freed the pastor", "threatened to halt talks": verbs that the tree takes for nouns, participles or names.</summary>
public sealed class LostVerbsTests
{
    private static readonly HeadlineVerbs Headlines = new(RepositoryKnowledge.Base);
    private static readonly StrayedSubjects Subjects = new(RepositoryKnowledge.Base);
    private static readonly LostInfinitives Infinitives = new(RepositoryKnowledge.Base);
    private static readonly LoneVerbs Lone = new(RepositoryKnowledge.Base);
    private static readonly DueInfinitives Due = new(RepositoryKnowledge.Base);
    private static readonly LostObjects Objects = new(RepositoryKnowledge.Base);
    private static readonly MistakenVerbs Mistaken = new(RepositoryKnowledge.Base);
    private static readonly LatePredicates Late = new(RepositoryKnowledge.Base);

    [Theory]
    [InlineData("Peru:PROPN:NNP:1:compound lifts:NOUN:NNS:3:compound travel:NOUN:NN:3:compound ban:NOUN:NN:-1:root", 1, 0, 3)]
    [InlineData("Bandits:NOUN:NNS:2:compound raid:NOUN:NN:2:compound village:NOUN:NN:-1:root in:ADP:IN:4:case Peru:PROPN:NNP:2:nmod", 1, 0, 2)]
    [InlineData("Peru:PROPN:NNP:1:compound sanctions:NOUN:NNS:-1:root Chilean:ADJ:JJ:3:amod banks:NOUN:NNS:1:appos", 1, 0, 3)]
    [InlineData("Rebels:NOUN:NNS:-1:root free:ADJ:JJ:3:amod 12:NUM:CD:3:nummod hostages:NOUN:NNS:0:parataxis", 1, 0, 3)]
    [InlineData("Suicide:NOUN:NN:1:compound bomber:NOUN:NN:2:compound targets:NOUN:NNS:3:nsubj convoys:NOUN:NNS:-1:root", 2, 1, 3)]
    public void A_headline_has_a_verb(string tree, int verb, int doer, int whom)
    {
        ImmutableArray<Token> tokens = Headlines.Mended(WrittenTree.Sentence(tree)).Tokens;

        Assert.Equal(("root", -1, "VERB"), (tokens[verb].Deprel, tokens[verb].Head, tokens[verb].Upos));
        Assert.Equal(("nsubj", verb), (tokens[doer].Deprel, tokens[doer].Head));
        Assert.Equal(("obj", verb), (tokens[whom].Deprel, tokens[whom].Head));
    }

    [Theory]
    [InlineData("UN:PROPN:NNP:1:compound sanctions:NOUN:NNS:2:compound committee:NOUN:NN:-1:root")]
    [InlineData("Peru:PROPN:NNP:2:compound peace:NOUN:NN:2:compound talks:NOUN:NNS:-1:root")]
    [InlineData("Army:NOUN:NN:1:compound raid:NOUN:NN:2:nsubj killed:VERB:VBD:-1:root nine:NUM:CD:2:obj")]
    [InlineData("Police:NOUN:NN:1:compound raid:NOUN:NN:-1:root on:ADP:IN:3:case village:NOUN:NN:1:nmod")]
    public void What_is_no_headline_of_that_sort_stays(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, Headlines.Mended(sentence));
    }

    [Theory]
    [InlineData("Gunmen:NOUN:NNS:3:nsubj on:ADP:IN:2:case Friday:PROPN:NNP:0:nmod abducted:VERB:VBN:4:amod nurse:NOUN:NN:-1:root Ana:PROPN:NNP:4:appos", 3, 0)]
    [InlineData("Orlov:PROPN:NNP:-1:root ,:PUNCT:,:3:punct a:DET:DT:3:det champion:NOUN:NN:0:appos ,:PUNCT:,:5:punct demanded:VERB:VBN:0:acl sanctions:NOUN:NNS:5:obj", 5, 0)]
    [InlineData("He:PRON:PRP:1:nsubj yielded:VERB:VBD:-1:root after:ADP:IN:4:case a:DET:DT:4:det nurse:NOUN:NN:1:obl working:VERB:VBG:4:acl there:ADV:RB:5:advmod begged:VERB:VBD:1:advcl him:PRON:PRP:7:obj", 7, 4)]
    public void Who_does_it_stands_under_its_verb(string tree, int verb, int doer)
    {
        ImmutableArray<Token> tokens = Subjects.Mended(WrittenTree.Sentence(tree)).Tokens;

        Assert.Equal("VERB", tokens[verb].Upos);
        Assert.Equal(("nsubj", verb), (tokens[doer].Deprel, tokens[doer].Head));
    }

    [Theory]
    [InlineData("Omar:PROPN:NNP:-1:root ,:PUNCT:,:3:punct a:DET:DT:3:det farmer:NOUN:NN:0:appos ,:PUNCT:,:5:punct killed:VERB:VBN:0:acl in:ADP:IN:7:case fire:NOUN:NN:5:obl")]
    [InlineData("trojan:NOUN:NN:-1:root called:VERB:VBN:0:acl Monokle:PROPN:NNP:1:xcomp that:PRON:WDT:4:nsubj spies:VERB:VBZ:0:acl:relcl")]
    [InlineData("Police:NOUN:NNS:1:nsubj met:VERB:VBD:-1:root on:ADP:IN:3:case Friday:PROPN:NNP:1:obl detained:VERB:VBN:5:amod men:NOUN:NNS:1:obj")]
    public void Participles_stay_participles(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, Subjects.Mended(sentence));
    }

    [Fact]
    public void Whom_somebody_called_is_the_object() =>
        Assert.Equal("obj", Subjects.Mended(WrittenTree.Sentence("They:PRON:PRP:1:nsubj called:VERB:VBD:-1:root Minister:PROPN:NNP:3:nmod:desc Ana:PROPN:NNP:1:xcomp to:PART:TO:5:mark talk:VERB:VB:1:advcl", lemmas: "they call Minister Ana to talk")).Tokens[3].Deprel);

    [Theory]
    [InlineData("Peru:PROPN:NNP:1:nsubj threatened:VERB:VBD:-1:root to:ADP:IN:4:case halt:VERB:VB:4:compound talks:NOUN:NNS:1:obl", "Peru threaten to halt talk")]
    [InlineData("They:PRON:PRP:1:nsubj threatened:VERB:VBD:-1:root to:ADP:IN:3:case shell:PROPN:NNP:1:obl Lima:PROPN:NNP:3:flat", "they threaten to shell Lima")]
    public void What_is_threatened_is_a_deed(string tree, string lemmas)
    {
        ImmutableArray<Token> tokens = Infinitives.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens;

        Assert.Equal(("VERB", "xcomp", 1), (tokens[3].Upos, tokens[3].Deprel, tokens[3].Head));
        Assert.Equal(("obj", 3), (tokens[4].Deprel, tokens[4].Head));
        Assert.Equal(("mark", 3), (tokens[2].Deprel, tokens[2].Head));
    }

    [Fact]
    public void No_participle_is_an_infinitive()
    {
        ImmutableArray<Token> tokens = Infinitives.Mended(WrittenTree.Sentence("It:PRON:PRP:1:nsubj opened:VERB:VBD:-1:root camps:NOUN:NNS:1:obj to:PART:TO:4:mark displaced:VERB:VBN:1:advcl farmers:NOUN:NNS:4:obj")).Tokens;

        Assert.Equal(("amod", 5), (tokens[4].Deprel, tokens[4].Head));
        Assert.Equal(("obl", 1), (tokens[5].Deprel, tokens[5].Head));
        Assert.Equal(("case", 5), (tokens[3].Deprel, tokens[3].Head));
    }

    [Theory]
    [InlineData("Rebel:NOUN:NN:1:compound chief:NOUN:NN:2:compound surrenders:NOUN:NNS:-1:root in:ADP:IN:4:case Goma:PROPN:NNP:2:nmod", 2, 1)]
    [InlineData("Fighting:VERB:VBG:-1:root rages:NOUN:NNS:0:obj in:ADP:IN:3:case Goma:PROPN:NNP:1:nmod", 1, 0)]
    public void A_verb_alone_has_a_subject(string tree, int verb, int doer)
    {
        ImmutableArray<Token> tokens = Lone.Mended(WrittenTree.Sentence(tree)).Tokens;

        Assert.Equal(("root", -1, "VERB"), (tokens[verb].Deprel, tokens[verb].Head, tokens[verb].Upos));
        Assert.Equal(("nsubj", verb, "NOUN"), (tokens[doer].Deprel, tokens[doer].Head, tokens[doer].Upos));
        Assert.Equal(("obl", verb), (tokens[^1].Deprel, tokens[^1].Head));
    }

    [Theory]
    [InlineData("Rebel:NOUN:NN:1:compound retreats:NOUN:NNS:-1:root of:ADP:IN:3:case June:PROPN:NNP:1:nmod")]
    [InlineData("Rebels:NOUN:NNS:1:compound surrenders:NOUN:NNS:-1:root in:ADP:IN:3:case June:PROPN:NNP:1:nmod")]
    [InlineData("Army:NOUN:NN:1:compound advance:NOUN:NN:2:nsubj stalled:VERB:VBD:-1:root")]
    public void What_has_another_verb_or_an_owner_stays(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, Lone.Mended(sentence));
    }

    [Theory]
    [InlineData("Nurses:NOUN:NNS:-1:root seeking:VERB:VBG:0:acl release:NOUN:NN:1:obj of:ADP:IN:5:case nine:NUM:CD:5:nummod hostages:NOUN:NNS:2:nmod marched:VERB:VBN:5:acl", "nurse seek release of nine hostage march", 6, 0)]
    [InlineData("Crowds:NOUN:NNS:9:nsubj:pass seeking:VERB:VBG:0:acl justice:NOUN:NN:1:obj clashed:VERB:VBN:2:acl with:ADP:IN:5:case police:NOUN:NNS:3:obl ;:PUNCT:SC:9:punct four:NUM:CD:9:nsubj:pass were:AUX:VBD:9:aux:pass killed:VERB:VBN:-1:root", "crowd seek justice clash with police ; four be kill", 3, 0)]
    public void Who_asks_for_it_marched(string tree, string lemmas, int verb, int doer)
    {
        ImmutableArray<Token> tokens = Late.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens;

        Assert.Equal(("root", -1, "VBD"), (tokens[verb].Deprel, tokens[verb].Head, tokens[verb].Xpos));
        Assert.Equal(("nsubj", verb), (tokens[doer].Deprel, tokens[doer].Head));
    }

    [Theory]
    [InlineData("Nurses:NOUN:NNS:1:nsubj fled:VERB:VBD:-1:root as:SCONJ:IN:3:mark fighting:VERB:VBG:1:advcl between:ADP:IN:5:case armies:NOUN:NNS:3:obl intensified:VERB:VBD:1:conj", "nurse flee as fight between army intensify", 3, 6, "advcl")]
    [InlineData("Nurses:NOUN:NNS:1:nsubj fled:VERB:VBD:-1:root as:SCONJ:IN:3:mark fighting:VERB:VBG:1:advcl between:ADP:IN:5:case armies:NOUN:NNS:3:obl intensified:VERB:VBN:5:acl", "nurse flee as fight between army intensify", 3, 6, "advcl")]
    [InlineData("Nurses:NOUN:NNS:1:nsubj hid:VERB:VBD:-1:root as:SCONJ:IN:3:mark fighting:VERB:VBG:1:advcl raged:VERB:VBN:3:xcomp", "nurse hide as fight rage", 3, 4, "advcl")]
    [InlineData("Fighting:VERB:VBG:-1:root between:ADP:IN:2:case armies:NOUN:NNS:0:obl intensified:VERB:VBD:0:conj", "fight between army intensify", 0, 3, "root")]
    public void Fighting_rages_and_nobody_fights_who_flees(string tree, string lemmas, int deed, int verb, string relation)
    {
        ImmutableArray<Token> tokens = Late.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens;

        Assert.Equal(("nsubj", verb, "NOUN"), (tokens[deed].Deprel, tokens[deed].Head, tokens[deed].Upos));
        Assert.Equal((relation, "VBD"), (tokens[verb].Deprel, tokens[verb].Xpos));
    }

    [Theory]
    [InlineData("They:PRON:PRP:1:nsubj died:VERB:VBD:-1:root as:SCONJ:IN:3:mark fighting:VERB:VBG:1:advcl fires:NOUN:NNS:3:obj spread:VERB:VBD:1:conj", "they die as fight fire spread")]
    [InlineData("Nurses:NOUN:NNS:5:nsubj seeking:VERB:VBG:0:acl refugees:NOUN:NNS:1:obj gathered:VERB:VBN:2:acl there:ADV:RB:3:advmod left:VERB:VBD:-1:root", "nurse seek refugee gather there leave")]
    [InlineData("Nurses:NOUN:NNS:-1:root seeking:VERB:VBG:0:acl release:NOUN:NN:1:obj of:ADP:IN:4:case hostages:NOUN:NNS:2:nmod held:VERB:VBN:4:acl", "nurse seek release of hostage hold")]
    public void Or_those_whom_they_ask_for_did(string tree, string lemmas)
    {
        Sentence sentence = WrittenTree.Sentence(tree, lemmas);

        Assert.Same(sentence, Late.Mended(sentence));
    }

    [Fact]
    public void Any_tree_stays_a_tree()
    {
        var random = new Random(11);
        string[] words = ["Peru:PROPN:NNP", "lifts:NOUN:NNS", "Rebels:NOUN:NNS", "raid:NOUN:NN", "ban:NOUN:NN", "on:ADP:IN", "Friday:PROPN:NNP", "abducted:VERB:VBN", "begged:VERB:VBD", "to:ADP:IN", "threatened:VERB:VBD", "displaced:VERB:VBN", "after:ADP:IN", ",:PUNCT:,", "surrenders:NOUN:NNS", "and:CCONJ:CC", "is:AUX:VBZ", "hold:VERB:VB", "to:PART:TO", "shelling:VERB:VBG", "of:ADP:IN", "accuses:VERB:VBZ", "ablaze:NOUN:NN", "sets:VERB:VBZ", "gassed:VERB:VBN", "-:PUNCT:HYPH"];
        string[] relations = ["amod", "conj", "obj", "nsubj", "case", "punct", "compound", "nmod", "advcl", "acl", "appos", "obl", "mark", "xcomp", "flat", "cc", "cop", "nsubj:outer"];
        int mended = 0;
        for (int run = 0; run < 20_000; run++)
        {
            int[] heads = WrittenTree.Heads(random, random.Next(3, 10));
            string tree = string.Join(' ', heads.Select(h => $"{words[random.Next(words.Length)]}:{h}:{(h < 0 ? "root" : relations[random.Next(relations.Length)])}"));
            Sentence sentence = WrittenTree.Sentence(tree);

            Sentence after = Objects.Mended(Infinitives.Mended(Subjects.Mended(Due.Mended(Lone.Mended(Headlines.Mended(Mistaken.Mended(Late.Mended(LostConjuncts.Mended(sentence)))))))));

            mended += ReferenceEquals(after, sentence) ? 0 : 1;
            Assert.Single(after.Tokens, t => t.IsRoot);
            Assert.True(TreeShape.IsTree([.. after.Tokens]), tree);
        }

        Assert.True(mended > 100, $"only {mended} trees were mended");
    }
}
