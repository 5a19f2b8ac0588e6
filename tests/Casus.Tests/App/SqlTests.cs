using Casus.App;
using Casus.App.Store;
using Casus.Tests.House;
using Xunit;

namespace Casus.Tests.App;

/// <summary>Questions in SQL: every view answers, nothing can be written, nothing runs for ever.</summary>
public sealed class SqlTests : IDisposable
{
    private readonly Workplace place = new();

    public SqlTests() => Assert.Equal(ExitCode.Ok, place.Run("read", Repository.Path("samples", "01-paktika-air-strikes.html")).Exit);

    public void Dispose() => place.Dispose();

    [Fact]
    public void Every_view_answers()
    {
        using var store = new SqlQuestion(place.Store);
        foreach (SqlView view in SqlViews.All)
        {
            store.Ask($"SELECT * FROM {view.Name}", 5, TimeSpan.FromSeconds(10), Assert.NotEmpty, Assert.NotEmpty);
        }
    }

    [Fact]
    public void The_program_answers_as_table_and_for_programs()
    {
        Assert.Contains("ASSAULT", place.Run("sql", "SELECT type, count(*) AS n FROM events GROUP BY type").Output, StringComparison.Ordinal);
        Assert.StartsWith("a,b\n1,\"x;y,\"\"z\"\"\"\n", place.Run("sql", "SELECT 1 AS a, 'x;y,\"z\"' AS b -- a comment; and more", "--format", "csv").Output, StringComparison.Ordinal);
        Assert.Equal("{\"a\":1,\"c\":\"'=1\"}\n", place.RunWith("SELECT 1 AS a, NULL AS b, '''=1' AS c;", "sql", "-", "--format", "jsonl").Output);
        Assert.Contains("dyad_months", place.Run("sql", "--views").Output, StringComparison.Ordinal);
        Assert.Contains("more than 1 row", place.Run("sql", "SELECT * FROM claims", "--limit", "1").Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DELETE FROM event")]
    [InlineData("PRAGMA user_version = 1")]
    [InlineData("ATTACH 'other.db' AS o")]
    [InlineData("SELECT 1; DELETE FROM event")]
    [InlineData("/* SELECT */ DROP TABLE event")]
    [InlineData("WITH x AS (SELECT 1) DELETE FROM event")]
    [InlineData("SELECT nothing FROM nowhere")]
    [InlineData("")]
    public void What_is_no_question_is_refused_and_changes_nothing(string sql)
    {
        long before = Events();

        Ran ran = place.RunWith(sql, "sql", "-");

        Assert.Equal(ExitCode.Usage, ran.Exit);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
        Assert.Equal(before, Events());
    }

    [Fact]
    public void A_question_without_end_is_interrupted()
    {
        using var store = new SqlQuestion(place.Store);

        var late = Assert.Throws<Trouble>(() => store.Ask("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n", 1, TimeSpan.FromMilliseconds(200), _ => { }, _ => { }));

        Assert.Contains("took longer", late.Message, StringComparison.Ordinal);
    }

    private long Events()
    {
        long count = -1;
        using var store = new SqlQuestion(place.Store);
        store.Ask("SELECT count(*) FROM events", 1, TimeSpan.FromSeconds(10), _ => { }, r => count = (long)r[0]!);
        return count;
    }
}
