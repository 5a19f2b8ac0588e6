using Casus.Knowledge;
using Xunit;

namespace Casus.Tests.Knowledge;

public sealed class ActorForcesTests
{
    private static readonly ActorCatalogue Actors = RepositoryKnowledge.Base.Actors;

    [Fact]
    public void Every_country_with_a_government_has_an_army_and_a_police()
    {
        KnowledgeTable table = RepositoryKnowledge.Base.Tables["actors/forces"];
        HashSet<string> own = [.. table.Rows.Select(r => $"{r[table.Column("alpha3")]}.{r[table.Column("role")]}")];
        foreach (Actor government in Actors.All.Where(a => a.Kind == "government" && a.Id == a.Country + ".GOV"))
        {
            foreach (string role in (string[])["MIL", "COP"])
            {
                string id = $"{government.Country}.{role}";
                Assert.True(own.Contains(id) || Actors.Find(id) is { Kind: "force" }, id);
            }
        }
    }

    [Theory]
    [InlineData("USA.P.OBAMA", "2012-01-01", "government")]
    [InlineData("USA.P.OBAMA", "2020-01-01", "politician")]
    [InlineData("AFG.TALIBAN", "1995-01-01", "militant")]
    [InlineData("AFG.TALIBAN", "1999-01-01", "government")]
    [InlineData("AFG.TALIBAN", "2010-01-01", "militant")]
    [InlineData("AFG.TALIBAN", "2021-08-15", "government")]
    [InlineData("POL.P.DUDA", "2020-01-01", "government")]
    [InlineData("POL.P.DUDA", "2026-01-01", "politician")]
    public void What_somebody_is_depends_on_the_day(string id, string day, string @class) =>
        Assert.Equal(@class, Actors.Find(id)!.RoleOn(DateOnly.ParseExact(day, "yyyy-MM-dd")).Class);

    [Fact]
    public void A_force_that_is_no_actor_is_told_with_its_line()
    {
        const string Table = "alpha3\trole\tactor\tfrom\tuntil\nAAA\tMIL\tAAA.NOBODY\t\t\n";
        KnowledgeLoad load = KnowledgeLoader.Load([.. SmallKnowledge.Files, new KnowledgeFile("actors/forces.tsv", Table)]);
        Assert.Contains(load.Problems, p => p.Path == "actors/forces.tsv" && p.Line == 2 && p.Message.Contains("AAA.NOBODY", StringComparison.Ordinal));
    }

    [Fact]
    public void No_office_of_state_has_two_holders_on_one_day()
    {
        var terms = Actors.All.Where(a => a.Kind == "person").SelectMany(a => a.Ties.Where(t => t is { Kind: "leads", From: not null, Office: "president" or "prime minister" or "foreign minister" or "defence minister" }).Select(t => (a.Id, Tie: t))).ToList();
        string[] twice =
        [
            .. terms.SelectMany(x => terms.Where(y => string.CompareOrdinal(x.Id, y.Id) < 0 && x.Tie.To == y.Tie.To && x.Tie.Office == y.Tie.Office
                    && Days(x.Tie, y.Tie) > 1).Select(y => $"{x.Id} and {y.Id}: {x.Tie.Office} of {x.Tie.To}")),
        ];
        Assert.True(twice.Length == 0, string.Join('\n', twice));
    }

    /// <summary>Days on which both hold it; the day of a handover counts for both.</summary>
    private static int Days(ActorTie a, ActorTie b)
    {
        DateOnly from = a.From > b.From ? a.From!.Value : b.From!.Value;
        DateOnly until = new[] { a.Until ?? DateOnly.MaxValue, b.Until ?? DateOnly.MaxValue }.Min();
        return until.DayNumber - from.DayNumber + 1;
    }
}
