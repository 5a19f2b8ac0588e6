using System.Collections.Immutable;
using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>Objects and infinitives that the tree takes for parts of names, and descriptions that it takes for verbs.</summary>
public sealed class LostObjectsTests
{
    private static readonly LostObjects Objects = new(RepositoryKnowledge.Base);
    private static readonly LostInfinitives Infinitives = new(RepositoryKnowledge.Base);
    private static readonly StrayedSubjects Subjects = new(RepositoryKnowledge.Base);

    [Theory]
    [InlineData("Peru:PROPN:NNP:1:nsubj handed:VERB:VBD:-1:root Chile:PROPN:NNP:3:compound maps:NOUN:NNS:1:obj", "Peru hand Chile map", 2, "iobj", 1)]
    [InlineData("Police:NOUN:NNS:1:nsubj scattered:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj demanding:VERB:VBG:1:advcl pay:NOUN:NN:3:obj", "police scatter nurse demand pay", 3, "acl", 2)]
    [InlineData("Lima:PROPN:NNP:1:nsubj accused:VERB:VBD:-1:root the:DET:DT:3:det body:NOUN:NN:1:obj of:ADP:IN:5:case bias:NOUN:NN:3:nmod", "Lima accuse the body of bias", 5, "obl", 1)]
    [InlineData("Bandits:NOUN:NNS:1:nsubj took:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj hostage:NOUN:NN:1:obj", "bandit take nurse hostage", 3, "xcomp", 1)]
    [InlineData("Premier:NOUN:NN:6:nsubj Silva:PROPN:NNP:0:appos ,:PUNCT:,:4:punct and:CCONJ:CC:4:cc president:NOUN:NN:0:appos Vega:PROPN:NNP:4:flat met:VERB:VBD:-1:root", "premier Silva , and president Vega meet", 4, "conj", 0)]
    [InlineData("Bandits:NOUN:NNS:1:nsubj shot:VERB:VBD:-1:root a:DET:DT:6:det nurse:NOUN:NN:6:compound and:CCONJ:CC:5:cc looted:VERB:VBN:1:conj shops:NOUN:NNS:1:obj", "bandit shoot a nurse and loot shop", 6, "obj", 5)]
    [InlineData("Bandits:NOUN:NNS:1:nsubj shot:VERB:VBD:-1:root an:DET:DT:3:det aide:NOUN:NN:1:obj of:ADP:IN:6:case the:DET:DT:6:det PKK:PROPN:NNP:3:nmod and:CCONJ:CC:9:cc his:PRON:PRP$:9:nmod:poss driver:NOUN:NN:6:conj", "bandit shoot an aide of the PKK and his driver", 9, "conj", 3)]
    [InlineData("Bandits:NOUN:NNS:1:nsubj shot:VERB:VBD:-1:root five:NUM:CD:1:obj of:ADP:IN:4:case them:PRON:PRP:2:nmod and:CCONJ:CC:7:cc a:DET:DT:7:det nurse:NOUN:NN:4:conj", "bandit shoot five of they and a nurse", 7, "conj", 2)]
    [InlineData("Kenya:PROPN:NNP:1:nsubj handed:VERB:VBD:-1:root over:ADV:RB:3:advmod 46:NUM:CD:4:nummod men:NOUN:NNS:1:obj", "Kenya hand over 46 man", 2, "compound:prt", 1)]
    [InlineData("Blast:NOUN:NN:1:nsubj kills:NOUN:NNS:-1:root nine:NUM:CD:1:appos", "blast kill nine", 2, "obj", 1)]
    [InlineData("killing:VERB:VBG:-1:root three:NUM:CD:2:nummod men:NOUN:NNS:0:obj and:CCONJ:CC:5:cc wounding:NOUN:NN:5:compound scores:NOUN:NNS:2:conj", "kill three man and wounding score", 5, "obj", 4)]
    public void A_word_stands_under_what_it_belongs_to(string tree, string lemmas, int word, string relation, int above)
    {
        Token token = Objects.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens[word];

        Assert.Equal((relation, above), (token.Deprel, token.Head));
    }

