namespace Casus.App.Store;

/// <summary>
/// Cells one behind the other that never change. A longer column shares the room of the one before it where there is any: cells are written behind all that can be seen, so
/// only the longest column of a room may be added to, by one thread at a time.
/// </summary>
internal readonly struct Column<T>
{
    /// <summary>Room for so many more than an eighth, so that a commit of a few rows seldom copies all.</summary>
    private const int Spare = 1_000;

    private readonly T[] room;

    /// <param name="cells">Kept as they are.</param>
    public Column(T[] cells)
        : this(cells, cells.Length)
    {
    }

    private Column(T[] room, int length) => (this.room, Length) = (room, length);

    public int Length { get; }

    public ReadOnlySpan<T> Cells => room.AsSpan(0, Length);

    /// <param name="more">Kept where it is the first.</param>
    public Column<T> With(T[] more)
    {
        if (Length == 0)
        {
            return new(more);
        }

        T[] into = room;
        if (Length + more.Length > room.Length)
        {
            into = new T[Length + more.Length + ((Length + more.Length) / 8) + Spare];
            Cells.CopyTo(into);
        }

        more.CopyTo(into, Length);
        return new(into, Length + more.Length);
    }
}
