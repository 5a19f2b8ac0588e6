using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Casus.App.Api;
using Casus.Tests.App.Web;
using Json.Schema;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace Casus.Tests.App.Api;

/// <summary>A real client of the Model Context Protocol against the real program, over standard input and output and over HTTP.</summary>
public sealed class AssistantTests(RunningConsole console) : IClassFixture<RunningConsole>
{
    [Theory]
    [InlineData(true, "2025-06-18")]
    [InlineData(false, "2025-06-18")]
    [InlineData(true, null)]
    public async Task EveryToolAnswersWithCitations(bool http, string? version)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using McpClient client = await McpClient.CreateAsync(http ? OverHttp() : OverStreams(), new McpClientOptions { ProtocolVersion = version }, cancellationToken: stop);
        Assert.Equal("casus", client.ServerInfo?.Name);
        if (version is not null)
        {
            Assert.Equal(version, client.NegotiatedProtocolVersion);
            await client.PingAsync(cancellationToken: stop);
        }

        Dictionary<string, McpClientTool> tools = (await client.ListToolsAsync(cancellationToken: stop)).ToDictionary(t => t.Name);
        Assert.Equal(AssistantTools.All.Select(t => t.Name).Order(), tools.Keys.Order());

        JsonElement found = await Call("search_events", new() { ["type"] = "ASSAULT", ["min-killed"] = 10, ["limit"] = 3 });
        JsonElement told = found.GetProperty("events")[0].GetProperty("event"), citation = found.GetProperty("citations")[0];
        string id = told.GetProperty("event_id").GetString()!;
        JsonElement accounts = await Call("read_accounts", new() { ["event"] = id }), why = await Call("explain_value", new() { ["id"] = id, ["field"] = "killed" });
        Assert.Equal("killed", why.GetProperty("fields")[0].GetProperty("field").GetString());
        Assert.NotEmpty(accounts.GetProperty("accounts").EnumerateArray());
        await Call("explain_value", new() { ["id"] = told.GetProperty("claims")[0].GetString()! });
        JsonElement passage = await Call("read_article_passage", new() { ["article"] = citation.GetProperty("article_id").GetString()!, ["begin"] = citation.GetProperty("begin").GetInt32(), ["end"] = citation.GetProperty("end").GetInt32() }, cited: false);
        Assert.Contains(citation.GetProperty("quote").GetString()!.Split(" … ")[0], passage.GetProperty("quote").GetString(), StringComparison.Ordinal);
        string[] pair = (await console.Link("/dyads", "/dyads/")).Split('/')[2..4];
        await Call("trace_dyad", new() { ["first"] = pair[0], ["second"] = pair[1] });
        string traced = Text(await client.CallToolAsync("trace_dyad", new Dictionary<string, object?> { ["first"] = "PAK", ["second"] = "AFG" }, cancellationToken: stop));
        Assert.Contains("- Pakistan (PAK) supports Afghan Taliban (AFG.TALIBAN) (1997), as The Attock Review of Affairs tells.", traced, StringComparison.Ordinal);

        foreach ((string tool, Dictionary<string, object?> wrong, string says) in ((string, Dictionary<string, object?>, string)[])
        [
            ("search_events", new() { ["colour"] = "red" }, "takes no colour"), ("search_events", new() { ["from"] = "yesterday" }, "is not a day"), ("search_events", new() { ["limit"] = 900 }, "from 1 to 25"),
            ("search_events", new() { ["type"] = "ASSAULT,ASSALT" }, "type ASSALT is none"), ("search_events", new() { ["from"] = "2025", ["to"] = "2024" }, "turn them round"),
            ("read_accounts", [], "needs event"), ("read_accounts", new() { ["event"] = "e-zzzz" }, "has the id"), ("explain_value", new() { ["id"] = "' OR 1=1 --" }, "id"), ("trace_dyad", new() { ["first"] = "nobody at all", ["second"] = "none" }, "Nobody is called"), ("read_article_passage", new() { ["article"] = citation.GetProperty("article_id").GetString()!, ["begin"] = 99999999 }, "code points"),
        ])
        {
            CallToolResult refused = await client.CallToolAsync(tool, wrong, cancellationToken: stop);
            Assert.True(refused.IsError);
            Assert.Contains(says, Text(refused), StringComparison.Ordinal);
        }

