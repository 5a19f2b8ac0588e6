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

    private readonly PublishedTable table;
    private readonly ConcurrentBag<RowCells> kept = [];
    private readonly HashedFile csv;
    private readonly HashedFile? lines, parquet;
    private readonly JsonTable? json;
    private readonly ParquetTable? groups;
    private readonly List<Task> encoding = [];
    private readonly WriteQueue writes;
    private readonly bool parallel;
    private List<RowCells> pending = [];
    private long rows, ticks;
    private int pendingRows;

    /// <param name="layout">Only CSV, under the name of a layout.</param>
    /// <param name="writes">Writes its files.</param>
    /// <param name="parallel">Row groups are encoded on other threads.</param>
    public ReleaseTable(ReleaseFolder folder, PublishedTable table, bool layout, WriteQueue writes, bool parallel)
    {
        (this.table, this.writes, this.parallel) = (table, writes, parallel);
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

    /// <summary>Room for rows; empty.</summary>
    public RowCells Cells() => kept.TryTake(out RowCells? old) ? old.Clear() : new RowCells(table);

    /// <summary>Appends the rows, which then are garbage.</summary>
    public void Add(RowCells cells, List<object> rows)
    {
        long begin = Stopwatch.GetTimestamp();
        cells.Add(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rows));
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - begin);
    }

    /// <summary>Pure: writes nothing.</summary>
    public RenderedRows Render(RowCells cells)
    {
        long begin = Stopwatch.GetTimestamp();
        ArrayBufferWriter<byte> asCsv = Buffers.Lend();
        CsvTable.Write(asCsv, cells);
        ArrayBufferWriter<byte>? asLines = null;
        if (json is not null)
        {
            json.Write(asLines = Buffers.Lend(), cells);
        }

        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - begin);
        return new RenderedRows(cells, asCsv, asLines);
    }

    /// <summary>Has them written; they are not to be used after.</summary>
    public void Take(RenderedRows rendered)
    {
        rows += rendered.Cells.Rows;
        writes.Run(() => Write(rendered));
        if (rendered.Lines is null)
        {
            kept.Add(rendered.Cells);
            return;
        }

        pending.Add(rendered.Cells);
        pendingRows += rendered.Cells.Rows;
        if (pendingRows >= RowsInGroup)
        {
            Encode();
        }
    }

    /// <summary>Has the last rows written.</summary>
    public void End()
    {
        if (pendingRows > 0)
        {
            Encode();
        }
    }

    /// <summary>Writes the end of its files and closes them, when all rows are written.</summary>
    public IEnumerable<ReleaseFile> Finish()
    {
        if (groups is null)
        {
            return [csv.Close(rows)];
        }

        groups.Finish();
        return [csv.Close(rows), lines!.Close(rows), parquet!.Close(rows)];
    }

    /// <summary>To be called when nothing is being written any more.</summary>
    public void Dispose()
    {
        Task.WaitAll([.. encoding.Select(t => t.ContinueWith(_ => { }, TaskScheduler.Default))]);
        csv.Dispose();
        lines?.Dispose();
        parquet?.Dispose();
    }

    private void Write(RenderedRows rendered)
    {
        csv.Write(rendered.Csv.WrittenSpan);
        Buffers.GiveBack(rendered.Csv);
        if (rendered.Lines is { } asLines)
        {
            lines!.Write(asLines.WrittenSpan);
            Buffers.GiveBack(asLines);
        }
    }

    private void Encode()
    {
        List<RowCells> group = pending;
        (pending, pendingRows) = ([], 0);
        Task<ParquetGroup> encoded = parallel ? Task.Run(() => Encoded(group)) : Task.FromResult(Encoded(group));
        encoding.RemoveAll(t => t.IsCompletedSuccessfully);
        encoding.Add(encoded);
        writes.Run(() => groups!.Write(encoded.GetAwaiter().GetResult()));
    }

    private ParquetGroup Encoded(List<RowCells> group)
    {
        long begin = Stopwatch.GetTimestamp();
        ParquetGroup encoded = groups!.Encode(group);
        group.ForEach(kept.Add);
        Interlocked.Add(ref ticks, Stopwatch.GetTimestamp() - begin);
        return encoded;
    }
}

/// <summary>Rows with their bytes. <paramref name="Lines"/>: null of a layout.</summary>
internal sealed record RenderedRows(RowCells Cells, ArrayBufferWriter<byte> Csv, ArrayBufferWriter<byte>? Lines);
