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

    /// <summary>Pure: the rows of several tables, rendered.</summary>
    /// <param name="rows">By the name of their table.</param>
    public List<(ReleaseTable Table, RenderedRows Rows)> Render(RowsByTable rows) => [.. rows.Lists.Select(t => (tables[t.Table], tables[t.Table].Render(t.Rows)))];

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

/// <summary>The rows that one chunk of the store gives to each table.</summary>
internal sealed class RowsByTable(params string[] tables)
{
    public (string Table, List<object> Rows)[] Lists { get; } = [.. tables.Select(t => (t, new List<object>()))];
}
