using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Casus.App.Api;

/// <summary>Lines of standard input that are messages of JSON-RPC. Others are answered instead of passed on: a client that waits for an answer to a broken line would wait for ever.</summary>
internal static class AssistantInput
{
    /// <summary>Passes messages on until the input ends and all are answered, then ends what it passes them to.</summary>
    public static async Task Pass(Stream input, PipeWriter messages, AnsweringTransport transport, CancellationToken stop)
    {
        try
        {
            using var lines = new StreamReader(input, Encoding.UTF8);
            while (await lines.ReadLineAsync(stop) is { } line)
            {
                if (string.IsNullOrWhiteSpace(line))
                {
                    continue;
                }

                (JsonRpcMessage? message, JsonRpcError? wrong) = Read(line);
                if (message is null)
                {
                    await transport.SendMessageAsync(wrong!, stop);
                    continue;
                }

                transport.Note(message);
                await messages.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), stop);
            }

            await transport.Over().WaitAsync(stop);
        }
        finally
        {
            await messages.CompleteAsync();
        }
    }

    /// <summary>The message, or the answer to a line that is none.</summary>
    private static (JsonRpcMessage? Message, JsonRpcError? Wrong) Read(string line)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(line);
        }
        catch (JsonException)
        {
            return (null, Error(default, McpErrorCode.ParseError, "The line is no JSON: a message is one line of it."));
        }

        using (json)
        {
            try
            {
                return json.Deserialize(McpJsonUtilities.DefaultOptions.GetTypeInfo(typeof(JsonRpcMessage))) is JsonRpcMessage message ? (message, null) : (null, NoMessage(json.RootElement));
            }
            catch (JsonException)
            {
                return (null, NoMessage(json.RootElement));
            }
        }
    }

    private static JsonRpcError NoMessage(JsonElement json) => Error(Id(json), McpErrorCode.InvalidRequest, "This is no message of JSON-RPC 2.0: it has jsonrpc, method and, to be answered, id.");

    private static RequestId Id(JsonElement json) => json.ValueKind == JsonValueKind.Object && json.TryGetProperty("id", out JsonElement id)
        ? id.ValueKind == JsonValueKind.String ? new RequestId(id.GetString()!) : id.ValueKind == JsonValueKind.Number && id.TryGetInt64(out long number) ? new RequestId(number) : default
        : default;

    private static JsonRpcError Error(RequestId id, McpErrorCode code, string says) => new() { Id = id, Error = new JsonRpcErrorDetail { Code = (int)code, Message = says } };
}