    [Theory]
    [InlineData("Peru:PROPN:NNP:1:nsubj handed:VERB:VBD:-1:root Reuters:PROPN:NNP:3:compound maps:NOUN:NNS:1:obj", "Peru hand Reuters map")]
    [InlineData("Police:NOUN:NNS:1:nsubj scattered:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj using:VERB:VBG:1:advcl gas:NOUN:NN:3:obj", "police scatter nurse use gas")]
    [InlineData("Lima:PROPN:NNP:1:nsubj accused:VERB:VBD:-1:root the:DET:DT:3:det head:NOUN:NN:1:obj of:ADP:IN:6:case the:DET:DT:6:det army:NOUN:NN:3:nmod", "Lima accuse the head of the army")]
    [InlineData("Bandits:NOUN:NNS:1:nsubj shot:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj and:CCONJ:CC:4:cc wounded:VERB:VBN:1:conj", "bandit shoot nurse and wound")]
    public void What_is_right_stays(string tree, string lemmas)
    {
        Sentence sentence = WrittenTree.Sentence(tree, lemmas);

        Assert.Same(sentence, Objects.Mended(sentence));
    }

    [Theory]
    [InlineData("They:PRON:PRP:1:nsubj urged:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj to:ADP:IN:4:case march:NOUN:NN:1:obl", "they urge nurse to march", 4, "xcomp", 1)]
    [InlineData("Peru:PROPN:NNP:1:compound plans:NOUN:NNS:-1:root to:PART:TO:3:mark leave:VERB:VB:1:acl", "Peru plan to leave", 3, "xcomp", 1)]
    [InlineData("Oman:PROPN:NNP:1:nsubj called:VERB:VBD:-1:root on:ADP:IN:3:case Peru:PROPN:NNP:1:obl to:PART:TO:5:mark yield:VERB:VB:1:advcl", "Oman call on Peru to yield", 5, "xcomp", 1)]
    public void What_is_asked_or_meant_is_a_deed(string tree, string lemmas, int deed, string relation, int above)
    {
        ImmutableArray<Token> tokens = Infinitives.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens;

        Assert.Equal(("VERB", relation, above), (tokens[deed].Upos, tokens[deed].Deprel, tokens[deed].Head));
        Assert.Equal("nsubj", tokens[0].Deprel);
    }

    [Fact]
    public void Who_does_it_may_be_described()
    {
        ImmutableArray<Token> tokens = Subjects.Mended(WrittenTree.Sentence("Jets:NOUN:NNS:1:nsubj bombed:VERB:VBD:-1:root it:PRON:PRP:1:obj after:ADP:IN:6:case a:DET:DT:5:det shell:NOUN:NN:6:obl fired:VERB:VBN:7:nsubj hurt:VERB:VBD:1:advcl two:NUM:CD:7:obj")).Tokens;

        Assert.Equal(("nsubj", 7), (tokens[5].Deprel, tokens[5].Head));
        Assert.Equal(("acl", 5), (tokens[6].Deprel, tokens[6].Head));
        Assert.Equal(("mark", 7), (tokens[3].Deprel, tokens[3].Head));
    }

    [Fact]
    public void Two_did_it_though_one_is_described()
    {
        ImmutableArray<Token> tokens = Subjects.Mended(WrittenTree.Sentence("Peru:PROPN:NNP:-1:root ,:PUNCT:,:3:punct which:PRON:WDT:3:nsubj left:VERB:VBD:0:acl:relcl ,:PUNCT:,:7:punct and:CCONJ:CC:7:cc Chile:PROPN:NNP:7:nsubj condemned:VERB:VBD:3:conj it:PRON:PRP:7:obj")).Tokens;

        Assert.Equal(("root", -1), (tokens[7].Deprel, tokens[7].Head));
        Assert.Equal(("nsubj", 7), (tokens[0].Deprel, tokens[0].Head));
        Assert.Equal(("conj", 0), (tokens[6].Deprel, tokens[6].Head));
    }

    [Fact]
    public void A_hyphened_word_before_a_noun_describes_it()
    {
        ImmutableArray<Token> tokens = HyphenedModifiers.Mended(Hyphened(glued: true)).Tokens;

        Assert.Equal(("amod", 6), (tokens[5].Deprel, tokens[5].Head));
        Assert.Equal(("obl", 1), (tokens[6].Deprel, tokens[6].Head));
    }

    [Fact]
    public void A_dash_between_words_is_no_hyphen()
    {
        Sentence sentence = Hyphened(glued: false);

        Assert.Same(sentence, HyphenedModifiers.Mended(sentence));
    }