        async Task<JsonElement> Call(string name, Dictionary<string, object?> arguments, bool cited = true)
        {
            CallToolResult result = await client.CallToolAsync(name, arguments, cancellationToken: stop);
            Assert.True(result.IsError is not true, Text(result));
            JsonElement structured = result.StructuredContent!.Value;
            Assert.True(JsonSchema.FromText(tools[name].ProtocolTool.OutputSchema!.Value.GetRawText()).Evaluate(structured).IsValid, $"{name} is not of its schema: {structured.GetRawText()[..Math.Min(400, structured.GetRawText().Length)]}");
            if (cited)
            {
                Assert.NotEmpty(structured.GetProperty("citations").EnumerateArray());
                Assert.Contains("Sources:\n[1] “", Text(result), StringComparison.Ordinal);
            }

            return structured;
        }
    }

    [Fact]
    public async Task WhatIsFromElsewhereOrNoMessageIsRefused()
    {
        Assert.Equal(HttpStatusCode.Forbidden, await Post("""{"jsonrpc":"2.0","id":1,"method":"ping"}""", ("Origin", "https://elsewhere.example")));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("no message"));
        Assert.Equal(HttpStatusCode.BadRequest, await Post("{}"));
        Assert.Equal(HttpStatusCode.OK, await Post("""{"jsonrpc":"2.0","id":1,"method":"ping"}"""));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Asked.Of(console, "/mcp")).Status);
    }

    [Fact]
    public async Task ALineThatIsNoMessageIsAnswered()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [typeof(ForPrograms).Assembly.Location, "mcp", "--db", console.Store]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process program = Process.Start(start)!;
        foreach ((string line, string answer) in ((string, string)[])
        [
            ("nonsense", """ "code":-32700 "id":null"""),
            ("{\"jsonrpc\":\"2.0\",", """ "code":-32700 "id":null"""),
            ("[1]", """ "code":-32600 "id":null"""),
            ("""{"id":7}""", """ "code":-32600 "id":7"""),
            ("""{"jsonrpc":"2.0","id":8,"method":"ping"}""", """ "result":{} "id":8"""),
        ])
        {
            await program.StandardInput.WriteLineAsync(line.AsMemory(), stop);
            await program.StandardInput.FlushAsync(stop);
            string? said = await program.StandardOutput.ReadLineAsync(stop);
            Assert.All(answer.Split(' ', StringSplitOptions.RemoveEmptyEntries), part => Assert.Contains(part, said, StringComparison.Ordinal));
        }

        program.StandardInput.Close();
        await program.WaitForExitAsync(stop);
        Assert.Equal(0, program.ExitCode);
    }

    [Fact]
    public async Task WhatWasAskedBeforeTheInputEndsIsAnswered()
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("dotnet", [typeof(ForPrograms).Assembly.Location, "mcp", "--db", console.Store]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        using Process program = Process.Start(start)!;
        await program.StandardInput.WriteAsync("""
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"pipe","version":"1"}}}
            {"jsonrpc":"2.0","method":"notifications/initialized"}
            {"jsonrpc":"2.0","id":"two","method":"tools/call","params":{"name":"search_events","arguments":{}}}
            {"jsonrpc":"2.0","id":3,"method":"weather/of"}
            {"jsonrpc":"2.0","id":4,"method":"tools/list"}
            """.AsMemory(), stop);
        program.StandardInput.Close();

        string[] said = (await program.StandardOutput.ReadToEndAsync(stop)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await program.WaitForExitAsync(stop);
        Assert.Equal(0, program.ExitCode);
        Assert.Equal(["1", "3", "4", "two"], said.Select(s => System.Text.Json.JsonDocument.Parse(s).RootElement.GetProperty("id").ToString()).Order(StringComparer.Ordinal));
    }

    private async Task<HttpStatusCode> Post(string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/mcp", UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.ParseAdd("application/json, text/event-stream");
        foreach ((string name, string value) in headers)
        {
            request.Headers.Add(name, value);
        }

        using HttpResponseMessage answer = await console.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private HttpClientTransport OverHttp() => new(new HttpClientTransportOptions { Endpoint = new Uri(console.Address, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp });

    private StdioClientTransport OverStreams() => new(new StdioClientTransportOptions { Command = "dotnet", Arguments = [typeof(ForPrograms).Assembly.Location, "mcp", "--db", console.Store] });

    private static string Text(CallToolResult result) => string.Concat(result.Content.OfType<TextContentBlock>().Select(t => t.Text));
}
