using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What events that come and go change in the sums of the record, by what is summed over.</summary>
internal sealed class SumChanges
{
    public SortedDictionary<(string Month, string Type), SumChange> Months { get; } = [];

    public SortedDictionary<string, SumChange> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>Of events whose days lie in one month; without a place: of all places.</summary>
    public SortedDictionary<(string Kind, string Place, string Month), TollChange> Tolls { get; } = [];

    public SortedDictionary<string, (int Initiator, int Target)> Actors { get; } = new(StringComparer.Ordinal);

    /// <param name="sign">1 for events that come, -1 for those that go.</param>
    public void Add(IEnumerable<Event> events, int sign)
    {
        foreach (Event told in events)
        {
            long killed = told.TollOf(TollKind.Killed)?.Min ?? 0, injured = told.TollOf(TollKind.Injured)?.Min ?? 0;
            (string, string) month = ((told.Time.Value.Earliest ?? told.Time.Value.Latest)?.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) ?? "", told.Type);
            Months[month] = Months.GetValueOrDefault(month).With(told.Quad, sign, killed, injured);
            if (told.Place?.Value.PlaceId is { } place)
            {
                Places[place] = Places.GetValueOrDefault(place).With(told.Quad, sign, killed, injured);
            }

            if (told.Time.Value is { Earliest: { } first, Latest: { } last } && (first.Year, first.Month) == (last.Year, last.Month))
            {
                foreach (Toll counted in told.Tolls.Select(t => t.Value))
                {
                    foreach (string where in told.Place?.Value.PlaceId is { } id ? (string[])["", id] : [""])
                    {
                        (string, string, string) of = (Publish.Json.Word(counted.Kind), where, month.Item1);
                        Tolls[of] = Tolls.GetValueOrDefault(of).With(counted, sign);
                    }
                }
            }

            foreach (string actor in told.Initiators.Value.Select(p => p.ActorId).OfType<string>().Distinct())
            {
                Actors[actor] = (Actors.GetValueOrDefault(actor).Initiator + sign, Actors.GetValueOrDefault(actor).Target);
            }

            foreach (string actor in told.Targets.Value.Select(p => p.ActorId).OfType<string>().Distinct())
            {
                Actors[actor] = (Actors.GetValueOrDefault(actor).Initiator, Actors.GetValueOrDefault(actor).Target + sign);
            }
        }
    }
}

/// <param name="Quad">The gravest of what comes; 0 where nothing does. <paramref name="Gone"/>: of what goes.</param>
internal readonly record struct SumChange(int Quad, int Gone, long Events, long Killed, long Injured)
{
    public SumChange With(int quad, int sign, long killed, long injured) =>
        new(sign > 0 ? Math.Max(Quad, quad) : Quad, sign < 0 ? Math.Max(Gone, quad) : Gone, Events + sign, Killed + (sign * killed), Injured + (sign * injured));

    /// <summary>Whether what went was the gravest of its kind and nothing as grave is left.</summary>
    /// <param name="now">Asks for the gravest that is noted of $1 and $2; <paramref name="left"/>: for any event of the class $3 among them.</param>
    public bool IsGravest(CasusStore store, string now, string left, string of, string type)
    {
        if (Gone == 0)
        {
            return false;
        }

        using Statement noted = store.Prepare(now), any = store.Prepare(left);
        return noted.Scalar(of, type) is long quad && quad == Gone && any.Scalar(of, type, Gone) is null;
    }
}

/// <param name="Most">Sum of the upper bounds of those that have one, <paramref name="Bounded"/>.</param>
internal readonly record struct TollChange(long Events, long Least, long Most, long Bounded)
{
    public TollChange With(Toll toll, int sign) => new(Events + sign, Least + (sign * toll.Min), Most + (sign * (toll.Max ?? 0)), Bounded + (toll.Max is null ? 0 : sign));
}
