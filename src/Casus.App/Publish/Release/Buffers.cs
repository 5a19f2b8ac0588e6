using System.Buffers;
using System.Collections.Concurrent;

namespace Casus.App.Publish;

/// <summary>Buffers that keep their room from one use to the next.</summary>
internal static class Buffers
{
    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Kept = [];

    public static ArrayBufferWriter<byte> Lend() => Kept.TryTake(out ArrayBufferWriter<byte>? buffer) ? buffer : new();

    public static void GiveBack(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        Kept.Add(buffer);
    }
}
