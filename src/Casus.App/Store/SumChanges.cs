using Casus.Claims;
using Casus.Events;

namespace Casus.App.Store;

/// <summary>What events that come and go change in the sums of the record, by what is summed over.</summary>
internal sealed class SumChanges
{
    public SortedDictionary<(string Month, string Type), SumChange> Months { get; } = [];

    public SortedDictionary<string, SumChange> Places { get; } = new(StringComparer.Ordinal);

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
