using Casus.Language;
using Casus.Tests.Knowledge;
using Xunit;

namespace Casus.Tests.Language;

/// <summary>Times, clauses and words of others that the tree hangs on the wrong word.</summary>
public sealed class StrayedTests
{
    private static readonly StrayedTimes Times = new(RepositoryKnowledge.Base);
    private static readonly LostObjects Objects = new(RepositoryKnowledge.Base);

    [Theory]
    [InlineData("Hours:NOUN:NNS:1:obl:unmarked later:ADJ:JJR:2:amod bandits:NOUN:NNS:3:nsubj fired:VERB:VBD:-1:root", "hour late bandit fire", 0, "obl:unmarked", 3)]
    [InlineData("They:PRON:PRP:1:nsubj fled:VERB:VBD:-1:root before:SCONJ:IN:3:mark dawn:VERB:VBN:1:advcl .:PUNCT:.:1:punct", "they flee before dawn .", 3, "obl", 1)]
    [InlineData("They:PRON:PRP:1:nsubj ousted:VERB:VBD:-1:root the:DET:DT:4:det mayor:NOUN:NN:4:compound hours:NOUN:NNS:1:obj after:SCONJ:IN:6:mark leaving:VERB:VBG:1:advcl", "they oust the mayor hour after leave", 3, "obj", 1)]
    [InlineData("They:PRON:PRP:1:nsubj met:VERB:VBD:-1:root on:ADP:IN:3:case Palm:PROPN:NNP:1:nmod Sunday:PROPN:NNP:1:obl .:PUNCT:.:1:punct", "they meet on Palm Sunday .", 3, "compound", 4)]
    [InlineData("On:ADP:IN:4:case the:DET:DT:4:det same:ADJ:JJ:3:amod day:NOUN:NN:4:compound rebels:NOUN:NNS:5:nsubj fled:VERB:VBD:-1:root", "on the same day rebel flee", 3, "obl", 5)]
    [InlineData("In:ADP:IN:2:case 2025:NUM:CD:2:nummod rebels:NOUN:NNS:3:nsubj fled:VERB:VBD:-1:root", "in 2025 rebel flee", 1, "obl", 3)]
    [InlineData("In:ADP:IN:1:case half:NOUN:NN:5:obl of:ADP:IN:4:case 2025:NUM:CD:4:nummod rebels:NOUN:NNS:1:nmod fled:VERB:VBN:-1:root", "in half of 2025 rebel flee", 4, "nsubj", 5)]
    [InlineData("In:ADP:IN:1:case March:PROPN:NNP:3:compound 2025:NUM:CD:1:nmod:unmarked rebels:NOUN:NNS:4:nsubj fled:VERB:VBD:-1:root", "in March 2025 rebel flee", 1, "obl", 4)]
    public void A_time_stands_by_itself(string tree, string lemmas, int word, string relation, int above)
    {
        Token token = Times.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens[word];

        Assert.Equal((relation, above), (token.Deprel, token.Head));
    }

    [Theory]
    [InlineData("Peru:PROPN:NNP:2:compound scrambled:VERB:VBN:2:amod jets:NOUN:NNS:6:nsubj after:ADP:IN:5:case a:DET:DT:5:det drone:NOUN:NN:6:nsubj fell:VERB:VBD:-1:root", 0, "nsubj", 1)]
    [InlineData("Peru:PROPN:NNP:1:nsubj gave:VERB:VBD:-1:root maps:NOUN:NNS:1:obj to:ADP:IN:4:case Chile:PROPN:NNP:1:obl ,:PUNCT:,:7:punct which:PRON:WDT:7:nsubj freed:VERB:VBD:2:acl:relcl ten:NUM:CD:7:obj", 7, "acl:relcl", 4)]
    [InlineData("Peru:PROPN:NNP:1:nsubj accused:VERB:VBD:-1:root Chile:PROPN:NNP:1:obj ,:PUNCT:,:6:punct which:PRON:WDT:6:obj Lima:PROPN:NNP:6:nsubj denied:VERB:VBD:2:acl:relcl ,:PUNCT:,:9:punct and:CCONJ:CC:9:cc halted:VERB:VBD:6:conj talks:NOUN:NNS:9:obj", 9, "conj", 1)]
    [InlineData("Rebels:NOUN:NNS:1:nsubj left:VERB:VBD:-1:root Lima:PROPN:NNP:1:obj ;:PUNCT:SC:8:punct the:DET:DT:5:det army:NOUN:NN:2:appos ,:PUNCT:,:5:punct alone:ADV:RB:8:advmod waited:VERB:VBD:1:conj .:PUNCT:.:1:punct", 5, "nsubj", 8)]
    [InlineData("The:DET:DT:1:det council:NOUN:NN:6:nsubj ,:PUNCT:,:5:punct which:PRON:WDT:5:obj Lima:PROPN:NNP:5:compound backs:NOUN:NNS:1:acl:relcl met:VERB:VBD:-1:root", 4, "nsubj", 5)]
    [InlineData("Guards:NOUN:NNS:1:nsubj shot:VERB:VBD:-1:root at:ADP:IN:3:case men:NOUN:NNS:1:obl who:PRON:WP:5:nsubj tried:VERB:VBD:3:acl:relcl to:PART:TO:7:mark flee:VERB:VB:5:xcomp ,:PUNCT:,:9:punct killing:VERB:VBG:7:advcl three:NUM:CD:9:obj", 9, "advcl", 1)]
    [InlineData("Peru:PROPN:NNP:1:nsubj said:VERB:VBD:-1:root ten:NUM:CD:3:nsubj died:VERB:VBD:1:ccomp ;:PUNCT:SC:6:punct Chile:PROPN:NNP:6:nsubj wept:VERB:VBD:1:ccomp .:PUNCT:.:1:punct", 6, "parataxis", 1)]
    [InlineData("Rebels:NOUN:NNS:1:nsubj fled:VERB:VBD:-1:root hours:NOUN:NNS:6:obl:unmarked after:ADP:IN:5:case a:DET:DT:5:det strike:NOUN:NN:6:nsubj killed:VERB:VBD:1:advcl two:NUM:CD:6:obj", 3, "mark", 6)]
    [InlineData("Bombs:NOUN:NNS:7:nsubj left:VERB:VBN:0:acl there:ADV:RB:1:advmod killed:VERB:VBD:2:acl ten:NUM:CD:3:obj ,:PUNCT:,:6:punct police:NOUN:NNS:7:nsubj said:VERB:VBD:-1:root", 3, "ccomp", 7)]
    public void A_clause_has_its_own(string tree, int word, string relation, int above)
    {
        Token token = StrayedClauses.Mended(WrittenTree.Sentence(tree)).Tokens[word];

        Assert.Equal((relation, above), (token.Deprel, token.Head));
    }

