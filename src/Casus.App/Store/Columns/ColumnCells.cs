using System.Globalization;

namespace Casus.App.Store;

/// <summary>Cells of events that are put behind those of columns, in the order of their rows.</summary>
internal sealed class ColumnCells(int events)
{
    /// <summary>What <see cref="ReadFilters"/> reads: all of it stands in the index event_by_weight. <see cref="Days"/>: in event_by_day.</summary>
    public const string Filters = "rowid, id, weight, surest, accounts, type, place_id, killed_min, factuality, modes", Days = "day_from, day_to, quad, injured_min";

    public int[] Rows { get; } = new int[events];

    private readonly ulong[] ids = new ulong[events];
    private readonly ushort[] types = new ushort[events], modes = new ushort[events];
    private readonly byte[] quads = new byte[events], factualities = new byte[events];
    private readonly int[] places = new int[events], firsts = new int[events], lasts = new int[events], accounts = new int[events];
    private readonly bool[] undated = new bool[events];
    private readonly long[] killed = new long[events], injured = new long[events];
    private readonly double[] surest = new double[events];
    private readonly short[] weights = new short[events];

    public ulong Id(int at) => ids[at];

    public void ReadFilters(Row row, int at, EventColumns words)
    {
        ids[at] = EventColumns.IdOf(row.Bytes(1));
        weights[at] = row.GetInt16(2);
        surest[at] = row.GetDouble(3);
        accounts[at] = row.GetInt32(4);
        types[at] = checked((ushort)words.TypeWords.Add(row.Bytes(5)));
        places[at] = row.IsDBNull(6) ? -1 : words.PlaceWords.Add(row.Bytes(6));
        killed[at] = row.Number(7) ?? -1;
        factualities[at] = checked((byte)words.FactualityWords.Add(row.Bytes(8)));
        modes[at] = checked((ushort)words.ModeWords.Add(row.Bytes(9)));
    }

    /// <param name="column">Of the first of <see cref="Days"/>.</param>
    public void ReadDays(Row row, int column, int at)
    {
        int from = Day(row, column), to = Day(row, column + 1);
        (undated[at], firsts[at], lasts[at]) = (from < 0, from < 0 ? to : from, to < 0 ? from : to);
        quads[at] = row.GetByte(column + 2);
        injured[at] = row.Number(column + 3) ?? -1;
    }

    public EventColumns Behind(EventColumns columns, ColumnStamp stamp, ColumnLists actors, ColumnLists outlets, SentenceEvents sentences) => columns with
    {
        Stamp = stamp,
        Rows = columns.Rows.With(Rows),
        Ids = columns.Ids.With(ids),
        Types = columns.Types.With(types),
        Quads = columns.Quads.With(quads),
        Factualities = columns.Factualities.With(factualities),
        Modes = columns.Modes.With(modes),
        Places = columns.Places.With(places),
        Firsts = columns.Firsts.With(firsts),
        Lasts = columns.Lasts.With(lasts),
        Undated = columns.Undated.With(undated),
        Killed = columns.Killed.With(killed),
        Injured = columns.Injured.With(injured),
        Surest = columns.Surest.With(surest),
        Weights = columns.Weights.With(weights),
        Accounts = columns.Accounts.With(accounts),
        Actors = actors,
        Outlets = outlets,
        Sentences = sentences,
    };

    /// <summary>A day as the store writes it, 2024-12-24.</summary>
    private static int Day(Row row, int column)
    {
        ReadOnlySpan<byte> day = row.IsDBNull(column) ? [] : row.Bytes(column);
        return day.IsEmpty ? -1 : new DateOnly(int.Parse(day[..4], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(day[5..7], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(day[8..10], NumberStyles.None, CultureInfo.InvariantCulture)).DayNumber;
    }
}
