using System.Buffers;
using System.Collections.Concurrent;

namespace Casus.App.Publish;

/// <summary>What encoding a column needs room for. Lent and given back: made anew for each column it would be most of a release's garbage.</summary>
internal sealed class ParquetScratch
{
    private static readonly ConcurrentBag<ParquetScratch> Kept = [];

    public ArrayBufferWriter<byte> Values { get; } = new();

    public ArrayBufferWriter<byte> Levels { get; } = new();

    public WordTable Words { get; } = new();

    public List<int> Indexes { get; } = [];

    /// <summary>Empty, as no column had been encoded.</summary>
    public ParquetScratch Cleared()
    {
        Values.ResetWrittenCount();
        Levels.ResetWrittenCount();
        Words.Clear();
        Indexes.Clear();
        return this;
    }

    public static ParquetScratch Lend() => Kept.TryTake(out ParquetScratch? scratch) ? scratch : new();

    public static void GiveBack(ParquetScratch scratch) => Kept.Add(scratch);
}
