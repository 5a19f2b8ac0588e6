using Casus.App.Store;

namespace Casus.App.Web;

/// <summary>How many events a filter lets through, remembered: lists hang their plan on it.</summary>
internal static class EventCount
{
    /// <summary>Matches from which on the first are soonest found by walking the whole in order.</summary>
    public const int Many = 5_000;

    /// <summary>Whether more than <see cref="Many"/> match: counted no further.</summary>
    public static bool IsMany(Remembered remembered, FilterForm form, CasusStore store) => remembered.Get(form.At("many events"), () => new RecordCounts(store).Events(form.Filter, Many + 1) > Many);

    public static long Of(Remembered remembered, FilterForm form, CasusStore store) => remembered.Get(form.At("events counted"), () => new RecordCounts(store).Events(form.Filter));
}
