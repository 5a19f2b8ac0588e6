using System.Buffers;

namespace Casus.App.Store;

/// <summary>Some rows whose bytes lie in lent memory until they are disposed of: a walk over the record reads gigabytes that nobody asks for a moment later.</summary>
internal sealed class LentRows<T> : IDisposable
{
    private const int BlockBytes = 1 << 18;

    private readonly List<byte[]> blocks = [];
    private int used;

    public List<T> Rows { get; } = [];

    /// <summary>A copy that stands until the rows are disposed of.</summary>
    public ReadOnlyMemory<byte> Keep(ReadOnlySpan<byte> bytes)
    {
        if (blocks.Count == 0 || blocks[^1].Length - used < bytes.Length)
        {
            blocks.Add(ArrayPool<byte>.Shared.Rent(Math.Max(BlockBytes, bytes.Length)));
            used = 0;
        }

        Memory<byte> place = blocks[^1].AsMemory(used, bytes.Length);
        bytes.CopyTo(place.Span);
        used += bytes.Length;
        return place;
    }

    public void Dispose()
    {
        blocks.ForEach(b => ArrayPool<byte>.Shared.Return(b));
        blocks.Clear();
    }
}
