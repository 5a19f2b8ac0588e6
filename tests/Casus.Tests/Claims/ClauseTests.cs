using Casus.Claims;
using Xunit;

namespace Casus.Tests.Claims;

public class ClauseTests
{
    private const string Active = "Rebels/rebel/NOUN/NNS/2/nsubj shelled/shell/VERB/VBD/0/root the/the/DET/DT/4/det port/port/NOUN/NN/2/obj";
    private const string Passive = "The/the/DET/DT/2/det port/port/NOUN/NN/4/nsubj:pass was/be/AUX/VBD/4/aux:pass shelled/shell/VERB/VBN/0/root by/by/ADP/IN/6/case rebels/rebel/NOUN/NNS/4/obl:agent";
    private const string Relative = "The/the/DET/DT/2/det men/man/NOUN/NNS/7/nsubj who/who/PRON/WP/4/nsubj stormed/storm/VERB/VBD/2/acl:relcl the/the/DET/DT/6/det post/post/NOUN/NN/4/obj fled/flee/VERB/VBD/0/root";
    private const string Control = "Envoys/envoy/NOUN/NNS/2/nsubj urged/urge/VERB/VBD/0/root rebels/rebel/NOUN/NNS/2/obj to/to/PART/TO/5/mark free/free/VERB/VB/2/xcomp hostages/hostage/NOUN/NNS/5/obj";
    private const string Participle = "Gunmen/gunman/NOUN/NNS/2/nsubj stormed/storm/VERB/VBD/0/root a/a/DET/DT/4/det hotel/hotel/NOUN/NN/2/obj ,/,/PUNCT/,/6/punct killing/kill/VERB/VBG/2/advcl guests/guest/NOUN/NNS/6/obj";
    private const string Shared = "Jets/jet/NOUN/NNS/2/nsubj bombed/bomb/VERB/VBD/0/root and/and/CCONJ/CC/4/cc strafed/strafe/VERB/VBD/2/conj the/the/DET/DT/6/det camp/camp/NOUN/NN/4/obj";
    private const string Headline = "Two/two/NUM/CD/2/nummod policemen/policeman/NOUN/NNS/3/nsubj killed/kill/VERB/VBN/0/root in/in/ADP/IN/5/case ambush/ambush/NOUN/NN/3/obl";

    [Theory]
    [InlineData(Active, 1, 0, 3)]
    [InlineData(Passive, 3, 5, 1)]
    [InlineData(Relative, 3, 1, 5)]
    [InlineData(Control, 4, 2, 5)]
    [InlineData(Participle, 5, 0, 6)]
    [InlineData(Shared, 1, 0, 5)]
    [InlineData(Headline, 2, -1, 1)]
    public void Doer_and_sufferer_are_found_through_voice_and_clauses(string tree, int verb, int doer, int sufferer)
    {
        SentenceView s = Trees.View(tree);
        Assert.Equal(doer, Clause.DeepSubject(s, verb));
        Assert.Equal(sufferer, Clause.DeepObject(s, verb));
    }

    [Fact]
    public void A_clause_that_is_hung_on_the_place_belongs_to_the_attack()
    {
        SentenceView s = Trees.View("A/a/DET/DT/2/det raid/raid/NOUN/NN/0/root on/on/ADP/IN/4/case checkpoint/checkpoint/NOUN/NN/2/nmod which/which/PRON/WDT/6/nsubj killed/kill/VERB/VBD/4/acl:relcl six/six/NUM/CD/6/obj");
        s.EventNouns.Add(1);
        Assert.Equal(1, Clause.SurfaceSubject(s, 5));
    }

    [Theory]
    [InlineData("had/have/AUX/VBD/7/aux killed/kill/VERB/VBN/5/ccomp", 6)]
    [InlineData("killed/kill/VERB/VBD/5/ccomp", 5)]
    public void What_somebody_said_of_the_raid_was_done_by_the_raid(string said, int verb)
    {
        SentenceView s = Trees.View("The/the/DET/DT/2/det raid/raid/NOUN/NN/0/root that/that/PRON/WDT/5/obj ministers/minister/NOUN/NNS/5/nsubj said/say/VERB/VBD/2/acl:relcl " + said);
        Assert.Equal(1, Clause.SurfaceSubject(s, verb));
    }

    [Fact]
    public void Distance_and_dominance_follow_the_tree()
    {
        SentenceView s = Trees.View(Control);
        Assert.Equal(3, s.Distance(0, 5));
        Assert.True(s.Dominates(1, 5));
        Assert.False(s.Dominates(4, 2));
    }
}
