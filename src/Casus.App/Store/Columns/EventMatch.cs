namespace Casus.App.Store;

/// <summary>The events that a filter lets through, found in the columns: the same as <see cref="Narrowed"/> finds in the tables.</summary>
/// <param name="Marks">At their positions in the columns.</param>
internal sealed record EventMatch(EventColumns Columns, EventMarks Marks)
{
    public int Count { get; } = Marks.Count();

    /// <summary>Null where the store is asked without columns, and of what they do not tell: the words of parties and of places that nobody is called by, and sentences while articles wait.</summary>
    public static EventMatch? Of(CasusStore store, Filter filter)
    {
        if (store.Columns is not { } columns || (filter.Text is not null && columns.Stamp.IsWaiting))
        {
            return null;
        }

        var actor = filter.Actor is { } who ? ActorChoice.Of(store, who) : null;
        var place = filter.Place is { } where ? PlaceChoice.Of(store, where) : null;
        return actor is { Words.IsEmpty: false } || place is { Words: not null } ? null : new(columns, store.Read(() => Find(store, columns, filter, actor, place)));
    }

    /// <summary>Whether an event in this row of the table is among them.</summary>
    public bool Has(long row) => row <= int.MaxValue && Columns.Rows.Cells.BinarySearch((int)row) is >= 0 and var position && Marks[position];

    /// <summary>The same where no index tells from its beginning what a list or a count asks for.</summary>
    public static EventMatch? OfList(CasusStore store, Filter filter) => store.Columns is null || IsIndexed(store, filter) ? null : Of(store, filter);

    /// <summary>A type with its toll, a time, or an actor alone.</summary>
    private static bool IsIndexed(CasusStore store, Filter filter) => !(filter with { Type = null, From = null, To = null, MinKilled = null }).Narrows
        ? filter is { MinKilled: null } or { Type: not null }
        : filter.Actor is { } actor && !(filter with { Actor = null, From = null, To = null }).Narrows && ActorChoice.Of(store, actor).Ids.Length == 1;

    private static EventMarks Find(CasusStore store, EventColumns columns, Filter filter, ActorChoice? actor, PlaceChoice? place)
    {
        bool[]? types = filter.Type is { } type ? columns.TypeWords.Any(FilterWords.Words(type).Select(t => t.ToUpperInvariant())) : null;
        bool[]? factualities = filter.Factuality is { } told ? columns.FactualityWords.Any(FilterWords.Words(told).Select(f => f.ToLowerInvariant())) : null;
        bool[]? modes = filter.Mode is { } mode ? Modes(store, columns.ModeWords, mode) : null;
        bool[]? places = place is null ? null : columns.PlaceWords.Any(place.Ids(store));
        bool[]? actors = actor is null ? null : columns.ActorWords.Any(actor.Ids);
        bool[]? outlets = filter.Outlet is { } outlet ? columns.OutletWords.Any(OutletChoice.Named(store, outlet)) : null;
        EventMarks? sentences = filter.Text is { } text ? Sentences(store, columns, text) : null;
        int from = filter.From?.DayNumber ?? int.MinValue, to = filter.To?.DayNumber ?? int.MaxValue;
        (bool isDated, long killed, double sure) = (filter is not { From: null, To: null }, Math.Max(0, filter.MinKilled ?? 0), filter.Confidence ?? 0);
        ReadOnlySpan<ushort> typeOf = columns.Types.Cells, modesOf = columns.Modes.Cells;
        ReadOnlySpan<byte> factualityOf = columns.Factualities.Cells;
        ReadOnlySpan<int> placeOf = columns.Places.Cells, firsts = columns.Firsts.Cells, lasts = columns.Lasts.Cells;
        ReadOnlySpan<long> killedOf = columns.Killed.Cells;
        ReadOnlySpan<double> surest = columns.Surest.Cells;
        var found = new EventMarks(columns.Length);
        for (int at = 0; at < typeOf.Length; at++)
        {
            if ((types is null || types[typeOf[at]])
                && (factualities is null || factualities[factualityOf[at]])
                && (modes is null || modes[modesOf[at]])
                && (filter.MinKilled is null || killedOf[at] >= killed)
                && (filter.Confidence is null || surest[at] >= sure)
                && (places is null || (placeOf[at] >= 0 && places[placeOf[at]]))
                && (!isDated || (firsts[at] >= 0 && lasts[at] >= from && firsts[at] <= to))
                && (sentences is null || sentences[at])
                && (outlets is null || Has(columns.Outlets.At(at), outlets))
                && (actors is null || Concerns(columns.Actors.At(at), actors, filter.Exact))
                && !columns.IsGone(at))
            {
                found.Set(at);
            }
        }

        return found;
    }

    private static bool Has(ReadOnlySpan<int> numbers, bool[] any)
    {
        foreach (int number in numbers)
        {
            if (any[number])
            {
                return true;
            }
        }

        return false;
    }

    private static bool Concerns(ReadOnlySpan<int> actors, bool[] any, bool exact)
    {
        foreach (int actor in actors)
        {
            if (any[actor >> 1] && (!exact || (actor & 1) == 1))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>By SQLite, to whom some letters of a mode mean others.</summary>
    private static bool[] Modes(CasusStore store, ColumnWords words, string mode)
    {
        using Statement holds = store.Prepare("SELECT $1 LIKE '%|' || $2 || '|%'");
        return words.All(w => holds.Scalar(w, mode) is 1L);
    }

    private static EventMarks Sentences(CasusStore store, EventColumns columns, string text)
    {
        using Statement find = store.Prepare("SELECT rowid FROM sentence_words WHERE sentence_words MATCH $1 ORDER BY rowid");
        var told = new EventMarks(columns.Length);
        (int pair, int later) = (0, 0);
        find.Each(r =>
        {
            int sentence = r.GetInt32(0);
            pair = SentenceEvents.Mark(columns.Sentences.Pairs, pair, sentence, told);
            later = SentenceEvents.Mark(columns.Sentences.More, later, sentence, told);
        }, SearchWords.Match(store, text));
        return told;
    }
}
