using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>Some rows of a table as columns of UTF-8: what CSV, JSON Lines and Parquet are written from.</summary>
internal sealed class RowCells(PublishedTable table)
{
    private readonly CellColumn[] columns = [.. table.Columns.Select(c => new CellColumn(c))];

    public ReadOnlySpan<CellColumn> Columns => columns;

    public int Rows { get; private set; }

    /// <summary>Bytes of all cells of a row.</summary>
    public int Length(int row)
    {
        int length = 0;
        foreach (CellColumn column in columns)
        {
            length += column.Length(row);
        }

        return length;
    }

    public RowCells Clear()
    {
        foreach (CellColumn column in columns)
        {
            column.Clear();
        }

        Rows = 0;
        return this;
    }

    public RowCells Add(ReadOnlySpan<object> rows)
    {
        foreach (CellColumn column in columns)
        {
            column.Add(rows);
        }

        Rows += rows.Length;
        return this;
    }
}
