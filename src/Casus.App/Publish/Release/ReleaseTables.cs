using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>All tables of a release that is being written.</summary>
internal sealed class ReleaseTables : IDisposable
{
    private readonly Dictionary<string, ReleaseTable> tables = [];

    public ReleaseTables(ReleaseFolder folder, bool parallel)
    {
        foreach (PublishedTable table in PublishedTable.All)
        {
            tables.Add(table.Name, new ReleaseTable(folder, table, layout: false, parallel));
        }

        foreach (PublishedTable layout in PublishedTable.Layouts)
        {
            tables.Add(layout.Name, new ReleaseTable(folder, layout, layout: true, parallel));
        }
    }

    public IEnumerable<ReleaseTable> All => tables.Values;

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

    public void Dispose()
    {
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
