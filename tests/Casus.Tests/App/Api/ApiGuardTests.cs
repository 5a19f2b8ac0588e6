using System.Net;
using System.Text;
using Casus.App.Api;
using Casus.Tests.App.Web;
using Xunit;

namespace Casus.Tests.App.Api;

/// <summary>What is forged, mistaken or from elsewhere is refused in one shape and is never a fault.</summary>
public sealed class ApiGuardTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    private static readonly string[] Forged =
    [
        "' OR 1=1 --", "\"; DROP TABLE event; --", "%' UNION SELECT text FROM article --", "1e999", "-1", "99999999999999999999", "NaN", "(((", "\"unclosed", "*", "NEAR(", "<script>alert(1)</script>", "../../etc/passwd", "\0", "%", "_", "AND OR NOT", new string('a', 5000),
    ];

    [Theory]
    [InlineData("/api/v1/events?type=ASSALT", "type", "ASSAULT")]
    [InlineData("/api/v1/events.csv?mode=arial", "mode", "aerial")]
    [InlineData("/feeds/events.atom?type=ASSALT", "type", "ASSAULT")]
    [InlineData("/api/v1/events?from=2025&to=2024", "from", "turn them round")]
    [InlineData("/api/v1/articles?from=2025&to=2024", "from", "turn them round")]
    public async Task WhatCanMatchNothingIsNoEmptyAnswer(string path, string parameter, string says)
    {
        Asked answer = await Asked.Of(console, path);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains($"\"parameter\":\"{parameter}\"", answer.Text, StringComparison.Ordinal);
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await Asked.Of(console, "/api/v1/events?type=assault&mode=aerial&from=2024&to=2024")).Status);
    }

    [Fact]
    public async Task SqlAndNonsenseInAnyParameterAreNoFault()
    {
        foreach (ApiRoute route in ApiRoutes.All.Where(r => r.Parts.IsEmpty))
        {
            string needed = string.Concat(route.Parameters.Where(p => p.Required).Select(p => $"&{p.Name}=killed"));
            foreach (ApiParameter parameter in route.Parameters)
            {
                foreach (string forged in Forged)
                {
                    Asked answer = await Asked.Of(console, $"/api/v1{route.Path}?{parameter.Name}={Uri.EscapeDataString(forged)}{(parameter.Required ? "" : needed)}&limit=1".Replace("&limit=1", parameter.Name == "limit" ? "" : "&limit=1", StringComparison.Ordinal));
                    Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{route.Path} {parameter.Name}={forged}: {answer.Status} {answer.Text}");
                    if (answer.Status == HttpStatusCode.BadRequest)
                    {
                        Problem(answer);
                    }
                }
            }
        }
    }

    [Fact]
    public async Task ForgedIdsAreNotHere()
    {
        foreach (string kind in (string[])["events", "claims", "articles", "stories", "actors", "episodes", "codebook"])
        {
            foreach (string id in (string[])["e-zzzzzz", "x' OR '1'='1", "%00", "..%2f..%2fetc", "<b>", new string('z', 300)])
            {
                Asked answer = await Asked.Of(console, $"/api/v1/{kind}/{Uri.EscapeDataString(id)}");
                Assert.True(answer.Status == HttpStatusCode.NotFound, $"{kind}/{id}: {answer.Status} {answer.Text}");
                Problem(answer);
            }
        }

        Assert.Equal(HttpStatusCode.NotFound, (await Asked.Of(console, "/api/v1/dyads/NOBODY/NONE")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Asked.Of(console, "/api/v1/nowhere")).Status);
    }

    [Fact]
    public async Task ForgedCursorsAreRefused()
    {
        string real = (await Asked.Of(console, "/api/v1/events?limit=2")).Json["next"]!.GetValue<string>();
        string[] cursors = [real[..^3], real + "AA", Cursor("[]"), Cursor("[\"day\"]"), Cursor("[\"day\",\"x\",\"y\",\"z\",1]"), Cursor("[\"weight\",1,1,\"2024\",1,\"e-\"]"), Cursor("{}"), Cursor("[[[[[[[["), Cursor("[\"day\",null,null,null,null]"), "%%%", "' OR 1=1"];
        foreach (string cursor in cursors)
        {
            Asked answer = await Asked.Of(console, $"/api/v1/events?after={Uri.EscapeDataString(cursor)}");
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{cursor}: {answer.Status}");
            Assert.Equal("after", Problem(answer)["parameter"]!.GetValue<string>());
        }

        Assert.Equal(HttpStatusCode.OK, (await Asked.Of(console, $"/api/v1/events?after={Cursor("[\"day\",0,\"' OR 1=1\",3,\"x\"]")}")).Status);
    }

    [Fact]
    public async Task WhatIsUnknownOrMistakenIsNamedWithARemedy()
    {
        System.Text.Json.Nodes.JsonNode unknown = Problem(await Asked.Of(console, "/api/v1/events?typ=ASSAULT")), day = Problem(await Asked.Of(console, "/api/v1/events?type=ASSAULT&from=yesterday")), limit = Problem(await Asked.Of(console, "/api/v1/events?limit=1001")), missing = Problem(await Asked.Of(console, "/api/v1/search"));
        Assert.Equal("typ", unknown["parameter"]!.GetValue<string>());
        Assert.Contains("Did you mean type?", unknown["remedy"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Contains("min-killed", unknown["remedy"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(("from", "limit", "q"), (day["parameter"]!.GetValue<string>(), limit["parameter"]!.GetValue<string>(), missing["parameter"]!.GetValue<string>()));
        Assert.Equal("actor", Problem(await Asked.Of(console, "/api/v1/dyads?actor=nobody-of-this-name"))["parameter"]!.GetValue<string>());
        Assert.Equal(await Asked.Walk(console, "/events?actor=PAK", 1000), await Asked.Walk(console, "/events?actor=PAK&exact=0", 1000));
        Assert.Contains($"id=\"{unknown["type"]!.GetValue<string>().Split('#')[1]}\"", await console.Text("/api"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyReadingAndNobodyFromElsewhere()
    {
        Asked posted = await Asked.Of(console, "/api/v1/events", null, HttpMethod.Post), foreign = await Asked.Of(console, "/api/v1/events?limit=1", null, null, ("Origin", "https://elsewhere.example")), rebound = await Asked.Of(console, "/api/v1/events", null, null, ("Host", "elsewhere.example"));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.Status);
        Problem(posted);
        Assert.DoesNotContain(foreign.Message.Headers, h => h.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("same-origin", foreign.Message.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal(HttpStatusCode.MisdirectedRequest, rebound.Status);
    }

    private static System.Text.Json.Nodes.JsonNode Problem(Asked answer)
    {
        Assert.Equal("application/problem+json", answer.Message.Content.Headers.ContentType!.MediaType);
        System.Text.Json.Nodes.JsonNode problem = answer.Json;
        Assert.Equal((int)answer.Status, problem["status"]!.GetValue<int>());
        Assert.All((string[])["type", "title", "detail"], field => Assert.NotEqual("", problem[field]!.GetValue<string>()));
        Assert.DoesNotContain("SQLite", answer.Text, StringComparison.OrdinalIgnoreCase);
        return problem;
    }

    private static string Cursor(string json) => System.Buffers.Text.Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
