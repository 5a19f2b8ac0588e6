using System.Buffers;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>All tables of a release that is being written, and its map.</summary>
internal sealed class ReleaseTables : IDisposable
{
    private readonly Dictionary<string, ReleaseTable> tables = [];
    private readonly WriteQueue writes;
    private readonly EventMap map;

    public ReleaseTables(ReleaseFolder folder, bool parallel)
    {
        writes = new WriteQueue(parallel);
        map = new EventMap(folder);
        foreach (PublishedTable table in PublishedTable.All)
        {
            tables.Add(table.Name, new ReleaseTable(folder, table, layout: false, writes, parallel));
        }

        foreach (PublishedTable layout in PublishedTable.Layouts)
        {
            tables.Add(layout.Name, new ReleaseTable(folder, layout, layout: true, writes, parallel));
        }
    }

    /// <param name="features">As <see cref="EventRows.Map"/>; not to be used after.</param>
    public void Map(ArrayBufferWriter<byte> features, int count) => writes.Run(() =>
    {
        map.Take(features.WrittenSpan, count);
        Buffers.GiveBack(features);
    });

    /// <summary>For the rows that one chunk of the store gives to each of some tables.</summary>
    public RowsByTable Rows(params ReadOnlySpan<string> names)
    {
        var some = new ReleaseTable[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            some[i] = tables[names[i]];
        }

        return new RowsByTable(some);
    }

    public static void Take(List<(ReleaseTable Table, RenderedRows Rows)> rendered)
    {
        foreach ((ReleaseTable table, RenderedRows rows) in rendered)
        {
            table.Take(rows);
        }
    }

    /// <summary>Ends the files of all.</summary>
    /// <returns>The files, and the time that threads spent on the rows of each table.</returns>
    public (List<ReleaseFile> Files, List<(string Table, TimeSpan Work)> Costs) Finish()
    {
        foreach (ReleaseTable table in tables.Values)
        {
            table.End();
        }

        writes.Finish();
        return ([.. tables.Values.SelectMany(t => t.Finish()), map.Finish()], [.. tables.Values.Select(t => (t.Name, t.Work))]);
    }

    public void Dispose()
    {
        writes.Dispose();
        map.Dispose();
        foreach (ReleaseTable table in tables.Values)
        {
            table.Dispose();
        }
    }
}

/// <summary>The rows that one chunk of the store gives to each table. A few at a time become cells, so that they die before the garbage collector sees them.</summary>
internal sealed class RowsByTable(ReleaseTable[] tables)
{
    private readonly (ReleaseTable Table, RowCells Cells)[] cells = [.. tables.Select(t => (t, t.Cells()))];

    /// <summary>Rows that wait to become cells, by the place of their table.</summary>
    public List<object>[] Waiting { get; } = [.. tables.Select(_ => new List<object>())];

    /// <summary>Makes cells of what waits.</summary>
    public void Settle()
    {
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i].Table.Add(cells[i].Cells, Waiting[i]);
            Waiting[i].Clear();
        }
    }

    /// <summary>Pure: all of them as bytes.</summary>
    public List<(ReleaseTable Table, RenderedRows Rows)> Render()
    {
        Settle();
        return [.. cells.Select(c => (c.Table, c.Table.Render(c.Cells)))];
    }
}
