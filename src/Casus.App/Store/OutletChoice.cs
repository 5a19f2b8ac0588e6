using System.Collections.Immutable;

namespace Casus.App.Store;

/// <summary>The outlets that part of a name means.</summary>
/// <param name="AreFew">Few events are told by them.</param>
internal sealed record OutletChoice(ImmutableArray<string> Outlets, bool AreFew)
{
    public static OutletChoice Of(CasusStore store, string part, FewRows few)
    {
        ImmutableArray<string> outlets = Named(store, part);
        var where = new Where();
        where.AnyOf("outlet IN {0}", outlets);
        return new OutletChoice(outlets, FewRows.Are(store, few.Indexed, $"event_outlet {where}", [.. where.Values]));
    }

    /// <summary>Outlets of events whose names hold the part.</summary>
    public static ImmutableArray<string> Named(CasusStore store, string part)
    {
        using Statement like = store.Prepare($@"SELECT id FROM ({NamesWriter.Different("event_outlet", "outlet")}) WHERE id LIKE '%' || $1 || '%' ESCAPE '\'");
        return [.. store.Read(() => like.Rows(r => r.GetString(0), Where.Plain(part)))];
    }

    /// <summary>Adds that one of them tells event e.</summary>
    public void Narrow(Where where) => where.AnyOf(AreFew
        ? "e.id IN (SELECT x.event_id FROM event_outlet x WHERE x.outlet IN {0})"
        : "EXISTS (SELECT 1 FROM event_outlet x WHERE x.event_id = e.id AND x.outlet IN {0} LIMIT 1)", Outlets);
}
