using Casus.App.Store;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Casus.Tests.App;

/// <summary>What is bound comes back, on a real SQLite.</summary>
public sealed class StatementTests : IDisposable
{
    private readonly SqliteConnection connection;

    public StatementTests()
    {
        SQLitePCL.Batteries_V2.Init();
        connection = new SqliteConnection("Data Source=:memory:");
        connection.Open(1);
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public void ValuesComeBackAsTheyWereBound()
    {
        string long1 = string.Concat(Enumerable.Repeat("Überfall 😀 ", 200));
        object?[] values = [null, "", "short", long1, "a\0b", 0L, long.MinValue, 1.5, Array.Empty<byte>(), new byte[] { 0, 255 }];
        foreach (object? value in values)
        {
            using var statement = new Statement(connection, "SELECT $1");
            Assert.Equal(value, statement.Scalar(value));
            Assert.Equal(value, statement.Scalar(value));
        }
    }

    [Fact]
    public void DaysAndTruthsAreBoundAsColumnsHoldThem()
    {
        using var statement = new Statement(connection, "SELECT $1 = '2024-12-24' AND $2 = 1 AND $3 = 7");
        Assert.Equal(1L, statement.Scalar(new DateOnly(2024, 12, 24), true, 7));
    }

    /// <summary>SQLite counts named parameters in the order in which they first stand.</summary>
    [Fact]
    public void ParametersAreFoundByTheirNumbers()
    {
        using var statement = new Statement(connection, "SELECT $2 || $1 || $2");
        Assert.Equal("bab", statement.Scalar("a", "b"));
    }

    [Fact]
    public void AMissingValueIsNoNull()
    {
        using var statement = new Statement(connection, "SELECT $1, $2");
        Assert.Throws<InvalidOperationException>(() => statement.Scalar("a"));
        Assert.Throws<InvalidOperationException>(() => statement.Scalar(1, DateTime.UnixEpoch));
    }

    [Fact]
    public void SeveralStatementsRunOneAfterTheOther()
    {
        using var statement = new Statement(connection, "CREATE TABLE t (a); -- a comment\n INSERT INTO t VALUES (1), (2); UPDATE t SET a = a + 1 WHERE a = 2; ");
        Assert.Equal(3, statement.Run());
        using var sum = new Statement(connection, "SELECT sum(a) FROM t");
        Assert.Equal(4L, sum.Scalar());
    }


    [Fact]
    public void WhatIsReturnedIsWritten()
    {
        connection.Run("CREATE TABLE t (id INTEGER PRIMARY KEY, a)");
        using var add = new Statement(connection, "INSERT INTO t (a) VALUES ($1) RETURNING id");
        Assert.Equal(1L, add.Scalar("x"));
        Assert.Equal(2L, add.Scalar("y"));
        Assert.Equal(2L, connection.Value<long>("SELECT count(*) FROM t"));
    }

    [Fact]
    public void ErrorsAreToldAndTheStatementCanRunAgain()
    {
        connection.Run("CREATE TABLE t (a NOT NULL)");
        using var add = new Statement(connection, "INSERT INTO t VALUES ($1)");
        Assert.Equal(19, Assert.Throws<SqliteException>(() => add.Run((object?)null)).SqliteErrorCode);
        Assert.Equal(1, add.Run("a"));
        Assert.Throws<SqliteException>(() => connection.Run("SELEC 1"));
    }

    [Fact]
    public void AnExceptionAmongRowsLeavesTheStatementFree()
    {
        using var some = new Statement(connection, "SELECT 1 UNION ALL SELECT 2");
        Assert.Throws<FormatException>(() => some.Rows<int>(_ => throw new FormatException()));
        Assert.Equal([1, 2], some.Rows(r => r.GetInt32(0)));
        Assert.Equal([1L], some.Walk().Take(1).Select(r => r.GetInt64(0)));
        Assert.Throws<InvalidOperationException>(() => some.Each(_ => some.Scalar()));
        Assert.Equal(1L, some.Scalar());
    }
}
