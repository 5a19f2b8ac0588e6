using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class RepositoryKnowledgeTests
{
    [Fact]
    public void Loads_without_a_problem() => Assert.Empty(RepositoryKnowledge.Load.Problems.Select(p => p.ToString()));

    [Fact]
    public void Holds_the_sixteen_types_with_their_quads()
    {
        Dictionary<string, int> quads = RepositoryKnowledge.Base.Ontology.Types.ToDictionary(t => t.Name, t => t.Quad);

        Assert.Equal(16, quads.Count);
        Assert.Equal(["AGREE", "CONCEDE", "CONSULT", "SUPPORT"], Of(1));
        Assert.Equal(["AID", "COOPERATE", "RETREAT"], Of(2));
        Assert.Equal(["ACCUSE", "REJECT", "REQUEST", "THREATEN"], Of(3));
        Assert.Equal(["ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION"], Of(4));

        string[] Of(int quad) => [.. quads.Where(q => q.Value == quad).Select(q => q.Key).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void Every_type_tells_what_it_is_and_is_not()
    {
        Assert.All(RepositoryKnowledge.Base.Ontology.Types, type =>
        {
            Assert.NotEmpty(type.Includes);
            Assert.NotEmpty(type.Excludes);
            Assert.NotEmpty(type.Words);
            Assert.NotEmpty(type.Crosswalk.Cameo);
        });
    }
}