    [Theory]
    [InlineData("Jets:NOUN:NNS:1:nsubj bombed:VERB:VBD:-1:root what:PRON:WP:1:obj Lima:PROPN:NNP:4:nsubj called:VERB:VBD:2:acl:relcl camps:NOUN:NNS:4:obj .:PUNCT:.:1:punct", "jet bomb what Lima call camp .", 5, "obj", 1)]
    [InlineData("Peru:PROPN:NNP:1:nsubj said:VERB:VBD:-1:root ten:NUM:CD:4:nsubj:pass were:AUX:VBD:4:aux:pass killed:VERB:VBN:1:ccomp and:CCONJ:CC:6:cc vowed:VERB:VBD:4:conj revenge:NOUN:NN:6:obj", "Peru say ten be kill and vow revenge", 6, "conj", 1)]
    [InlineData("Peru:PROPN:NNP:1:nsubj said:VERB:VBD:-1:root rebels:NOUN:NNS:4:nsubj had:AUX:VBD:4:aux fired:VERB:VBN:1:ccomp and:CCONJ:CC:6:cc responded:VERB:VBD:4:conj .:PUNCT:.:1:punct", "Peru say rebel have fire and respond .", 6, "conj", 1)]
    [InlineData("Peru:PROPN:NNP:1:nsubj:pass called:VERB:VBN:-1:root for:ADP:IN:3:case help:NOUN:NN:1:obl", "Peru call for help", 0, "nsubj", 1)]
    [InlineData("Troops:NOUN:NNS:1:nsubj sent:VERB:VBD:-1:root to:PART:TO:3:mark stop:VERB:VB:1:xcomp looters:NOUN:NNS:3:obj joined:VERB:VBN:3:xcomp them:PRON:PRP:5:obj", "troop send to stop looter join they", 0, "nsubj", 5)]
    public void Who_speaks_or_is_sent_is_told_apart(string tree, string lemmas, int word, string relation, int above)
    {
        Token token = WordsOfOthers.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens[word];

        Assert.Equal((relation, above), (token.Deprel, token.Head));
    }

    [Theory]
    [InlineData("Drones:NOUN:NNS:1:nsubj set:VERB:VBD:-1:root ablaze:VERB:VB:1:xcomp a:DET:DT:4:det depot:NOUN:NN:2:obj", "drone set ablaze a depot", 4, "obj", 1)]
    [InlineData("Inmates:NOUN:NNS:1:nsubj took:VERB:VBD:-1:root 57:NUM:CD:4:nummod guards:NOUN:NNS:4:compound hostage:NOUN:NN:1:obj", "inmate take 57 guard hostage", 3, "obj", 1)]
    [InlineData("Jets:NOUN:NNS:1:nsubj bombed:VERB:VBD:-1:root tanks:NOUN:NNS:1:obj and:CCONJ:CC:5:cc the:DET:DT:5:det port:NOUN:NN:1:conj", "jet bomb tank and the port", 5, "conj", 2)]
    [InlineData("Rebels:NOUN:NNS:1:nsubj killed:VERB:VBD:-1:root 22:NUM:CD:1:xcomp", "rebel kill 22", 2, "obj", 1)]
    [InlineData("Inmates:VERB:VBZ:3:nsubj in:ADP:IN:2:case Lima:PROPN:NNP:0:nmod fled:VERB:VBD:-1:root", "inmate in Lima flee", 0, "nsubj", 3)]
    public void An_object_is_the_verbs(string tree, string lemmas, int word, string relation, int above)
    {
        Token token = Objects.Mended(WrittenTree.Sentence(tree, lemmas)).Tokens[word];

        Assert.Equal((relation, above), (token.Deprel, token.Head));
        Assert.NotEqual("VERB", token.Upos);
    }

