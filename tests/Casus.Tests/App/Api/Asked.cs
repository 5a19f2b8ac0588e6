using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Casus.Tests.App.Web;
using Xunit;

namespace Casus.Tests.App.Api;

/// <summary>An answer of the real server.</summary>
internal sealed record Asked(HttpStatusCode Status, HttpResponseMessage Message, byte[] Body)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Text)!;

    public static async Task<Asked> Of(RunningConsole console, string path, string? accept = null, HttpMethod? method = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, new Uri(path, UriKind.Relative));
        foreach ((string name, string value) in accept is null ? headers : [.. headers, ("Accept", accept)])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        HttpResponseMessage answer = await console.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(answer.StatusCode, answer, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Every row of a list, stretch by stretch.</summary>
    public static async Task<List<string>> Walk(RunningConsole console, string path, int limit)
    {
        List<string> rows = [];
        for (string? at = $"/api/v1{path}{(path.Contains('?') ? '&' : '?')}limit={limit}"; at is not null;)
        {
            Asked page = await Of(console, at);
            Assert.True(page.Status == HttpStatusCode.OK, $"{at}: {page.Text}");
            JsonArray some = page.Json["rows"]!.AsArray();
            Assert.InRange(some.Count, 0, limit);
            rows.AddRange(some.Select(r => r!.ToJsonString()));
            at = page.Json["next_address"]?.GetValue<string>();
            Assert.Equal(at is null ? null : $"<{at}>; rel=\"next\"", page.Message.Headers.TryGetValues("Link", out IEnumerable<string>? link) ? link.Single() : null);
        }

        return rows;
    }

    public static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
