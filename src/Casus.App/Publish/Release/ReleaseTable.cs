using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>
/// One table of a release as CSV, JSON Lines and Parquet, written as its rows come by. Rows are rendered on any thread and taken in their order, and
/// row groups end where chunks of rows end: the bytes hang on the rows alone.
/// </summary>
internal sealed class ReleaseTable : IDisposable
{
    /// <summary>Rows after which a row group ends with the chunk.</summary>
    private const int RowsInGroup = 16_384;

    private static readonly ConcurrentBag<ArrayBufferWriter<byte>> Buffers = [];

    private readonly PublishedTable table;
    private readonly HashedFile csv;
    private readonly HashedFile? lines, parquet;
    private readonly JsonTable? json;
    private readonly ParquetTable? groups;
    private readonly Queue<Task<ParquetGroup>> encoding = [];
    private readonly bool parallel;
    private List<object> pending = [];
    private long rows, ticks;

    /// <param name="layout">Only CSV, under the name of a layout.</param>
    /// <param name="parallel">Row groups are encoded on other threads.</param>
    public ReleaseTable(ReleaseFolder folder, PublishedTable table, bool layout, bool parallel)
    {
        (this.table, this.parallel) = (table, parallel);
        csv = new HashedFile(folder, layout ? $"layout-{table.Name}.csv" : table.Name + ".csv");
        var head = new ArrayBufferWriter<byte>();
        CsvTable.Head(head, table);
        csv.Write(head.WrittenSpan);
        if (!layout)
        {
            lines = new HashedFile(folder, table.Name + ".jsonl");
            parquet = new HashedFile(folder, table.Name + ".parquet");
            (json, groups) = (new JsonTable(table), new ParquetTable(parquet, table));
        }
    }

    public string Name => table.Name;

    /// <summary>Time that threads spent on rendering and encoding: where a release's time goes.</summary>
    public TimeSpan Work => Stopwatch.GetElapsedTime(0, ticks);

    /// <summary>Pure: writes nothing.</summary>
    public RenderedRows Render(List<object> rows)
    {
        long begin = Stopwatch.GetTimestamp();
        ReadOnlySpan<object> span = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows);
        ArrayBufferWriter<byte> asCsv = Rent();
        CsvTable.Write(asCsv, table, span);
        ArrayBufferWriter<byte>? asLines = null;
        if (json is not null)
        {
            json.Write(asLines = Rent(), span);
        }

        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - begin);
        return new RenderedRows(rows, asCsv, asLines);
    }

    /// <summary>Writes them; they are not to be used after.</summary>
    public void Take(RenderedRows rendered)
    {
        rows += rendered.Rows.Count;
        csv.Write(rendered.Csv.WrittenSpan);
        Return(rendered.Csv);
        if (rendered.Lines is not { } asLines)
        {
            return;
        }

        lines!.Write(asLines.WrittenSpan);
        Return(asLines);
        pending.AddRange(rendered.Rows);
        if (pending.Count >= RowsInGroup)
        {
            Encode();
        }
    }

    /// <summary>Writes the end of its files and closes them.</summary>
    public IEnumerable<ReleaseFile> Finish()
    {
        if (groups is null)
        {
            return [csv.Close(rows)];
        }

        if (pending.Count > 0)
        {
            Encode();
        }

        WriteGroups(0);
        groups.Finish();
        return [csv.Close(rows), lines!.Close(rows), parquet!.Close(rows)];
    }

    public void Dispose()
    {
        Task.WaitAll([.. encoding.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default))]);
        csv.Dispose();
        lines?.Dispose();
        parquet?.Dispose();
    }

    private void Encode()
    {
        List<object> group = pending;
        pending = new(RowsInGroup);
        encoding.Enqueue(parallel ? Task.Run(() => Encoded(group)) : Task.FromResult(Encoded(group)));
        WriteGroups(parallel ? 1 : 0);
    }

    private ParquetGroup Encoded(List<object> group)
    {
        long begin = Stopwatch.GetTimestamp();
        ParquetGroup encoded = groups!.Encode(group);
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - begin);
        return encoded;
    }

    private void WriteGroups(int but)
    {
        while (encoding.Count > but)
        {
            groups!.Write(encoding.Dequeue().GetAwaiter().GetResult());
        }
    }

    private static ArrayBufferWriter<byte> Rent() => Buffers.TryTake(out ArrayBufferWriter<byte>? buffer) ? buffer : new ArrayBufferWriter<byte>();

    private static void Return(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        Buffers.Add(buffer);
    }
}

/// <summary>Rows with their bytes. <paramref name="Lines"/>: null of a layout.</summary>
internal sealed record RenderedRows(List<object> Rows, ArrayBufferWriter<byte> Csv, ArrayBufferWriter<byte>? Lines);
