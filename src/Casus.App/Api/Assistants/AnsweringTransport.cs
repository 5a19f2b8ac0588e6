using System.Threading.Channels;
using ModelContextProtocol.Protocol;

namespace Casus.App.Api;

/// <summary>Knows which requests wait for their answers. The server drops what it is at when its input ends; whoever pipes a request in and closes the pipe wants the answer all the same.</summary>
internal sealed class AnsweringTransport(ITransport inner) : ITransport
{
    private readonly Lock gate = new();
    private readonly List<RequestId> waiting = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isOver;

    public string? SessionId => inner.SessionId;

    public ChannelReader<JsonRpcMessage> MessageReader => inner.MessageReader;

    /// <summary>To be called before the message is passed on. One that is cancelled gets no answer.</summary>
    public void Note(JsonRpcMessage message)
    {
        switch (message)
        {
            case JsonRpcRequest request:
                lock (gate)
                {
                    waiting.Add(request.Id);
                }

                break;
            case JsonRpcNotification { Method: NotificationMethods.CancelledNotification } cancelled when Cancelled(cancelled) is { } id:
                Done(id);
                break;
        }
    }

    /// <summary>When no more requests come: waits until all are answered.</summary>
    public Task Over()
    {
        lock (gate)
        {
            isOver = true;
            EndWhereDone();
        }

        return ended.Task;
    }

    public async Task SendMessageAsync(JsonRpcMessage message, CancellationToken cancellationToken = default)
    {
        await inner.SendMessageAsync(message, cancellationToken);
        if (message is JsonRpcResponse or JsonRpcError)
        {
            Done(((JsonRpcMessageWithId)message).Id);
        }
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private void Done(RequestId id)
    {
        lock (gate)
        {
            waiting.Remove(id);
            EndWhereDone();
        }
    }

    private void EndWhereDone()
    {
        if (isOver && waiting.Count == 0)
        {
            ended.TrySetResult();
        }
    }

    private static RequestId? Cancelled(JsonRpcNotification cancelled) => cancelled.Params?["requestId"] is System.Text.Json.Nodes.JsonValue id
        ? id.TryGetValue(out long number) ? new RequestId(number) : id.TryGetValue(out string? text) ? new RequestId(text) : null
        : null;
}
