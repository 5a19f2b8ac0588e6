using System.Text;
using Casus.App.Fetch;
using Casus.App.Publish;
using SQLitePCL;

namespace Casus.App.Store;

/// <summary>The row at which a statement stands; it and its bytes stand until the next. Columns are counted from 0.</summary>
internal readonly struct Row(sqlite3_stmt handle)
{
    public int FieldCount => raw.sqlite3_column_count(handle);

    public bool IsDBNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    /// <summary>0 for NULL.</summary>
    public long GetInt64(int column) => raw.sqlite3_column_int64(handle, column);

    /// <exception cref="OverflowException">It is larger.</exception>
    public int GetInt32(int column) => checked((int)GetInt64(column));

    public short GetInt16(int column) => checked((short)GetInt64(column));

    public byte GetByte(int column) => checked((byte)GetInt64(column));

    public bool GetBoolean(int column) => GetInt64(column) != 0;

    public double GetDouble(int column) => raw.sqlite3_column_double(handle, column);

    /// <exception cref="InvalidOperationException">It is NULL.</exception>
    public string GetString(int column) => Text(column) ?? throw new InvalidOperationException($"Column {column} is NULL.");

    /// <summary>Null for NULL.</summary>
    public string? Text(int column)
    {
        ReadOnlySpan<byte> utf8 = Bytes(column);
        return utf8.IsEmpty && IsDBNull(column) ? null : Encoding.UTF8.GetString(utf8);
    }

    /// <summary>A text as UTF-8, or a blob; empty for NULL.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    /// <summary>As the column holds it: a string, a long, a double, an array of bytes; null for NULL.</summary>
    public object? GetValue(int column) => raw.sqlite3_column_type(handle, column) switch
    {
        raw.SQLITE_NULL => null,
        raw.SQLITE_INTEGER => GetInt64(column),
        raw.SQLITE_FLOAT => GetDouble(column),
        raw.SQLITE_TEXT => Encoding.UTF8.GetString(Bytes(column)),
        _ => Bytes(column).ToArray(),
    };

    public DateOnly? Day(int column) => Json.Day(Text(column));

    public long? Number(int column) => IsDBNull(column) ? null : GetInt64(column);

    /// <summary>The columns record_id, record_at and captured_at of a page.</summary>
    public ArchivePlace? Place(int column) => Text(column + 1) is { } at ? new ArchivePlace(Text(column), at, Text(column + 2)) : null;
}
