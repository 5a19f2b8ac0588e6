using System.Text;
using Casus.Articles;
using Casus.Claims;
using Casus.Language;
using Casus.Tests.Knowledge;
using Casus.Tests.Language;
using Xunit;

namespace Casus.Tests.Claims;

public sealed class PairTieTests
{
    private static readonly Lazy<Lexicon> Words = new(() => new Lexicon(RepositoryKnowledge.Base));
    private static readonly Lazy<Reader> Reading = new(() => new Reader(RepositoryKnowledge.Base, RepositoryModel.Model, RepositoryModel.Mentions));
    private static readonly SoftmaxRows Roles = new(["a", "b"], 1, new float[4]);

    [Theory]
    [InlineData("The survivor told the judges that shells had fallen on the bakery all night.", "The survivor", "the judges", "CONSULT")]
    [InlineData("A shepherd phoned the border guards after he heard two explosions.", "A shepherd", "the border guards", "CONSULT")]
    [InlineData("In an interview with Radio Brask, Colonel Varga blamed the flood for the dead.", "Colonel Varga", "Radio Brask", "CONSULT")]
    [InlineData("Nurses treated the wounded miners under the bridge while rockets fell.", "Nurses", "miners", "AID")]
    [InlineData("The widow wants to pay the smugglers with her last savings.", "The widow", "the smugglers", "AID")]
    [InlineData("The engineer left the shipyard a week before the bomb went off there.", "The engineer", "the shipyard", "COOPERATE")]
    [InlineData("A bomb killed Fiji's former prime minister.", "former prime minister", "Fiji", "COOPERATE")]
    [InlineData("Detectives identified the driver by his burnt shoes.", "Detectives", "the driver", "ACCUSE")]
    public void What_joins_the_two_is_told(string text, string one, string other, string type)
    {
        Assert.Equal(type, Tie(text, one, other));
        Assert.Equal(type, Tie(text, other, one));
    }

    [Theory]
    [InlineData("The gunmen told the villagers to leave by noon.", "The gunmen", "the villagers")]
    [InlineData("The general who phoned the palace shelled the harbour.", "The general", "the harbour")]
    [InlineData("Rebels burnt the mill of the bishop.", "Rebels", "the bishop")]
    [InlineData("Turkey's rebel miners marched at dawn.", "miners", "Turkey")]
    [InlineData("The river is long.", "The river", "The river")]
    public void Nothing_joins_the_two(string text, string one, string other) => Assert.Null(Tie(text, one, other));

    /// <summary>Likelihoods of two peaceful codes, a hostile one and of none.</summary>
    [Theory]
    [InlineData(0.1f, 0.1f, 0.2f, 0.6f, null, null, 0, "ASSAULT")]
    [InlineData(0.13f, 0.12f, 0.15f, 0.6f, "CONSULT", null, 0, "CONSULT")]
    [InlineData(0.13f, 0.12f, 0.15f, 0.6f, null, null, 0, "ASSAULT")]
    [InlineData(0.15f, 0.12f, 0.13f, 0.6f, "CONSULT", null, 0, "AGREE")]
    [InlineData(0.2f, 0.1f, 0.3f, 0.4f, "CONSULT", null, 0, "ASSAULT")]
    [InlineData(0.15f, 0.3f, 0.18f, 0.37f, null, "ASSAULT", 0.7, "ASSAULT")]
    [InlineData(0.05f, 0.6f, 0.05f, 0.3f, null, "ASSAULT", 0.7, "CONSULT")]
    [InlineData(0.15f, 0.3f, 0.18f, 0.37f, null, "ASSAULT", 0.2, "CONSULT")]
    public void A_tie_is_heard_where_nothing_is_likely_and_told_violence_stands_unless_something_else_is(float agree, float consult, float assault, float none, string? tie, string? coded, double score, string type)
    {
        SecondOpinion opinion = Fixed([agree, assault, consult, none]);
        using var rows = new HashedRows(1);
        rows.Add(1, "any");
        rows.Close(1);

        PairCoding answer = opinion.On(new PairCoding(coded, 4, score, coded is null ? [] : [new RuleId("assault.test")]), rows, tie, RepositoryKnowledge.Base.Ontology);

        Assert.Equal(type, answer.Type);
        Assert.Equal(RepositoryKnowledge.Base.Ontology.Find(type)!.Quad, answer.Quad);
        Assert.InRange(answer.Score, 0, 1);
        Assert.Equal(type == tie, answer.Rules.Contains(PairTie.Rule));
    }

    /// <summary>Holds this likely of whatever it is asked.</summary>
    private static SecondOpinion Fixed(float[] likely)
    {
        float[] row = [.. likely.Select(p => MathF.Log(p))];
        return new SecondOpinion(new SoftmaxRows(["AGREE", "ASSAULT", "CONSULT", "NONE"], 1, [.. row, .. row]), Roles, Roles, "");
    }

    private static string? Tie(string text, string one, string other)
    {
        Analysis analysis = ((PageRead)Reading.Value.Read(Page.Of("pair", Encoding.UTF8.GetBytes(text), PageFormat.PlainText, KnownFacts.None))).Reading!.Analysis;
        return PairTie.Of(new SentenceView(analysis.Sentences[0], analysis, Words.Value), [Span(text, one)], [Span(text, other)]);
    }

    private static TextSpan Span(string text, string words)
    {
        int at = text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
