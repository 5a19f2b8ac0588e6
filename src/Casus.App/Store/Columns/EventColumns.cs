using System.Collections.Immutable;

namespace Casus.App.Store;

/// <summary>What of the store the columns hang on: while it is the same, so are the events.</summary>
/// <param name="Schema">SQLite's count of changes to tables and of compacting, which gives rows other numbers.</param>
/// <param name="Row">The last row of an event; rows are never used twice (<see cref="EventRows"/>).</param>
/// <param name="Change">The last number of event_change.</param>
/// <param name="Sentence">The last sentence.</param>
/// <param name="IsWaiting">Articles wait to be linked: until then sentences may tell otherwise than when they were looked at.</param>
internal readonly record struct ColumnStamp(long Schema, long Row, long Change, long Sentence, bool IsWaiting)
{
    public static ColumnStamp Of(CasusStore store)
    {
        using Statement read = store.Prepare($"SELECT (SELECT max(rowid) FROM event), (SELECT max(seq) FROM event_change), (SELECT max(id) FROM sentence), (SELECT value FROM state WHERE key = '{StateKey.Unlinked}') = '1', (SELECT schema_version FROM pragma_schema_version)");
        return store.Read(() => read.Rows(r => new ColumnStamp(r.GetInt64(4), r.Number(0) ?? 0, r.Number(1) ?? 0, r.Number(2) ?? 0, r.Number(3) == 1)))[0];
    }
}

/// <summary>
/// The events of a store in memory, a column for all that they can be narrowed by and are summed up over, about 100 bytes an event: a filter that no index
/// tells from its beginning is answered by a walk over them, a few milliseconds for a million. A cell is at the position of its event, from 0; events keep their positions, and those that
/// have gone leave theirs empty. Made by <see cref="ColumnsBuilder"/>, carried on by <see cref="ColumnsRefresh"/>, never changed.
/// </summary>
internal sealed record EventColumns(ColumnStamp Stamp)
{
    /// <summary>Of the table, ascending.</summary>
    public Column<int> Rows { get; init; }

    /// <summary>Hashes of ids, which may meet: what is found by them is looked at again.</summary>
    public Column<ulong> Ids { get; init; }

    public Column<ushort> Types { get; init; }

    /// <summary>Quad classes, 1 to 4.</summary>
    public Column<byte> Quads { get; init; }

    public Column<byte> Factualities { get; init; }

    /// <summary>Words as the table has them, each mode between bars.</summary>
    public Column<ushort> Modes { get; init; }

    /// <summary>Ids; of what has none, -1.</summary>
    public Column<int> Places { get; init; }

    /// <summary>Day numbers of the first possible day, or else of the last; -1 for what has neither. <see cref="Lasts"/>: the other way round.</summary>
    public Column<int> Firsts { get; init; }

    public Column<int> Lasts { get; init; }

    /// <summary>Whether it has no first day.</summary>
    public Column<bool> Undated { get; init; }

    /// <summary>Lower bounds; -1 where nothing is told of it.</summary>
    public Column<long> Killed { get; init; }

    public Column<long> Injured { get; init; }

    /// <summary>The score of the surest claim, 0 to 1.</summary>
    public Column<double> Surest { get; init; }

    public Column<short> Weights { get; init; }

    public Column<int> Accounts { get; init; }

    /// <summary>Whom each event concerns: the number in <see cref="ActorWords"/>, doubled, and one more where the event names the actor itself.</summary>
    public ColumnLists Actors { get; init; }

    public ColumnLists Outlets { get; init; }

    /// <summary>Not to be asked while articles wait to be linked.</summary>
    public SentenceEvents Sentences { get; init; } = new(0, [], []);

    /// <summary>A bit for each position whose event has gone; shorter than the columns where the last are all there.</summary>
    public ImmutableArray<ulong> Gone { get; init; } = [];

    /// <summary>Whether these are the events of a store; while articles wait its sentences do not matter.</summary>
    public bool AreOf(ColumnStamp stamp) => (Stamp.Schema, Stamp.Row, Stamp.Change) == (stamp.Schema, stamp.Row, stamp.Change) && (stamp.IsWaiting || stamp.Sentence == Sentences.Last);

    public ColumnWords TypeWords { get; init; } = new();

    public ColumnWords FactualityWords { get; init; } = new();

    public ColumnWords ModeWords { get; init; } = new();

    public ColumnWords PlaceWords { get; init; } = new();

    public ColumnWords ActorWords { get; init; } = new();

    public ColumnWords OutletWords { get; init; } = new();

    /// <summary>Positions, empty ones included.</summary>
    public int Length => Rows.Length;

    public bool IsGone(int position) => position >> 6 < Gone.Length && (Gone[position >> 6] >> (position & 63) & 1) != 0;

    public static ulong IdOf(ReadOnlySpan<byte> utf8)
    {
        // FNV-1a.
        ulong hash = 0xCBF29CE484222325;
        foreach (byte one in utf8)
        {
            hash = (hash ^ one) * 0x100000001B3;
        }

        return hash;
    }
}

/// <summary>A list of numbers at each position.</summary>
/// <param name="Ends">Where each list ends among the numbers; it begins where the one before ends.</param>
internal readonly record struct ColumnLists(Column<int> Ends, Column<int> Numbers)
{
    public ReadOnlySpan<int> At(int position) => Numbers.Cells[(position == 0 ? 0 : Ends.Cells[position - 1])..Ends.Cells[position]];

    /// <summary>With the lists of further positions.</summary>
    public ColumnLists With(IReadOnlyList<IReadOnlyCollection<int>> more)
    {
        int end = Numbers.Length;
        return new(Ends.With([.. more.Select(m => end += m.Count)]), Numbers.With([.. more.SelectMany(m => m)]));
    }
}