    [Fact]
    public void Any_tree_stays_a_tree()
    {
        var random = new Random(12);
        (string Tree, string Lemmas)[] all = [.. Trees()];
        string[] relations = ["amod", "conj", "obj", "nsubj", "case", "cc", "compound", "nmod", "advcl", "acl", "obl", "mark", "xcomp"];
        int mended = 0;
        for (int run = 0; run < 20_000; run++)
        {
            (string tree, string lemmas) = all[random.Next(all.Length)];
            string[] words = tree.Split(' ');
            int[] heads = WrittenTree.Heads(random, words.Length);
            bool other = random.Next(2) == 0;
            string[] changed = [.. words.Select((w, i) => Changed(w.Split(':'), other ? heads[i] : int.Parse(w.Split(':')[3]), random.Next(4) == 0 ? relations[random.Next(relations.Length)] : null))];
            Sentence sentence = Glued(WrittenTree.Sentence(string.Join(' ', changed), lemmas));

            Sentence after = Objects.Mended(Infinitives.Mended(Subjects.Mended(HyphenedModifiers.Mended(sentence))));

            mended += ReferenceEquals(after, sentence) ? 0 : 1;
            Assert.Single(after.Tokens, t => t.IsRoot);
            Assert.True(TreeShape.IsTree([.. after.Tokens]), string.Join(' ', changed));
        }

        Assert.True(mended > 1000, $"only {mended} trees were mended");
    }

    private static string Changed(string[] word, int head, string? relation) => $"{word[0]}:{word[1]}:{word[2]}:{head}:{(head < 0 ? "root" : relation ?? (word[4] == "root" ? "dep" : word[4]))}";

    private static IEnumerable<(string Tree, string Lemmas)> Trees() =>
    [
        ("Peru:PROPN:NNP:1:nsubj handed:VERB:VBD:-1:root Chile:PROPN:NNP:3:compound maps:NOUN:NNS:1:obj", "Peru hand Chile map"),
        ("Police:NOUN:NNS:1:nsubj scattered:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj demanding:VERB:VBG:1:advcl pay:NOUN:NN:3:obj", "police scatter nurse demand pay"),
        ("Lima:PROPN:NNP:1:nsubj accused:VERB:VBD:-1:root the:DET:DT:3:det body:NOUN:NN:1:obj of:ADP:IN:5:case bias:NOUN:NN:3:nmod", "Lima accuse the body of bias"),
        ("Bandits:NOUN:NNS:1:nsubj shot:VERB:VBD:-1:root a:DET:DT:6:det nurse:NOUN:NN:6:compound and:CCONJ:CC:5:cc looted:VERB:VBN:1:conj shops:NOUN:NNS:1:obj", "bandit shoot a nurse and loot shop"),
        ("They:PRON:PRP:1:nsubj urged:VERB:VBD:-1:root nurses:NOUN:NNS:1:obj to:ADP:IN:4:case march:NOUN:NN:1:obl", "they urge nurse to march"),
        ("Peru:PROPN:NNP:1:compound plans:NOUN:NNS:-1:root to:PART:TO:3:mark leave:VERB:VB:1:acl", "Peru plan to leave"),
        ("Jets:NOUN:NNS:1:nsubj bombed:VERB:VBD:-1:root it:PRON:PRP:1:obj after:ADP:IN:6:case a:DET:DT:5:det shell:NOUN:NN:6:obl fired:VERB:VBN:7:nsubj hurt:VERB:VBD:1:advcl two:NUM:CD:7:obj", "jet bomb it after a shell fire hurt two"),
        ("Peru:PROPN:NNP:1:nsubj sent:VERB:VBD:-1:root to:ADP:IN:6:case flood:NOUN:NN:5:compound -:PUNCT:HYPH:3:punct hit:VERB:VB:1:advcl Lima:PROPN:NNP:5:obj", "Peru send to flood - hit Lima"),
    ];

    private static Sentence Hyphened(bool glued)
    {
        Sentence sentence = WrittenTree.Sentence("Peru:PROPN:NNP:1:nsubj sent:VERB:VBD:-1:root to:ADP:IN:6:case flood:NOUN:NN:5:compound -:PUNCT:HYPH:3:punct hit:VERB:VB:1:advcl Lima:PROPN:NNP:5:obj");
        return glued ? Glued(sentence) : sentence;
    }

    /// <summary>Without the blanks around hyphens.</summary>
    private static Sentence Glued(Sentence sentence)
    {
        Token[] tokens = [.. sentence.Tokens];
        for (int i = 1; i + 1 < tokens.Length; i++)
        {
            if (tokens[i].Form == "-")
            {
                tokens[i] = tokens[i] with { Span = new TextSpan(tokens[i - 1].Span.End, tokens[i + 1].Span.Begin) };
            }
        }

        return sentence.Rebuilt([.. tokens]);
    }
}
