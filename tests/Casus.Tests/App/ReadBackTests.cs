using System.Globalization;
using System.Text.Json;
using Casus.App;
using Casus.Tests.House;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Casus.Tests.App;

/// <summary>One release of the samples, some of it judged, read by programs that know nothing of Casus.</summary>
public sealed class ReadBackTests(ReadBackTests.Release release) : IClassFixture<ReadBackTests.Release>
{
    [Fact]
    public void Python_reads_every_file_with_its_standard_library() =>
        Assert.Contains("events,", OtherProgram.Run("python3", [OtherProgram.Python, "--version"], [OtherProgram.Python, Repository.Path("tests", "Casus.Tests", "App", "release-check.py"), release.Folder]), StringComparison.Ordinal);

    [Fact]
    public void DuckDB_finds_in_Parquet_what_stands_in_JSON() =>
        Assert.Contains("cells agree", OtherProgram.Run("duckdb", ["node", "-e", $"require.resolve('@duckdb/node-api', {{ paths: [{JsonSerializer.Serialize(Tools)}] }})"], ["node", Path.Combine(Tools, "parquet-check.mjs"), release.Folder]), StringComparison.Ordinal);

    [Fact]
    public void Networkx_finds_in_the_graph_what_the_events_tell() =>
        Assert.Contains("edges", OtherProgram.Run("networkx", [OtherProgram.Python, "-c", "import networkx"], [OtherProgram.Python, Path.Combine(Tools, "graph-check.py"), release.Folder]), StringComparison.Ordinal);

    [Fact]
    public void GDAL_finds_a_feature_for_each_event()
    {
        string told = OtherProgram.Run("gdal", ["ogrinfo", "--version"], ["ogrinfo", "-ro", "-so", "-al", Path.Combine(release.Folder, "events.geojson")]);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"Feature Count: {release.Rows("events.geojson")}"), told, StringComparison.Ordinal);
        Assert.Contains("event_type: String", told, StringComparison.Ordinal);
        Assert.Contains("WGS 84", told, StringComparison.Ordinal);
    }

    /// <summary>As `.import --csv` does it; then every reference is a join.</summary>
    [Fact]
    public void SQLite_imports_the_CSV_and_every_reference_resolves()
    {
        using var sqlite = new SqliteConnection("Data Source=:memory:");
        sqlite.Open();
        foreach (string table in (string[])["events", "accounts", "support", "claims", "evidence", "articles", "stories", "episodes", "steps", "judgements"])
        {
            Assert.Equal(release.Rows(table + ".csv"), Import(sqlite, table));
        }

        foreach ((string from, string key, string to, string id) in new[]
        {
            ("accounts", "event_id", "events", "event_id"), ("support", "event_id", "events", "event_id"), ("support", "claim_id", "claims", "claim_id"), ("claims", "article_id", "articles", "article_id"),
            ("evidence", "article_id", "articles", "article_id"), ("stories", "article_id", "articles", "article_id"), ("episodes", "event_id", "events", "event_id"), ("steps", "claim_id", "claims", "claim_id"),
        })
        {
            Assert.Equal(0, Number(sqlite, $"SELECT count(*) FROM {from} WHERE {key} NOT IN (SELECT {id} FROM {to})"));
        }

        Assert.Equal(0, Number(sqlite, "SELECT count(*) FROM claims WHERE claim_id NOT IN (SELECT claim_id FROM evidence WHERE quote <> '')"));
        Assert.Equal(1, Number(sqlite, "SELECT count(*) FROM judgements WHERE verb = 'correct' AND outcome = 'applied' AND made_by = 'reviewer 1'"));
    }

    private static string Tools => Repository.Path("tests", "Casus.Tests", "tools");

    private long Import(SqliteConnection sqlite, string table)
    {
        using var file = new StreamReader(Path.Combine(release.Folder, table + ".csv"));
        string[][] rows = [.. CsvCells.Of(file.ReadToEnd())];
        using var make = new SqliteCommand($"CREATE TABLE {table} ({string.Join(", ", rows[0].Select(c => $"\"{c}\""))})", sqlite);
        make.ExecuteNonQuery();
        foreach (string[] row in rows[1..])
        {
            Assert.Equal(rows[0].Length, row.Length);
            using var add = new SqliteCommand($"INSERT INTO {table} VALUES ({string.Join(", ", row.Select((_, i) => "$" + i))})", sqlite);
            for (int i = 0; i < row.Length; i++)
            {
                add.Parameters.AddWithValue("$" + i, row[i]);
            }

            add.ExecuteNonQuery();
        }

        return rows.Length - 1;
    }

    private static long Number(SqliteConnection sqlite, string sql)
    {
        using var ask = new SqliteCommand(sql, sqlite);
        return (long)ask.ExecuteScalar()!;
    }

    /// <summary>The release, made once.</summary>
    public sealed class Release : IDisposable
    {
        private readonly Workplace place = new();
        private readonly Dictionary<string, long> rows;

        public Release()
        {
            Assert.Equal(ExitCode.Ok, place.Run("read", Repository.Path("samples")).Exit);
            string id = JsonDocument.Parse(place.Run("show", "events", "--min-killed", "1", "--json").Output).RootElement[0].GetProperty("id").GetString()!;
            Ran judged = place.Run("judge", id, "correct", "killed", "7", "--by", "reader one", "--reason", "=counted \"again\"");
            Assert.True(judged.Exit == ExitCode.Ok, judged.Error);
            Ran ran = place.Run("publish", "release");
            Assert.True(ran.Exit == ExitCode.Ok, ran.Error);
            using JsonDocument manifest = JsonDocument.Parse(File.ReadAllBytes(place.Path("release/manifest.json")));
            rows = manifest.RootElement.GetProperty("files").EnumerateArray().Where(f => f.TryGetProperty("rows", out _)).ToDictionary(f => f.GetProperty("name").GetString()!, f => f.GetProperty("rows").GetInt64());
        }

        public string Folder => place.Path("release");

        public long Rows(string file) => rows[file];

        public void Dispose() => place.Dispose();
    }
}
