using System.Net;
using System.Text.Json.Nodes;
using Casus.App.Api;
using Casus.Tables;
using Casus.Tests.App.Web;
using Json.Schema;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Casus.Tests.App.Api;

/// <summary>Every route on the real server over the samples: answers are of their schemas, walking is having all, forms agree.</summary>
public sealed class ApiTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Fact]
    public async Task EveryAnswerIsOfItsSchema()
    {
        JsonNode told = (await Asked.Of(console, "/api/v1/openapi.json")).Json;
        Assert.Equal("3.1.0", told["openapi"]!.GetValue<string>());
        string page = await console.Text("/api");
        foreach (ApiRoute route in ApiRoutes.All)
        {
            JsonNode answers = told["paths"]![route.Path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!;
            JsonSchema schema = JsonSchema.FromText(told["components"]!["schemas"]![answers["schema"]!["$ref"]!.GetValue<string>().Split('/')[^1]]!.ToJsonString());
            Assert.True(answers["example"] is { } example && Matches(schema, example), $"{route.Path}: the example is not of the schema");
            string call = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page, $"aria-label=\"Call of {route.Name}\"><code>[^<]*({ForPrograms.Root}[^<]*?)(&#x27;|')</code>").Groups[1].Value);
            Asked whole = await Asked.Of(console, call);
            Assert.True(whole.Status == HttpStatusCode.OK, $"{call}: {whole.Text}");
            EvaluationResults result = schema.Evaluate(System.Text.Json.JsonDocument.Parse(whole.Body).RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
            Assert.True(result.IsValid, $"{call}: {string.Join("; ", (result.Details ?? []).Where(d => d.Errors is not null).Take(3).Select(d => $"{d.InstanceLocation} {string.Join(", ", d.Errors!.Values)}"))}");
        }
    }

    [Fact]
    public async Task WalkingAListIsHavingAllOfIt()
    {
        foreach (string path in (string[])["/events", "/events?by=weight", "/events?by=id", "/events?type=ASSAULT&by=weight", "/events?actor=PAK&min-killed=1", "/events?actor=PAK&by=weight", "/events?from=2024-03&to=2025-01", "/search?q=killed", "/search?q=the&from=2024", "/articles", "/articles?type=ASSAULT", "/stories", "/actors", "/dyads", "/dyads?exact=1", "/episodes", "/statistics", "/relations", "/codebook"])
        {
            List<string> all = await Asked.Walk(console, path, 1000);
            Assert.NotEmpty(all);
            Assert.Equal(all.Count, all.Distinct().Count());
            foreach (int limit in (int[])[1, 7])
            {
                Assert.Equal(all, await Asked.Walk(console, path, all.Count > 100 ? limit * 13 : limit));
            }
        }
    }

    [Fact]
    public async Task FiltersNarrowAsInTheConsole()
    {
        List<string> all = await Asked.Walk(console, "/events", 1000), some = await Asked.Walk(console, "/events?type=ASSAULT&min-killed=10&from=2024", 1000);
        Assert.InRange(some.Count, 1, all.Count - 1);
        Assert.All(some, row => Assert.True(JsonNode.Parse(row)!["type"]!.GetValue<string>() == "ASSAULT" && JsonNode.Parse(row)!["killed_min"]!.GetValue<long>() >= 10));
        Assert.Contains($"of {some.Count} event", await console.Text("/events?type=ASSAULT&min-killed=10&from=2024"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("&type=ASSAULT", "AND c.type = 'ASSAULT'")]
    public async Task ArticlesAreThoseOfWhichAClaimTellsSoManyKilled(string narrower, string condition)
    {
        using var read = new SqliteConnection($"Data Source={console.Store};Mode=ReadOnly");
        read.Open();
        foreach (int least in (int[])[1, 10, 40, 100_000])
        {
            List<string> expected = [];
            using SqliteCommand told = read.CreateCommand();
            told.CommandText = $"SELECT DISTINCT c.article_id FROM claim c, json_each(c.record, '$.tolls') t WHERE json_extract(t.value, '$.kind') = 'Killed' AND json_extract(t.value, '$.min') >= {least} {condition}";
            using SqliteDataReader rows = told.ExecuteReader();
            while (rows.Read())
            {
                expected.Add(rows.GetString(0));
            }

            Assert.True(least != 10 || expected.Count > 0);
            Assert.Equal(expected.Order(StringComparer.Ordinal), (await Asked.Walk(console, $"/articles?min-killed={least}{narrower}", 1000)).Select(a => JsonNode.Parse(a)!["article_id"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.85)]
    [InlineData(1.0)]
    public async Task EventsAreThoseOfWhichAClaimIsSoSure(double least)
    {
        using var read = new SqliteConnection($"Data Source={console.Store};Mode=ReadOnly");
        read.Open();
        using SqliteCommand told = read.CreateCommand();
        told.CommandText = FormattableString.Invariant($"SELECT count(DISTINCT x.event_id) FROM event_claim x JOIN claim c ON c.id = x.claim_id WHERE c.score >= {least}");
        Assert.Equal((long)told.ExecuteScalar()!, (await Asked.Walk(console, FormattableString.Invariant($"/events?confidence={least}"), 1000)).Count);
    }

    [Fact]
    public async Task RowsAreThoseOfARelease()
    {
        string exported = Path.Combine(Path.GetDirectoryName(console.Store)!, "events.jsonl");
        Assert.Equal(0, new Workplace().Run("export", "--format", "jsonl", "--out", exported, "--db", console.Store).Exit);
        Asked lines = await Asked.Of(console, "/api/v1/events?by=id", "application/x-ndjson"), table = await Asked.Of(console, "/api/v1/events.csv?by=id");
        string[] expected = await File.ReadAllLinesAsync(exported, TestContext.Current.CancellationToken);
        Assert.Equal(expected, lines.Text.TrimEnd('\n').Split('\n'));
        Assert.Equal(expected, await Asked.Walk(console, "/events?by=id", 50) is var rows ? rows.Select(r => JsonNode.Parse(r)!.ToJsonString(Asked.Readable)) : []);
        Assert.Equal(string.Join(',', PublishedTable.Find("events")!.Columns.Select(c => c.Name)), table.Text.Split('\n')[0]);
        Assert.Equal(expected.Length + 2, table.Text.Split('\n').Length);
    }

    [Fact]
    public async Task FormsGoByAcceptOrByTheAddress()
    {
        foreach ((string accept, string type) in ((string, string)[])[("text/csv", "text/csv"), ("application/geo+json", "application/geo+json"), ("application/vnd.apache.parquet", "application/vnd.apache.parquet"), ("*/*", "application/json"), ("text/html, application/*;q=0.3, text/csv;q=0.2", "application/json"), ("text/csv;q=0, */*;q=0.1", "application/json")])
        {
            Assert.Equal(type, (await Asked.Of(console, "/api/v1/events?limit=3", accept)).Message.Content.Headers.ContentType!.MediaType);
        }

        Asked map = await Asked.Of(console, "/api/v1/events.geojson"), parquet = await Asked.Of(console, "/api/v1/events.parquet");
        Assert.Equal("FeatureCollection", map.Json["type"]!.GetValue<string>());
        Assert.Equal((await Asked.Walk(console, "/events", 1000)).Count, map.Json["features"]!.AsArray().Count);
        Assert.All(map.Json["features"]!.AsArray(), f => Assert.True(f!["geometry"] is null || f["properties"]!["place_precision"]!.GetValue<string>() is not "country"));
        Assert.True(parquet.Body.AsSpan().StartsWith("PAR1"u8) && parquet.Body.AsSpan().EndsWith("PAR1"u8));
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Asked.Of(console, "/api/v1/events", "image/png")).Status);
        Assert.Equal(HttpStatusCode.NotAcceptable, (await Asked.Of(console, "/api/v1/sources/status", "text/csv")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Asked.Of(console, "/api/v1/actors.geojson")).Status);
    }

    [Fact]
    public async Task TagsHoldUntilSomethingIsCommitted()
    {
        Asked first = await Asked.Of(console, "/api/v1/events?limit=5");
        string tag = first.Message.Headers.ETag!.ToString();
        Assert.False(first.Message.Headers.ETag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, (await Asked.Of(console, "/api/v1/events?limit=5", null, null, ("If-None-Match", $"\"other\", {tag}"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await Asked.Of(console, "/api/v1/events?limit=5", "text/csv", null, ("If-None-Match", tag))).Status);
        Asked head = await Asked.Of(console, "/api/v1/events?limit=5", null, HttpMethod.Head);
        Assert.Equal((HttpStatusCode.OK, tag, 0), (head.Status, head.Message.Headers.ETag!.ToString(), head.Body.Length));
        Assert.Equal(first.Body.Length, head.Message.Content.Headers.ContentLength);
    }

    private static bool Matches(JsonSchema schema, JsonNode node) => schema.Evaluate(System.Text.Json.JsonDocument.Parse(node.ToJsonString()).RootElement).IsValid;
}
