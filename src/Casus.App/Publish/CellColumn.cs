using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Casus.Tables;

namespace Casus.App.Publish;

/// <summary>One column of some rows: each cell in UTF-8, numbers and days also as bits. Filled again and again, so that a release makes no garbage of its cells.</summary>
internal sealed class CellColumn(Column column)
{
    private const int LongestNumber = 32;

    /// <summary>ASCII that stands in CSV and in JSON as it is.</summary>
    private static readonly SearchValues<byte> Plain = SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (byte)c).Except(",\"\\"u8.ToArray())]);

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly ArrayBufferWriter<byte> text = new();
    private readonly List<int> parts = [];
    private int[] ends = [], partsUntil = [];
    private long[] bits = [];
    private CellState[] states = [];
    private string? last;
    private int rows;

    public Column Column => column;

    /// <summary>The cell; a list is its items joined by "; ", and what is absent is empty.</summary>
    public ReadOnlySpan<byte> Text(int row) => text.WrittenSpan[Begin(row)..ends[row]];

    /// <summary>Bytes of the cell.</summary>
    public int Length(int row) => ends[row] - Begin(row);

    public CellState State(int row) => states[row];

    /// <summary>Of an integer, a number (the bits of IEEE 754) or a day (since 1970).</summary>
    public long Bits(int row) => bits[row];

    /// <summary>How many items a list has.</summary>
    public int Parts(int row) => partsUntil[row] - PartsBefore(row);

    public ReadOnlySpan<byte> Part(int row, int number)
    {
        int at = PartsBefore(row) + number, begin = number == 0 ? Begin(row) : parts[at - 1] + Separator.Length;
        return text.WrittenSpan[begin..parts[at]];
    }

    private static ReadOnlySpan<byte> Separator => "; "u8;

    public void Clear()
    {
        text.ResetWrittenCount();
        parts.Clear();
        (rows, last) = (0, null);
    }

    public void Add(ReadOnlySpan<object> all)
    {
        if (ends.Length < rows + all.Length)
        {
            int room = Math.Max(rows + all.Length, 2 * ends.Length);
            Array.Resize(ref ends, room);
            Array.Resize(ref states, room);
            Array.Resize(ref bits, room);
            Array.Resize(ref partsUntil, room);
        }

        switch (column.Kind)
        {
            case "text":
                foreach (object row in all)
                {
                    Add(column.Text(row));
                }

                break;
            case "list":
                foreach (object row in all)
                {
                    Add(column.List(row));
                }

                break;
            case "integer":
                foreach (object row in all)
                {
                    Add(column.Integer(row), n => n);
                }

                break;
            case "number":
                foreach (object row in all)
                {
                    Add(column.Number(row), BitConverter.DoubleToInt64Bits);
                }

                break;
            default:
                foreach (object row in all)
                {
                    Add(column.Day(row));
                }

                break;
        }
    }

    private int Begin(int row) => row == 0 ? 0 : ends[row - 1];

    private int PartsBefore(int row) => row == 0 ? 0 : partsUntil[row - 1];

    private void Add(string? cell)
    {
        if (cell is null)
        {
            last = null;
            End(CellState.Absent);
            return;
        }

        // Rows that follow each other tell of one event, article or rule.
        if (ReferenceEquals(cell, last))
        {
            int length = Length(rows - 1);
            Span<byte> place = text.GetSpan(length);
            Text(rows - 1).CopyTo(place);
            text.Advance(length);
            End(states[rows - 1]);
            return;
        }

        last = cell;
        Put(cell);
        End(Written());
    }

    private void Add(ImmutableArray<string> list)
    {
        for (int i = 0; i < list.Length; i++)
        {
            if (i > 0)
            {
                text.Write(Separator);
            }

            Put(list[i]);
            parts.Add(text.WrittenCount);
        }

        partsUntil[rows] = parts.Count;
        End(Written());
    }

    private void Add<T>(T? number, Func<T, long> bitsOf)
        where T : struct, IUtf8SpanFormattable
    {
        if (number is not { } value)
        {
            End(CellState.Absent);
            return;
        }

        value.TryFormat(text.GetSpan(LongestNumber), out int written, default, System.Globalization.CultureInfo.InvariantCulture);
        text.Advance(written);
        bits[rows] = bitsOf(value);
        End(CellState.Plain);
    }

    private void Add(DateOnly? day)
    {
        if (day is not { } value)
        {
            End(CellState.Absent);
            return;
        }

        value.TryFormat(text.GetSpan(LongestNumber), out int written, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        text.Advance(written);
        bits[rows] = value.DayNumber - Epoch;
        End(CellState.Plain);
    }

    private void Put(string part) => text.Advance(Encoding.UTF8.GetBytes(part, text.GetSpan(part.Length * 3)));

    private CellState Written() => text.WrittenSpan[Begin(rows)..].ContainsAnyExcept(Plain) ? CellState.Any : CellState.Plain;

    private void End(CellState state)
    {
        ends[rows] = text.WrittenCount;
        states[rows++] = state;
    }
}

/// <summary><see cref="Plain"/>: nothing in it that CSV would quote within or JSON escape; <see cref="Any"/>: perhaps.</summary>
internal enum CellState : byte
{
    Absent,
    Plain,
    Any,
}