    [Theory]
    [InlineData("They:PRON:PRP:1:nsubj met:VERB:VBD:-1:root later:ADJ:JJR:3:amod arrivals:NOUN:NNS:1:obj")]
    [InlineData("Two:NUM:CD:1:nsubj:pass killed:VERB:VBN:-1:root in:ADP:IN:3:case Lima:PROPN:NNP:1:obl")]
    [InlineData("Jets:NOUN:NNS:1:nsubj hit:VERB:VBD:-1:root what:PRON:WP:1:obj they:PRON:PRP:4:nsubj wanted:VERB:VBD:2:acl:relcl")]
    public void What_is_right_stays(string tree)
    {
        Sentence sentence = WrittenTree.Sentence(tree);

        Assert.Same(sentence, Mended(sentence));
    }

    [Fact]
    public void Any_tree_stays_a_tree()
    {
        var random = new Random(7);
        string[] all =
        [
            "Hours:NOUN:NNS:1:obl:unmarked later:ADJ:JJR:2:amod bandits:NOUN:NNS:3:nsubj fired:VERB:VBD:-1:root what:PRON:WP:3:obj Lima:PROPN:NNP:6:nsubj called:VERB:VBN:4:acl:relcl camps:NOUN:NNS:6:obj",
            "Peru:PROPN:NNP:2:compound scrambled:VERB:VBN:2:amod jets:NOUN:NNS:6:nsubj after:ADP:IN:5:case a:DET:DT:5:det drone:NOUN:NN:6:nsubj fell:VERB:VBD:-1:root on:ADP:IN:9:case Palm:PROPN:NNP:6:nmod Sunday:PROPN:NNP:6:obl",
            "Peru:PROPN:NNP:1:nsubj accused:VERB:VBD:-1:root Chile:PROPN:NNP:1:obj ,:PUNCT:,:6:punct which:PRON:WDT:6:obj Lima:PROPN:NNP:6:nsubj denied:VERB:VBD:2:acl:relcl ,:PUNCT:,:9:punct and:CCONJ:CC:9:cc vowed:VERB:VBD:6:conj talks:NOUN:NNS:9:obj",
            "Troops:NOUN:NNS:1:nsubj sent:VERB:VBD:-1:root to:PART:TO:3:mark stop:VERB:VB:1:xcomp looters:NOUN:NNS:3:obj joined:VERB:VBN:3:xcomp them:PRON:PRP:5:obj ;:PUNCT:SC:9:punct army:NOUN:NN:4:appos waited:VERB:VBD:1:conj",
            "Inmates:VERB:VBZ:1:nsubj took:VERB:VBD:-1:root 57:NUM:CD:4:nummod guards:NOUN:NNS:4:compound hostage:NOUN:NN:1:obj ,:PUNCT:,:7:punct which:PRON:WDT:9:obj Lima:PROPN:NNP:9:compound ,:PUNCT:,:9:punct backs:NOUN:NNS:4:acl:relcl",
        ];
        string[] relations = ["amod", "conj", "obj", "nsubj", "case", "cc", "compound", "nmod", "advcl", "acl", "acl:relcl", "obl", "mark", "xcomp", "ccomp", "appos", "nsubj:pass"];
        int mended = 0;
        for (int run = 0; run < 20_000; run++)
        {
            string[] words = all[random.Next(all.Length)].Split(' ');
            int[] heads = WrittenTree.Heads(random, words.Length);
            bool other = random.Next(2) == 0;
            Sentence sentence = WrittenTree.Sentence(string.Join(' ', words.Select((w, i) => Changed(w, other ? heads[i] : null, random.Next(4) == 0 ? relations[random.Next(relations.Length)] : null))));

            Sentence after = Mended(sentence);

            mended += ReferenceEquals(after, sentence) ? 0 : 1;
            Assert.Single(after.Tokens, t => t.IsRoot);
            Assert.True(TreeShape.IsTree([.. after.Tokens]));
        }

        Assert.True(mended > 1000, $"only {mended} trees were mended");
    }

    private static Sentence Mended(Sentence sentence) => Objects.Mended(WordsOfOthers.Mended(StrayedClauses.Mended(Times.Mended(sentence))));

    /// <summary>The word under another head and with another relation, where given.</summary>
    private static string Changed(string word, int? head, string? relation)
    {
        string[] cells = word.Split(':');
        int above = head ?? int.Parse(cells[3], System.Globalization.CultureInfo.InvariantCulture);
        string own = string.Join(':', cells[4..]);
        return $"{cells[0]}:{cells[1]}:{cells[2]}:{above}:{(above < 0 ? "root" : relation ?? (own == "root" ? "dep" : own))}";
    }
}
